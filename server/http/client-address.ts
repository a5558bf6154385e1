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

/** One household or hall: an IPv4 address, or the first 64 bits of an IPv6 one, which a single subscriber holds whole. */
export function limitKeyOf(address: string): string {
  if (!address.includes(":") || /^::ffff:\d+\./i.test(address)) return address;
  const [head = "", tail = ""] = address.split("::");
  const first = head.split(":").filter((group) => group !== "");
  const last = address.includes("::") ? tail.split(":").filter((group) => group !== "") : [];
  const zeros = Array<string>(Math.max(0, 8 - first.length - last.length)).fill("0");
  const groups = address.includes("::") ? [...first, ...zeros, ...last] : first;
  return groups.slice(0, 4).join(":");
}
