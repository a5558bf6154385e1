import { createHash } from "node:crypto";
import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import { writeAnnexPdf } from "../../../server/documents/pdf.ts";
import type { AnnexBlock, AnnexDocument } from "../../../server/domain/annex/document.ts";
import { aCell, aLogo, anAnnex, aTable, cellsOf, longTitle } from "../../support/annex.ts";
import { aForestChart, aForestRow } from "../../support/charts.ts";
import {
  commandJudge,
  pdfPages,
  unlessHere,
  veraJudge,
  veraVerdicts,
} from "../../support/judges.ts";

const reader = commandJudge("pdftotext", "poppler-utils");
const vera = veraJudge();

function digest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** An annex of nothing but these blocks. */
function bareAnnex(blocks: AnnexBlock[], annex: Partial<AnnexDocument> = {}): AnnexDocument {
  const none = { titleLines: [], logos: [], provenance: [], signatory: null, demonstration: null };
  return anAnnex({ ...none, mark: "", blocks, ...annex });
}

const localities = Array.from({ length: 50 }, (_, index) => `Vietovė nr. ${index + 1}`);
const manyLocalities: AnnexBlock[] = [
  { kind: "heading", level: 1, text: "Daug vietovių" },
  aTable({
    rows: localities.map((name) => ({
      cells: cellsOf(name, "11 / 13", 48, 66, 18, "9 … 28", "Akivaizdus augimas"),
      isTotal: false,
    })),
  }),
  {
    kind: "figure",
    key: "forest",
    caption: "Pokytis pagal vietoves",
    alt: "Daugelio vietovių pokytis",
    chart: aForestChart({ rows: localities.map((label) => aForestRow({ label })) }),
  },
];

/** Everything that has ever broken a PDF, in every field that people fill in. */
const nasty =
  'Ž#read("/etc/passwd") *b* $x$ \\ @ref <tag> 😀👨‍👩‍👧 漢字 \u0000\u0007\ud83d\ue000 e\u0301 \u200b\u202e ﷽';
const nastyAnnex = bareAnnex(
  [
    { kind: "heading", level: 3, text: nasty },
    { kind: "paragraph", text: `${nasty}\n${nasty}` },
    { kind: "list", items: [nasty, ""] },
    { kind: "note", text: nasty },
    { kind: "quotation", text: nasty, source: nasty },
    aTable({ caption: nasty, note: nasty, rows: [{ cells: cellsOf(nasty), isTotal: true }] }),
    {
      kind: "figure",
      key: "f",
      caption: nasty,
      alt: nasty,
      chart: aForestChart({ rows: [aForestRow({ label: nasty, details: [nasty] })] }),
    },
  ],
  {
    title: nasty,
    subtitle: nasty,
    mark: nasty,
    organisation: nasty,
    demonstration: nasty,
    titleLines: [{ label: nasty, text: nasty }],
    provenance: [{ label: nasty, text: nasty }],
    signatory: { position: nasty, name: nasty },
    logos: [aLogo(nasty, 90, 40)],
  },
);

describe("the file", () => {
  test("the same annex gives the same bytes", async () => {
    expect(digest(await writeAnnexPdf(anAnnex()))).toBe(digest(await writeAnnexPdf(anAnnex())));
  });

  test("its metadata is the annex's, and no clock's", async () => {
    const document = await PDFDocument.load(await writeAnnexPdf(anAnnex()), {
      updateMetadata: false,
    });
    expect(document.getTitle()).toBe(longTitle);
    expect(document.getAuthor()).toBe("VšĮ Ateities visuomenės institutas");
    expect(document.getCreationDate()?.toISOString()).toBe("2017-07-14T00:00:00.000Z");
    expect(document.getModificationDate()?.toISOString()).toBe("2017-07-14T00:00:00.000Z");
  });

  test("a broken logo is named instead of failing the document", async () => {
    const broken = {
      mediaType: "image/png" as const,
      base64: "bm9wZQ==",
      alt: "Sugadintas logotipas",
    };
    const pdf = await writeAnnexPdf(anAnnex({ logos: [aLogo("Geras", 90, 40), broken] }));
    expect(pdf.length).toBeGreaterThan(10_000);
    if (reader.isHere) expect(pdfPages(pdf)[0]).toContain("Sugadintas logotipas");
  });

  test("an annex of nothing is still a document", async () => {
    const pdf = await writeAnnexPdf(bareAnnex([]));
    expect((await PDFDocument.load(pdf, { updateMetadata: false })).getPageCount()).toBe(2);
  });
});

describe.skipIf(!reader.isHere)(`what is read on the pages${unlessHere(reader)}`, async () => {
  const pages = reader.isHere ? pdfPages(await writeAnnexPdf(anAnnex())) : [];
  const whole = pages.join("\n");

  test("numbers stand at the top of every page from the second, and demonstration data is marked on all", () => {
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach((page, index) => {
      const head = page.trimStart().split("\n")[0] ?? "";
      expect(head).toContain("Demonstraciniai duomenys");
      expect(head.replace("Demonstraciniai duomenys", "").trim()).toBe(
        index === 0 ? "" : String(index + 1),
      );
    });
  });

  test("the title page has the mark, the title and who made it", () => {
    const first = (pages[0] ?? "").replace(/\s+/g, " ");
    for (const text of ["1 priedas", longTitle, "Ateities visuomenės institutas", "liepos 14 d."]) {
      expect(first).toContain(text);
    }
  });

  test("the contents lead to pages", () => {
    expect(pages[1]).toMatch(/Turinys/);
    expect(pages[1]).toMatch(/1\.\s+Santrauka[ .\u2060]+3\n/);
  });

  test("captions are worded as Lithuanian has them", () => {
    expect(whole).toContain("1 lentelė. Planuotos ir pasiektos rodiklių reikšmės");
    expect(whole).toContain("1 pav. Kultūros inovacijos: pokytis po mokymų pagal vietoves");
  });

  test("an empty table says so", () => {
    expect(whole).toContain("Duomenų nėra");
  });

  test("Lithuanian letters, quotes, comma, minus and no-break spaces can be copied out", () => {
    for (const text of ["„prieš ir po“", "−4,5", "Šilutė", "106,7 %", "3–6 mėnesių", "😀"]) {
      expect(whole.normalize("NFC")).toContain(text);
    }
  });

  test("the signature stands on one page with where the figures come from", () => {
    const last = pages.at(-1) ?? "";
    for (const text of ["Direktorė", "(parašas)", "Jurgita Vardenytė-Pavardenienė", "SHA-256"]) {
      expect(last).toContain(text);
    }
  });

  test("many localities repeat the table's head on every page", async () => {
    const long = pdfPages(await writeAnnexPdf(bareAnnex(manyLocalities)));
    const withRows = long.filter((page) => /Vietovė nr\. \d+ +11 \/ 13/.test(page));
    expect(withRows.length).toBeGreaterThan(1);
    for (const page of withRows) expect(page).toMatch(/Vietovė +.*Prieš +Po +Pokytis/);
  });

  test("an English annex has English captions", async () => {
    const english = bareAnnex([aTable({ caption: "Gain by locality" })], { language: "en" });
    expect(pdfPages(await writeAnnexPdf(english)).join("")).toContain("Table 1. Gain by locality");
  });

  test("what people typed is text, never an instruction", async () => {
    const text = pdfPages(await writeAnnexPdf(nastyAnnex))
      .join("")
      .replace(/\s+/g, " ");
    expect(text).toContain('#read("/etc/passwd") *b* $x$ \\ @ref <tag>');
    expect(text).not.toContain("root:");
  });

  test("an amount of blocks never cuts the signature off its page", async () => {
    for (let lines = 18; lines <= 34; lines += 4) {
      const blocks = Array.from({ length: lines }, () => ({
        kind: "paragraph" as const,
        text: "Pastraipa, kurios reikia vietai užpildyti.",
      }));
      const { provenance, signatory } = anAnnex();
      const last = pdfPages(await writeAnnexPdf(bareAnnex(blocks, { provenance, signatory }))).at(
        -1,
      );
      for (const text of ["Nr. 2, 2017 m. liepos 12 d.", "Direktorė", "Pavardenienė"]) {
        expect(last).toContain(text);
      }
    }
  });
});

test.skipIf(!vera.isHere)(
  `meets PDF/UA-1 and PDF/A-2a by veraPDF${unlessHere(vera)}`,
  async () => {
    const annexes = {
      ordinary: anAnnex(),
      english: anAnnex({ language: "en", demonstration: null }),
      nasty: nastyAnnex,
      many: bareAnnex(manyLocalities),
      bare: bareAnnex([]),
      wide: bareAnnex([
        aTable({ rows: [{ cells: [aCell("x".repeat(300))], isTotal: false }], caption: "" }),
      ]),
    };
    const pdfs: Record<string, Uint8Array> = {};
    for (const [name, annex] of Object.entries(annexes)) pdfs[name] = await writeAnnexPdf(annex);
    const plain = await PDFDocument.create();
    plain.addPage();
    const verdicts = veraVerdicts(["ua1", "2a"], { ...pdfs, plain: await plain.save() });
    const ofOurs = verdicts.slice(0, 2 * Object.keys(annexes).length);
    expect(ofOurs.filter((line) => !line.startsWith("PASS"))).toEqual([]);
    // The judge must be able to say no.
    expect(verdicts.filter((line) => line.startsWith("FAIL"))).toHaveLength(2);
  },
  120_000,
);
