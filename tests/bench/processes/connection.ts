import { once } from "node:events";
import net from "node:net";

export interface HttpReply {
  status: number;
  head: string;
  body: Buffer;
  /** Of head and body, as they came over the wire. */
  bytes: number;
}

/**
 * One kept-alive HTTP/1.1 connection, with as little work as can be: client and server share one machine here, and
 * what the client takes is missing from the server. One request at a time.
 */
export interface Connection {
  send(request: string): Promise<HttpReply>;
  close(): void;
}

const nothing = Buffer.alloc(0);

export async function openConnection(port: number): Promise<Connection> {
  const socket = net.connect({ host: "127.0.0.1", port, noDelay: true });
  await once(socket, "connect");
  let received: Buffer = nothing;
  let waiting: { resolve(reply: HttpReply): void; reject(error: Error): void } | undefined;
  socket.on("data", (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const reply = readReply(received);
    if (!reply) return;
    received = nothing;
    waiting?.resolve(reply);
  });
  socket.on("error", (error) => waiting?.reject(error));
  socket.on("close", () => waiting?.reject(new Error("the server closed the connection")));
  const send = (request: string) => {
    const reply = new Promise<HttpReply>((resolve, reject) => {
      waiting = { resolve, reject };
    });
    socket.write(request);
    return reply;
  };
  return { send, close: () => socket.destroy() };
}

/** The reply, once it has come whole; undefined before. */
function readReply(received: Buffer): HttpReply | undefined {
  const headEnd = received.indexOf("\r\n\r\n");
  if (headEnd < 0) return undefined;
  const head = received.toString("latin1", 0, headEnd);
  const rest = received.subarray(headEnd + 4);
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  const body = length === undefined ? readChunks(rest) : readLength(rest, Number(length));
  if (!body) return undefined;
  return { status: Number(head.slice(9, 12)), head, body, bytes: received.length };
}

function readLength(rest: Buffer, length: number): Buffer | undefined {
  return rest.length < length ? undefined : rest.subarray(0, length);
}

/** `Transfer-Encoding: chunked`: a length in hexadecimal before each piece, and one of no length at the end. */
function readChunks(rest: Buffer): Buffer | undefined {
  const pieces: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = rest.indexOf("\r\n", at);
    if (lineEnd < 0) return undefined;
    const length = Number.parseInt(rest.toString("latin1", at, lineEnd), 16);
    const end = lineEnd + 2 + length + 2;
    if (rest.length < end) return undefined;
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(rest.subarray(lineEnd + 2, end - 2));
    at = end;
  }
}
