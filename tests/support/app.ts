import os from "node:os";
import path from "node:path";
import type { Hono } from "hono";
import type { Db } from "../../db/connect.ts";
import { createApp } from "../../server/app.ts";
import type { Deps } from "../../server/deps.ts";
import { createInlineRenderer } from "../../server/documents/renderer.ts";
import { makeSignInLink } from "../../server/features/staff/make-sign-in-link.ts";
import { readAssets } from "../../server/http/assets.ts";
import { logNothing } from "../../server/log.ts";
import { pairingKeysIn } from "../../server/pairing-keys.ts";
import { listen } from "../../server/serve.ts";
import { createInlineReader } from "../../server/uploads/upload-reader.ts";

/** The whole application as it runs, on the built browser files; only the clock is the test's own. */
export function appDeps(db: Db, options: Partial<Deps> = {}): Deps {
  return {
    db,
    now: () => new Date(),
    assets: readAssets(path.resolve("dist/web")),
    log: logNothing,
    render: createInlineRenderer().render,
    uploads: createInlineReader(),
    publicUrl: undefined,
    trustedProxyHops: 0,
    mailer: undefined,
    openId: undefined,
    pairingKeys: pairingKeysIn(path.join(os.tmpdir(), "pokytis-keys-of-tests")),
    linkKeys: pairingKeysIn(path.join(os.tmpdir(), "pokytis-keys-of-tests", "links")),
    ...options,
  };
}

/** A browser's memory for requests made without one: cookies, same origin, no following of redirects. */
export interface Visitor {
  get(path: string): Promise<Response>;
  post(path: string, form?: Record<string, string | string[]>): Promise<Response>;
  /** A form with a file, as `<input type="file">` sends it. */
  upload(
    path: string,
    name: string,
    file: File,
    fields?: Record<string, string>,
  ): Promise<Response>;
}

export function visitorOf(app: Hono): Visitor {
  const jar = new Map<string, string>();
  const request = async (target: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    headers.set("host", "localhost");
    const response = await app.request(`http://localhost${target}`, { ...init, headers });
    for (const line of response.headers.getSetCookie()) keepCookie(jar, line);
    return response;
  };
  return {
    get: (target) => request(target, { method: "GET" }),
    post: (target, form = {}) =>
      request(target, {
        method: "POST",
        body: asForm(form),
        headers: { origin: "http://localhost", "sec-fetch-site": "same-origin" },
      }),
    upload: (target, name, file, fields = {}) => {
      const body = new FormData();
      for (const [field, value] of Object.entries(fields)) body.set(field, value);
      body.set(name, file);
      const headers = { origin: "http://localhost", "sec-fetch-site": "same-origin" };
      return request(target, { method: "POST", body, headers });
    },
  };
}

function keepCookie(jar: Map<string, string>, line: string): void {
  const [pair = ""] = line.split(";");
  const [name = "", ...value] = pair.split("=");
  if (value.join("=") === "" || /max-age=0/i.test(line)) jar.delete(name);
  else jar.set(name, value.join("="));
}

function asForm(form: Record<string, string | string[]>): URLSearchParams {
  const entries = Object.entries(form).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => [name, one]),
  );
  return new URLSearchParams(entries);
}

/** Somebody of the staff, signed in by a one-time link as a person would be. */
export async function signedIn(app: Hono, deps: Deps, staffUserId: string): Promise<Visitor> {
  const visitor = visitorOf(app);
  const link = await makeSignInLink(deps.db, { staffUserId, now: deps.now() });
  await visitor.post(link);
  return visitor;
}

/** The application on a port of its own on 127.0.0.1, for browsers. */
export async function serveApp(deps: Deps): Promise<{ origin: string; close(): Promise<void> }> {
  const listening = await listen(createApp(deps), { host: "127.0.0.1", port: 0 });
  return { origin: `http://127.0.0.1:${listening.port}`, close: listening.close };
}
