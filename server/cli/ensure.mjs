// Plain Node, so that `npm start` and `npm test` are each the one command on a bare machine:
// installs when the lock file is newer than node_modules, builds when a source is newer than the build, then does the task.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const [task, ...rest] = process.argv.slice(2);
const windows = process.platform === "win32";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Pokytis needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

install();
const tasks = { start, dev, test, check, run: runFile };
if (!Object.hasOwn(tasks, task)) {
  console.error(`unknown task: ${task}`);
  process.exit(1);
}
tasks[task]();

function start() {
  build();
  run(process.execPath, ["--enable-source-maps", "dist/server/main.js", ...rest]);
}

function dev() {
  run(process.execPath, ["server/cli/dev.mjs", ...rest]);
}

/** With no file named, the tests are the whole check. */
function test() {
  if (rest.length === 0) return check();
  build();
  npx("vitest", ["run", ...rest]);
}

function check() {
  npx("biome", ["check", "--error-on-warnings", "."]);
  npx("tsc", ["--noEmit"]);
  build();
  npx("vitest", ["run"]);
}

function runFile() {
  run(process.execPath, ["--enable-source-maps", "server/cli/run.mjs", ...rest]);
}

function run(command, args, options = {}) {
  const done = spawnSync(command, args, { stdio: "inherit", ...options });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

function npx(name, args) {
  run(process.execPath, [path.join("node_modules", ...binOf(name)), ...args]);
}

/** The script behind a package's command: running it with our own Node avoids a shell on every platform. */
function binOf(name) {
  const folder = { biome: "@biomejs/biome", tsc: "typescript" }[name] ?? name;
  const { bin } = JSON.parse(
    fs.readFileSync(path.join("node_modules", folder, "package.json"), "utf8"),
  );
  return [folder, typeof bin === "string" ? bin : bin[name]];
}

function install() {
  // Packages shared between checkouts by a link are somebody else's to keep: installing would empty them for all.
  if (fs.lstatSync("node_modules", { throwIfNoEntry: false })?.isSymbolicLink()) return;
  // A linked folder belongs to another copy: installing would empty it under whoever works there.
  if (fs.lstatSync("node_modules", { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const stamp = "node_modules/.package-lock.json";
  if (fs.existsSync(stamp) && modifiedAt(stamp) >= modifiedAt("package-lock.json")) return;
  // To the error output: what a task prints may be read by another program.
  console.error("Installing packages (only the first time, or after an update) …");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { shell: windows });
}

function build() {
  const built = "dist/server/main.js";
  const sources = ["server", "web", "db", "vite.config.ts", "package-lock.json"];
  if (fs.existsSync(built) && modifiedAt(built) > Math.max(...sources.map(newest))) return;
  npx("vite", ["build"]);
  npx("vite", ["build", "--ssr"]);
}

function newest(file) {
  if (!fs.statSync(file).isDirectory()) return modifiedAt(file);
  return Math.max(...fs.readdirSync(file).map((name) => newest(path.join(file, name))), 0);
}

function modifiedAt(file) {
  return fs.statSync(file).mtimeMs;
}
