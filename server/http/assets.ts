import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** The built browser files, read once and kept compressed in memory: nothing on disk is reachable by a request. */
export interface Assets {
  /** The address of an entry such as "web/browser/dashboard.ts". */
  url(entry: string): string;
  /** The text of an entry, to be put into a page, and its hash for the content security policy. */
  inline(entry: string): { text: string; hash: string };
  /** Every file by its address below /assets/. */
  find(name: string): AssetFile | undefined;
  /** Hashes of all style sheets that pages may carry inside. */
  styleHashes: readonly string[];
}

export interface AssetFile {
  mediaType: string;
  plain: Buffer;
  /** Compressed when first asked for, then kept: a start need not wait for files that nobody wants yet. */
  gzip(): Buffer;
  brotli(): Buffer;
}

interface ManifestChunk {
  file: string;
  css?: string[];
}

const mediaTypes: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Reads what `vite build` left in `folder` (dist/web). */
export function readAssets(folder: string): Assets {
  const manifest = readManifest(folder);
  const files = new Map<string, AssetFile>();
  for (const name of fs.readdirSync(path.join(folder, "assets"))) {
    files.set(name, readFile(path.join(folder, "assets", name)));
  }
  const fileOf = (entry: string) => {
    const chunk = manifest[entry];
    if (!chunk) throw new Error(`${entry} is not an entry of the browser build`);
    return path.basename(chunk.file);
  };
  const textOf = (entry: string) => files.get(fileOf(entry))!.plain.toString("utf8").trimEnd();
  const styles = Object.keys(manifest).filter((entry) => entry.endsWith(".css"));
  return {
    url: (entry) => `/assets/${fileOf(entry)}`,
    inline: (entry) => ({ text: textOf(entry), hash: hashOf(textOf(entry)) }),
    find: (name) => files.get(name),
    styleHashes: styles.map((entry) => hashOf(textOf(entry))),
  };
}

function readManifest(folder: string): Record<string, ManifestChunk> {
  const file = path.join(folder, ".vite", "manifest.json");
  return JSON.parse(fs.readFileSync(file, "utf8")) as Record<string, ManifestChunk>;
}

function readFile(file: string): AssetFile {
  const plain = fs.readFileSync(file);
  return {
    mediaType: mediaTypes[path.extname(file)] ?? "application/octet-stream",
    plain,
    gzip: once(() => gzipSync(plain, { level: 9 })),
    brotli: once(() => brotliCompressSync(plain)),
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
