import fs from "node:fs";
import { describe, expect, it } from "vitest";
import type { Db } from "../../../db/connect.ts";
import { createApp } from "../../../server/app.ts";
import { writeWorkbook } from "../../../server/documents/spreadsheet.ts";
import { foreignFormats } from "../../../server/domain/exchange/formats.ts";
import type { StaffRole } from "../../../server/domain/words.ts";
import { appDeps, signedIn, type Visitor } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aProgramme, aStaffUser } from "../../support/programme.ts";

const now = new Date("2026-03-02T10:00:00Z");
const home = "/programmes/bandymas/questionnaires";

async function aDesk(db: Db, roles: StaffRole[] = ["organiser"]) {
  const deps = appDeps(db, { now: () => now });
  const programme = await aProgramme(db, now);
  const staff = await aStaffUser(db, programme, roles);
  return { programme, visitor: await signedIn(createApp(deps), deps, staff) };
}

function workbook(rowsBySheet: Record<string, string[][]>, name = "anketa.xlsx"): File {
  const sheets = Object.entries(rowsBySheet).map(([title, rows]) => ({
    name: title,
    columnWidths: rows[0]!.map(() => 10),
    headRows: 1,
    header: null,
    rows: rows.map((row) => ({ cells: row.map((value) => ({ value })) })),
  }));
  const bytes = writeWorkbook({ title: "x", author: "y", day: "2026-01-01", sheets });
  return new File([new Uint8Array(bytes)], name);
}

function xlsform(survey: string[][], choices: string[][], name?: string): File {
  return workbook({ survey, choices }, name);
}

const payload = `<img src=x onerror="alert('1')">`;
const survey = [
  ["type", "name", "label::Lietuvių (lt)", "label::English (en)", "label::Polski (pl)", payload],
  ["begin_group", "g", "Įgūdžiai", "Skills", "", ""],
  ["select_one agree", "s1", "Moku planuoti", "I can plan", "", ""],
  ["select_one agree", "s2", `Moku ${payload}`, "I can lead", "", ""],
  ["geopoint", payload, "Kur?", "Where?", "", ""],
  ["end_group", "", "", "", "", ""],
  ["begin_repeat", "kids", "Vaikai", "Children", "", ""],
  ["text", "kid", "Vardas", "Name", "", ""],
  ["end_repeat", "", "", "", "", ""],
];
const choices = [
  ["list_name", "name", "label::Lietuvių (lt)", "label::English (en)"],
  ["agree", "1", "Ne", "No"],
  ["agree", "2", "Iš dalies", "Partly"],
  ["agree", "3", `Taip ${payload}`, "Yes"],
];

async function uploaded(visitor: Visitor, file: File, fields: Record<string, string> = {}) {
  return await visitor.upload(`${home}/import/upload`, "file", file, {
    waves: "before",
    language: "lt",
    ...fields,
  });
}

describe("a questionnaire of another system", () => {
  const { db } = useDatabase();

  it("is shown with all that was lost, then kept as a draft", async () => {
    const { visitor, programme } = await aDesk(db());
    const response = await uploaded(visitor, xlsform(survey, choices));
    expect(response.status).toBe(303);
    const address = response.headers.get("location")!;
    const page = await (await visitor.get(address)).text();
    expect(page).toContain("Moku planuoti");
    expect(page).toContain("Kartojama grupė praleista");
    expect(page).toContain("Tokio tipo klausimų neturime");
    const before = await db().selectFrom("questionnaire").select("id").execute();
    const kept = await visitor.post(address);
    expect(kept.status).toBe(303);
    const id = kept.headers.get("location")!.split("/").at(-1)!;
    expect(before.map((one) => one.id)).not.toContain(id);
    const row = await db()
      .selectFrom("questionnaire")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ programme_id: programme.id, draft_revision: 1 });
    const draft = row.draft as { items: { key: string; kind: string; waves: string[] }[] };
    expect(draft.items.map(({ key, kind, waves }) => [key, kind, waves])).toEqual([
      ["s1", "rating", ["before"]],
      ["s2", "rating", ["before"]],
    ]);
    expect((await visitor.post(address)).status).toBe(404);
    const event = await db()
      .selectFrom("audit_event")
      .selectAll()
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow();
    expect(event).toMatchObject({
      action: "imported-questionnaire",
      subject: id,
      detail: { format: "xlsform" },
    });
  });

  it("brought twice becomes a second draft under another key", async () => {
    const { visitor } = await aDesk(db());
    const keys = [];
    for (let time = 0; time < 2; time++) {
      const address = (await uploaded(visitor, xlsform(survey, choices))).headers.get("location")!;
      const id = (await visitor.post(address)).headers.get("location")!.split("/").at(-1)!;
      keys.push(
        (
          await db()
            .selectFrom("questionnaire")
            .select("key")
            .where("id", "=", id)
            .executeTakeFirstOrThrow()
        ).key,
      );
    }
    expect(keys).toEqual(["klausimynas", "klausimynas-2"]);
  });

  it("tells very many losses by reason, the most frequent first, with their places", async () => {
    const { visitor } = await aDesk(db());
    const strange = Array.from({ length: 120 }, (_, number) => [
      "geopoint",
      `place_${number}`,
      "Kur?",
      "Where?",
      "",
      "",
    ]);
    const repeat = [
      ["begin_repeat", "pets", "Gyvūnai", "Pets", "", ""],
      ["end_repeat", "", "", "", "", ""],
    ];
    const file = xlsform([...survey, ...repeat, ...strange], choices);
    const page = await (
      await visitor.get((await uploaded(visitor, file)).headers.get("location")!)
    ).text();
    const summaries = [...page.matchAll(/<summary[^>]*>(.*?)<\/summary>/gs)].map(([, inside]) =>
      inside!.replace(/<[^>]+>/g, "").replaceAll("\u00a0", " "),
    );
    expect(summaries[0]).toBe(
      "Tokio tipo klausimų neturime, todėl praleistas (geopoint). 121 kartą",
    );
    expect(summaries.some((one) => /^Kartojama grupė .* 2 kartus$/.test(one))).toBe(true);
    expect(page).toContain("place_42");
    expect(page.replaceAll("\u00a0", " ")).toContain("Ir dar 21 vieta.");
  });

  it("shows what stands in it as text and nothing else", async () => {
    const { visitor } = await aDesk(db());
    const file = xlsform(survey, choices, `${payload}.xlsx`);
    const page = await (
      await visitor.get((await uploaded(visitor, file)).headers.get("location")!)
    ).text();
    expect(page).not.toContain("<img src=x");
    expect(page).toContain("&lt;img src=x onerror=");
  });

  it.each([
    ["nothing", new File([], "x.xlsx"), "jis nepasirinktas arba tuščias"],
    ["a workbook without the sheet", workbook({ Lapas1: [["a"], ["b"]] }), "nėra lapo „survey“"],
    ["a list of people", new File(["Vardas;Vietovė\nOna;Trakai"], "x.csv"), "neatpažinome"],
    ["broken JSON", new File(["{ pages: "], "x.json"), "rašybos klaida"],
    ["other JSON", new File(['{"a":1}'], "x.json"), "neatpažinome"],
    [
      "a broken one of ours",
      new File(['{"format":"pokytis-questionnaire/1","items":[]}'], "x.json"),
      "jo sandara neteisinga",
    ],
    [
      "an outside entity",
      new File(
        ['<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><document>&x;</document>'],
        "x.lss",
      ),
      "DOCTYPE",
    ],
    ["SurveyJS without questions", new File(['{"pages":[]}'], "x.json"), "nė vieno klausimo"],
  ])("is refused with its reason: %s", async (_, file, reason) => {
    const { visitor } = await aDesk(db());
    const response = await uploaded(visitor, file);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(reason);
    expect(await db().selectFrom("questionnaire_import").selectAll().execute()).toEqual([]);
  });

  it("needs a wave to be asked in", async () => {
    const { visitor } = await aDesk(db());
    const response = await uploaded(visitor, xlsform(survey, choices), { waves: "never" });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain("Pažymėkite bent vieną etapą");
  });

  it("can be discarded, and is not to be had by others", async () => {
    const { visitor } = await aDesk(db());
    const address = (await uploaded(visitor, xlsform(survey, choices))).headers.get("location")!;
    expect((await visitor.post(`${address}/discard`)).status).toBe(303);
    expect((await visitor.get(address)).status).toBe(404);
    expect((await visitor.get(`${home}/import/not-an-id`)).status).toBe(404);
  });

  it("is for organisers alone", async () => {
    const { visitor } = await aDesk(db(), ["evaluator", "data"]);
    expect((await visitor.get(`${home}/import`)).status).toBe(403);
    expect((await uploaded(visitor, xlsform(survey, choices))).status).toBe(403);
  });

  it("with control characters and a NUL is stored without them", async () => {
    const { visitor } = await aDesk(db());
    const json = JSON.stringify({
      pages: [{ elements: [{ type: "text", name: "a\u0000b", title: "x\u0000\ud800y" }] }],
    });
    const address = (await uploaded(visitor, new File([json], "x.json"))).headers.get("location")!;
    expect((await visitor.post(address)).status).toBe(303);
  });
});

describe("our questionnaire for other systems", () => {
  const { db } = useDatabase();

  it("can be had in every format and comes back from each", async () => {
    const { visitor } = await aDesk(db());
    const file = new File(
      [fs.readFileSync("db/seed/culture-identity.questionnaire.json")],
      "x.json",
    );
    const address = (await uploaded(visitor, file)).headers.get("location")!;
    const id = (await visitor.post(address)).headers.get("location")!.split("/").at(-1)!;
    const page = await (await visitor.get(`${home}/${id}/export`)).text();
    expect(page).toContain("Ko šis formatas nepasako");
    for (const format of foreignFormats) {
      const response = await visitor.get(`${home}/${id}/export/${format}`);
      expect(response.status).toBe(200);
      const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition")!)![1]!;
      const again = await uploaded(visitor, new File([await response.arrayBuffer()], name));
      expect([format, again.status]).toEqual([format, 303]);
    }
    expect((await visitor.get(`${home}/${id}/export/word`)).status).toBe(404);
    expect((await visitor.get(`${home}/${id}/export?version=7`)).status).toBe(404);
  });
});
