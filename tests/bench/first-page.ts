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
  const [newcomer, begun] = [tokenOf(takeCards(1)), tokenOf(takeCards(1))];
  const pages = [
    { name: "the notice", path: "/a", token: newcomer },
    { name: "the first part", path: await begin(connection, begun), token: begun },
    { name: "everything on one page", path: "/a/all", token: newcomer },
  ];
  const rows: BenchRow[] = [];
  for (const { name, path, token } of pages) {
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

/** Agrees to take part, and gives the address of the first part. */
async function begin({ send }: Connection, token: string): Promise<string> {
  await send(requestFor("POST", "/a", { token, body: "_statement.participate=yes" }));
  const { head } = await send(requestFor("GET", "/a", { token }));
  const path = /\r\nlocation: (\S+)/i.exec(head)?.[1];
  if (!path?.startsWith("/a/parts/")) throw new Error(`no part was begun: ${head}`);
  return path;
}

async function weigh({ send }: Connection, path: string, token: string): Promise<number> {
  const page = await send(requestFor("GET", path, { token }));
  if (page.status !== 200 || !/content-encoding: br/i.test(page.head)) {
    throw new Error(`${path} did not come compressed: ${page.head}`);
  }
  let bytes = page.bytes;
  const files = new Set(filesIn(page.body));
  for (const file of files) {
    const reply = await send(requestFor("GET", file, {}));
    bytes += reply.bytes;
    if (file.endsWith(".js")) for (const more of importsOf(file, reply.body)) files.add(more);
  }
  return bytes;
}

function filesIn(page: Buffer): string[] {
  const html = brotliDecompressSync(page).toString("utf8");
  return [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, file]) => file!);
}

/** What a script imports at once is fetched before it runs; what it imports later, on demand, is not. */
function importsOf(file: string, script: Buffer): string[] {
  const text = brotliDecompressSync(script).toString("utf8");
  const imports = text.matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+)"/g);
  return [...imports].map(([, name]) => new URL(name!, `http://host${file}`).pathname);
}
