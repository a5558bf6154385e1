import { describe, expect, it } from "vitest";
import { writeAnnexPdf } from "../../../server/documents/pdf.ts";
import { buildAnnex } from "../../../server/features/annexes/build-annex.ts";
import { gatherAnnexSource } from "../../../server/features/annexes/gather-source.ts";
import { makeRelease } from "../../../server/features/programmes/make-release.ts";
import { longTitle } from "../../support/annex.ts";
import { useDatabase } from "../../support/database.ts";
import { aProgramme } from "../../support/programme.ts";
import { annexOf, aReleasedDemonstration, now, someChoices } from "./annex-desk.ts";

const { db } = useDatabase();

const manyTowns = Array.from({ length: 40 }, (_, index) => {
  const name = `Vietovė ${index + 1}`;
  return { key: `town${index + 1}`, names: [name, name, name] as [string, string, string] };
});

describe("an annex at its limits", () => {
  it("comes out of forty localities, a title of 186 characters and not one pair", async () => {
    expect(longTitle).toHaveLength(186);
    const contractTitle = { lt: longTitle, en: longTitle };
    const programme = await aProgramme(db(), now, { localities: manyTowns, contractTitle });
    await makeRelease(db(), { programmeId: programme.id, madeBy: null, now, reason: "test" });
    const annex = await annexOf(db(), programme.id);
    expect(annex.titleLines.map(({ text }) => text)).toContain(longTitle);
    const texts = annex.blocks.flatMap((block) => ("text" in block ? [block.text] : []));
    expect(texts).toContain("Kol kas niekas neužpildė anketų ir prieš mokymus, ir po jų.");
    const people = annex.blocks.find(
      (block) => block.kind === "table" && block.key.startsWith("participation"),
    );
    expect(people?.kind === "table" && people.rows).toHaveLength(41);
    const pdf = await writeAnnexPdf({ ...annex, blocks: annex.blocks.slice(0, 30) });
    expect(pdf.byteLength).toBeGreaterThan(10_000);
  }, 60_000);

  it("says of a withheld locality why, and prints none of its numbers", async () => {
    const { id } = await aReleasedDemonstration(db());
    const annex = await annexOf(db(), id, { parts: ["results", "excluded"] }, "wide");
    const withheld = annex.blocks.find(
      (block) => block.kind === "table" && block.key === "withheld",
    );
    if (withheld?.kind !== "table") throw new Error("nothing is withheld in the demonstration");
    const [scale, locality] = withheld.rows[0]!.cells.map(({ text }) => text);
    const heading = annex.blocks.findIndex(
      (block) => block.kind === "heading" && block.text === scale,
    );
    const gains = annex.blocks.slice(heading).find((block) => block.kind === "table");
    const row = gains!.rows.find(({ cells }) => cells[0]!.text === locality);
    const [, , , ...results] = row!.cells;
    expect(results.filter(({ number }) => number !== null)).toEqual([]);
  });

  it("lists five thousand certificates", async () => {
    const { id } = await aReleasedDemonstration(db());
    const key = { programmeId: id, releaseNumber: 1, audience: "funder" as const };
    const source = await gatherAnnexSource(db(), key);
    const [one] = source.certificates;
    const certificates = Array.from({ length: 5_000 }, (_, index) => ({
      ...one!,
      number: `DEMO-${index + 1}`,
    }));
    const choices = someChoices({ parts: ["certificates"] });
    const options = { choices, revision: 1, madeOnDay: "2026-03-02", tables: "narrow" as const };
    const annex = buildAnnex({ ...source, certificates }, options);
    const [table] = annex.blocks.filter((block) => block.kind === "table");
    expect(table!.rows).toHaveLength(5_000);
    expect(table!.rows.at(-1)!.cells[0]!.text).toBe("DEMO-5000");
    expect((await writeAnnexPdf(annex)).byteLength).toBeGreaterThan(100_000);
  }, 240_000);
});
