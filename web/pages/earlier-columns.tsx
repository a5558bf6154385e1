import {
  type ChoicesFault,
  type EarlierChoices,
  identityFields,
} from "../../server/domain/earlier/choices.ts";
import { optionsOfItem } from "../../server/domain/earlier/earlier-cell.ts";
import type { EarlierReadings } from "../../server/domain/earlier/earlier-rows.ts";
import { firstRowOf, headsOf } from "../../server/domain/earlier/heads.ts";
import {
  itemKeyOf,
  optionField,
  optionValuesOf,
  tickMeanings,
} from "../../server/domain/earlier/option-columns.ts";
import { personalColumns } from "../../server/domain/earlier/personal-columns.ts";
import { isPlaceField, placeField, placesOf } from "../../server/domain/earlier/rank-columns.ts";
import type { Item, QuestionnaireDocument } from "../../server/domain/questionnaire/document.ts";
import { otherValue, subFieldOf } from "../../server/domain/questionnaire/kinds/choice-values.ts";
import { inLanguage, type Language } from "../../server/domain/text.ts";
import { waveKinds } from "../../server/domain/words.ts";
import { earlierTexts } from "../texts/earlier-answers.ts";
import { SelectField, TextField } from "./participants/fields.tsx";

export interface ColumnsProps {
  language: Language;
  file: { id: string; fileName: string; sheets: readonly { name: string; mergedCells: number }[] };
  choices: EarlierChoices;
  faults: readonly ChoicesFault[];
  rows: readonly (readonly string[])[];
  items: readonly Item[];
  waves: readonly { document: QuestionnaireDocument }[];
  localities: readonly { id: string; key: string; nominative: string }[];
  readings: EarlierReadings | undefined;
}

interface Option {
  value: string;
  label: string;
}

/** What each column is, and what cells mean that were not understood: one form, sent as often as is needed. */
export function ColumnsForm(props: ColumnsProps & { action: string }) {
  const texts = earlierTexts[props.language];
  const options = fieldOptions(props);
  const heads = headsOf(props.rows, props.choices);
  const personal = personalNames(props, heads);
  return (
    <form class="fields" id="columns" method="post" action={props.action}>
      <h2>{texts.columnsTitle}</h2>
      <p>{texts.columnsLead}</p>
      <SheetFields {...props} />
      {personal.length > 0 ? (
        <p class="notice-box foreign">{texts.personal(personal.join("; "))}</p>
      ) : null}
      <div class="columns-form">
        {props.choices.columns.map((field, index) => (
          <SelectField
            id={`column-${index}`}
            label={texts.column(letterOf(index), shortened(heads[index] ?? ""))}
            hint={exampleOf(props, index)}
            value={field}
            options={options}
          />
        ))}
      </div>
      <EverybodyFields {...props} />
      <ValueFields {...props} />
      <p>
        <button type="submit">{texts.use}</button>
      </p>
      {personal.length > 0 ? (
        // After the button that Enter presses: nobody strikes out by a slip.
        <p>
          <button class="quiet" type="submit" name="strikeOut" value="yes">
            {texts.strikeOut}
          </button>
        </p>
      ) : null}
    </form>
  );
}

function SheetFields({ language, file, choices }: ColumnsProps) {
  const texts = earlierTexts[language];
  return (
    <>
      {file.sheets.length > 1 ? (
        <SelectField
          id="sheet"
          label={texts.sheet}
          value={String(choices.sheet)}
          options={file.sheets.map(({ name }, index) => ({ value: String(index), label: name }))}
        />
      ) : (
        <input type="hidden" name="sheet" value="0" />
      )}
      <TextField
        id="headRow"
        label={texts.headRow}
        value={String(choices.headRow)}
        inputmode="numeric"
        size={6}
      />
      <label class="tick">
        <input type="checkbox" name="optionRow" value="yes" checked={choices.optionRow} />{" "}
        {texts.optionRow}
      </label>
    </>
  );
}

/** Columns that say who answered, by their letters and headings, as long as nothing is chosen for them. */
function personalNames({ language, rows, choices }: ColumnsProps, heads: string[]): string[] {
  const texts = earlierTexts[language];
  return personalColumns(heads, rows.slice(firstRowOf(choices)))
    .filter((at) => choices.columns[at] === "")
    .map((at) => texts.column(letterOf(at), shortened(heads[at] ?? "")));
}

/** What all rows have in common where no column says it. */
function EverybodyFields({ language, choices, localities }: ColumnsProps) {
  const texts = earlierTexts[language];
  const byColumn = { value: "", label: texts.fromColumn };
  const waves = waveKinds.map((kind) => ({ value: kind, label: texts.waveNames[kind] }));
  const places = localities.map(({ key, nominative }) => ({ value: key, label: nominative }));
  return (
    <>
      <SelectField
        id="wave"
        label={texts.everyWave}
        value={choices.wave}
        options={[byColumn, ...waves]}
      />
      <SelectField
        id="locality"
        label={texts.everyLocality}
        value={choices.locality}
        options={[byColumn, ...places]}
      />
      <p>
        <label for="day">{texts.day}</label>
        <span id="day-hint" class="soft hint">
          {texts.dayHint}
        </span>
        <input id="day" name="day" type="date" value={choices.day} aria-describedby="day-hint" />
      </p>
    </>
  );
}

const mostValues = 200;

function ValueFields({ language, readings, items, waves }: ColumnsProps) {
  const texts = earlierTexts[language];
  const unknown = [...(readings?.unknownValues ?? [])].flatMap(([field, cells]) => {
    const item = items.find((one) => one.key === itemKeyOf(field));
    const options = item ? meaningsOf(field, item, { waves, language }) : [];
    return item && options.length > 0
      ? [...cells].map(([cell, count]) => ({ field, item, cell, count, options }))
      : [];
  });
  if (unknown.length === 0) return null;
  const unsaid = { value: "", label: texts.noMeaning };
  return (
    <fieldset>
      <legend>{texts.valuesTitle}</legend>
      <p>{texts.valuesLead}</p>
      {unknown.slice(0, mostValues).map(({ field, item, cell, count, options }, index) => (
        <div class="foreign">
          <input type="hidden" name={`item-${index}`} value={field} />
          <input type="hidden" name={`cell-${index}`} value={cell} />
          <SelectField
            id={`value-${index}`}
            label={`${field}: ${texts.cell(shortened(cell), count)}`}
            hint={shortened(inLanguage(item.text, language))}
            value=""
            options={[unsaid, ...options]}
          />
        </div>
      ))}
    </fieldset>
  );
}

function meaningsOf(
  field: string,
  item: Item,
  { waves, language }: Pick<ColumnsProps, "waves" | "language">,
): Option[] {
  const texts = earlierTexts[language];
  if (field.includes(":") && item.kind === "ranking" && !isPlaceField(field))
    return [{ value: "~skipped", label: texts.noAnswer }];
  if (field.includes(":") && item.kind !== "ranking")
    return tickMeanings.map((value) => ({ value, label: texts.ticks[value] }));
  const document = waves.find((wave) => wave.document.items.includes(item))?.document;
  const options = document ? optionsOfItem(document, item) : [];
  if (options.length === 0) return [];
  const named = options.map(({ value, label }) => {
    const wording = inLanguage(label, language);
    return { value, label: wording === "" ? value : `${wording} (${value.replace(/^~/, "")})` };
  });
  return [...named, { value: "~skipped", label: texts.noAnswer }];
}

function fieldOptions({ language, items }: ColumnsProps): Option[] {
  const texts = earlierTexts[language];
  const identity = identityFields.map((value) => ({ value, label: texts.identity[value] }));
  const ofItems = items.flatMap((item) => itemOptions(item, language));
  return [{ value: "", label: texts.ignored }, ...identity, ...ofItems];
}

/** An item's own column, that of its words for "other", and those of its options. */
function itemOptions(item: Item, language: Language): Option[] {
  const texts = earlierTexts[language];
  const text = shortened(inLanguage(item.text, language));
  const own = { value: item.key, label: `${item.key}: ${text}` };
  const hasOther = "hasOther" in item && item.hasOther;
  const other = hasOther
    ? [{ value: subFieldOf(item.key, otherValue), label: texts.other(item.key) }]
    : [];
  if (item.kind !== "multiple" && item.kind !== "ranking") return [own, ...other];
  const places = (item.kind === "ranking" ? placesOf(item) : []).map((place) => {
    return { value: placeField(item.key, place), label: texts.place(item.key, place) };
  });
  const say = item.kind === "ranking" ? texts.rank : texts.option;
  const parts = optionValuesOf(item).map((value) => {
    const label = item.options.find((option) => option.value === value)?.label;
    const wording = label ? shortened(inLanguage(label, language)) : texts.otherOption;
    return { value: optionField(item.key, value), label: say(item.key, wording) };
  });
  return [own, ...other, ...places, ...parts];
}

function exampleOf({ language, rows, choices }: ColumnsProps, index: number): string | undefined {
  const cells = rows
    .slice(firstRowOf(choices), firstRowOf(choices) + 50)
    .map((row) => (row[index] ?? "").trim());
  const some = [...new Set(cells.filter((cell) => cell !== ""))].slice(0, 3).map(shortened);
  return some.length === 0 ? undefined : earlierTexts[language].example(some.join(" · "));
}

/** "A", "Z", "AA" for a column counted from zero. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}

function shortened(text: string): string {
  return text.length > 70 ? `${text.slice(0, 70)}…` : text;
}
