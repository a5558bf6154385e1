import { monitorEventLoopDelay } from "node:perf_hooks";
import { describe, expect, it } from "vitest";
import type { Db } from "../../../db/connect.ts";
import { createApp } from "../../../server/app.ts";
import type { QuestionnaireDocument } from "../../../server/domain/questionnaire/document.ts";
import type { StaffRole } from "../../../server/domain/words.ts";
import { closeDueWaves } from "../../../server/features/programmes/close-wave.ts";
import { readyQuestionnaire } from "../../domain/questionnaire/documents.ts";
import { appDeps, signedIn, type Visitor } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aProgramme, aStaffUser } from "../../support/programme.ts";

const now = new Date("2026-03-02T10:00:00Z");
const home = "/programmes/bandymas/earlier-answers";

async function aDesk(
  db: Db,
  roles: StaffRole[] = ["organiser", "data"],
  questionnaire?: QuestionnaireDocument,
) {
  const deps = appDeps(db, { now: () => now });
  const programme = await aProgramme(db, now, questionnaire ? { questionnaire } : {});
  const staff = await aStaffUser(db, programme, roles);
  const visitor = await signedIn(createApp(deps), deps, staff);
  const items = programme.questionnaire.items.filter(
    (item) =>
      item.kind === "rating" && item.waves.includes("before") && item.waves.includes("after"),
  );
  return {
    programme,
    visitor,
    keys: items.map(({ key }) => key),
    document: programme.questionnaire,
  };
}

const towns = ["Šilutė", "Trakai", "ignalina"];

/** People of three towns, each with a response before and one after; the answers rise by one. */
function table(
  keys: readonly string[],
  { people = 30, cell = (value: number) => String(value) } = {},
): string[][] {
  const rows = Array.from({ length: people }, (_, person) =>
    ["Prieš", "po"].map((wave, after) => [
      `K${person}`,
      towns[person % 3]!,
      wave,
      ...keys.map((_, index) =>
        cell(1 + after * (person % 4 === 0 ? 0 : 1) + ((person + index) % 3)),
      ),
    ]),
  );
  return [["Kodas", "Vietovė", "Etapas", ...keys], ...rows.flat()];
}

const csv = (rows: string[][], name = "senas.csv") =>
  new File(
    [rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(";")).join("\r\n")],
    name,
  );

async function uploaded(visitor: Visitor, file: File): Promise<string> {
  const response = await visitor.upload(`${home}/upload`, "file", file);
  expect(response.status).toBe(303);
  return response.headers.get("location")!;
}

/** The form as the page has it: what a browser would send back untouched. */
function formOf(page: string): Record<string, string> {
  const sent: Record<string, string> = {};
  for (const [, inside = ""] of page.matchAll(/<input([^>]*)>/g)) {
    const name = /name="([^"]+)"/.exec(inside)?.[1];
    const isSent = !/type="file"/.test(inside) && !/type="checkbox"(?!.*checked)/.test(inside);
    if (name && isSent) sent[name] = /value="([^"]*)"/.exec(inside)?.[1] ?? "";
  }
  for (const [, name = "", options = ""] of page.matchAll(
    /<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs,
  )) {
    sent[name] = /value="([^"]*)"[^>]*selected/.exec(options)?.[1] ?? "";
  }
  return sent;
}

/** How long work took, and for how long at most it let nothing else happen, in milliseconds. */
async function held<T>(work: () => Promise<T>) {
  const watch = monitorEventLoopDelay({ resolution: 5 });
  watch.enable();
  const start = performance.now();
  const result = await work();
  const took = performance.now() - start;
  watch.disable();
  const longest = watch.max / 1e6;
  return {
    result,
    took,
    longest,
    told: `in ${Math.round(took)} ms, holding the process for ${Math.round(longest)} ms at most`,
  };
}

const responses = (db: Db) =>
  db.selectFrom("answers.response").selectAll().where("channel", "=", "import").execute();

async function imported(visitor: Visitor, file: File) {
  const address = await uploaded(visitor, file);
  return await visitor.post(address, { reason: "Senosios programos analizė" });
}

describe("earlier answers", () => {
  const { db } = useDatabase();

  it("are recognised by headings, shown, and stored as responses that pair", async () => {
    const { visitor, keys, programme } = await aDesk(db());
    const address = await uploaded(visitor, csv(table(keys)));
    const page = await (await visitor.get(address)).text();
    expect(page).toContain("Žmonių, kurių atsakymai faile susiejami poromis (prieš ir po): 30");
    expect(await responses(db())).toEqual([]);
    expect((await visitor.post(address, { reason: "Senosios programos analizė" })).status).toBe(
      303,
    );
    const stored = await responses(db());
    expect(stored).toHaveLength(60);
    expect(new Set(stored.map((row) => row.pairing_code)).size).toBe(30);
    expect(
      stored.every((row) => row.status === "submitted" && row.programme_id === programme.id),
    ).toBe(true);
    expect(JSON.stringify(stored)).not.toContain("K17");
    const scores = await db().selectFrom("answers.score").selectAll().execute();
    expect(scores.length).toBeGreaterThanOrEqual(60);
    const event = await db()
      .selectFrom("audit_event")
      .selectAll()
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow();
    expect(event).toMatchObject({
      action: "imported-earlier-answers",
      reason: "Senosios programos analizė",
      detail: { responses: 60, leftOut: 0 },
    });
    expect(event.subject).toMatch(/^[0-9a-f]{64}$/);
  });

  it("are released by closing the wave, as every other", async () => {
    const { visitor, keys } = await aDesk(db());
    expect((await imported(visitor, csv(table(keys)))).status).toBe(303);
    expect(
      (await visitor.post("/programmes/bandymas/waves/after/localities/all/closure")).status,
    ).toBe(303);
    const release = await db().selectFrom("release").selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(release)).toContain('"pairs":30');
    expect((await visitor.get("/programmes/bandymas/results")).status).toBe(200);
  });

  it("brought a second time are recognised, and nothing changes", async () => {
    const { visitor, keys } = await aDesk(db());
    const file = () => csv(table(keys));
    expect((await imported(visitor, file())).status).toBe(303);
    const again = await imported(visitor, file());
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("Šis lapas jau perkeltas");
    const other = await imported(visitor, csv([...table(keys), ["", "", "", ""]], "kitas.csv"));
    expect(other.status).toBe(409);
    expect(await responses(db())).toHaveLength(60);
  });

  it("of two files pair by their codes until these are forgotten", async () => {
    const { visitor, keys } = await aDesk(db());
    const rows = table(keys);
    const of = (wave: string) => [rows[0]!, ...rows.filter((row) => row[2] === wave)];
    expect((await imported(visitor, csv(of("Prieš")))).status).toBe(303);
    expect((await imported(visitor, csv(of("po")))).status).toBe(303);
    expect(new Set((await responses(db())).map((row) => row.pairing_code)).size).toBe(30);
    expect((await visitor.post(`${home}/codes/forgetting`)).status).toBe(303);
    expect(await db().selectFrom("answers.earlier_code").selectAll().execute()).toEqual([]);
  });

  it("are told row by row where they cannot be understood, and left out", async () => {
    const { visitor, keys } = await aDesk(db());
    const rows = table(keys, { people: 6 });
    rows[1]![1] = "Paryžius";
    rows[2]![2] = "kada nors";
    rows[3]![3] = "<script>alert(1)</script>";
    rows[4]![0] = "";
    rows[6]![0] = rows[8]![0]!;
    const address = await uploaded(visitor, csv(rows, "<b>senas</b>.csv"));
    const page = await (await visitor.get(address)).text();
    expect(page).toContain("Vietovė neatpažinta: „Paryžius“");
    expect(page).toContain("Etapas neatpažintas: „kada nors“");
    expect(page).not.toContain("<script>alert");
    expect(page).not.toContain("<b>senas");
    expect((await visitor.post(address, { reason: "Bandymas" })).status).toBe(303);
    const left = 12 - (await responses(db())).length;
    expect(left).toBeGreaterThanOrEqual(3);
    expect(left).toBeLessThan(6);
  });

  it("in words are matched with labels, and the rest by hand", async () => {
    const { visitor, keys, document } = await aDesk(db());
    const item = document.items.find(({ key }) => key === keys[0])!;
    const set = item.kind === "rating" ? document.answerSets[item.answerSet]! : undefined;
    const label = (value: number) => {
      const point = set!.points.find((one) => one.value === value);
      return value === 2 ? "truputį" : (point?.label.lt ?? "").toUpperCase();
    };
    const address = await uploaded(
      visitor,
      csv(table(keys.slice(0, 1), { people: 6, cell: label })),
    );
    const page = await (await visitor.get(address)).text();
    expect(page).toContain("Nesuprasti langeliai");
    const form = formOf(page);
    const value = Object.keys(form).find((name) => name.startsWith("value-"))!;
    expect((await visitor.post(`${address}/columns`, { ...form, [value]: "2" })).status).toBe(303);
    expect(await (await visitor.get(address)).text()).not.toContain("Nesuprasti langeliai");
    expect((await visitor.post(address, { reason: "Bandymas" })).status).toBe(303);
    expect(await responses(db())).toHaveLength(12);
  });

  it("of a multiple choice with a column an option are shown and stored as one", async () => {
    const { visitor } = await aDesk(db(), ["data"], readyQuestionnaire());
    const heads = [
      "id",
      "token",
      ...["time", "money", "none", "other"].map((one) => `KLI1[${one}]`),
    ];
    const rows = [
      ["1", "T1", "Y", "N", "N", ""],
      ["2", "T2", "Y", "Y", "N", "Pritrūko kantrybės"],
      ["3", "T3", "N", "N", "Y", ""],
    ];
    const address = await uploaded(visitor, csv([heads, ...rows], "results-survey.csv"));
    const form = { ...formOf(await (await visitor.get(address)).text()), locality: "trakai" };
    expect(form).toMatchObject({
      "column-0": "",
      "column-1": "code",
      "column-2": "KLI1:time",
      "column-5": "KLI1.other",
    });
    const sent = await visitor.post(`${address}/columns`, { ...form, wave: "followup" });
    expect(sent.status).toBe(303);
    const page = await (await visitor.get(address)).text();
    expect(page).toContain("Laiko stoka, Lėšų stoka, kita: Pritrūko kantrybės");
    expect((await visitor.post(address, { reason: "Bandymas" })).status).toBe(303);
    const stored = (await responses(db())).map(({ answers }) => answers.KLI1);
    expect(stored).toHaveLength(3);
    expect(stored).toEqual(
      expect.arrayContaining([
        ["time"],
        { chosen: ["time", "money", "other"], other: "Pritrūko kantrybės" },
        ["none"],
      ]),
    );
    const both = await visitor.post(`${address}/columns`, form);
    expect(both.status).toBe(404);
  });

  it("cannot have a question's own column beside those of its options", async () => {
    const { visitor } = await aDesk(db(), ["data"], readyQuestionnaire());
    const rows = [
      ["Kodas", "KLI1[time]", "Kita"],
      ["A", "Y", "time"],
    ];
    const address = await uploaded(visitor, csv(rows));
    const form = formOf(await (await visitor.get(address)).text());
    const wrong = { ...form, wave: "followup", locality: "trakai", "column-2": "KLI1" };
    const answered = await visitor.post(`${address}/columns`, wrong);
    expect(answered.status).toBe(422);
    expect(await answered.text()).toContain("atskirus pasirinkimų stulpelius");
  });

  it("need what the file does not say to be said", async () => {
    const { visitor, keys } = await aDesk(db());
    const rows = table(keys, { people: 6 })
      .filter((row) => row[2] !== "po")
      .map((row) => [row[0]!, ...row.slice(3)]);
    const address = await uploaded(visitor, csv(rows));
    const form = formOf(await (await visitor.get(address)).text());
    const missing = await visitor.post(`${address}/columns`, form);
    expect(missing.status).toBe(422);
    expect(await missing.text()).toContain("Nurodykite etapo stulpelį");
    expect((await visitor.post(address, { reason: "Bandymas" })).status).toBe(409);
    expect(
      (await visitor.post(`${address}/columns`, { ...form, wave: "before", locality: "silute" }))
        .status,
    ).toBe(303);
    const short = await visitor.post(address, { reason: "x" });
    expect(short.status).toBe(422);
    expect((await visitor.post(address, { reason: "Bandymas" })).status).toBe(303);
    expect(await responses(db())).toHaveLength(6);
  });

  it("find waves open again that time had closed empty, for importing alone", async () => {
    const { visitor, keys } = await aDesk(db());
    const past = new Date("2025-01-01T00:00:00Z");
    await db()
      .updateTable("wave")
      .set({ opens_at: past, closes_at: new Date("2025-02-01T00:00:00Z") })
      .execute();
    await closeDueWaves(db(), now);
    expect((await imported(visitor, csv(table(keys)))).status).toBe(303);
    const windows = await db()
      .selectFrom("wave_window")
      .select(["closed_at", "opens_at"])
      .where("closed_at", "is", null)
      .execute();
    expect(windows.length).toBe(6);
    expect(windows.every(({ opens_at }) => opens_at! > now)).toBe(true);
    await closeDueWaves(db(), new Date(now.getTime() + 49 * 3_600_000));
    const releases = await db().selectFrom("release").selectAll().execute();
    expect(JSON.stringify(releases.at(-1))).toContain('"pairs":30');
    const late = table(keys).map((row, index) =>
      index === 0 ? row : [`L${row[0]}`, ...row.slice(1)],
    );
    const refused = await imported(visitor, csv(late));
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain("jame jau yra atsakymų");
    expect(await responses(db())).toHaveLength(60);
  });

  it("are for the data role alone", async () => {
    const { visitor } = await aDesk(db(), ["organiser", "evaluator"]);
    expect((await visitor.get(home)).status).toBe(403);
    expect((await visitor.upload(`${home}/upload`, "file", csv([["a"], ["1"]]))).status).toBe(403);
  });

  it("of 20,000 rows are read and stored whole", async () => {
    const { visitor, keys } = await aDesk(db());
    const address = await uploaded(visitor, csv(table(keys.slice(0, 6), { people: 10_000 })));
    const shown = await held(() => visitor.get(address));
    expect(shown.result.status).toBe(200);
    const stored = await held(() => visitor.post(address, { reason: "Didelis failas" }));
    expect(stored.result.status).toBe(303);
    console.info(`20,000 earlier responses: shown ${shown.told}; stored ${stored.told}`);
    // The whole takes seconds; nobody else waits for a noticeable part of them.
    expect(stored.longest).toBeLessThan(stored.took / 3);
    const { count } = await db()
      .selectFrom("answers.response")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(20_000);
  });

  it("of SurveyMonkey are read below two rows of headings, without what says who answered", async () => {
    const { visitor, keys } = await aDesk(db());
    const rows = [
      ["Respondent ID", "IP Address", "Kiek sutinkate?", "", "Kodas", "Vietovė"],
      ["", "", keys[0]!, keys[1]!, "Open-Ended Response", "Response"],
      ["114", "192.0.2.7", "2", "3", "K1", "Šilutė"],
    ];
    const address = await uploaded(visitor, csv(rows));
    const page = await (await visitor.get(address)).text();
    expect(page).toContain("192.0.2.7");
    const form = formOf(page);
    expect(form.optionRow).toBe("yes");
    const struck = await visitor.post(`${address}/columns`, { ...form, strikeOut: "yes" });
    expect(struck.status).toBe(303);
    const after = await (await visitor.get(address)).text();
    expect(after).not.toContain("192.0.2.7");
    expect(after).not.toContain("strikeOut");
    await visitor.post(`${address}/columns`, { ...formOf(after), wave: "before" });
    expect((await visitor.post(address, { reason: "Bandymas" })).status).toBe(303);
    expect(await responses(db())).toHaveLength(1);
  });
});
