import { beforeAll, describe, expect, it } from "vitest";
import { insertRelease } from "../../../db/queries/release-rows.ts";
import { findLatestRelease, type Release } from "../../../db/queries/releases.ts";
import { createApp } from "../../../server/app.ts";
import { loadDemo } from "../../../server/cli/demo-programmes.ts";
import type { ReleasedFigures } from "../../../server/domain/disclosure/figures.ts";
import { makeApiToken } from "../../../server/features/dashboard/api/make-token.ts";
import type {
  FiguresAnswer,
  ParticipationTable,
  ProgrammeAnswer,
  ResultsAnswer,
  TableAnswer,
} from "../../../server/features/dashboard/api/shapes.ts";
import { appDeps, signedIn, type Visitor } from "../../support/app.ts";
import { useOwnDatabase } from "../../support/database.ts";

const slug = "kulturos-inovacijos-2017";
const results = `/programmes/${slug}/results`;
const others = ["Šilutė", "Trakai", "Ignalina", "Pagėgiai"];

const { db } = useOwnDatabase();
const now = new Date();
let programmeId: string;
/** Evaluates Prienai alone. */
let visitor: Visitor;
let whole: Visitor;
let tokens: { visitor: string; whole: string };
let api: (path: string, token: string, language?: string) => Promise<unknown>;

beforeAll(async () => {
  await loadDemo(db(), now);
  const deps = appDeps(db());
  const app = createApp(deps);
  const evaluator = await db()
    .selectFrom("staff_user")
    .select(["id", "organisation_id"])
    .where("email", "=", "vertintojas@demo.invalid")
    .executeTakeFirstOrThrow();
  const id = await insertLocalEvaluator(evaluator.organisation_id);
  visitor = await signedIn(app, deps, id);
  whole = await signedIn(app, deps, evaluator.id);
  const tokenOf = (staffUserId: string) =>
    makeApiToken(db(), { programmeId, staffUserId, form: { name: "R", days: "9" }, now });
  tokens = { visitor: await tokenOf(id), whole: await tokenOf(evaluator.id) };
  api = async (path, token, language = "lt") => {
    const headers = { host: "localhost", authorization: `Bearer ${token}` };
    const answer = await app.request(
      `http://localhost/api/v1/programmes/${slug}${path}?language=${language}`,
      { headers },
    );
    expect(answer.status).toBe(200);
    return await answer.json();
  };
});

async function insertLocalEvaluator(organisationId: string): Promise<string> {
  const place = await db()
    .selectFrom("locality")
    .innerJoin("programme", "programme.id", "locality.programme_id")
    .select(["locality.id as id", "programme.id as programmeId"])
    .where("locality.key", "=", "prienai")
    .where("slug", "=", slug)
    .executeTakeFirstOrThrow();
  programmeId = place.programmeId;
  const { id } = await db()
    .insertInto("staff_user")
    .values({
      organisation_id: organisationId,
      email: "prienai@example.org",
      display_name: "Prienų vertintojas",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const role = { programme_id: programmeId, staff_user_id: id, locality_id: place.id };
  await db()
    .insertInto("staff_role")
    .values({ ...role, role: "evaluator" })
    .execute();
  return id;
}

const text = async (who: Visitor, path: string) => (await who.get(path)).text();

async function figureKeys(token: string): Promise<string[]> {
  const { figures } = (await api("/figures", token)) as FiguresAnswer;
  return figures.map(({ key }) => key);
}

/** Every page and file of results that somebody with a role in one town may open. */
async function addresses(): Promise<string[]> {
  const scales = (await newest()).figures.scales.map(({ key }) => `/${key}`);
  const pages = ["", ...scales, "/answers", "/quality", "/themes", "/localities/prienai"];
  const files = (await figureKeys(tokens.visitor)).flatMap((key) => [
    `.csv?figure=${key}`,
    `.csv?figure=${key}&variant=raw`,
    `.svg?figure=${key}`,
  ]);
  return [...pages, ...files].map((path) => `${results}${path}`);
}

async function newest(): Promise<Release> {
  return (await findLatestRelease(db(), programmeId))!;
}

/** All that the role opens, by address; a release's own number and hash apart, nothing is left out. */
async function everything(): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  for (const path of await addresses()) {
    const answer = await visitor.get(path);
    seen.set(path, `${answer.status} ${withoutNumber(await answer.text())}`);
  }
  const keys = await figureKeys(tokens.visitor);
  for (const path of ["/results", "/participation", "/figures", ...keys.map(asFigure)]) {
    for (const language of ["lt", "en"]) {
      const answer = await api(path, tokens.visitor, language);
      seen.set(`API ${path} ${language}`, withoutNumber(JSON.stringify(answer)));
    }
  }
  return seen;
}

function asFigure(key: string): string {
  return `/figures/${key}`;
}

function withoutNumber(answer: string): string {
  return answer
    .replaceAll(/Rezultatų versija \d+\./g, "")
    .replaceAll(/data-release="\d+"/g, "")
    .replaceAll(/"number":\d+,/g, "");
}

/** The same release with all numbers of the other towns, and all that is made of them alone, turned into 77. */
function withOthersChanged(figures: ReleasedFigures): ReleasedFigures {
  const change = <Value>(value: Value): Value =>
    JSON.parse(JSON.stringify(value), (_, part) => (typeof part === "number" ? 77 : part));
  const changeOthers = <Row extends { locality: string }>(rows: Row[]): Row[] =>
    rows.map((row) => (row.locality === "prienai" ? row : change(row)));
  const { participation } = figures;
  // Of the wave that is still open the total is made of each town's step, and everybody is told it.
  const places = changeOthers(participation.localities).map((row, index) => ({
    ...row,
    followup: participation.localities[index]!.followup,
  }));
  return {
    ...figures,
    participation: { ...participation, localities: places },
    scales: figures.scales.map((scale) => ({
      ...scale,
      localities: changeOthers(scale.localities),
      comparison: change(scale.comparison),
      ...(scale.expert && {
        expert: { ...scale.expert, localities: changeOthers(scale.expert.localities) },
      }),
    })),
  };
}

async function releaseAgain(figures: ReleasedFigures): Promise<void> {
  const { madeAt, parameters, contentHash } = await newest();
  await insertRelease(db(), {
    ...{ programmeId, madeAt, parameters, contentHash, madeBy: null, reason: "test" },
    ...{ evaluatorFigures: figures, publicFigures: figures },
  });
}

describe("an evaluator of one locality", () => {
  it.each(["", "/INOV", "/answers", "/quality", "/themes", "/compare"])(
    "reads its own town and the total at results%s, and no other town",
    async (path) => {
      const own = await visitor.get(`${results}${path}`);
      expect(own.status).toBe(200);
      const page = await own.text();
      for (const other of others) expect(page).not.toContain(other);
      expect(page).toContain("Jūsų teisės galioja tik kai kuriose vietovėse");
      if ((await text(whole, `${results}${path}`)).includes("Prienai")) {
        expect(page).toContain("Prienai");
      }
    },
  );

  it("sees the very figures of its town that the others see", async () => {
    const rows = (page: string) => /<tr[^>]*>\s*<th[^>]*>\s*Prienai.*?<\/tr>/s.exec(page)?.[0];
    const own = rows(await text(visitor, `${results}/INOV`));
    expect(own).toBeDefined();
    expect(own).toBe(rows(await text(whole, `${results}/INOV`)));
  });

  it("knows no page of another town", async () => {
    expect((await visitor.get(`${results}/localities/prienai`)).status).toBe(200);
    expect((await visitor.get(`${results}/localities/silute`)).status).toBe(404);
  });

  it("gets no row, in no table, that the others do not get as well", async () => {
    const all = await figureKeys(tokens.whole);
    const seen = await figureKeys(tokens.visitor);
    expect(seen.length).toBe(all.length - others.length);
    for (const key of seen) {
      expect(all).toContain(key);
      const own = (await api(asFigure(key), tokens.visitor)) as TableAnswer;
      const { columns, rows } = (await api(asFigure(key), tokens.whole)) as TableAnswer;
      const places = own.columns.map((title) => columns.indexOf(title));
      expect(places).not.toContain(-1);
      const asTold = rows.map((row) => JSON.stringify(places.map((place) => row[place])));
      for (const row of own.rows) expect(asTold).toContain(JSON.stringify(row));
    }
  });

  it("is told of its own town alone by the API, with everybody's total", async () => {
    const programme = (await api("", tokens.visitor)) as ProgrammeAnswer;
    expect(programme.localities.map(({ key }) => key)).toEqual(["prienai"]);
    const own = (await api("/results", tokens.visitor)) as ResultsAnswer;
    const all = (await api("/results", tokens.whole)) as ResultsAnswer;
    expect(own.scales.map((scale) => scale.all)).toEqual(all.scales.map((scale) => scale.all));
    for (const scale of own.scales) {
      expect(scale.localities.map(({ locality }) => locality)).toEqual(["prienai"]);
    }
    const told = (await api("/participation", tokens.visitor)) as ParticipationTable;
    expect(told.localities.map(({ locality }) => locality)).toEqual(["prienai"]);
    expect(told.all).toEqual(((await api("/participation", tokens.whole)) as typeof told).all);
  });

  it("comes from the programme's page to nothing that is closed to it", async () => {
    const seen = new Set([`/programmes/${slug}`]);
    for (const path of seen) {
      const answer = await visitor.get(path);
      expect({ path, status: answer.status }).toEqual({ path, status: 200 });
      if (!answer.headers.get("content-type")?.includes("html")) continue;
      for (const [, href = ""] of (await answer.text()).matchAll(/<a[^>]* href="([^"#]+)/g)) {
        const address = href.replaceAll("&amp;", "&");
        if (address.startsWith(`/programmes/${slug}`)) seen.add(address);
      }
    }
    expect(seen.size).toBeGreaterThan(60);
  });

  it("is told why, where something is closed", async () => {
    const answer = await visitor.post(`/programmes/${slug}/notes`, { figure: "whole" });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("Tam reikia teisių visoje programoje");
  });

  it("watches its own town and the total while answering goes on", async () => {
    const answer = await visitor.get(`/programmes/${slug}/progress?language=lt`);
    const reader = answer.body!.getReader();
    const { value } = await reader.read();
    await reader.cancel();
    const event = new TextDecoder().decode(value);
    const { rows } = JSON.parse(/^data: (.*)$/m.exec(event)![1]!) as { rows: string[][] };
    expect(rows.map(([name]) => name)).toEqual(["Prienai", "Visi dalyviai"]);
  });

  // Last, since it releases anew.
  it("gets the very same, byte by byte, whatever the numbers of the other towns are", async () => {
    const before = await everything();
    const ofAll = await text(whole, `${results}/INOV`);
    const first = await newest();
    await releaseAgain(withOthersChanged(first.figures));
    expect((await newest()).number).toBe(first.number + 1);
    expect(await text(whole, `${results}/INOV`)).not.toBe(ofAll);
    for (const [path, answer] of await everything()) {
      expect({ path, isSame: answer === before.get(path) }).toEqual({ path, isSame: true });
    }
    expect(before.size).toBeGreaterThan(150);
    const compared = `${results}.csv?figure=compare-programmes&with=release-${first.number}`;
    expect(await text(visitor, compared)).toBe(await text(whole, compared));
  });
});
