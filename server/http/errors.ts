import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { problemPage } from "../../web/pages/problem.tsx";
import { Problem, type ProblemCode } from "../domain/problem.ts";
import type { Log } from "../log.ts";
import type { Assets } from "./assets.ts";
import { languageOf } from "./language.ts";

const statuses: Record<ProblemCode, ContentfulStatusCode> = {
  "not-found": 404,
  "link-unknown": 404,
  "code-mistyped": 422,
  "code-unknown": 404,
  "too-many-tries": 429,
  "wave-not-open": 409,
  "wave-closed": 410,
  "already-answered": 409,
  "sign-in-needed": 401,
  "sign-in-link-used": 410,
  "not-allowed": 403,
  "whole-programme-only": 403,
  "data-role-needed": 403,
  "foreign-origin": 403,
  "unknown-host": 421,
  "bad-request": 400,
  "too-large": 413,
  conflict: 409,
  "release-not-possible": 409,
  busy: 503,
  unexpected: 500,
};

/** The one place that turns an error into a response: a page for people, JSON below /api. */
export function answerError({ log, assets }: { log: Log; assets: Assets }) {
  return (error: Error, c: Context): Response | Promise<Response> => {
    const problem = asProblem(error);
    const status = statuses[problem.code];
    if (status >= 500)
      log("request-failed", { path: maskedPath(c.req.path), reason: describe(error) });
    if (problem.code === "busy") c.header("retry-after", "5");
    if (c.req.path.startsWith("/api/")) {
      return c.json({ problem: problem.code, detail: problem.detail }, status);
    }
    const styleUrl = assets.url("web/styles/main.css");
    const { code, detail } = problem;
    return c.html(problemPage({ language: languageOf(c), code, detail, styleUrl }), status);
  };
}

/** Tokens stand in paths of links; no log line holds one. */
export function maskedPath(path: string): string {
  return path.replace(/^\/(l|v|c|sign-in|set-up)\/[^/]+/, "/$1/…");
}

function asProblem(error: Error): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException) return new Problem(codeOfStatus(error.status));
  if (isDatabaseAway(error)) return new Problem("busy");
  return new Problem("unexpected");
}

function codeOfStatus(status: number): ProblemCode {
  if (status === 403) return "foreign-origin";
  if (status === 404) return "not-found";
  if (status === 413) return "too-large";
  return status < 500 ? "bad-request" : "unexpected";
}

/** PostgreSQL starting, stopping, out of connections, or not reachable: try again soon. */
function isDatabaseAway(error: Error): boolean {
  const code = (error as { code?: unknown }).code;
  if (typeof code === "string") {
    return /^(08|57P|53|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|40001|40P01|55P03)/.test(code);
  }
  return /connection|timeout exceeded when trying to connect/i.test(error.message);
}

/**
 * A database's message may quote values, so only its code is written. What Node or a library says of words that it could
 * not read (JSON, a time zone, a key that no schema knows) quotes them too: of those errors the place alone is written.
 * Only errors of our own come with their sentence.
 */
function describe(error: Error): string {
  const code = (error as { code?: unknown }).code;
  if (typeof code === "string") return `${error.name} ${code}`;
  const stack = error.stack ?? error.message;
  if (error.name === "Error") return stack.slice(0, 1500);
  const places = stack.split("\n").filter((line) => /^ {4}at /.test(line));
  return [error.name, ...places].join("\n").slice(0, 1500);
}
