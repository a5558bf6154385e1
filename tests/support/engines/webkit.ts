import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import type { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import type { Judge } from "../judges.ts";
import type { Device } from "./device.ts";
import { endProcess, readFrom } from "./end-process.ts";

const driver = "/usr/bin/WebKitWebDriver";
const screen = "/usr/bin/Xvfb";
const libraries = ["/usr/lib", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"];

/** WebKit's own small browser, which Debian installs beside the driver and outside of the path. */
function findMiniBrowser(): string | undefined {
  const places = libraries.map((folder) => `${folder}/webkit2gtk-4.1/MiniBrowser`);
  return places.find((file) => fs.existsSync(file));
}

export function webKitJudge(): Judge {
  const isHere = findMiniBrowser() && fs.existsSync(driver) && fs.existsSync(screen);
  if (isHere) return { isHere: true };
  return { isHere: false, reason: "WebKit is missing (Debian: webkit2gtk-driver, xvfb)" };
}

/** Starts WebKit on a screen that nobody sees and drives it by WebDriver. */
export async function openWebKit(): Promise<Device> {
  const display = spawn(
    screen,
    ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
    {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    },
  );
  const number = await readFrom(display, display.stdio[3] as Readable, /(\d+)\s/);
  const port = await freePort();
  const env = { ...process.env, DISPLAY: `:${number}`, GDK_BACKEND: "x11", LC_ALL: "C.UTF-8" };
  const child = spawn(driver, [`--port=${port}`], { env, stdio: "ignore" });
  const end = async () => {
    await endProcess(child);
    await endProcess(display as ChildProcess);
  };
  try {
    return await webKitDevice(`http://127.0.0.1:${port}`, end);
  } catch (error) {
    await end();
    throw error;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

type Call = <T>(method: "GET" | "POST" | "DELETE", path: string, body?: object) => Promise<T>;

function callsTo(address: string): Call {
  return async <T>(method: string, path: string, body?: object) => {
    const reply = await fetch(address + path, { method, body: body && JSON.stringify(body) });
    const { value } = (await reply.json()) as { value: T & { error?: string; message?: string } };
    if (!reply.ok) throw new Error(`${path}: ${value.error} ${value.message}`);
    return value;
  };
}

interface Session {
  sessionId: string;
  capabilities: { browserVersion: string };
}

async function webKitDevice(driverAddress: string, end: () => Promise<void>): Promise<Device> {
  const toDriver = callsTo(driverAddress);
  const { sessionId, capabilities } = await beginSession(toDriver);
  const call = callsTo(`${driverAddress}/session/${sessionId}`);
  await moveToPopup(call);
  return {
    name: `WebKit ${capabilities.browserVersion}`,
    open: (url) => call("POST", "/url", { url }),
    run: (body) => runWebKit(call, body),
    act: async (actions) => {
      await call("POST", "/actions", { actions });
    },
    reload: () => call("POST", "/refresh", {}),
    back: () => call("POST", "/back", {}),
    resize: (width, height) => call("POST", "/window/rect", { width, height }),
    screenshot: async () => Buffer.from(await call<string>("GET", "/screenshot"), "base64"),
    async close() {
      await toDriver("DELETE", `/session/${sessionId}`);
      await end();
    },
  };
}

async function beginSession(toDriver: Call): Promise<Session> {
  const args = ["--automation", "--javascript-can-open-windows-automatically=true"];
  const alwaysMatch = { "webkitgtk:browserOptions": { binary: findMiniBrowser(), args } };
  for (let tries = 1; ; tries++) {
    try {
      return await toDriver<Session>("POST", "/session", { capabilities: { alwaysMatch } });
    } catch (error) {
      // The driver needs a moment before it listens.
      if (tries === 50) throw error;
      await wait(100);
    }
  }
}

/** A window with a toolbar is never narrower than 447 pixels; one that a page has opened has none. */
async function moveToPopup(call: Call): Promise<void> {
  const [first] = await call<string[]>("GET", "/window/handles");
  await call("POST", "/execute/sync", {
    script: 'open("about:blank", "_blank", "popup,width=390,height=780")',
    args: [],
  });
  for (let tries = 1; tries <= 50; tries++) {
    const handles = await call<string[]>("GET", "/window/handles");
    const handle = handles.find((each) => each !== first);
    if (handle) {
      await call("POST", "/window", { handle });
      return;
    }
    await wait(100);
  }
  throw new Error("WebKit opened no second window");
}

async function runWebKit<T>(call: Call, body: string): Promise<T> {
  const script = `const done = arguments[0];
    (async () => { ${body} })().then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) }));`;
  const reply = await call<{ value: T; error?: string }>("POST", "/execute/async", {
    script,
    args: [],
  });
  if (reply.error) throw new Error(reply.error);
  return reply.value;
}
