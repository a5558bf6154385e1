import type { Hono } from "hono";
import type { Db } from "../../../db/connect.ts";
import { contentHash } from "../../../db/content-hash.ts";
import { json } from "../../../db/json.ts";
import { createApp } from "../../../server/app.ts";
import type { Deps } from "../../../server/deps.ts";
import { readyQuestionnaire } from "../../domain/questionnaire/documents.ts";
import { appDeps, signedIn, type Visitor } from "../../support/app.ts";

export const now = new Date("2026-03-02T10:00:00Z");
export const slug = "kulturos-inovacijos";
export const home = `/programmes/${slug}`;
export const setup = `${home}/setup`;

export interface SetupDesk {
  app: Hono;
  deps: Deps;
  administrator: Visitor;
  organisationId: string;
  staffId: string;
}

/** An organisation with its administrator signed in, and no programme yet. The clock is moved by `at`. */
export async function aSetupDesk(db: Db, at: () => Date = () => now): Promise<SetupDesk> {
  const { id: organisationId } = await db
    .insertInto("organisation")
    .values({ name: "Bandymų institutas", legal_form: "VšĮ" })
    .returning("id")
    .executeTakeFirstOrThrow();
  const staffId = await aPerson(db, organisationId, { isAdministrator: true });
  const deps = appDeps(db, { now: at });
  const app = createApp(deps);
  const administrator = await signedIn(app, deps, staffId);
  return { app, deps, administrator, organisationId, staffId };
}

export async function aPerson(
  db: Db,
  organisationId: string,
  { isAdministrator }: { isAdministrator: boolean },
): Promise<string> {
  const { id } = await db
    .insertInto("staff_user")
    .values({
      organisation_id: organisationId,
      email: isAdministrator ? "administratore@example.org" : "kitas@example.org",
      display_name: "Vardenė Pavardenė",
      is_administrator: isAdministrator,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export const startForm = {
  languages: "lt,en",
  "title-lt": "Kultūros inovacijos",
  "title-en": "Culture innovation",
  startsOn: "2026-03-01",
  endsOn: "2026-06-30",
};

/** Begins a programme through its page and returns its id. */
export async function startProgrammeOf(db: Db, { administrator }: SetupDesk): Promise<string> {
  await administrator.post("/programmes/new", startForm);
  const { id } = await db
    .selectFrom("programme")
    .select("id")
    .where("slug", "=", slug)
    .executeTakeFirstOrThrow();
  return id;
}

/** A questionnaire published by query, as publishing has pages of its own. */
export async function publishQuestionnaire(db: Db, programmeId: string): Promise<string> {
  const document = readyQuestionnaire();
  const questionnaire = await db
    .insertInto("questionnaire")
    .values({ programme_id: programmeId, key: document.key })
    .returning("id")
    .executeTakeFirstOrThrow();
  const version = await db
    .insertInto("questionnaire_version")
    .values({
      programme_id: programmeId,
      questionnaire_id: questionnaire.id,
      number: 1,
      document: json(document),
      content_hash: contentHash(document),
      published_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return version.id;
}

export const basicsForm = {
  ...startForm,
  "contractTitle-lt": "Kompetencijų ugdymas",
  "contractTitle-en": "Building competences",
  contractNumber: "S/26-1",
  "goal-lt": "Stiprinti vietovių savitumą",
  "goal-en": "To strengthen localities",
  languages: "lt,en",
  moreInfoUrl: "https://example.org/programa",
  timeZone: "Europe/Vilnius",
  evaluatorName: "UAB Vertinimas",
  threshold: "5",
  smallestWorthwhilePoints: "7,5",
};

export const organisationForm = {
  name: "Bandymų institutas",
  legalForm: "VšĮ",
  code: "300000000",
  address: "Bandymų g. 1, Vilnius",
  email: "duomenys@example.org",
  phone: "",
  website: "",
  signatoryPosition: "Direktorė",
  signatoryName: "Vardenė Pavardenė",
};

export const identityForm = {
  identityMode: "register",
  keyDestroyOn: "2027-06-30",
  answersDeleteOn: "2029-06-30",
};

export const wavesForm = {
  "before-opensAt": "2026-03-05T09:00",
  "before-closesAt": "2026-03-20T18:00",
  "before-grace": "60",
  "after-opensAt": "2026-06-01T09:00",
  "after-closesAt": "2026-06-20T18:00",
  "after-grace": "30",
  "followup-opensAt": "",
  "followup-closesAt": "",
  "followup-grace": "60",
};

/** The text that the notice's page proposes, as a browser would send it back. */
export async function noticeOf(visitor: Visitor): Promise<Record<string, string>> {
  const page = await (await visitor.get(`${setup}/notice`)).text();
  const texts = [...page.matchAll(/<textarea[^>]*name="(text-\w\w)"[^>]*>([^<]*)<\/textarea>/g)];
  return Object.fromEntries(texts.map(([, name = "", text = ""]) => [name, plainText(text)]));
}

function plainText(html: string): string {
  return html
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** Ids of the entries that a step's page lists. */
export async function idsOf(visitor: Visitor, step: string): Promise<string[]> {
  const page = await (await visitor.get(`${setup}/${step}`)).text();
  const links = page.matchAll(new RegExp(`<a href="${setup}/${step}/([0-9a-f-]{36})">`, "g"));
  return [...links].map(([, id = ""]) => id);
}
