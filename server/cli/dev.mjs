// Development: rebuilds server and browser code when a file changes, and starts the server anew after each build.
import { spawn } from "node:child_process";
import { build } from "vite";

let server;

await build({ build: { watch: {} } });
const watcher = await build({ build: { watch: {}, ssr: true } });
watcher.on("event", (event) => {
  if (event.code === "END") restart();
  if (event.code === "ERROR") console.error(event.error.message);
});

// A terminal's Ctrl-C reaches the server by itself; any other ending of this process takes it along.
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    server?.kill("SIGTERM");
    process.exit(0);
  });
}

function restart() {
  const start = () => {
    const args = ["--enable-source-maps", "dist/server/main.js", ...process.argv.slice(2)];
    server = spawn(process.execPath, args, { stdio: "inherit" });
  };
  if (!server || server.exitCode !== null) return start();
  server.once("exit", start);
  server.kill("SIGTERM");
}
