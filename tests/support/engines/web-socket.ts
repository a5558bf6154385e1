import { randomBytes } from "node:crypto";
import http from "node:http";
import type { Socket } from "node:net";

/** The client's half of RFC 6455, as far as a browser's debugging port needs it: texts, and no extensions. */
export interface TextSocket {
  send(text: string): void;
  close(): void;
}

const opcodes = { continuation: 0, text: 1, close: 8, ping: 9, pong: 10 };

/** Node 20 has no WebSocket of its own. Rejects when nobody listens, or when the handshake is refused. */
export function openTextSocket(url: string, onText: (text: string) => void): Promise<TextSocket> {
  return new Promise((resolve, reject) => {
    const headers = {
      connection: "Upgrade",
      upgrade: "websocket",
      "sec-websocket-version": "13",
      "sec-websocket-key": randomBytes(16).toString("base64"),
    };
    const request = http.get(url.replace(/^ws:/, "http:"), { headers });
    request.on("error", reject);
    request.on("response", ({ statusCode }) => reject(new Error(`refused with ${statusCode}`)));
    request.on("upgrade", (_response, socket: Socket, head) => {
      const read = frameReader(onText, (text) => writeFrame(socket, opcodes.pong, text));
      socket.on("data", read);
      // A browser that is ended leaves its socket without a farewell.
      socket.on("error", () => socket.destroy());
      if (head.length > 0) read(head);
      resolve({
        send: (text) => writeFrame(socket, opcodes.text, Buffer.from(text)),
        close: () => socket.destroy(),
      });
    });
  });
}

function writeFrame(socket: Socket, opcode: number, payload: Buffer): void {
  const mask = randomBytes(4);
  const masked = payload.map((byte, at) => byte ^ mask[at % 4]!);
  socket.write(Buffer.concat([headOf(opcode, payload.length), mask, masked]));
}

function headOf(opcode: number, length: number): Buffer {
  const first = 0x80 | opcode;
  if (length < 126) return Buffer.from([first, 0x80 | length]);
  const head = Buffer.alloc(length < 65_536 ? 4 : 10);
  head[0] = first;
  head[1] = 0x80 | (length < 65_536 ? 126 : 127);
  if (length < 65_536) head.writeUInt16BE(length, 2);
  else head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}

interface Frame {
  opcode: number;
  isLast: boolean;
  payload: Buffer;
  /** Bytes that the frame took. */
  size: number;
}

/** Puts frames together from whatever pieces the network brings. */
function frameReader(onText: (text: string) => void, onPing: (payload: Buffer) => void) {
  let rest = Buffer.alloc(0);
  let parts: Buffer[] = [];
  return (bytes: Buffer) => {
    rest = Buffer.concat([rest, bytes]);
    for (let frame = readFrame(rest); frame; frame = readFrame(rest)) {
      rest = rest.subarray(frame.size);
      if (frame.opcode === opcodes.ping) onPing(frame.payload);
      if (frame.opcode > opcodes.text) continue;
      parts.push(frame.payload);
      if (!frame.isLast) continue;
      onText(Buffer.concat(parts).toString());
      parts = [];
    }
  };
}

/** A server's frames are not masked. Undefined while a frame has not come whole. */
function readFrame(bytes: Buffer): Frame | undefined {
  if (bytes.length < 2) return undefined;
  const short = bytes[1]! & 0x7f;
  const start = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (bytes.length < start) return undefined;
  const long = () => (short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2)));
  const size = start + (short < 126 ? short : long());
  if (bytes.length < size) return undefined;
  const first = bytes[0]!;
  const payload = bytes.subarray(start, size);
  return { opcode: first & 0x0f, isLast: first >= 0x80, payload, size };
}
