import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { demoLogos } from "../../../db/seed/logos.ts";
import { readLogo } from "../../../server/features/setup/read-logo.ts";

const svg = (inside: string, root = 'viewBox="0 0 40 20"') =>
  Buffer.from(
    `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${root}>${inside}</svg>`,
  );
const shape = '<rect width="40" height="20" fill="#123456"/>';

const unsafe: Record<string, string> = {
  "a script": `${shape}<script>alert(1)</script>`,
  "a script of another name space": `${shape}<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>`,
  "an event handler": '<rect width="4" height="4" onload="alert(1)"/>',
  "an event handler on what is left out": '<metadata onclick="alert(1)"/>',
  "foreign content": "<foreignObject><p>1</p></foreignObject>",
  "a picture from elsewhere": '<image href="https://example.org/a.png"/>',
  "an embedded picture": '<image xlink:href="data:image/png;base64,AAAA"/>',
  "a reference to elsewhere": '<use href="https://example.org/a.svg#b"/>',
  "a scripted reference": '<use xlink:href="javascript:alert(1)"/>',
  "a fill from elsewhere": '<rect width="4" height="4" fill="url(https://example.org/#a)"/>',
  "a style that imports": `<style>@import "https://example.org/a.css";</style>${shape}`,
  "a style with a picture": `<style>rect{fill:url('//example.org/x')}</style>${shape}`,
  "a style that hides behind escapes": `<style>rect{fill:u\\72l(//example.org/x)}</style>${shape}`,
  "a style attribute from elsewhere": '<rect style="filter:url(http://example.org/f)" width="1"/>',
  "an animation that sets an address": '<set attributeName="href" to="javascript:alert(1)"/>',
  "a circle of references":
    '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g><use href="#a"/>',
};

describe("an uploaded logo", () => {
  it.each(Object.entries(unsafe))("is refused with %s", async (_name, inside) => {
    expect(await readLogo(svg(inside))).toEqual({ ok: false, fault: "unsafe" });
  });

  it("is refused with a document type, whatever entities it declares", async () => {
    const bomb = Buffer.from(
      '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><text>&b;</text></svg>',
    );
    expect(await readLogo(bomb)).toEqual({ ok: false, fault: "unsafe" });
  });

  it("is refused when references double what they refer to", async () => {
    const levels = Array.from(
      { length: 30 },
      (_, level) => `<g id="l${level + 1}"><use href="#l${level}"/><use href="#l${level}"/></g>`,
    ).join("");
    const drawing = svg(`<defs><g id="l0">${shape}</g>${levels}</defs><use href="#l30"/>`);
    expect(await readLogo(drawing)).toEqual({ ok: false, fault: "unsafe" });
  });

  it.each([
    ["words", Buffer.from("labas")],
    ["nothing", Buffer.alloc(0)],
    ["a web page", Buffer.from("<html><body>1</body></html>")],
    ["a drawing that is not closed", Buffer.from('<svg viewBox="0 0 1 1"><g>')],
    ["a PNG cut off", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2])],
    ["a JPEG", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0])],
  ])("is not %s", async (_name, bytes) => {
    expect(await readLogo(bytes)).toEqual({ ok: false, fault: "not-a-picture" });
  });

  it("keeps the drawing and leaves out an editor's notes, comments and links", async () => {
    const read = await readLogo(
      svg(
        `<!-- made by hand --><metadata><rdf>secret</rdf></metadata><sodipodi:namedview xmlns:sodipodi="x" id="v"/>
         <defs><linearGradient id="p"><stop offset="0" stop-color="red"/></linearGradient></defs>
         <style>.a{fill:url(#p)}</style><a href="https://example.org"><path class="a" d="M0 0h9v9z" data-x="1"/></a><text>Ąžuolas &amp; Co</text>`,
      ),
    );
    const kept = read.ok ? read.logo.content.toString() : "";
    expect(kept).toContain('<path class="a" d="M0 0h9v9z">');
    expect(kept).toContain("Ąžuolas &amp; Co");
    expect(kept).toContain(".a{fill:url(#p)}");
    expect(kept).toContain('width="40" height="20"');
    expect(kept).not.toMatch(/secret|example|data-x|made by hand|namedview/);
    expect(await readLogo(Buffer.from(kept))).toEqual(read);
  });

  it.each(demoLogos.map(({ svg: drawing }) => drawing))(
    "may be one of the demonstration's",
    async (drawing) => {
      expect((await readLogo(Buffer.from(drawing))).ok).toBe(true);
    },
  );

  it("is made anew of a PNG's dots: what was hidden behind them is gone", async () => {
    const canvas = createCanvas(30, 10);
    canvas.getContext("2d").fillRect(0, 0, 15, 10);
    const sent = Buffer.concat([canvas.toBuffer("image/png"), Buffer.from("<script>1</script>")]);
    const read = await readLogo(sent);
    if (!read.ok) throw new Error(read.fault);
    expect(read.logo.mediaType).toBe("image/png");
    expect(read.logo.content.includes("script")).toBe(false);
    expect([read.logo.content.readUInt32BE(16), read.logo.content.readUInt32BE(20)]).toEqual([
      30, 10,
    ]);
  });

  it("is refused before unpacking when it claims to be enormous", async () => {
    const png = createCanvas(2, 2).toBuffer("image/png");
    png.writeUInt32BE(60_000, 16);
    expect(await readLogo(png)).toEqual({ ok: false, fault: "too-big-picture" });
    expect(await readLogo(Buffer.alloc(1024 * 1024 + 1))).toEqual({
      ok: false,
      fault: "too-large",
    });
  });
});
