import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import type { Hono } from "hono";

export interface Listening {
  port: number;
  /** Takes no new requests, lets those under way finish, then closes. */
  close(): Promise<void>;
}

/** Limits against slow senders; answers are short, so nobody honest needs longer. */
const timeouts = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 20_000 };
const drainMilliseconds = 8_000;

/** Listens, and resolves once connections are accepted; rejects where the port cannot be had. */
export function listen(
  app: Hono,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (info) => {
      resolve({ port: info.port, close: () => closeServer(server) });
    }) as Server;
    Object.assign(server, timeouts);
    server.once("error", reject);
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), drainMilliseconds);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
