import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** A programme from outside that judges our files, or why it is not here; tests that need it are skipped with the reason. */
export type Judge = { isHere: true } | { isHere: false; reason: string };

export function commandJudge(command: string, debianPackage: string): Judge {
  const found = spawnSync(command, ["--version"], { stdio: "ignore" });
  if (found.error === undefined) return { isHere: true };
  return { isHere: false, reason: `${command} is missing (Debian: ${debianPackage})` };
}

/** The reason as part of a test's name, for a report that says what was left out and why. */
export function unlessHere(judge: Judge): string {
  return judge.isHere ? "" : ` [skipped: ${judge.reason}]`;
}

/** Runs work with files in a folder that is gone afterwards. */
export function inFolder<Result>(work: (folder: string) => Result): Result {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "pokytis-judge-"));
  try {
    return work(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** The text of a PDF as a reader would copy it, page by page. */
export function pdfPages(pdf: Uint8Array): string[] {
  const text = inFolder((folder) => {
    const file = path.join(folder, "document.pdf");
    fs.writeFileSync(file, pdf);
    return execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8", stdio: "pipe" });
  });
  return text.split("\f").slice(0, -1);
}

/** A page of a PDF as a picture (PNG) of so many dots per inch. */
export function drawPdfPage(pdf: Uint8Array, page: number, dotsPerInch: number): Buffer {
  return inFolder((folder) => {
    const file = path.join(folder, "document.pdf");
    fs.writeFileSync(file, pdf);
    const only = ["-f", String(page), "-l", String(page), "-singlefile"];
    execFileSync(
      "pdftoppm",
      ["-png", "-r", String(dotsPerInch), ...only, file, path.join(folder, "page")],
      {
        stdio: "pipe",
      },
    );
    return fs.readFileSync(path.join(folder, "page.png"));
  });
}

/** A document as LibreOffice reads it, written in another format: the text of the file it made, or its bytes. */
export function convertByOffice(bytes: Uint8Array, ending: string, format: string): Buffer {
  return inFolder((folder) => {
    const file = path.join(folder, `document.${ending}`);
    fs.writeFileSync(file, bytes);
    const profile = `-env:UserInstallation=file://${path.join(folder, "profile")}`;
    const to = ["--convert-to", format, "--outdir", folder];
    execFileSync("soffice", ["--headless", profile, ...to, file], { stdio: "pipe" });
    const made = fs
      .readdirSync(folder)
      .find((name) => /^document/.test(name) && !name.endsWith(ending));
    return fs.readFileSync(path.join(folder, made ?? "nothing"));
  });
}

const jar = path.resolve("node_modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar");
const bindings = [
  "jaxb-impl",
  "jaxb-runtime",
  "jaxb-core",
  "istack-commons-runtime",
  "txw2",
  "FastInfoset",
  "stax-ex",
  "javax.activation",
].map((name) => `/usr/share/java/${name}.jar`);

/** veraPDF, the reference validator for PDF/A and PDF/UA: its engine comes with a package, XML bindings with Debian. */
export function veraJudge(): Judge {
  const java = commandJudge("javac", "openjdk-17-jdk-headless");
  if (!java.isHere) return java;
  const missing = [jar, ...bindings].find((file) => !fs.existsSync(file));
  if (missing === undefined) return { isHere: true };
  return { isHere: false, reason: `${path.basename(missing)} is missing (Debian: libjaxb-java)` };
}

/** For each file and standard "PASS ua1 …" or "FAIL ua1 …", and a line for every rule that is broken. */
export function veraVerdicts(standards: string[], pdfs: Record<string, Uint8Array>): string[] {
  return inFolder((folder) => {
    const files = Object.entries(pdfs).map(([name, pdf]) => {
      const file = path.join(folder, `${name}.pdf`);
      fs.writeFileSync(file, pdf);
      return file;
    });
    const classes = ["-cp", [folder, jar, ...bindings].join(path.delimiter)];
    execFileSync("javac", ["-nowarn", ...classes, "-d", folder, "tests/support/VeraCheck.java"]);
    const opened = ["--add-opens", "java.base/java.lang=ALL-UNNAMED"];
    const run = [...opened, ...classes, "VeraCheck", standards.join(","), ...files];
    return execFileSync("java", run, { encoding: "utf8", stdio: "pipe" }).trimEnd().split("\n");
  });
}
