import net from "node:net";
import { text } from "node:stream/consumers";
import { Hono } from "hono";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Problem } from "../../../server/domain/problem.ts";
import { limitBody } from "../../../server/http/body-limit.ts";
import { type Listening, listen } from "../../../server/serve.ts";

const most = 1_000;
let listening: Listening;

beforeAll(async () => {
  const app = new Hono();
  app.onError((error, c) => c.text(error instanceof Problem ? error.code : "fault", 413));
  app.use(limitBody(most));
  app.post("/", async (c) => c.text(`read ${(await c.req.text()).length}`));
  app.get("/", (c) => c.text("page"));
  listening = await listen(app, { host: "127.0.0.1", port: 0 });
});
afterAll(() => listening.close());

/** Sends bytes as they are, over a real socket, and gives the whole reply. */
async function send(head: string[], body: string): Promise<string> {
  const socket = net.connect(listening.port, "127.0.0.1");
  const lines = [...head, "host: 127.0.0.1", "connection: close", "", body];
  socket.write(lines.join("\r\n"));
  return await text(socket);
}

const chunked = (body: string) => `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;

it.each([
  ["of an announced length", `content-length: ${most}`, "x".repeat(most)],
  ["in chunks", "transfer-encoding: chunked", chunked("x".repeat(most))],
])("lets a body through that is as large as may be, %s", async (_, header, body) => {
  expect(await send(["POST / HTTP/1.1", header], body)).toContain(`read ${most}`);
});

it.each([
  ["of an announced length", `content-length: ${most + 1}`, "x".repeat(most + 1)],
  ["announced and never sent", "content-length: 999999999", ""],
  ["in chunks", "transfer-encoding: chunked", chunked("x".repeat(most + 1))],
])("refuses a larger body, %s", async (_, header, body) => {
  const reply = await send(["POST / HTTP/1.1", header], body);
  expect(reply).toMatch(/^HTTP\/1.1 413 /);
  expect(reply).toContain("too-large");
});

it("never takes what comes after the announced length for a body", async () => {
  const reply = await send(["POST / HTTP/1.1", "content-length: 3"], "x".repeat(most * 2));
  expect(reply).toMatch(/^HTTP\/1.1 400 /);
});

it("is refused by Node itself when it announces two ways", async () => {
  const both = ["POST / HTTP/1.1", "content-length: 3", "transfer-encoding: chunked"];
  expect(await send(both, chunked("x".repeat(most * 2)))).toMatch(/^HTTP\/1.1 400 /);
});

it("lets a request without a body through", async () => {
  expect(await send(["GET / HTTP/1.1"], "")).toContain("page");
  expect(await send(["POST / HTTP/1.1", "content-length: 0"], "")).toContain("read 0");
});
