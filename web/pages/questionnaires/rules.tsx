import type { Item, QuestionnaireDraft } from "../../../server/domain/questionnaire/document.ts";
import { readRows } from "../../../server/domain/questionnaire/forms/form-rows.ts";
import { typedIn } from "../../../server/domain/questionnaire/forms/form-words.ts";
import {
  comparisons,
  namedAnswers,
  targetOf,
} from "../../../server/domain/questionnaire/forms/rule-rows.ts";
import { otherValue } from "../../../server/domain/questionnaire/kinds/choice-values.ts";
import { inLanguage } from "../../../server/domain/text.ts";
import { answeringTexts } from "../../texts/answering.ts";
import { type FormView, fieldProps, idOf, Notes, textsOf } from "./form.tsx";

interface RulesProps {
  view: FormView;
  draft: QuestionnaireDraft;
  /** The item that the rule is of; a new one has none. Only what stands before it can decide. */
  itemKey: string | undefined;
}

/** "Show this question if …": each condition names an answer to an earlier question. */
export function Rules({ view, draft, itemKey }: RulesProps) {
  const texts = textsOf(view).rules;
  const rows = readRows(view.fields, "when").map(({ number }) => number);
  const shown = rows.length > 0 ? rows : [0];
  const earlier = earlierItems(draft, itemKey);
  const isUsed = rows.some((number) => typedIn(view.fields, `when.${number}.target`) !== "");
  return (
    <details class="rules" open={isUsed || rows.length > 1} id="rules">
      <summary>{texts.title}</summary>
      <p class="hint soft">{texts.hint}</p>
      {rows.length > 1 ? (
        <p class="field">
          <label for="match">{texts.match}</label>
          <select id="match" name="match">
            {(["all", "any"] as const).map((match) => (
              <option value={match} selected={typedIn(view.fields, "match") === match}>
                {texts.matches[match]}
              </option>
            ))}
          </select>
        </p>
      ) : null}
      <ol>
        {shown.map((number) => (
          <Condition view={view} draft={draft} number={number} earlier={earlier} />
        ))}
      </ol>
      <button class="quiet" type="submit" name="_go" value="when-add" id="when-add">
        {texts.add}
      </button>
    </details>
  );
}

function earlierItems(draft: QuestionnaireDraft, itemKey: string | undefined): Item[] {
  const order = [...new Set(draft.sections.flatMap((section) => section.items))];
  const at = itemKey === undefined ? -1 : order.indexOf(itemKey);
  const keys = at < 0 ? order : order.slice(0, at);
  return keys.flatMap((key) => draft.items.find((item) => item.key === key) ?? []);
}

function Condition({
  view,
  draft,
  number,
  earlier,
}: {
  view: FormView;
  draft: QuestionnaireDraft;
  number: number;
  earlier: readonly Item[];
}) {
  const texts = textsOf(view).rules;
  const [target, is, value] = (["target", "is", "value"] as const).map(
    (part) => `when.${number}.${part}`,
  ) as [string, string, string];
  return (
    <li class="condition">
      <span>
        <label for={idOf(target)}>{texts.target}</label>
        <select {...fieldProps(view, target)}>
          <Targets
            view={view}
            draft={draft}
            earlier={earlier}
            chosen={typedIn(view.fields, target)}
          />
        </select>
        <Notes view={view} field={target} />
      </span>
      <span>
        <label for={idOf(is)}>{texts.is}</label>
        <select {...fieldProps(view, is)}>
          {comparisons.map((one) => (
            <option value={one} selected={typedIn(view.fields, is) === one}>
              {texts.comparisons[one]}
            </option>
          ))}
        </select>
      </span>
      <span>
        <label for={idOf(value)}>{texts.value}</label>
        <input
          type="text"
          class="short"
          {...fieldProps(view, value)}
          value={typedIn(view.fields, value)}
        />
        <Notes view={view} field={value} />
      </span>
      <button
        class="tool"
        type="submit"
        name="_go"
        value={`when-remove-${number}`}
        id={`when-remove-${number}`}
        aria-label={textsOf(view).rows.remove}
        title={textsOf(view).rows.remove}
      >
        ✕
      </button>
    </li>
  );
}

function Targets({
  view,
  draft,
  earlier,
  chosen,
}: {
  view: FormView;
  draft: QuestionnaireDraft;
  earlier: readonly Item[];
  chosen: string;
}) {
  const texts = textsOf(view).rules;
  const askable = earlier.filter(({ kind }) => kind !== "information");
  const known = new Set(askable.map(({ key }) => key));
  return (
    <>
      <option value="">{texts.none}</option>
      {chosen !== "" && !known.has(chosen.split("=")[0]!) ? (
        <option value={chosen} selected>
          {chosen}
        </option>
      ) : null}
      {askable.map((item) => (
        <optgroup label={`${item.key}: ${shortened(inLanguage(item.text, view.language))}`}>
          <option value={targetOf(item.key)} selected={chosen === targetOf(item.key)}>
            {`${item.key}: ${texts.anyAnswer}`}
          </option>
          {namedAnswers(draft, item).map((answer) => (
            <option
              value={targetOf(item.key, answer)}
              selected={chosen === targetOf(item.key, answer)}
            >
              {`${item.key}: ${labelOf(view, draft, item, answer)}`}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
}

function labelOf(
  view: FormView,
  draft: QuestionnaireDraft,
  item: Item,
  answer: string | number,
): string {
  const { language } = view;
  if (item.kind === "rating") {
    const points = draft.answerSets[item.answerSet]?.points ?? [];
    const label = points.find(({ value }) => value === answer)?.label ?? {};
    return `${answer} – ${inLanguage(label, language)}`;
  }
  if (answer === otherValue && "hasOther" in item) return answeringTexts[language].fields.other;
  const options = "options" in item ? item.options : [];
  const label = options.find(({ value }) => value === answer)?.label;
  return label ? inLanguage(label, language) : String(answer);
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
