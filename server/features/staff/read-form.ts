import type { Context } from "hono";
import { Problem } from "../../domain/problem.ts";
import { isOwnOrigin } from "../../http/host.ts";
import type { StaffDeps } from "./staff-deps.ts";

/** One field of a form as text; a file or nothing reads as nothing. */
export function readText(form: Record<string, unknown>, name: string): string {
  const value = form[name];
  return typeof value === "string" ? value : "";
}

/** Every value of a field that may come several times. */
export function readTexts(form: Record<string, unknown>, name: string): string[] {
  const value = form[name];
  const values = Array.isArray(value) ? value : [value];
  return values.filter((one): one is string => typeof one === "string");
}

/**
 * The body of a request that a script of our own pages sent. Forms of other sites cannot send this media type without
 * asking first; the origin is looked at all the same, as for forms.
 */
export async function readJson(
  c: Context,
  { publicUrl }: Pick<StaffDeps, "publicUrl">,
): Promise<unknown> {
  const isJson = c.req.header("content-type")?.split(";")[0]?.trim() === "application/json";
  const origin = c.req.header("origin");
  const site = c.req.header("sec-fetch-site");
  const isOwn = origin !== undefined && isOwnOrigin(origin, publicUrl, c.req.header("host") ?? "");
  if (!isOwn || (site !== undefined && site !== "same-origin")) throw new Problem("foreign-origin");
  if (!isJson) throw new Problem("bad-request");
  try {
    return await c.req.json();
  } catch {
    throw new Problem("bad-request");
  }
}
