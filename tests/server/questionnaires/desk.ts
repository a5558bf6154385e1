import type { Db } from "../../../db/connect.ts";
import { createApp } from "../../../server/app.ts";
import type { QuestionnaireDraft } from "../../../server/domain/questionnaire/document.ts";
import { readDraft } from "../../../server/domain/questionnaire/draft.ts";
import { appDeps, signedIn, type Visitor } from "../../support/app.ts";
import { aProgramme, aStaffUser } from "../../support/programme.ts";

export const now = new Date("2026-03-02T09:00:00Z");
export const list = "/programmes/bandymas/questionnaires";

/** An organiser at a programme with one published questionnaire, and the ways to begin and read drafts. */
export async function anOrganiser(db: Db) {
  const deps = appDeps(db, { now: () => now });
  const app = createApp(deps);
  const programme = await aProgramme(db, now);
  const organiser = await signedIn(app, deps, await aStaffUser(db, programme, ["organiser"]));
  return { app, deps, programme, organiser };
}

/** Begins a questionnaire and gives its address. */
export async function begun(organiser: Visitor, from = "empty", title = ""): Promise<string> {
  const response = await organiser.post(list, { from, title });
  return response.headers.get("location") ?? `status ${response.status}`;
}

export async function draftAt(db: Db, address: string): Promise<QuestionnaireDraft> {
  const row = await rowAt(db, address);
  return readDraft(row.draft)!;
}

export async function rowAt(db: Db, address: string) {
  return await db
    .selectFrom("questionnaire")
    .selectAll()
    .where("id", "=", address.split("/").at(-1)!)
    .executeTakeFirstOrThrow();
}

/** The fields of the only large form of a page, as a browser would send them back. */
export function fieldsIn(html: string): Record<string, string[]> {
  const form = /<form class="fields editor-form"[\s\S]*?<\/form>/.exec(html)?.[0] ?? "";
  const fields: Record<string, string[]> = {};
  const add = (name: string, value: string) => {
    fields[name] = [...(fields[name] ?? []), unescaped(value)];
  };
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, "name");
    const isBox = /type="(checkbox|radio)"/.test(tag);
    if (name && (!isBox || /\schecked/.test(tag))) add(name, attribute(tag, "value") ?? "on");
  }
  for (const [, tag, text] of form.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    add(attribute(tag!, "name")!, text!);
  }
  for (const [, tag, options] of form.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const all = [...options!.matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
    const chosen = all.find((option) => /\sselected/.test(option)) ?? all[0];
    if (chosen) add(attribute(tag!, "name")!, attribute(chosen, "value") ?? "");
  }
  return fields;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");
}
