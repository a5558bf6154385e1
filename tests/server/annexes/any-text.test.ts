import { unzipSync } from "fflate";
import { expect, it } from "vitest";
import { insertNote } from "../../../db/queries/evaluator-notes.ts";
import { listOpenAnswers } from "../../../db/queries/open-answers.ts";
import { replaceQuotation } from "../../../db/queries/quotations.ts";
import { insertTheme, replaceMarks } from "../../../db/queries/themes.ts";
import { writeAnnexDocx } from "../../../server/documents/docx.ts";
import { writeAnnexPdf } from "../../../server/documents/pdf.ts";
import { writeAnnexXlsx } from "../../../server/documents/xlsx.ts";
import type { AnnexPart } from "../../../server/domain/annex/choices.ts";
import { AnnexPreview } from "../../../web/pages/annex-preview.tsx";
import { useDatabase } from "../../support/database.ts";
import { aStaffUser } from "../../support/programme.ts";
import { annexOf, aReleasedDemonstration, type Demonstration, now } from "./annex-desk.ts";

const { db } = useDatabase();

/** What people type: pictures, other directions, controls, formulas, markup of every format we write, and very much. */
const corpus = [
  "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 ✓ ąčęėįšųūž „taip“",
  "שלום \u202eabc\u202c مرحبا",
  "a\u0001b\u0008c\u000bd\u001fe\u007f",
  '=HYPERLINK("http://x";"y")',
  "+1+cmd|' /C calc'!A0",
  "@SUM(A1:A9)",
  "-2+3",
  '#eval("1") $x^2$ *bold* _it_ <label> @ref \\ // /* */ #include "x"',
  "</w:t></w:r><script>alert(1)</script>&amp;<![CDATA[x]]>",
  "ilgas ".repeat(1_700).slice(0, 10_000),
  "be_tarpo".repeat(60),
  "{{ mustache }} #{js} %s %n",
];

const openItem = "ATV1";
const parts: AnnexPart[] = ["openAnswers", "conclusions", "sessions", "visions", "publicity"];

async function fill(programme: Demonstration, text: string): Promise<void> {
  const { id } = programme;
  const localities = await db()
    .selectFrom("locality")
    .select("id")
    .where("programme_id", "=", id)
    .execute();
  const place = { programme_id: id, locality_id: localities[0]!.id };
  await db()
    .insertInto("vision")
    .values({
      ...place,
      title: JSON.stringify({ lt: text }),
      summary: JSON.stringify({ lt: text }),
    })
    .execute();
  await db()
    .insertInto("publicity_record")
    .values({ programme_id: id, published_on: "2017-05-05", channel: text, title: text, url: text })
    .execute();
  await db()
    .updateTable("training_session")
    .set({ lecturer: text, place: text })
    .where("programme_id", "=", id)
    .execute();
  await fillWords(programme, text);
}

async function fillWords(programme: Demonstration, text: string): Promise<void> {
  const { id: programmeId } = programme;
  const itemKey = openItem;
  // Everybody agreed to be quoted.
  await db()
    .updateTable("answers.response")
    .set({ consents: JSON.stringify({ "quote-open": true }) })
    .where("programme_id", "=", programmeId)
    .execute();
  const theme = await insertTheme(db(), { programmeId, itemKey, title: { lt: text } });
  const answers = await listOpenAnswers(db(), { programmeId, itemKey });
  for (const { responseId } of answers) {
    await replaceMarks(db(), { programmeId, responseId, among: [theme], chosen: [theme] });
  }
  // One answer is one quotation: each text gets an answer of its own.
  const { responseId } = answers[corpus.indexOf(text)]!;
  await replaceQuotation(db(), { programmeId, itemKey, responseId, text });
}

it("an annex can hold any text, in every format", async () => {
  const programme = await aReleasedDemonstration(db());
  const writtenBy = await aStaffUser(db(), programme, ["evaluator"]);

  for (const [index, text] of corpus.entries()) {
    await fill(programme, text);
    const note = { programmeId: programme.id, figureKey: `figure-${index}`, version: 1 };
    const written = { kind: "finding" as const, text: { lt: text }, writtenBy, writtenAt: now };
    await insertNote(db(), { ...note, ...written });
  }
  const annex = await annexOf(db(), programme.id, { parts });
  const told = JSON.stringify(annex.blocks);
  const places = (text: string) => told.split(JSON.stringify(text).slice(1, -1)).length - 1;
  // A theme, a vision's title and summary, a publicity record's channel, title and address, a note.
  for (const text of corpus) expect(places(text)).toBeGreaterThanOrEqual(7);
  const quoted = annex.blocks.filter((block) => block.kind === "quotation");
  expect(quoted.map(({ text }) => corpus.includes(text))).toEqual(corpus.map(() => true));

  expect((await writeAnnexPdf(annex)).byteLength).toBeGreaterThan(10_000);
  const document = unzipSync(await writeAnnexDocx(annex));
  expect(Buffer.from(document["word/document.xml"]!).toString()).not.toContain("<script>");
  const worksheets = Object.entries(unzipSync(writeAnnexXlsx(annex))).filter(([name]) =>
    name.startsWith("xl/worksheets/"),
  );
  expect(worksheets.length).toBeGreaterThan(4);
  for (const [, xml] of worksheets) expect(Buffer.from(xml).toString()).not.toMatch(/<f[ >]/);
  expect(AnnexPreview({ annex }).toString()).not.toContain("<script>");
}, 240_000);
