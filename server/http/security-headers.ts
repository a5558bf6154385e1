import type { MiddlewareHandler } from "hono";

/**
 * Where people come in and answer. For an opener policy browsers throw away the process that has just fetched the page
 * and start another: on a slow phone a third of the wait for the first paint. What it guards against, a page that opened
 * ours and keeps a handle on its window, learns nothing here: these pages hold no frames and answer to nobody's messages.
 * Decision 21 has the reasons and the measurements.
 */
const forParticipants = /^\/[aklv](?:\/|$)/;

/** Sets, before the handler runs, what every answer of ours carries. Setting headers afterwards is four times slower. */
export function securityHeaders(
  styleHashes: readonly string[],
  isHttps: boolean,
): MiddlewareHandler {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${styleHashes.join(" ")}`.trim(),
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  return async (c, next) => {
    c.header("content-security-policy", policy);
    c.header("x-content-type-options", "nosniff");
    // Not "no-referrer": with it browsers send forms with the origin "null", which on plain HTTP looks like another site.
    c.header("referrer-policy", "same-origin");
    if (!forParticipants.test(c.req.path)) c.header("cross-origin-opener-policy", "same-origin");
    c.header("cross-origin-resource-policy", "same-origin");
    c.header("permissions-policy", "camera=(), microphone=(), geolocation=()");
    c.header("cache-control", "no-store");
    if (isHttps) c.header("strict-transport-security", "max-age=31536000");
    await next();
  };
}
