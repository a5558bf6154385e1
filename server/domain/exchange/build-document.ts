import { checkRouting } from "../questionnaire/check-routing.ts";
import {
  type AnswerSet,
  documentFormat,
  type Item,
  type QuestionnaireDocument,
  type Section,
} from "../questionnaire/document.ts";
import { inLanguage, type Text } from "../text.ts";
import { buildItem } from "./build-item.ts";
import { type BuiltItem, buildRule } from "./build-rule.ts";
import { createKeys, slugOf } from "./legal-names.ts";
import type { ImportOutcome, Loss } from "./loss.ts";
import type { ImportWish, Outline, OutlineQuestion } from "./outline.ts";
import { inLanguages, languagesOf, limitedTo } from "./outline-languages.ts";
import { isEmptyText } from "./plain-text.ts";

const mostItems = 500;
/** Longer scales cannot be analysed. */
const longestScale = 36;

/** Words that a document needs and a file may lack. */
export interface BuildWords {
  title: Text;
  section: Text;
  waves: Record<ImportWish["waves"][number], Text>;
}

/** A document of what a file says: names made legal, points gathered into answer sets, rules kept where they hold. */
export function buildDocument(whole: Outline, wish: ImportWish, words: BuildWords): ImportOutcome {
  const used = languagesOf(whole);
  const outline = limitedTo(whole, used);
  const losses = [...outline.losses];
  const gathered = gatherItems(outline, wish, losses);
  if (gathered.items.length === 0) return { ok: false, fault: { code: "no-questions" } };
  const only = (text: Text, instead: Text) => ({
    ...inLanguages(isEmptyText(text) ? instead : text, used),
  });
  const sections = gathered.sections.map(({ title, ...section }) => ({
    ...section,
    title: only(title, words.section),
  }));
  const title = inEvery(only(outline.title, words.title), used);
  const document: QuestionnaireDocument = {
    format: documentFormat,
    key: slugOf(inLanguage(title, "lt"), "questionnaire"),
    title,
    languages: used,
    waves: wavesOf(wish, words, { outline, sections, used }),
    answerSets: gathered.answerSets,
    sections,
    items: gathered.items,
    scales: proposeScales(sections, gathered.items, losses),
    breakdowns: [],
  };
  return { ok: true, document: withoutBrokenRules(document, gathered.names, losses), losses };
}

/** A title in one language of several serves for all of them: files mostly have one, and participants do not see it. */
function inEvery(title: Text, languages: readonly string[]): Text {
  return Object.fromEntries(languages.map((language) => [language, inLanguage(title, language)]));
}

interface Gathered {
  items: Item[];
  sections: Section[];
  answerSets: Record<string, AnswerSet>;
  /** What the file calls an item, by our key. */
  names: Map<string, string>;
}

function gatherItems(outline: Outline, wish: ImportWish, losses: Loss[]): Gathered {
  const gathered: Gathered = { items: [], sections: [], answerSets: {}, names: new Map() };
  const itemKey = createKeys("Q", ["pair", "locality", "wave"]);
  const sectionKey = createKeys("S");
  const answerSetOf = answerSetsInto(gathered.answerSets);
  const built = new Map<string, BuiltItem>();
  const take = (question: OutlineQuestion): string[] => {
    if (gathered.items.length >= mostItems) {
      losses.push({ code: "too-many-items", name: question.name });
      return [];
    }
    const setting = { key: itemKey(question.name), waves: [...wish.waves], answerSetOf, losses };
    const made = buildItem(question, setting);
    if (!made) return [];
    noteName(question.name, setting.key, losses);
    noteInsertions(question, losses);
    gathered.names.set(setting.key, question.name);
    gathered.items.push(withRule(made.item, question, built, losses));
    if (!built.has(question.name)) built.set(question.name, made);
    return [setting.key];
  };
  for (const { name, title, stem, questions } of outline.sections) {
    const items = questions.flatMap(take);
    if (items.length === 0) continue;
    const section: Section = { key: sectionKey(name), title, purpose: "other", items };
    const isSaid = isEmptyText(stem) ? section : { ...section, stem };
    gathered.sections.push({ ...isSaid, purpose: purposeOf(items, gathered.items) });
  }
  return gathered;
}

/** Numbers answer sets in the order of their first use. */
function answerSetsInto(sets: Record<string, AnswerSet>) {
  const known = new Map<string, string>();
  return (set: AnswerSet): string => {
    const content = JSON.stringify(set);
    const key = known.get(content) ?? `set${known.size + 1}`;
    known.set(content, key);
    sets[key] = set;
    return key;
  };
}

function noteName(name: string, key: string, losses: Loss[]): void {
  if (name !== key) losses.push({ code: "name-changed", name, detail: key });
}

/** Other systems put answers into the texts of later questions; here the mark would stand there as it is written. */
function noteInsertions(question: OutlineQuestion, losses: Loss[]): void {
  const options = "options" in question ? question.options.map(({ label }) => label) : [];
  const texts = [question.text, question.help, ...options].flatMap((text) => Object.values(text));
  const mark = texts.map((text) => /\$?\{[^{}\n]{1,200}\}/.exec(text)?.[0]).find(Boolean);
  if (mark) losses.push({ code: "insertion-left-in", name: question.name, detail: mark });
}

function withRule(
  item: Item,
  { name, rule }: OutlineQuestion,
  built: ReadonlyMap<string, BuiltItem>,
  losses: Loss[],
): Item {
  if (!rule) return item;
  const showIf = buildRule(rule, built);
  if (!showIf) losses.push({ code: "condition-not-expressible", name });
  return showIf ? { ...item, showIf } : item;
}

function purposeOf(keys: readonly string[], items: readonly Item[]): Section["purpose"] {
  const kinds = new Set(items.filter(({ key }) => keys.includes(key)).map(({ kind }) => kind));
  kinds.delete("information");
  if (kinds.size !== 1) return "other";
  if (kinds.has("rating")) return "competency";
  if (kinds.has("knowledge")) return "knowledge";
  return kinds.has("long-text") ? "open" : "other";
}

function wavesOf(
  { waves }: ImportWish,
  words: BuildWords,
  { outline, sections, used }: { outline: Outline; sections: Section[]; used: string[] },
): QuestionnaireDocument["waves"] {
  const keys = sections.map(({ key }) => key);
  const said = outline.introduction;
  const introduction = isEmptyText(said) ? {} : { introduction: said };
  return Object.fromEntries(
    waves.map((wave) => {
      const title = inLanguages(words.waves[wave], used);
      return [wave, { title, ...introduction, sections: keys }];
    }),
  );
}

/** Without scales nothing would be counted: the ratings of a section by one answer set are proposed as one. */
function proposeScales(
  sections: readonly Section[],
  items: readonly Item[],
  losses: Loss[],
): QuestionnaireDocument["scales"] {
  const key = createKeys("S", ["about", "items", "multiplicity"]);
  return sections.flatMap((section) => {
    const members = items.filter((item) => section.items.includes(item.key));
    const kind = members.some((item) => item.kind === "knowledge") ? "knowledge" : "rating";
    const own = members.filter((item) => item.kind === kind);
    const sets = new Set(own.map((item) => (item.kind === "rating" ? item.answerSet : "")));
    if (own.length < 2 || own.length > longestScale || sets.size > 1) return [];
    losses.push({ code: "scale-proposed", name: section.key, detail: String(own.length) });
    const scale = { key: key(section.key), title: section.title, kind, reversed: [] } as const;
    return [{ ...scale, reversed: [], items: own.map((item) => item.key) }];
  });
}

/** Rules that look ahead, or ask for what cannot be answered, would keep the document from being published. */
function withoutBrokenRules(
  document: QuestionnaireDocument,
  names: ReadonlyMap<string, string>,
  losses: Loss[],
): QuestionnaireDocument {
  const broken = new Set(
    checkRouting(document).map(({ path }) => Number(/^items\[(\d+)\]/.exec(path)?.[1])),
  );
  const items = document.items.map((item, index) => {
    if (!broken.has(index)) return item;
    losses.push({ code: "condition-not-expressible", name: names.get(item.key) ?? item.key });
    const { showIf: _, ...shown } = item;
    return shown;
  });
  return { ...document, items };
}
