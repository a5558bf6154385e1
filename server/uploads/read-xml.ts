import { SaxesParser } from "saxes";
import type { XmlElement } from "../domain/upload/element.ts";
import type { TableFault } from "../domain/upload/table.ts";
import { outcomeOf, UploadFault } from "./upload-fault.ts";

/** What is told while a document is gone through; names come without their prefix. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

export type XmlOutcome = { ok: true; root: XmlElement } | { ok: false; fault: TableFault };

export type { XmlElement } from "../domain/upload/element.ts";

const maxDepth = 64;
const maxElements = 500_000;
const partBytes = 64 * 1024;

/** Reads an XML document into elements. A document type is refused: entities of one's own are what it is misused for. */
export function readXml(bytes: Uint8Array): XmlOutcome {
  return outcomeOf(() => ({ ok: true, root: readElements(bytes) }));
}

function readElements(bytes: Uint8Array): XmlElement {
  const top: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  let count = 0;
  scanXml(bytes, {
    open: (name, attributes) => {
      count += 1;
      if (count > maxElements) throw new UploadFault("too-much-inside");
      const element: XmlElement = { name, attributes, children: [], text: "" };
      open.at(-1)!.children.push(element);
      open.push(element);
    },
    close: () => {
      open.pop();
    },
    text: (text) => {
      open.at(-1)!.text += text;
    },
  });
  const [root] = top.children;
  if (!root) throw new UploadFault("broken-xml");
  return root;
}

/**
 * Goes through a document from its first to its last byte without keeping it.
 * @throws UploadFault for what is not well formed, has a document type, or is nested beyond reason.
 */
export function scanXml(bytes: Uint8Array, listener: XmlListener): void {
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  parser.on("error", () => {
    throw new UploadFault("broken-xml", { line: parser.line });
  });
  parser.on("doctype", () => {
    throw new UploadFault("doctype");
  });
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    if (depth > maxDepth) throw new UploadFault("too-much-inside");
    listener.open(localName(name), attributes);
  });
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    listener.close(localName(name));
  });
  parser.on("text", (text) => listener.text(text));
  parser.on("cdata", (text) => listener.text(text));
  for (const part of decodedParts(bytes)) parser.write(part);
  parser.close();
}

/** A little text at a time; UTF-8 unless a byte order mark says otherwise. */
function* decodedParts(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder(wideEncoding(bytes) ?? "utf-8", { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += partBytes) {
      yield decoder.decode(bytes.subarray(at, at + partBytes), { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (error instanceof UploadFault) throw error;
    throw new UploadFault("broken-xml");
  }
}

/** UTF-16 in either order where its mark stands first. */
export function wideEncoding([first, second]: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return undefined;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
}
