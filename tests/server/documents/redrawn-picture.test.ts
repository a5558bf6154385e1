import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { jpegSize } from "../../../server/documents/picture-size.ts";
import { type PictureType, redrawPicture } from "../../../server/documents/redrawn-picture.ts";
import { aPhotograph, aScene, hidden, segment } from "../../support/photograph.ts";

async function redrawn(content: Buffer, type: PictureType = "image/jpeg"): Promise<Buffer> {
  const outcome = await redrawPicture(content, type);
  if (!outcome.ok) throw new Error(outcome.fault);
  return outcome.content;
}

/** Size, and the colours of the four corners from the upper left on, as a browser shows them. */
async function lookAt(content: Buffer) {
  const image = await loadImage(content);
  const { width, height } = image;
  const context = createCanvas(width, height).getContext("2d");
  context.drawImage(image, 0, 0);
  const colour = (x: number, y: number) =>
    [...context.getImageData(x, y, 1, 1).data.slice(0, 3)]
      .map((part) => (part > 128 ? "f" : "0"))
      .join("");
  const right = width - 5;
  const low = height - 5;
  return {
    width,
    height,
    corners: [
      [4, 4],
      [right, 4],
      [4, low],
      [right, low],
    ].map(([x, y]) => colour(x!, y!)),
  };
}

/** The names of a PNG's chunks, or the markers of a JPEG's segments before its dots. */
function partsOf(content: Buffer, type: PictureType): string[] {
  const parts: string[] = [];
  let at = type === "image/png" ? 8 : 2;
  while (at < content.length && parts.at(-1) !== "da") {
    const isPng = type === "image/png";
    parts.push(
      isPng ? content.toString("latin1", at + 4, at + 8) : content.toString("hex", at + 1, at + 2),
    );
    at += isPng ? 12 + content.readUInt32BE(at) : 2 + content.readUInt16BE(at + 2);
  }
  return parts;
}

describe("an uploaded picture", () => {
  it("tells no longer where and by whom it was taken, and stands upright", async () => {
    const sent = aPhotograph(6);
    for (const secret of Object.values(hidden)) expect(sent.includes(secret)).toBe(true);
    const kept = await redrawn(sent);
    for (const secret of Object.values(hidden)) expect(kept.includes(secret)).toBe(false);
    expect(kept.includes("Exif")).toBe(false);
    // Comments and the segments of EXIF and of editors are gone; the head and the colour profile of sRGB stay.
    expect(partsOf(kept, "image/jpeg").filter((part) => /^(e|fe)/.test(part))).toEqual([
      "e0",
      "e2",
    ]);
    expect(await lookAt(kept)).toEqual({
      width: 40,
      height: 60,
      corners: ["f00", "f00", "fff", "00f"],
    });
  });

  it.each([
    [1, 60, ["f00", "00f", "f00", "fff"]],
    [3, 60, ["fff", "f00", "00f", "f00"]],
    [8, 40, ["00f", "fff", "f00", "f00"]],
  ])("is turned as orientation %i says, once", async (orientation, width, corners) => {
    const once = await redrawn(aPhotograph(orientation));
    expect(await lookAt(once)).toMatchObject({ width, corners });
    expect(await lookAt(await redrawn(once))).toMatchObject({ width, corners });
  });

  it("of a page on a screen loses its words and its time, and no dot", async () => {
    const plain = aScene("image/png");
    const words = Buffer.from(`Author\0${hidden.name}`, "latin1");
    const head = Buffer.alloc(8);
    head.writeUInt32BE(words.length);
    head.write("tEXt", 4, "latin1");
    // A reader of pictures passes over a wrong checksum of a chunk that it does not need.
    const sent = Buffer.concat([
      plain.subarray(0, 33),
      head,
      words,
      Buffer.alloc(4),
      plain.subarray(33),
    ]);
    const kept = await redrawn(sent, "image/png");
    expect(kept.includes(hidden.name)).toBe(false);
    expect(
      partsOf(kept, "image/png").filter((part) => /^(tEXt|iTXt|zTXt|eXIf|tIME)$/.test(part)),
    ).toEqual([]);
    expect(await lookAt(kept)).toEqual(await lookAt(plain));
  });

  it("keeps the colours of its profile", async () => {
    const canvas = createCanvas(16, 16);
    const context = canvas.getContext("2d");
    context.fillStyle = "rgb(200, 60, 60)";
    context.fillRect(0, 0, 16, 16);
    const plain = canvas.toBuffer("image/jpeg", 100);
    const profile = Buffer.concat([Buffer.from("ICC_PROFILE\0\x01\x01", "latin1"), displayP3()]);
    // Our own writer puts a profile in: it gives way to the telephone's.
    const start = 2 + 2 + plain.readUInt16BE(4);
    const end = start + 2 + plain.readUInt16BE(start + 2);
    const sent = Buffer.concat([
      plain.subarray(0, start),
      segment(0xffe2, profile),
      plain.subarray(end),
    ]);
    const image = await loadImage(await redrawn(sent));
    const seen = createCanvas(16, 16).getContext("2d");
    seen.drawImage(image, 0, 0);
    const [red, green, blue] = seen.getImageData(8, 8, 1, 1).data;
    // The same numbers mean a stronger red in Display P3 than in sRGB: about (219, 37, 48).
    expect(Math.abs(red! - 219)).toBeLessThanOrEqual(3);
    expect(Math.abs(green! - 37)).toBeLessThanOrEqual(4);
    expect(Math.abs(blue! - 48)).toBeLessThanOrEqual(4);
  });

  it("that is very large is made smaller, and a usual photograph is not", async () => {
    const large = createCanvas(6000, 4000).toBuffer("image/jpeg", 80);
    const kept = jpegSize(await redrawn(large))!;
    expect(kept.width * kept.height).toBeLessThanOrEqual(16_010_000);
    expect(kept.width / kept.height).toBeCloseTo(1.5, 2);
    const usual = createCanvas(4000, 3000).toBuffer("image/jpeg", 80);
    expect(jpegSize(await redrawn(usual))).toEqual({ width: 4000, height: 3000 });
  });

  it("is refused before unpacking when it claims to be enormous", async () => {
    const png = aScene("image/png");
    png.writeUInt32BE(60_000, 16);
    png.writeUInt32BE(60_000, 20);
    const fault = { ok: false, fault: "too-big-picture" };
    expect(await redrawPicture(png, "image/png")).toEqual(fault);
    const jpeg = aScene("image/jpeg");
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
    jpeg.writeUInt16BE(60_000, frame + 5);
    jpeg.writeUInt16BE(60_000, frame + 7);
    expect(await redrawPicture(jpeg, "image/jpeg")).toEqual(fault);
  });

  it.each<[string, Buffer, PictureType]>([
    ["nothing but a beginning", Buffer.from("ffd8ffe0", "hex"), "image/jpeg"],
    ["segments without an end", Buffer.from("ffd8ffe00002ffe00002ffe00002", "hex"), "image/jpeg"],
    ["data without a frame", Buffer.from("ffd8ffda0002000000000000", "hex"), "image/jpeg"],
    ["a PNG cut off", aScene("image/png").subarray(0, 20), "image/png"],
    ["a PNG without dots", aScene("image/png").subarray(0, 33), "image/png"],
  ])("is not %s", async (_name, content, type) => {
    expect(await redrawPicture(content, type)).toEqual({ ok: false, fault: "not-a-picture" });
  });
});

/** The smallest ICC profile of Display P3: white, three colours, one curve of gamma 2.2. */
function displayP3(): Buffer {
  const fixed = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32BE(Math.round(value * 65_536));
    return bytes;
  };
  const point = (...xyz: number[]) =>
    Buffer.concat([Buffer.from("XYZ \0\0\0\0", "latin1"), ...xyz.map(fixed)]);
  const curve = Buffer.from("63757276000000000000000102330000", "hex");
  const tags: [string, Buffer][] = [
    ["wtpt", point(0.9642, 1, 0.8249)],
    ["rXYZ", point(0.5151, 0.2412, -0.00105)],
    ["gXYZ", point(0.29198, 0.69225, 0.04189)],
    ["bXYZ", point(0.1571, 0.06657, 0.78407)],
    ["rTRC", curve],
    ["gTRC", curve],
    ["bTRC", curve],
  ];
  const table = Buffer.alloc(4 + 12 * tags.length);
  table.writeUInt32BE(tags.length);
  let at = 128 + table.length;
  tags.forEach(([name, bytes], index) => {
    table.write(name, 4 + 12 * index, "latin1");
    table.writeUInt32BE(at, 8 + 12 * index);
    table.writeUInt32BE(bytes.length, 12 + 12 * index);
    at += bytes.length;
  });
  const head = Buffer.alloc(128);
  head.writeUInt32BE(at);
  head.writeUInt32BE(0x02400000, 8);
  head.write("mntrRGB XYZ ", 12, "latin1");
  head.write("acsp", 36, "latin1");
  Buffer.concat([0.9642, 1, 0.8249].map(fixed)).copy(head, 68);
  return Buffer.concat([head, table, ...tags.map(([, bytes]) => bytes)]);
}
