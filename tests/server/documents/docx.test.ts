import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { writeAnnexDocx } from "../../../server/documents/docx.ts";
import { cleanText } from "../../../server/documents/docx-text.ts";
import { columnWidths, textWidth } from "../../../server/documents/table-shape.ts";
import type { AnnexDocument } from "../../../server/domain/annex/document.ts";
import { anAnnex, aTable, longTitle } from "../../support/annex.ts";
import { commandJudge, convertByOffice, pdfPages, unlessHere } from "../../support/judges.ts";

const office = commandJudge("soffice", "libreoffice-writer-nogui");
const reader = commandJudge("pdftotext", "poppler-utils");
const readable = office.isHere ? reader : office;

async function partsOf(annex: AnnexDocument): Promise<Record<string, string>> {
  const files = Object.entries(unzipSync(await writeAnnexDocx(annex)));
  return Object.fromEntries(files.map(([name, bytes]) => [name, strFromU8(bytes)]));
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

describe("the package", async () => {
  const parts = await partsOf(anAnnex());
  const body = parts["word/document.xml"] ?? "";

  test("is in Lithuanian for Word's spelling and reading aloud", () => {
    expect(parts["word/styles.xml"]).toContain('<w:lang w:val="lt-LT"/>');
  });

  test("has headings that are headings, with numbers of Word's own", () => {
    expect(count(body, '<w:pStyle w:val="Heading1"/>')).toBe(7);
    expect(count(body, '<w:pStyle w:val="Heading2"/>')).toBe(4);
    expect(body).not.toMatch(/<w:t[^>]*>\d+\. Santrauka/);
  });

  test("repeats the head of every table, and tears no row apart", () => {
    const heads = count(body, "<w:tblHeader/>");
    expect(heads).toBe(4);
    const rows = count(body, "<w:tr>") + count(body, "<w:tr ");
    expect(count(body, "<w:cantSplit/>")).toBeGreaterThanOrEqual(rows - 1);
  });

  test("counts captions with fields, so that they can be listed and referred to", () => {
    expect(count(body, "SEQ lentelė")).toBe(4);
    expect(count(body, "SEQ pav")).toBe(2);
  });

  test("tells of every picture in words", () => {
    const pictures = [...body.matchAll(/<wp:docPr [^>]*>/g)].map((match) => match[0]);
    expect(pictures).toHaveLength(5);
    for (const picture of pictures) expect(picture).toMatch(/descr="[^"]{3,}"/);
  });

  test("marks invented data in the head of the first and of all other pages", () => {
    const headers = Object.entries(parts).filter(([name]) => /word\/header\d\.xml/.test(name));
    expect(headers).toHaveLength(2);
    for (const [, xml] of headers) expect(xml).toContain("Demonstraciniai duomenys");
    expect(body).toContain("<w:titlePg/>");
  });

  test("says nothing of the moment it was made", async () => {
    const digest = async () =>
      createHash("sha256")
        .update(await writeAnnexDocx(anAnnex()))
        .digest("hex");
    expect(await digest()).toBe(await digest());
    expect(parts["docProps/core.xml"]).toMatch(/created[^>]*>2017-07-14T00:00:00Z/);
  });
});

test("what people typed is text, and what XML cannot hold is left out", async () => {
  expect(cleanText("a\u0000b\ud83d\r\nc\td")).toBe("ab\nc\td");
  const nasty = '</w:t><w:p/> & "=1" \u0000\ud83d 😀 漢字';
  const annex = anAnnex({ title: nasty, blocks: [{ kind: "paragraph", text: nasty }] });
  const body = (await partsOf(annex))["word/document.xml"];
  expect(body).toContain("&lt;/w:t&gt;&lt;w:p/&gt; &amp; ");
  expect(body).toContain("😀 漢字");
});

test("a broken logo is named", async () => {
  const broken = {
    mediaType: "image/png" as const,
    base64: "bm9wZQ==",
    alt: "Sugadintas logotipas",
  };
  const body = (await partsOf(anAnnex({ logos: [broken], blocks: [] })))["word/document.xml"] ?? "";
  expect(body).toContain("Sugadintas logotipas");
  expect(body).not.toContain("<wp:docPr");
});

test("columns fill the text's width, and columns of numbers take no more than they need", () => {
  const widths = columnWidths(aTable());
  const total = widths.reduce((sum, width) => sum + width, 0);
  expect(Math.abs(total - textWidth)).toBeLessThan(widths.length);
  expect(widths[2]).toBeLessThan((widths[0] ?? 0) / 2);
});

describe.skipIf(!readable.isHere)(`as LibreOffice lays it out${unlessHere(readable)}`, () => {
  test("every part of the annex is on a page", async () => {
    const docx = await writeAnnexDocx(anAnnex());
    const pages = pdfPages(convertByOffice(docx, "docx", "pdf"));
    expect(pages.length).toBeGreaterThanOrEqual(5);
    const whole = pages.join("\n").replace(/\s+/g, " ");
    for (const text of [
      longTitle,
      "1 priedas",
      "Turinys",
      "1 lentelė. Planuotos ir pasiektos rodiklių reikšmės",
      "2 pav. Vidutinis įsivertinimas",
      "4.2. Ko šis tyrimas parodyti negali",
      "Duomenų nėra",
      "−4,5",
      "(parašas)",
      "Jurgita Vardenytė-Pavardenienė",
    ]) {
      expect(whole).toContain(text);
    }
    pages.forEach((page, index) => {
      expect(page).toContain("Demonstraciniai duomenys");
      if (index > 0)
        expect(page.split("\n").slice(0, 3).join(" ")).toMatch(new RegExp(`\\b${index + 1}\\b`));
    });
  }, 90_000);
});
