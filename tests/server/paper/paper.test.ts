import fs from "node:fs";
import { describe, expect, it } from "vitest";
import content from "../../../db/seed/culture-identity.questionnaire.json" with { type: "json" };
import { createApp } from "../../../server/app.ts";
import { questionnaireDocumentSchema } from "../../../server/domain/questionnaire/document.ts";
import { numberedItems } from "../../../server/domain/response/keyed-answers.ts";
import type { WaveKind } from "../../../server/domain/words.ts";
import { buildPaper } from "../../../server/features/paper/build-paper.ts";
import { appDeps, signedIn } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aProgramme, aStaffUser } from "../../support/programme.ts";

const ready = questionnaireDocumentSchema.parse(content);

function paperOf(kind: WaveKind, document = ready) {
  return buildPaper({
    questionnaire: {
      kind,
      waveId: "w",
      versionId: "v",
      noticeId: "n",
      number: 1,
      contentHash: "abcdef0123456789",
      document,
    },
    programme: { title: { lt: "Programa" }, isDemonstration: false },
    organisation: "Institutas",
    notice: { text: { lt: "Kodėl klausiame.\nDalyvavimas savanoriškas." }, statements: [] },
    language: "lt",
    address: "https://apklausos.example.org",
    madeOnDay: "2017-01-02",
  });
}

/** Every number printed beside a question; "30–31." stands for both halves of a pair. */
function numbersOn(kind: WaveKind, document = ready): number[] {
  const blocks = paperOf(kind, document).sections.flatMap((section) => section.blocks);
  const labels = blocks.flatMap((block) => {
    if (block.kind === "matrix") return block.rows.map((row) => row.number);
    return "number" in block ? [block.number] : [];
  });
  return labels.flatMap((label) => label.replace(".", "").split("–").map(Number));
}

describe("the questionnaire on paper", () => {
  it.each(["before", "after", "followup"] as const)(
    "numbers every question of the wave %s once, in order",
    (kind) => {
      const asked = ready.waves[kind]!.sections.flatMap((key) =>
        ready.sections
          .find((section) => section.key === key)!
          .items.filter((item) =>
            ready.items.find((one) => one.key === item)!.waves.includes(kind),
          ),
      );
      expect(numbersOn(kind)).toEqual(asked.map((_, index) => index + 1));
    },
  );

  it("gives what is only read no number, so that paper and keyed entry ask for the same from 1 on", () => {
    const waves = ["before", "after", "followup"] as const;
    const told = ["first", "last"].map((key) => ({
      kind: "information" as const,
      key: `told_${key}`,
      text: { lt: "Perskaitykite.", en: "Please read." },
      waves: [...waves],
      isRequired: false,
    }));
    const opening = ready.waves.before!.sections[0]!;
    const explained = {
      ...ready,
      items: [...told, ...ready.items],
      sections: ready.sections.map((section) =>
        section.key === opening
          ? { ...section, items: [told[0]!.key, ...section.items, told[1]!.key] }
          : section,
      ),
    };
    for (const kind of waves) {
      expect(numbersOn(kind, explained)).toEqual(numbersOn(kind));
      const keyed = numberedItems(explained, kind);
      expect(keyed.map(({ number }) => number)).toEqual(numbersOn(kind));
      expect(keyed.map(({ item }) => item.key)).toEqual(
        numberedItems(ready, kind).map(({ item }) => item.key),
      );
    }
    const read = paperOf("before", explained).sections.flatMap(({ blocks }) => blocks);
    expect(read.filter((block) => block.kind === "information")).toHaveLength(2);
  });

  it("sets ratings with the same answers in one table, and looking back beside now", () => {
    const sections = paperOf("after").sections;
    const lookingBack = sections.find((section) => section.title === "Žvilgsnis atgal ir dabar")!;
    expect(lookingBack.blocks).toHaveLength(1);
    expect(lookingBack.blocks[0]).toMatchObject({
      kind: "matrix",
      groups: [{ title: "Prieš mokymus" }, { title: "Dabar" }],
    });
    const innovation = sections.find((section) => section.title === "Kultūros inovacijos")!;
    expect(innovation.blocks.map((block) => block.kind)).toEqual(["matrix"]);
  });

  it("names its version, and never the right answers", () => {
    const text = JSON.stringify(paperOf("before"));
    expect(text).toContain("Versija 1 · abcdef012345");
    expect(text).not.toContain('"correct"');
  });
});

describe("printing it", () => {
  const { db } = useDatabase();
  const now = new Date("2026-03-02T09:00:00Z");

  it("gives organisers a PDF, and evaluators nothing", async () => {
    const deps = appDeps(db(), { now: () => now });
    const app = createApp(deps);
    const programme = await aProgramme(db(), now);
    const path = "/programmes/bandymas/waves/after/paper.pdf";
    const organiser = await signedIn(app, deps, await aStaffUser(db(), programme, ["organiser"]));
    const response = await organiser.get(path);
    const bytes = Buffer.from(await response.arrayBuffer());
    if (process.env.SHOW) fs.writeFileSync(process.env.SHOW, bytes);
    expect([response.status, bytes.subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
    const evaluator = await signedIn(app, deps, await aStaffUser(db(), programme, ["evaluator"]));
    expect((await evaluator.get(path)).status).toBe(403);
    expect((await organiser.get("/programmes/bandymas/waves/kita/paper.pdf")).status).toBe(404);
  });
});
