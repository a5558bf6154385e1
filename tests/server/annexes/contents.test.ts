import { describe, expect, it } from "vitest";
import type { Db } from "../../../db/connect.ts";
import { writeAnnexPdf } from "../../../server/documents/pdf.ts";
import { writeAnnexXlsx } from "../../../server/documents/xlsx.ts";
import type { AnnexDocument } from "../../../server/domain/annex/document.ts";
import { annexPartTexts } from "../../../web/texts/annex-parts.ts";
import { useDatabase } from "../../support/database.ts";
import { annexOf, aReleasedDemonstration } from "./annex-desk.ts";

const { db } = useDatabase();

function tableOf({ blocks }: AnnexDocument, key: string) {
  return blocks.find((block) => block.kind === "table" && block.key === key) as
    | Extract<AnnexDocument["blocks"][number], { kind: "table" }>
    | undefined;
}

function textsOf(annex: AnnexDocument): string {
  return JSON.stringify(annex.blocks);
}

async function namesOf(database: Db, programmeId: string): Promise<string[]> {
  const people = await database
    .selectFrom("identity.person")
    .select("full_name as name")
    .where("programme_id", "=", programmeId)
    .execute();
  return people.map(({ name }) => name);
}

describe("what an annex contains", () => {
  it("is every part that was chosen, in the chosen order, and no other", async () => {
    const { id } = await aReleasedDemonstration(db());
    const parts = ["limits", "participants", "summary"] as const;
    const annex = await annexOf(db(), id, { parts: [...parts] });
    const headings = annex.blocks.flatMap((block) =>
      block.kind === "heading" && block.level === 1 ? [block.text] : [],
    );
    expect(headings).toEqual(parts.map((part) => annexPartTexts.lt.parts[part]));
  });

  it("names people in the closed file alone, whatever parts were chosen", async () => {
    const { id } = await aReleasedDemonstration(db());
    const names = await namesOf(db(), id);
    expect(names.length).toBeGreaterThan(60);
    for (const audience of ["public", "funder"] as const) {
      const texts = textsOf(await annexOf(db(), id, { audience }));
      expect(names.filter((name) => texts.includes(name))).toEqual([]);
    }
    const closed = textsOf(await annexOf(db(), id, { audience: "closed" }));
    const enrolled = names.filter((name) => closed.includes(name));
    expect(enrolled).toHaveLength(64);
  });

  it("tells the public of ten people or more at registration, and of a release made for it", async () => {
    const { id } = await aReleasedDemonstration(db());
    const sectors = tableOf(await annexOf(db(), id, { audience: "public" }), "sectors");
    const counts = sectors!.rows.map(({ cells }) => cells[1]!.number!);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(10);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(64);
    const funder = tableOf(await annexOf(db(), id), "sectors");
    expect(Math.min(...funder!.rows.map(({ cells }) => cells[1]!.number!))).toBeLessThan(10);
    const gains = (annex: AnnexDocument) =>
      annex.blocks.filter(({ kind }) => kind === "table").map((table) => JSON.stringify(table));
    const [forPublic, forFunder] = [
      gains(await annexOf(db(), id, { audience: "public", parts: ["results"] })),
      gains(await annexOf(db(), id, { parts: ["results"] })),
    ];
    expect(forPublic).toHaveLength(forFunder.length);
    expect(forPublic).not.toEqual(forFunder);
  });

  it("gives gender and age as totals from registration, small groups together", async () => {
    const { id } = await aReleasedDemonstration(db());
    const people = await db()
      .selectFrom("identity.enrolment")
      .select("person_id as personId")
      .distinct()
      .where("programme_id", "=", id)
      .where("role", "=", "cycle-participant")
      .execute();
    const genders = people.map((_, index) => (index < 40 ? "woman" : index < 61 ? "man" : null));
    for (const [index, { personId }] of people.entries()) {
      await db()
        .updateTable("identity.person")
        .set({ gender: genders[index], age_band: index < 50 ? "30-54" : null })
        .where("programme_id", "=", id)
        .where("id", "=", personId)
        .execute();
    }
    const annex = await annexOf(db(), id, { parts: ["participants"] });
    const rows = tableOf(annex, "gender")!.rows.map(({ cells }) => cells.map(({ text }) => text));
    expect(rows).toEqual([
      ["Moterys", "40"],
      ["Kita arba nenurodyta", "24"],
    ]);
    const ages = tableOf(annex, "age")!.rows.map(({ cells }) => cells.map(({ text }) => text));
    expect(ages).toEqual([
      ["30–54 metai", "50"],
      ["Nenurodyta", "14"],
    ]);
  });

  it("compares indicators with what was planned, and explains them", async () => {
    const { id } = await aReleasedDemonstration(db());
    await db()
      .updateTable("indicator")
      .set({
        planned: 60,
        deviation: JSON.stringify({ lt: "Norėjo daugiau" }),
        data_source: "Sąrašai",
      })
      .where("programme_id", "=", id)
      .where("reached", "=", 64)
      .execute();
    const annex = await annexOf(db(), id, { parts: ["indicators"] });
    const [, certified] = tableOf(annex, "indicators")!.rows;
    expect(certified!.cells.slice(2).map(({ number }) => number)).toEqual([60, 64, 4, 106.7]);
    expect(textsOf(annex)).toContain("Norėjo daugiau");
    expect(textsOf(annex)).toContain("Sąrašai");
  });

  it("copies each wave's questionnaire with its notice, numbered, without the key to knowledge questions", async () => {
    const { id } = await aReleasedDemonstration(db());
    const annex = await annexOf(db(), id, { parts: ["questionnaires"] });
    const texts = annex.blocks.flatMap((block) => ("text" in block ? [block.text] : []));
    for (const wave of ["Anketa prieš mokymus", "Anketa po mokymų", "Vėlesnė anketa"]) {
      expect(texts).toContain(wave);
    }
    expect(texts.some((text) => text.startsWith("Kodėl klausiame."))).toBe(true);
    const numbers = annex.blocks
      .filter((block) => block.kind === "table")
      .map((table) => table.rows.map(({ cells }) => Number(cells[0]!.text)));
    expect(numbers[0]![0]).toBe(1);
    expect(numbers.filter((rows) => rows[0] === 1)).toHaveLength(3);
  });

  it("reads the same twice, as data, as PDF and as a workbook", async () => {
    const { id } = await aReleasedDemonstration(db());
    const parts = ["summary", "participants", "certificates"] as const;
    const [first, second] = [
      await annexOf(db(), id, { parts: [...parts] }),
      await annexOf(db(), id, { parts: [...parts] }),
    ];
    expect(second).toEqual(first);
    expect(Buffer.from(await writeAnnexPdf(second)).equals(await writeAnnexPdf(first))).toBe(true);
    expect(Buffer.from(writeAnnexXlsx(second)).equals(writeAnnexXlsx(first))).toBe(true);
  });
});
