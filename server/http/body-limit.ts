import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { Problem } from "../domain/problem.ts";

/**
 * Refuses bodies that are too large. An announced length is enough to judge by: Node reads no more than was announced,
 * and refuses a request that announces two ways. A body in chunks is counted while it is read; asking every request
 * for its body, as that does, would cost more than all the rest of its way to us.
 */
export function limitBody(maxSize: number): MiddlewareHandler {
  const countingLimit = bodyLimit({ maxSize, onError: refuse });
  return async (c, next) => {
    const { method } = c.req;
    if (method === "GET" || method === "HEAD") return await next();
    const announced = c.req.header("content-length");
    const isAnnounced = announced !== undefined && c.req.header("transfer-encoding") === undefined;
    if (!isAnnounced) return await countingLimit(c, next);
    if (Number(announced) > maxSize) refuse();
    await next();
  };
}

function refuse(): never {
  throw new Problem("too-large");
}
