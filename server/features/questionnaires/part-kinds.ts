import { type ItemPageProps, itemPage } from "../../../web/pages/questionnaires/item-page.tsx";
import {
  answerSetPage,
  type PartPageProps,
  scalePage,
  sectionPage,
  settingsPage,
} from "../../../web/pages/questionnaires/part-pages.tsx";
import { formKinds } from "../../../web/texts/questionnaires.ts";
import type { Item, QuestionnaireDraft } from "../../domain/questionnaire/document.ts";
import { putPair } from "../../domain/questionnaire/edit-copy.ts";
import {
  putAnswerSet,
  putItem,
  putScale,
  putSection,
  renameItem,
  sectionsOf,
  settle,
} from "../../domain/questionnaire/edit-structure.ts";
import { type FormMistake, typedIn } from "../../domain/questionnaire/forms/form-words.ts";
import {
  type FormKind,
  fillItemForm,
  readItemForm,
} from "../../domain/questionnaire/forms/item-form.ts";
import { kindWanted } from "../../domain/questionnaire/forms/item-kinds.ts";
import * as forms from "../../domain/questionnaire/forms/part-forms.ts";
import { listRemarks } from "../../domain/questionnaire/remarks.ts";
import type { FormFields } from "../../domain/response/form-fields.ts";
import { languages } from "../../domain/text.ts";
import { breakdowns } from "./breakdowns-part.ts";
import { minutesByWave } from "./editor-routes.ts";
import { lastAnswerSet, statements, wavesLike } from "./statements-part.ts";

/** What a form makes of a draft, or what is wrong with it. */
export type ReadPart =
  | { ok: true; draft: QuestionnaireDraft; key: string; anchor: string }
  | { ok: false; mistakes: FormMistake[] };

/** How one kind of part is found, shown in a form, and read from it. */
export interface PartKind {
  /** The part's place below the editor's address. */
  place: string;
  /** What a form shows is this; undefined when there is no such part. */
  find(draft: QuestionnaireDraft, key: string): unknown;
  fill(draft: QuestionnaireDraft, key: string): FormFields;
  /** The form of something new; `query` tells what was wished for. */
  blank(draft: QuestionnaireDraft, query: (name: string) => string): FormFields;
  read(draft: QuestionnaireDraft, fields: FormFields, key: string | undefined): ReadPart;
  page(props: PartPageProps): string;
}

const items: PartKind = {
  place: "items",
  find: (draft, key) => {
    const item = findItem(draft, key);
    return item && [item, sectionsOf(draft, key).map((section) => section.key)];
  },
  fill: (draft, key) => {
    const item = findItem(draft, key)!;
    const fields = new Map(fillItemForm(draft, item, sectionsOf(draft, key)[0]?.key ?? ""));
    return fields.set("kind", [item.kind]);
  },
  blank: (draft, query) => {
    const section = query("section") || (draft.sections.at(-1)?.key ?? "");
    return new Map<string, readonly string[]>([
      ["kind", [query("kind")]],
      ["section", [section]],
      ["wave", wavesLike(draft, section)],
      ["answerSet", [lastAnswerSet(draft, section)]],
      ["points", ["1"]],
      ["maximumLength", [query("kind") === "short-text" ? "200" : "1500"]],
      ["decimals", ["0"]],
      ["dontKnow.lt", ["Nežinau"]],
      ["dontKnow.en", ["I don’t know"]],
    ]);
  },
  read: readItem,
  page: (props) => itemPage(itemProps(props)),
};

function findItem(draft: QuestionnaireDraft, key: string | undefined): Item | undefined {
  return draft.items.find((item) => item.key === key);
}

function kindOf(fields: FormFields): FormKind {
  return formKinds.find((kind) => kind === typedIn(fields, "kind")) ?? "rating";
}

function readItem(
  draft: QuestionnaireDraft,
  fields: FormFields,
  key: string | undefined,
): ReadPart {
  const old = findItem(draft, key);
  const kind = old ? kindWanted(old.kind, fields) : kindOf(fields);
  const read = readItemForm(draft, fields, { kind: kind === "pair" ? "rating" : kind, old });
  if (!read.ok) return read;
  const { item, sectionKey } = read;
  const named = old && old.key !== item.key ? renameItem(draft, old.key, item.key) : draft;
  const changed =
    kind === "pair" && item.kind === "rating"
      ? putPair(named, item, sectionKey)
      : putItem(named, item, sectionKey);
  return { ok: true, draft: changed, key: item.key, anchor: `item-${item.key}` };
}

function itemProps({ frame, view, draft, partKey }: PartPageProps): ItemPageProps {
  const item = findItem(draft, partKey);
  const at = item ? draft.items.indexOf(item) : -1;
  const own = new RegExp(`^items\\[${at}\\](\\.|$)`);
  const remarks = item ? listRemarks(draft).filter(({ path }) => own.test(path)) : [];
  const kind = item ? kindWanted(item.kind, view.fields) : kindOf(view.fields);
  return { frame, view, draft, kind, item, remarks };
}

const sections: PartKind = {
  place: "sections",
  find: (draft, key) => findWords(draft, key),
  fill: (draft, key) => forms.fillSectionForm(draft.sections.find((one) => one.key === key)!),
  blank: () => new Map([["purpose", ["competency"]]]),
  read: (draft, fields, key) => {
    const read = forms.readSectionForm(
      draft,
      fields,
      draft.sections.find((one) => one.key === key),
    );
    if (!read.ok) return read;
    const section = read.value;
    return {
      ok: true,
      draft: putSection(draft, section),
      key: section.key,
      anchor: `section-${section.key}`,
    };
  },
  page: sectionPage,
};

/** What a section says, without its items: those are changed elsewhere. */
function findWords(draft: QuestionnaireDraft, key: string): unknown {
  const section = draft.sections.find((one) => one.key === key);
  return section && { ...section, items: [] };
}

const answerSets: PartKind = {
  place: "answer-sets",
  find: (draft, key) => (Object.hasOwn(draft.answerSets, key) ? draft.answerSets[key] : undefined),
  fill: (draft, key) => forms.fillAnswerSetForm(key, draft.answerSets[key]!),
  blank: () => new Map(),
  read: (draft, fields, key) => {
    const read = forms.readAnswerSetForm(draft, fields, key);
    if (!read.ok) return read;
    const { key: name, set } = read.value;
    return {
      ok: true,
      draft: putAnswerSet(draft, name, set),
      key: name,
      anchor: `answer-set-${name}`,
    };
  },
  page: answerSetPage,
};

const scales: PartKind = {
  place: "scales",
  find: (draft, key) => draft.scales.find((one) => one.key === key),
  fill: (draft, key) => forms.fillScaleForm(draft.scales.find((one) => one.key === key)!),
  blank: () => new Map([["kind", ["rating"]]]),
  read: (draft, fields, key) => {
    const read = forms.readScaleForm(
      draft,
      fields,
      draft.scales.find((one) => one.key === key),
    );
    if (!read.ok) return read;
    const scale = read.value;
    return {
      ok: true,
      draft: putScale(draft, scale),
      key: scale.key,
      anchor: `scale-${scale.key}`,
    };
  },
  page: scalePage,
};

/** The only part that every draft has once; its key is empty. */
export const settings: PartKind = {
  place: "settings",
  find: ({ title, languages: own, waves }) => {
    const parts = Object.entries(waves).map(([kind, part]) => [kind, { ...part, sections: [] }]);
    return { title, languages: own, waves: Object.fromEntries(parts) };
  },
  fill: (draft) => forms.fillSettingsForm(draft),
  blank: (draft) => forms.fillSettingsForm(draft),
  read: (draft, fields) => {
    const read = forms.readSettingsForm(draft, fields, languages);
    if (!read.ok) return read;
    return { ok: true, draft: settle({ ...draft, ...read.value }), key: "", anchor: "" };
  },
  page: (props) => settingsPage({ ...props, minutes: minutesByWave(props.draft) }),
};

export const partKinds: readonly PartKind[] = [
  items,
  statements,
  sections,
  answerSets,
  scales,
  breakdowns,
];
