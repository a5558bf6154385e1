import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/**
 * The caller's address, for limits alone; it is never stored with answers.
 * With n proxies of ours in front, the n-th entry from the right of X-Forwarded-For was written by the outermost of
 * them; anything further left was sent by the caller and proves nothing.
 */
export function clientAddress(c: Context, trustedProxyHops: number): string {
  const forwarded = (c.req.header("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  if (trustedProxyHops > 0) {
    const believed = forwarded[forwarded.length - trustedProxyHops];
    if (believed) return believed;
  }
  return directAddress(c);
}

function directAddress(c: Context): string {
  // A request made in memory, without a socket, has no address.
  if (!c.env || !("incoming" in c.env)) return "in-memory";
  return getConnInfo(c).remote.address ?? "unknown";
}
