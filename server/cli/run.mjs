// Runs one TypeScript file of the repository: `node server/cli/run.mjs FILE [arguments]`.
// Node 20 cannot read TypeScript itself; Vite, which is here for the build anyway, can.
import { runnerImport } from "vite";

const [file, ...rest] = process.argv.slice(2);
const { module } = await runnerImport(file, { logLevel: "error" });
process.exitCode = (await module.main(rest)) ?? 0;
