import type { Context } from "hono";
import { z } from "zod";
import type { Db } from "../../../db/connect.ts";
import type { Programme } from "../../../db/queries/programmes.ts";
import type { SetupFrame } from "../../../web/pages/setup/frame.tsx";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import { type EntryStep, entryFields } from "../../domain/setup/entry-fields.ts";
import { type Language, languages } from "../../domain/text.ts";
import { getAccess } from "../../http/access.ts";
import { languageOf, rememberLanguage } from "../../http/language.ts";
import type { StaffEnv } from "../../http/session.ts";

/** What every page of the set-up works with. */
export interface Desk {
  deps: Deps;
  db: Db;
}

export type SetupContext = Context<StaffEnv>;

/** Who changes what, and when: what a verb needs for its row in the audit log. */
export interface Doing {
  programme: Programme;
  staffId: string;
  now: Date;
  language: Language;
}

/** The programme of the address, for its organiser. */
export async function getDoing({ db, deps }: Desk, c: SetupContext): Promise<Doing> {
  const slug = c.req.param("slug") ?? "";
  const staff = c.get("staff");
  const { programme } = await getAccess(db, { staff, slug, roles: ["organiser"] });
  const language = languageOf(c);
  if (c.req.query("language")) rememberLanguage(c, language);
  return { programme, staffId: staff.id, now: deps.now(), language };
}

export function frameOf({ deps }: Desk, { programme, language }: Doing): SetupFrame {
  return { language, styleUrl: deps.assets.url("web/styles/main.css"), programme };
}

/** The languages in which this programme's texts have to be there, in our order. */
export function languagesOf({ languages: own }: Programme): Language[] {
  return languages.filter((language) => own.includes(language));
}

export function setupAddress({ programme }: Doing, place = ""): string {
  return `/programmes/${programme.slug}/setup${place === "" ? "" : `/${place}`}`;
}

/** The step that an address names; any other address does not exist. */
export function readEntryStep(c: SetupContext): EntryStep {
  const step = c.req.param("step") ?? "";
  if (!Object.hasOwn(entryFields, step)) throw new Problem("not-found");
  return step as EntryStep;
}

/** Ids in addresses are UUIDs; anything else cannot exist. */
export function readId(c: SetupContext): string {
  const id = c.req.param("id") ?? "";
  if (!z.uuid().safeParse(id).success) throw new Problem("not-found");
  return id;
}

/** The one file of a form for uploads; undefined when none was chosen. */
export async function readUpload(c: SetupContext): Promise<File | undefined> {
  const { file } = await c.req.parseBody();
  return file instanceof File && file.size > 0 ? file : undefined;
}
