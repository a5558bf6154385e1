import type { Item, QuestionnaireDocument } from "../../server/domain/questionnaire/document.ts";
import { otherValue, subFieldOf } from "../../server/domain/questionnaire/kinds/choice-values.ts";
import { consentGiven } from "../../server/domain/questionnaire/kinds/consent.ts";
import { type FormFields, valuesOf } from "../../server/domain/response/form-fields.ts";
import { boxesOf, type NumberedItem } from "../../server/domain/response/keyed-answers.ts";
import type { Mistake } from "../../server/domain/response/mistakes.ts";
import { inLanguage, type Language } from "../../server/domain/text.ts";
import { answeringTexts } from "../texts/answering.ts";
import { entryTexts } from "../texts/entry.ts";
import { paperTexts } from "../texts/paper.ts";

/** What every field of a sheet needs to know. */
export interface FieldContext {
  language: Language;
  document: QuestionnaireDocument;
  keyed: FormFields;
  mistakes: readonly Mistake[];
}

interface FieldProps {
  context: FieldContext;
  numbered: NumberedItem;
  /** Where the meanings of the numbers stand when a whole run of questions shares them. */
  sharedBoxes?: string;
}

/** One question of the sheet: its number and wording, what the numbers mean, and a short field. */
export function KeyedField({ context, numbered, sharedBoxes }: FieldProps) {
  const { item, number } = numbered;
  if (item.kind === "information") return null;
  const mistake = context.mistakes.find((one) => one.item === item.key);
  const hintId = sharedBoxes ?? `hint-${item.key}`;
  const described = mistake ? `mistake-${item.key} ${hintId}` : hintId;
  return (
    <div class="keyed">
      <label for={fieldId(item.key)}>
        <b>{`${number}.`}</b>
        {` ${wordingOf(context, item)}`}
      </label>
      {sharedBoxes ? null : <Hint id={hintId} context={context} item={item} />}
      {mistake ? (
        <span id={`mistake-${item.key}`} class="mistake">
          {sayKeyed(context, item, mistake)}
        </span>
      ) : null}
      <Input context={context} item={item} described={described} isWrong={mistake !== undefined} />
      <OtherWords context={context} numbered={numbered} />
    </div>
  );
}

export function fieldId(key: string): string {
  return `field-${key}`;
}

/** Halves of a "looking back / now" pair have one wording; which half it is stands before it. */
export function wordingOf({ document, language }: FieldContext, item: Item): string {
  const texts = paperTexts[language];
  const text = inLanguage(item.text, language);
  if (item.kind !== "rating") return text;
  if (item.looksBackAt) return `${texts.beforeTraining}: ${text}`;
  const isNow = document.items.some(
    (other) => other.kind === "rating" && other.looksBackAt === item.key,
  );
  return isNow ? `${texts.now}: ${text}` : text;
}

/** The mistake in the words of whoever keys: of places on a sheet, not of answers to choose. */
export function sayKeyed({ language }: FieldContext, item: Item, mistake: Mistake): string {
  const texts = entryTexts[language];
  if (mistake.code === "rank-missing" || mistake.code === "rank-repeated") return texts.ranksWrong;
  if (mistake.code !== "not-an-option") {
    return answeringTexts[language].mistakes.say(mistake.code, mistake.detail);
  }
  return item.kind === "ranking" ? texts.ranksWrong : texts.notOnSheet;
}

/** The meaning of each number, in the order in which the boxes are printed. */
export function Boxes({ id, context, item }: { id: string; context: FieldContext; item: Item }) {
  const { language, document } = context;
  return (
    <ul id={id} class="boxes" aria-label={entryTexts[language].boxes}>
      {boxesOf(item, document).map((box, index) => (
        <li>
          <b>{index + 1}</b>{" "}
          <span>{box.label ? inLanguage(box.label, language) : entryTexts[language].otherBox}</span>
        </li>
      ))}
    </ul>
  );
}

function Hint({ id, context, item }: { id: string; context: FieldContext; item: Item }) {
  const { language } = context;
  const texts = entryTexts[language];
  const hints: Partial<Record<Item["kind"], string>> = {
    multiple: texts.several,
    ranking: texts.ranking,
    date: texts.date,
  };
  const hint = hints[item.kind];
  if (item.kind === "recommendation") {
    const [low, high] = [item.lowLabel, item.highLabel].map((text) => inLanguage(text, language));
    return <span id={id} class="soft">{`${texts.recommendation}: 0 – ${low}, 10 – ${high}`}</span>;
  }
  if (boxesOf(item, context.document).length === 0) {
    return (
      <span id={id} class="soft">
        {item.kind === "number" && item.unit ? inLanguage(item.unit, language) : hint}
      </span>
    );
  }
  return (
    <div>
      {hint ? <span class="soft">{hint}</span> : null}
      <Boxes id={id} context={context} item={item} />
    </div>
  );
}

interface InputProps {
  context: FieldContext;
  item: Item;
  described: string;
  isWrong: boolean;
}

function Input({ context, item, described, isWrong }: InputProps) {
  const typed = valuesOf(context.keyed, item.key);
  const common = {
    id: fieldId(item.key),
    name: item.key,
    "aria-describedby": described,
    "aria-invalid": isWrong ? ("true" as const) : undefined,
  };
  if (item.kind === "long-text") {
    return (
      <textarea {...common} rows={2}>
        {typed[0] ?? ""}
      </textarea>
    );
  }
  if (item.kind === "consent") {
    const isTicked = typed.includes(consentGiven);
    return <input {...common} type="checkbox" value={consentGiven} checked={isTicked} />;
  }
  const isWords = item.kind === "short-text";
  return (
    <>
      <input
        {...common}
        class={isWords ? "words" : widthOf(item)}
        value={typed[0] ?? ""}
        maxlength={isWords ? 1000 : 100}
        inputmode={isWords ? undefined : "numeric"}
        autocomplete="off"
        data-most={mostOf(context, item)}
      />
      <output class="meaning" for={common.id} />
    </>
  );
}

function widthOf(item: Item): string {
  return item.kind === "multiple" || item.kind === "ranking" || item.kind === "date"
    ? "several"
    : "one";
}

/** The highest single number of the field: once no longer number can begin with what is typed, the script moves on. */
function mostOf({ document }: FieldContext, item: Item): number | undefined {
  if (item.kind === "recommendation") return 10;
  const isOne = item.kind === "rating" || item.kind === "single" || item.kind === "knowledge";
  return isOne ? boxesOf(item, document).length : undefined;
}

function OtherWords({ context, numbered }: Pick<FieldProps, "context" | "numbered">) {
  const { item, number } = numbered;
  if ((item.kind !== "single" && item.kind !== "multiple") || !item.hasOther) return null;
  const name = subFieldOf(item.key, otherValue);
  return (
    <>
      <label for={fieldId(name)}>{entryTexts[context.language].otherWords(number)}</label>
      <input
        id={fieldId(name)}
        name={name}
        class="words"
        value={valuesOf(context.keyed, name)[0] ?? ""}
        maxlength={1000}
        autocomplete="off"
      />
    </>
  );
}
