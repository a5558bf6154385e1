import path from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { readFonts } from "./fonts.ts";
import { declareAccessible } from "./pdf-conformance.ts";
import common from "./typst/common.typ?raw";

/** What a document is made of: a template of ours, data that is only ever data, and pictures. */
export interface Typesetting {
  template: string;
  data: unknown;
  files?: Record<string, Uint8Array>;
}

/** A document that cannot be set. The message is the typesetter's own, for the log. */
export class TypesettingError extends Error {
  override readonly name = "TypesettingError";
}

/** Where templates believe to be. It does not exist: there is nothing that a file name could reach. */
const workspace = path.resolve("/pokytis-typesetting");

/**
 * Sets a document as a tagged PDF that is both PDF/UA-1 and PDF/A-2a. The typesetter enforces one
 * standard an export, so PDF/UA is tried first for its refusals (a missing title or alternative text, a
 * skipped heading level), then PDF/A is made, and the PDF/UA mark added.
 * The same input gives the same bytes. Takes the thread for as long as it works; `TypesettingError` if it fails.
 */
export async function typesetPdf(typesetting: Typesetting): Promise<Uint8Array> {
  const compiler = createCompiler();
  addFile(compiler, "common.typ", Buffer.from(common));
  addFile(compiler, "data.json", Buffer.from(JSON.stringify(typesetting.data)));
  for (const [name, bytes] of Object.entries(typesetting.files ?? {})) {
    addFile(compiler, name, Buffer.from(bytes));
  }
  try {
    return declareAccessible(exportPdf(compiler, typesetting.template));
  } finally {
    // The typesetter remembers what it has set for as long as the process lives: memory, and people's names.
    compiler.evictCache(0);
  }
}

/**
 * The names of those pictures that can be set: whole PNG files, and SVG files that need nothing from outside and no
 * letters that our fonts lack. Pictures come from people, and one broken logo must not cost the document.
 */
export function settablePictures(files: Record<string, Uint8Array>): Set<string> {
  const compiler = createCompiler();
  const names = Object.keys(files).filter((name) => {
    addFile(compiler, name, Buffer.from(files[name] ?? []));
    try {
      exportPdf(compiler, picturePage(name));
      return true;
    } catch {
      return false;
    }
  });
  return new Set(names);
}

/** `name` is one that we gave, so it needs no escaping. */
function picturePage(name: string): string {
  return `#set document(title: "picture")
#set text(font: "Source Sans 3", fallback: false)
#image("${name}", alt: "picture")`;
}

function createCompiler(): NodeCompiler {
  return NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: readFonts() }] });
}

function addFile(compiler: NodeCompiler, name: string, bytes: Buffer): void {
  compiler.mapShadow(path.join(workspace, name), bytes);
}

function exportPdf(compiler: NodeCompiler, template: string): Uint8Array {
  const compiled = compiler.compile({ mainFileContent: template });
  const document = compiled.result;
  if (document === null) {
    const problem = compiled.takeDiagnostics();
    throw new TypesettingError(JSON.stringify(problem?.shortDiagnostics ?? "unknown"));
  }
  try {
    compiler.pdf(document, { pdfStandard: "ua-1" });
    return compiler.pdf(document, { pdfStandard: "a-2a" });
  } catch (error) {
    throw new TypesettingError(error instanceof Error ? error.message : String(error));
  }
}
