import fs from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";

export interface BareServerSettings {
  config: pg.PoolConfig;
  statement: string;
  /** The file whose bytes are served as the page, compressed already. */
  page: string;
}

/**
 * The least that could be called a questionnaire: node:http serves the page from memory, and stores what is posted with
 * one statement through pg. No routing, no reading of answers, no scores, no protection: the floor to be measured by.
 * Prints its port.
 */
export async function main([file]: string[]): Promise<void> {
  const settings = JSON.parse(fs.readFileSync(file!, "utf8")) as BareServerSettings;
  const page = fs.readFileSync(settings.page);
  const pool = new pg.Pool(settings.config);
  const query = { name: "insert", text: settings.statement };
  const pageHeaders = {
    "content-type": "text/html; charset=utf-8",
    "content-encoding": "br",
    "content-length": page.length,
  };
  const server = createServer(async (request, response) => {
    if (request.method === "GET") {
      response.writeHead(200, pageHeaders).end(page);
      return;
    }
    await pool.query({ ...query, values: [await readBody(request)] });
    response.writeHead(303, { location: "/receipt", "content-length": 0 }).end();
  });
  server.listen(0, "127.0.0.1", () => {
    process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
  });
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
