import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";

/** Where the invented photograph was taken, and what a camera would write into it. */
export const hidden = { place: "N54.8985", name: "Vardenis Pavardenis" };

/** 60 dots wide and 40 high, lying on its side: red on the left, blue above the rest, white below. */
function drawScene(context: SKRSContext2D): void {
  context.fillStyle = "#fff";
  context.fillRect(0, 0, 60, 40);
  context.fillStyle = "#f00";
  context.fillRect(0, 0, 20, 40);
  context.fillStyle = "#00f";
  context.fillRect(20, 0, 40, 20);
}

export function aScene(type: "image/jpeg" | "image/png"): Buffer {
  const canvas = createCanvas(60, 40);
  drawScene(canvas.getContext("2d"));
  return type === "image/png" ? canvas.toBuffer("image/png") : canvas.toBuffer("image/jpeg", 95);
}

/** A TIFF block as EXIF has it: orientation, artist and the directory of GPS with a latitude. */
export function exifBlock(orientation: number): Buffer {
  const artist = Buffer.from(`${hidden.name}\0`, "latin1");
  const place = Buffer.from(`${hidden.place}\0`, "latin1");
  const heads = 8 + (2 + 3 * 12 + 4) + (2 + 12 + 4);
  const block = Buffer.concat([Buffer.alloc(heads), artist, place]);
  block.write("II", 0, "latin1");
  block.writeUInt16LE(42, 2);
  block.writeUInt32LE(8, 4);
  const entry = (at: number, [tag, type, count, value]: [number, number, number, number]) => {
    block.writeUInt16LE(tag, at);
    block.writeUInt16LE(type, at + 2);
    block.writeUInt32LE(count, at + 4);
    block.writeUInt32LE(value, at + 8);
  };
  block.writeUInt16LE(3, 8);
  entry(10, [0x0112, 3, 1, orientation]);
  entry(22, [0x013b, 2, artist.length, heads]);
  entry(34, [0x8825, 4, 1, 50]);
  block.writeUInt16LE(1, 50);
  entry(52, [0x0002, 2, place.length, heads + artist.length]);
  return block;
}

export function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(marker, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** A telephone's photograph: EXIF with a place and a name, a comment, an editor's notes, something behind the end. */
export function aPhotograph(orientation: number): Buffer {
  const plain = aScene("image/jpeg");
  const exif = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), exifBlock(orientation)]);
  const notes = Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x>${hidden.name}</x>`, "latin1");
  return Buffer.concat([
    plain.subarray(0, 2),
    segment(0xffe1, exif),
    segment(0xffe1, notes),
    segment(0xfffe, Buffer.from(hidden.name, "latin1")),
    plain.subarray(2),
    Buffer.from(hidden.place, "latin1"),
  ]);
}
