import { Hono } from "hono";
import { Problem } from "../domain/problem.ts";
import type { AssetFile, Assets } from "./assets.ts";

/** Serves /assets/NAME from memory; names carry a hash of the content, so they may be kept for ever. */
export function staticRoutes(assets: Assets): Hono {
  return new Hono().get("/assets/:name", (c) => {
    const file = assets.find(c.req.param("name"));
    if (!file) throw new Problem("not-found");
    const [encoding, body] = pick(file, c.req.header("accept-encoding") ?? "");
    if (encoding) c.header("content-encoding", encoding);
    c.header("content-type", file.mediaType);
    c.header("cache-control", "public, max-age=31536000, immutable");
    c.header("vary", "accept-encoding");
    return c.body(new Uint8Array(body));
  });
}

function pick(file: AssetFile, accepted: string): ["br" | "gzip" | undefined, Buffer] {
  if (/\bbr\b/.test(accepted)) return ["br", file.brotli()];
  if (/\bgzip\b/.test(accepted)) return ["gzip", file.gzip()];
  return [undefined, file.plain];
}
