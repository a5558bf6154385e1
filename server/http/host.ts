import type { MiddlewareHandler } from "hono";
import { Problem } from "../domain/problem.ts";

/** Where PUBLIC_URL is set, a request for any other host is refused: no link can then be built from a forged one. */
export function knownHost(publicUrl: URL | undefined): MiddlewareHandler {
  return async (c, next) => {
    const isHealth = c.req.path.startsWith("/health");
    if (publicUrl && !isHealth && c.req.header("host") !== publicUrl.host) {
      throw new Problem("unknown-host");
    }
    await next();
  };
}

/** The address that links to this installation begin with: PUBLIC_URL, else what the request itself came to. */
export function originOf(publicUrl: URL | undefined, requestUrl: string): string {
  return publicUrl ? publicUrl.origin : new URL(requestUrl).origin;
}

/** Whether an address leads to the very machine that asks, so that nobody else's phone can open it. */
export function isLoopback(origin: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(new URL(origin).hostname);
}

/** Whether a posted form came from one of our own pages, judged by its Origin header. */
export function isOwnOrigin(origin: string, publicUrl: URL | undefined, host: string): boolean {
  if (publicUrl) return origin === publicUrl.origin;
  return origin === `http://${host}` || origin === `https://${host}`;
}
