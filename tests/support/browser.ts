import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";
import { renameUnlessThere } from "../../db/embedded/folders.ts";

const execute = promisify(execFile);

/** No sandbox: it needs rights that containers lack, and tests open our own pages only. Nothing is fetched. */
const args = [
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const usualPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * Starts a browser: the one CHROMIUM_PATH names, else the system's, else the Chromium that came with
 * the npm packages, which needs nothing installed. Other systems than Linux use their Chrome.
 */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ args, ...(await findBrowser()) });
}

async function findBrowser(): Promise<LaunchOptions> {
  const executablePath =
    process.env.CHROMIUM_PATH ?? usualPlaces.find((file) => fs.existsSync(file));
  if (executablePath) return { executablePath };
  return process.platform === "linux" ? packagedBrowser() : { channel: "chrome" };
}

async function packagedBrowser(): Promise<LaunchOptions> {
  const home = await unpackOnce();
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: path.join(home, "al2023", "lib"),
    FONTCONFIG_PATH: path.join(home, "fonts"),
  };
  return { executablePath: path.join(home, "chromium"), env };
}

/**
 * The package unpacks into the folder for temporary files and takes a half-written file for a whole
 * one. So it is unpacked by a process with such a folder of its own, and moved when it is complete.
 */
async function unpackOnce(): Promise<string> {
  const cache = path.resolve("node_modules", ".cache");
  const home = path.join(cache, "chromium-147.0.0");
  if (fs.existsSync(home)) return home;
  fs.mkdirSync(cache, { recursive: true });
  const unfinished = fs.mkdtempSync(path.join(cache, "chromium-"));
  const script = `(await import("@sparticuz/chromium")).default.executablePath()`;
  const env = { ...process.env, TMPDIR: unfinished, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" };
  await execute(process.execPath, ["--input-type=module", "-e", script], { env });
  fs.writeFileSync(path.join(unfinished, "fonts", "fonts.conf"), fontSettings(home));
  renameUnlessThere(unfinished, home);
  return home;
}

/** The package's own settings look for its fonts where they would be on the machines it was made for. */
function fontSettings(home: string): string {
  const folders = [path.join(home, "fonts"), "/usr/share/fonts"];
  const cache = `<cachedir>${path.join(home, "fonts-cache")}</cachedir>`;
  return `<fontconfig>${folders.map((folder) => `<dir>${folder}</dir>`).join("")}${cache}</fontconfig>\n`;
}
