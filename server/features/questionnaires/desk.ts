import type { Context } from "hono";
import { z } from "zod";
import { contentHash } from "../../../db/content-hash.ts";
import type { Programme } from "../../../db/queries/programmes.ts";
import { findQuestionnaire, type StoredDraft } from "../../../db/queries/questionnaire-drafts.ts";
import type { EditorFrame } from "../../../web/pages/questionnaires/frame.tsx";
import { type QuestionnaireTexts, questionnaireTexts } from "../../../web/texts/questionnaires.ts";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import type { QuestionnaireDraft } from "../../domain/questionnaire/document.ts";
import { readFormFields } from "../../domain/response/form-fields.ts";
import type { Language, Text } from "../../domain/text.ts";
import { getAccess } from "../../http/access.ts";
import { languageOf } from "../../http/language.ts";
import type { StaffEnv } from "../../http/session.ts";

export const base = "/programmes/:slug/questionnaires";
/** Ids alone, so that the words beside them (`waves`, `import`) stay free for other pages. */
export const one = `${base}/:id{[0-9a-f]{8}-[0-9a-f-]{27}}`;

export type DeskContext = Context<StaffEnv>;
export type WithDraft = StoredDraft & { draft: QuestionnaireDraft };

/** The programme of an address, for its organisers. */
export async function getProgramme({ db }: Deps, c: DeskContext): Promise<Programme> {
  const slug = c.req.param("slug") ?? "";
  return (await getAccess(db, { staff: c.get("staff"), slug, roles: ["organiser"] })).programme;
}

export async function getQuestionnaire(
  { db }: Deps,
  c: DeskContext,
  programme: Programme,
): Promise<StoredDraft> {
  const id = c.req.param("id") ?? "";
  const found = z.uuid().safeParse(id).success
    ? await findQuestionnaire(db, { programmeId: programme.id, id })
    : undefined;
  if (!found) throw new Problem("not-found");
  return found;
}

/** The programme and the draft of an address. A questionnaire that has no draft has nothing to edit. */
export async function getDraft(deps: Deps, c: DeskContext) {
  const programme = await getProgramme(deps, c);
  const questionnaire = await getQuestionnaire(deps, c, programme);
  const { draft } = questionnaire;
  if (!draft) throw new Problem("not-found");
  return { programme, questionnaire: { ...questionnaire, draft } satisfies WithDraft };
}

export function frameOf(
  { assets }: Deps,
  c: DeskContext,
  {
    programme,
    questionnaire,
  }: { programme: Programme; questionnaire?: { id: string; title: Text } },
): EditorFrame {
  return {
    language: languageOf(c),
    styleUrl: assets.url("web/styles/main.css"),
    scriptUrl: assets.url("web/browser/questionnaires.ts"),
    programme,
    questionnaire,
  };
}

/** Reads a posted form; anything but a form as browsers send it is refused. */
export async function readForm(c: DeskContext): Promise<Map<string, readonly string[]>> {
  const type = c.req.header("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) throw new Problem("bad-request");
  return new Map(readFormFields(await c.req.text()));
}

/** A mark of what a form shows, by which a later save knows whether it was changed elsewhere. */
export function seenOf(part: unknown): string {
  return part === undefined ? "" : contentHash(part).slice(0, 16);
}

/** What a page says was just done, from its address; anything else there is nothing. */
export function doneOf(c: DeskContext, language: Language): string | undefined {
  const { done } = questionnaireTexts[language];
  const name = c.req.query("done") ?? "";
  return Object.hasOwn(done, name) ? done[name as keyof QuestionnaireTexts["done"]] : undefined;
}
