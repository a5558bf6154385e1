import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Judge } from "../judges.ts";
import type { Device } from "./device.ts";
import { endProcess, readFrom } from "./end-process.ts";
import { openTextSocket } from "./web-socket.ts";

/** Where Debian and others put it; `FIREFOX_PATH` names another. */
const usualPlaces = ["/usr/bin/firefox-esr", "/usr/bin/firefox"];

function findFirefox(): string | undefined {
  return process.env.FIREFOX_PATH ?? usualPlaces.find((file) => fs.existsSync(file));
}

export function firefoxJudge(): Judge {
  if (findFirefox()) return { isHere: true };
  return { isHere: false, reason: "Firefox is missing (Debian: firefox-esr)" };
}

/** A person's browser in Lithuania that calls nobody by itself. */
const preferences = {
  "intl.accept_languages": "lt-LT,lt",
  "datareporting.policy.dataSubmissionEnabled": false,
  "toolkit.telemetry.enabled": false,
  "app.update.disabledForTesting": true,
  "app.normandy.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "browser.safebrowsing.downloads.remote.enabled": false,
  "extensions.systemAddon.update.enabled": false,
  "services.settings.server": "data:,",
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
};

/** Starts Firefox without a window and drives it by WebDriver BiDi, which needs no driver beside it. */
export async function openFirefox(): Promise<Device> {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "pokytis-firefox-"));
  fs.writeFileSync(path.join(profile, "user.js"), preferenceLines());
  const child = spawn(
    findFirefox()!,
    ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"],
    { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, HOME: profile } },
  );
  const url = await readFrom(child, child.stderr, /listening on (ws:\/\/\S+)/);
  const bidi = await connectBidi(`${url}/session`);
  return await firefoxDevice(bidi, async () => {
    bidi.close();
    await endProcess(child as ChildProcess);
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
}

function preferenceLines(): string {
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  return lines.join("\n");
}

interface Bidi {
  send<T>(method: string, params: Record<string, unknown>): Promise<T>;
  close(): void;
}

interface BidiReply {
  id: number;
  type: "success" | "error" | "event";
  result: unknown;
  error?: string;
  message?: string;
}

async function connectBidi(url: string): Promise<Bidi> {
  const waiting = new Map<number, (reply: BidiReply) => void>();
  const socket = await openTextSocket(url, (text) => {
    const reply = JSON.parse(text) as BidiReply;
    waiting.get(reply.id)?.(reply);
    waiting.delete(reply.id);
  });
  let count = 0;
  return {
    close: () => socket.close(),
    send: <T>(method: string, params: Record<string, unknown>) =>
      new Promise<T>((resolve, reject) => {
        const id = ++count;
        waiting.set(id, (reply) =>
          reply.type === "success"
            ? resolve(reply.result as T)
            : reject(new Error(`${method}: ${reply.error} ${reply.message}`)),
        );
        socket.send(JSON.stringify({ id, method, params }));
      }),
  };
}

async function firefoxDevice(bidi: Bidi, close: () => Promise<void>): Promise<Device> {
  const { capabilities } = await bidi.send<{ capabilities: { browserVersion: string } }>(
    "session.new",
    { capabilities: {} },
  );
  const { context } = await bidi.send<{ context: string }>("browsingContext.create", {
    type: "tab",
  });
  const here = <T>(method: string, params: Record<string, unknown> = {}) =>
    bidi.send<T>(method, { context, ...params });
  return {
    name: `Firefox ${capabilities.browserVersion}`,
    open: (url) => here("browsingContext.navigate", { url, wait: "complete" }),
    run: (body) => runBidi(bidi, context, body),
    act: (actions) => here("input.performActions", { actions }),
    reload: () => here("browsingContext.reload", { wait: "complete" }),
    back: () => here("browsingContext.traverseHistory", { delta: -1 }),
    resize: (width, height) => here("browsingContext.setViewport", { viewport: { width, height } }),
    async screenshot() {
      const { data } = await here<{ data: string }>("browsingContext.captureScreenshot");
      return Buffer.from(data, "base64");
    },
    close,
  };
}

async function runBidi<T>(bidi: Bidi, context: string, body: string): Promise<T> {
  const expression = `(async () => { ${body} })().then((value) => JSON.stringify(value ?? null))`;
  const reply = await bidi.send<{
    result?: { value: string };
    exceptionDetails?: { text: string };
  }>("script.evaluate", { expression, target: { context }, awaitPromise: true });
  if (!reply.result) throw new Error(reply.exceptionDetails?.text ?? "the script failed");
  return JSON.parse(reply.result.value) as T;
}
