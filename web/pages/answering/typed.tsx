import type { ItemOf } from "../../../server/domain/questionnaire/document.ts";
import { subFieldOf } from "../../../server/domain/questionnaire/kinds/choice-values.ts";
import { consentGiven } from "../../../server/domain/questionnaire/kinds/consent.ts";
import { inLanguage } from "../../../server/domain/text.ts";
import { optionsInOrder } from "./choices.tsx";
import {
  anchorOf,
  type FormState,
  Group,
  isChosen,
  Labelled,
  mistakeOf,
  notesOf,
  textsOf,
  typedIn,
} from "./field.tsx";

interface Props<Kind extends Parameters<typeof Group>[0]["item"]["kind"]> {
  state: FormState;
  item: ItemOf<Kind>;
}

/** What every typed field has: its name, its notes, and whether it is wrong. */
function fieldProps(
  state: FormState,
  item: ItemOf<"short-text" | "long-text" | "number" | "date">,
) {
  return {
    id: `${item.key}-field`,
    name: item.key,
    "aria-describedby": notesOf(state, item),
    "aria-invalid": mistakeOf(state, item) ? ("true" as const) : undefined,
    autocomplete: "off",
  };
}

export function ShortText({ state, item }: Props<"short-text">) {
  return (
    <Labelled state={state} item={item}>
      <input type="text" {...fieldProps(state, item)} value={typedIn(state, item.key)} />
    </Labelled>
  );
}

export function LongText({ state, item }: Props<"long-text">) {
  return (
    <Labelled state={state} item={item} hint={textsOf(state).fields.longest(item.maximumLength)}>
      <textarea {...fieldProps(state, item)} rows={5}>
        {typedIn(state, item.key)}
      </textarea>
    </Labelled>
  );
}

/** Not `type="number"`: that refuses a decimal comma in some browsers and loses what it does not understand. */
export function NumberField({ state, item }: Props<"number">) {
  const inputMode = item.decimals > 0 || (item.minimum ?? 0) < 0 ? "decimal" : "numeric";
  return (
    <Labelled state={state} item={item}>
      <span class="with-unit">
        <input
          type="text"
          inputmode={inputMode}
          {...fieldProps(state, item)}
          value={written(state, item)}
        />
        {item.unit ? <span>{inLanguage(item.unit, state.language)}</span> : null}
      </span>
    </Labelled>
  );
}

/** A stored number with the language's decimal sign; what was typed stays as it was typed. */
function written(state: FormState, item: ItemOf<"number">): string {
  const value = typedIn(state, item.key);
  return state.language === "lt" && /^-?\d+\.\d+$/.test(value) ? value.replace(".", ",") : value;
}

export function DateField({ state, item }: Props<"date">) {
  return (
    <Labelled state={state} item={item} hint={textsOf(state).fields.dateHint}>
      <input
        type="date"
        {...fieldProps(state, item)}
        min={item.earliest}
        max={item.latest}
        value={typedIn(state, item.key)}
      />
    </Labelled>
  );
}

/** A place for each option: works with keyboard, touch and screen reader alike, and without any script. */
export function Ranking({ state, item }: Props<"ranking">) {
  const { fields } = textsOf(state);
  return (
    <Group state={state} item={item} hint={fields.rankHint}>
      {optionsInOrder(state, item).map((option) => {
        const field = subFieldOf(item.key, option.value);
        const label = inLanguage(option.label, state.language);
        return (
          <div class="rank">
            <label for={field}>{label}</label>
            <select id={field} name={field} aria-label={fields.place(label)}>
              <option value="">–</option>
              {item.options.map((_, index) => (
                <option
                  value={String(index + 1)}
                  selected={isChosen(state, field, String(index + 1))}
                >
                  {index + 1}
                </option>
              ))}
            </select>
          </div>
        );
      })}
    </Group>
  );
}

export function Consent({ state, item }: Props<"consent">) {
  return (
    <div class="card" id={anchorOf(item.key)}>
      <label>
        <input
          type="checkbox"
          name={item.key}
          value={consentGiven}
          checked={isChosen(state, item.key, consentGiven)}
        />
        <span>{inLanguage(item.text, state.language)}</span>
      </label>
    </div>
  );
}

export function Information({ state, item }: Props<"information">) {
  return (
    <div class="card" id={anchorOf(item.key)}>
      {inLanguage(item.text, state.language)
        .split("\n")
        .map((paragraph) => (
          <p>{paragraph}</p>
        ))}
    </div>
  );
}
