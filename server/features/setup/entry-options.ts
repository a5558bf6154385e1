import type { Db } from "../../../db/connect.ts";
import { listEntries } from "../../../db/queries/setup-entries.ts";
import { listPublishedVersions } from "../../../db/queries/wave-setup.ts";
import type { Option } from "../../../web/pages/setup/form.tsx";
import type { EntryStep } from "../../domain/setup/entry-fields.ts";
import { inLanguage, type Language, type Text } from "../../domain/text.ts";

export type Options = Record<string, readonly Option[]>;

interface Asking {
  programmeId: string;
  language: Language;
}

/** What the choices of a step's form offer: entries of other steps, and the scales of the questionnaire. */
export async function loadOptions(db: Db, step: EntryStep, asking: Asking): Promise<Options> {
  switch (step) {
    case "groups":
    case "visions":
      return { localityId: await localityOptions(db, asking) };
    case "topics":
      return { scaleKey: await scaleOptions(db, asking) };
    case "sessions":
      return {
        localityId: await localityOptions(db, asking),
        groupId: await groupOptions(db, asking),
        topicId: await titleOptions(db, "topics", asking),
        methodId: await titleOptions(db, "methods", asking),
      };
    default:
      return {};
  }
}

async function localityOptions(db: Db, { programmeId }: Asking): Promise<Option[]> {
  const localities = await listEntries(db, { programmeId, step: "localities" });
  return localities.map(({ id, values }) => ({ value: id, label: String(values.nominative) }));
}

async function titleOptions(
  db: Db,
  step: "topics" | "methods",
  { programmeId, language }: Asking,
): Promise<Option[]> {
  const entries = await listEntries(db, { programmeId, step });
  return entries.map(({ id, values }) => ({
    value: id,
    label: inLanguage(values.title as Text, language),
  }));
}

/** Groups of several localities may have one name, so the locality stands before it. */
async function groupOptions(db: Db, asking: Asking): Promise<Option[]> {
  const localities = await localityOptions(db, asking);
  const groups = await listEntries(db, { programmeId: asking.programmeId, step: "groups" });
  return groups.map(({ id, values }) => {
    const locality = localities.find(({ value }) => value === values.localityId);
    return { value: id, label: `${locality?.label ?? ""}: ${String(values.name)}` };
  });
}

/**
 * The scales of every published version; of scales with one key the newest names it. A scale that a topic already
 * belongs to stays on offer by its key, so that a topic taken over from an old programme keeps it.
 */
async function scaleOptions(db: Db, { programmeId, language }: Asking): Promise<Option[]> {
  const scales = new Map<string, string>();
  for (const { document } of await listPublishedVersions(db, programmeId)) {
    for (const { key, title } of document.scales) {
      if (!scales.has(key)) scales.set(key, inLanguage(title, language));
    }
  }
  for (const { values } of await listEntries(db, { programmeId, step: "topics" })) {
    const key = values.scaleKey;
    if (typeof key === "string" && !scales.has(key)) scales.set(key, key);
  }
  return [...scales].map(([value, label]) => ({ value, label }));
}
