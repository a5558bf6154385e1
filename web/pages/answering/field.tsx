import type { Child } from "hono/jsx";
import type { Item, QuestionnaireDocument } from "../../../server/domain/questionnaire/document.ts";
import type { Answers } from "../../../server/domain/response/answers.ts";
import { type FormFields, firstValueOf } from "../../../server/domain/response/form-fields.ts";
import type { Mistake } from "../../../server/domain/response/mistakes.ts";
import { inLanguage, type Language } from "../../../server/domain/text.ts";
import { type AnsweringTexts, answeringTexts } from "../../texts/answering.ts";
import { answerInWords } from "./answer-words.ts";

/** What a form shows besides its questions: what is filled in, what is wrong, what another window has stored. */
export interface FormState {
  document: QuestionnaireDocument;
  language: Language;
  shuffleSeed: number;
  /** Answers given on other pages, on which it may depend what is asked here. */
  earlier: Answers;
  fields: FormFields;
  mistakes: readonly Mistake[];
  /** Items that are answered already and whose answers this device may not show. */
  kept: ReadonlySet<string>;
  /** What another window has stored for items that are answered differently here. */
  conflicts: Answers;
}

export const emptyForm = {
  earlier: {},
  fields: new Map(),
  mistakes: [],
  kept: new Set<string>(),
  conflicts: {},
} satisfies Partial<FormState>;

export function textsOf(state: FormState): AnsweringTexts {
  return answeringTexts[state.language];
}

export function isChosen(state: FormState, field: string, value: string): boolean {
  return state.fields.get(field)?.includes(value) ?? false;
}

export function typedIn(state: FormState, field: string): string {
  return firstValueOf(state.fields, field) ?? "";
}

export function mistakeOf(state: FormState, item: Item): Mistake | undefined {
  return state.mistakes.find((mistake) => mistake.item === item.key);
}

/** The anchor of an item: where links from the summary and the review lead. */
export function anchorOf(itemKey: string): string {
  return `q-${itemKey}`;
}

/** Ids of the notes under a question, for `aria-describedby`; undefined when there are none. */
export function notesOf(state: FormState, item: Item): string | undefined {
  const notes = [
    item.help || hasHint(item) ? `${item.key}-hint` : "",
    state.kept.has(item.key) || item.key in state.conflicts ? `${item.key}-note` : "",
    mistakeOf(state, item) ? `${item.key}-mistake` : "",
  ].filter((id) => id !== "");
  return notes.length > 0 ? notes.join(" ") : undefined;
}

function hasHint(item: Item): boolean {
  return ["multiple", "ranking", "date", "long-text"].includes(item.kind);
}

/** A question with a group of choices: its text names the group, its notes describe it. */
export function Group({
  state,
  item,
  legend,
  hint,
  children,
}: {
  state: FormState;
  item: Item;
  legend?: Child;
  hint?: string;
  children?: Child;
}) {
  return (
    <fieldset id={anchorOf(item.key)} aria-describedby={notesOf(state, item)}>
      <legend>
        {legend ?? inLanguage(item.text, state.language)}
        <RequiredMark state={state} item={item} />
      </legend>
      <Notes state={state} item={item} hint={hint} />
      {children}
    </fieldset>
  );
}

/** A question with one field: a real label, its notes between label and field. */
export function Labelled({
  state,
  item,
  hint,
  children,
}: {
  state: FormState;
  item: Item;
  hint?: string;
  children?: Child;
}) {
  return (
    <div class="card" id={anchorOf(item.key)}>
      <label class="question" for={`${item.key}-field`}>
        {inLanguage(item.text, state.language)}
        <RequiredMark state={state} item={item} />
      </label>
      <Notes state={state} item={item} hint={hint} />
      {children}
    </div>
  );
}

function RequiredMark({ state, item }: { state: FormState; item: Item }) {
  return item.isRequired ? <small>{` (${textsOf(state).fields.required})`}</small> : null;
}

function Notes({ state, item, hint }: { state: FormState; item: Item; hint?: string }) {
  const help = item.help ? inLanguage(item.help, state.language) : "";
  const told = [help, hint ?? ""].filter((text) => text !== "").join(" ");
  return (
    <>
      {told ? (
        <p class="hint" id={`${item.key}-hint`}>
          {told}
        </p>
      ) : null}
      <StoredElsewhere state={state} item={item} />
      <MistakeNote state={state} item={item} />
    </>
  );
}

function StoredElsewhere({ state, item }: { state: FormState; item: Item }) {
  const texts = textsOf(state);
  if (item.key in state.conflicts) {
    const answer =
      answerInWords(state, item, state.conflicts[item.key]!) || texts.conflict.noAnswer;
    return (
      <p class="note" id={`${item.key}-note`}>
        {`${texts.conflict.stored} ${answer}`}
      </p>
    );
  }
  if (!state.kept.has(item.key)) return null;
  return (
    <p class="note" id={`${item.key}-note`}>
      {texts.fields.kept}
    </p>
  );
}

function MistakeNote({ state, item }: { state: FormState; item: Item }) {
  const mistake = mistakeOf(state, item);
  if (!mistake) return null;
  return (
    <p class="mistake" id={`${item.key}-mistake`}>
      {textsOf(state).mistakes.say(mistake.code, mistake.detail)}
    </p>
  );
}
