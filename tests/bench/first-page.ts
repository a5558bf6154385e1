import { brotliDecompressSync } from "node:zlib";
import { type Connection, openConnection } from "./processes/connection.ts";
import { requestFor, tokenOf } from "./processes/load.ts";
import type { Scene } from "./scene.ts";
import type { BenchRow } from "./statistics.ts";

/**
 * What a telephone has to fetch before the first page stands: the page with its styles, and its scripts, heads of the
 * replies included. About 14 kB fit into what a server sends before it waits for the first sign of life (ten segments,
 * RFC 6928).
 */
export async function weighFirstPages({ product, takeCards }: Scene): Promise<BenchRow[]> {
  const connection = await openConnection(product.port);
  const token = tokenOf(takeCards(1));
  const pages = [
    ["the notice", "/a"],
    ["everything on one page", "/a/all"],
  ] as const;
  const rows: BenchRow[] = [];
  for (const [name, path] of pages) {
    rows.push({
      name: `bytes of ${name}`,
      value: (await weigh(connection, path, token)) / 1024,
      unit: "KiB",
      note: "compressed, with styles, scripts and heads; aim: at most 14",
    });
  }
  connection.close();
  return rows;
}

async function weigh({ send }: Connection, path: string, token: string): Promise<number> {
  const page = await send(requestFor("GET", path, { token }));
  if (page.status !== 200 || !/content-encoding: br/i.test(page.head)) {
    throw new Error(`${path} did not come compressed: ${page.head}`);
  }
  const html = brotliDecompressSync(page.body).toString("utf8");
  const files = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, file]) => file!);
  let bytes = page.bytes;
  for (const file of new Set(files)) bytes += (await send(requestFor("GET", file, {}))).bytes;
  return bytes;
}
