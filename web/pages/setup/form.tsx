import {
  type Field,
  type Fields,
  inputOf,
  type Mistake,
  type Typed,
} from "../../../server/domain/setup/field.ts";
import { type Language, languages } from "../../../server/domain/text.ts";
import { type FieldText, type FrozenBecause, setupTexts } from "../../texts/setup.ts";

export interface Option {
  value: string;
  label: string;
  hint?: string;
}

export interface FormProps {
  language: Language;
  fields: Fields;
  texts: Readonly<Record<string, FieldText>>;
  typed: Typed;
  mistakes: readonly Mistake[];
  options: Readonly<Record<string, readonly Option[]>>;
  /** Fields that are shown as text, with the reason, because they can no longer be changed. */
  frozen?: Readonly<Record<string, FrozenBecause>>;
}

/** What is wrong, in one place at the top, each leading to its field. */
export function MistakeSummary({ form }: { form: FormProps }) {
  if (form.mistakes.length === 0) return null;
  const texts = setupTexts[form.language];
  return (
    <div class="notice-box wrong" role="alert">
      <p>
        <strong>{texts.summary(form.mistakes.length)}</strong>
      </p>
      <ul>
        {form.mistakes.map(({ input, code }) => (
          <li>
            <a href={`#${input}`}>{`${labelOf(form, input)}: ${texts.mistakes[code]}`}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function labelOf({ fields, texts, language }: FormProps, input: string): string {
  const name = Object.keys(fields).find((one) => input === one || input.startsWith(`${one}-`));
  const field = name ? fields[name] : undefined;
  const label = (name && texts[name]?.label) ?? input;
  if (field?.kind !== "pair") return label;
  const inLanguage = setupTexts[language].inLanguage;
  const of = languages.find((one) => input.endsWith(`-${one}`)) ?? "lt";
  return `${label} (${inLanguage[of].toLocaleLowerCase(language)})`;
}

/** All fields of a form, in their order. */
export function FieldRows({ form }: { form: FormProps }) {
  return (
    <>
      {Object.entries(form.fields).map(([name, field]) => {
        const because = form.frozen?.[name];
        if (because) return <FrozenField form={form} name={name} because={because} />;
        return field.kind === "pair" ? (
          <PairField form={form} name={name} field={field} />
        ) : (
          <SingleField form={form} name={name} field={field} />
        );
      })}
    </>
  );
}

interface FrozenProps {
  form: FormProps;
  name: string;
  because: FrozenBecause;
}

function FrozenField({ form, name, because }: FrozenProps) {
  const typed = form.typed[name] ?? "";
  const option = form.options[name]?.find(({ value }) => value === typed);
  const shown = option?.label ?? (form.language === "lt" ? typed.replace(".", ",") : typed);
  return (
    <div class="frozen-field">
      <p class="label">{form.texts[name]?.label}</p>
      <p>{shown === "" ? "–" : shown}</p>
      <p class="soft">{setupTexts[form.language].frozen[because]}</p>
    </div>
  );
}

interface FieldProps<F extends Field> {
  form: FormProps;
  name: string;
  field: F;
}

function PairField({ form, name, field }: FieldProps<Extract<Field, { kind: "pair" }>>) {
  const text = form.texts[name];
  const { inLanguage, optional } = setupTexts[form.language];
  return (
    <fieldset class="setup-pair">
      <legend>
        {text?.label}
        {field.isRequired ? null : <span class="soft optional">{` (${optional})`}</span>}
      </legend>
      {text?.hint ? (
        <p id={`${name}-hint`} class="soft hint">
          {text.hint}
        </p>
      ) : null}
      <div class="pair-inputs">
        {languages.map((language) => (
          <div>
            <label for={inputOf(name, language)}>{inLanguage[language]}</label>
            <Input
              form={form}
              id={inputOf(name, language)}
              field={field}
              hintId={text?.hint ? `${name}-hint` : ""}
              lang={language}
            />
            <MistakeOf form={form} input={inputOf(name, language)} />
          </div>
        ))}
      </div>
    </fieldset>
  );
}

function SingleField({ form, name, field }: FieldProps<Exclude<Field, { kind: "pair" }>>) {
  const text = form.texts[name];
  if (field.kind === "tick") return <TickField form={form} name={name} label={text?.label ?? ""} />;
  if (form.options[name]?.some(({ hint }) => hint)) return <RadioField form={form} name={name} />;
  return (
    <div class="single-field">
      <label for={name}>
        {text?.label}
        {field.isRequired ? null : (
          <span class="soft optional">{` (${setupTexts[form.language].optional})`}</span>
        )}
      </label>
      {text?.hint ? (
        <span id={`${name}-hint`} class="soft hint">
          {text.hint}
        </span>
      ) : null}
      <Input form={form} id={name} field={field} hintId={text?.hint ? `${name}-hint` : ""} />
      <MistakeOf form={form} input={name} />
    </div>
  );
}

function TickField({ form, name, label }: { form: FormProps; name: string; label: string }) {
  return (
    <p>
      <label class="setup-tick">
        <input
          type="checkbox"
          id={name}
          name={name}
          value="yes"
          checked={form.typed[name] === "yes"}
        />
        {label}
      </label>
    </p>
  );
}

function RadioField({ form, name }: { form: FormProps; name: string }) {
  return (
    <fieldset class="setup-radios" id={name}>
      <legend>{form.texts[name]?.label}</legend>
      {form.options[name]?.map(({ value, label, hint }) => (
        <label class="setup-tick">
          <input type="radio" name={name} value={value} checked={form.typed[name] === value} />
          <span>
            {label}
            {hint ? <span class="soft hint">{hint}</span> : null}
          </span>
        </label>
      ))}
      <MistakeOf form={form} input={name} />
    </fieldset>
  );
}

function MistakeOf({ form, input }: { form: FormProps; input: string }) {
  const mistake = form.mistakes.find((one) => one.input === input);
  if (!mistake) return null;
  return (
    <span id={`${input}-mistake`} class="mistake">
      {setupTexts[form.language].mistakes[mistake.code]}
    </span>
  );
}

interface InputProps {
  form: FormProps;
  id: string;
  field: Exclude<Field, { kind: "tick" }>;
  hintId: string;
  lang?: Language;
}

function Input({ form, id, field, hintId, lang }: InputProps) {
  const isWrong = form.mistakes.some(({ input }) => input === id);
  const common = {
    id,
    name: id,
    lang,
    "aria-invalid": isWrong ? ("true" as const) : undefined,
    "aria-describedby":
      [isWrong ? `${id}-mistake` : "", hintId].filter(Boolean).join(" ") || undefined,
  };
  const value = form.typed[id] ?? "";
  if (field.kind === "words" || (field.kind === "pair" && field.isLong)) {
    return (
      <textarea {...common} rows={3}>
        {value}
      </textarea>
    );
  }
  if (field.kind === "choice") {
    return (
      <select {...common}>
        <option value="">{setupTexts[form.language].noChoice}</option>
        {form.options[id]?.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...common}
      {...inputKind(field)}
      value={localised(form, field, value)}
      autocomplete="off"
    />
  );
}

function inputKind(field: Field): { type?: string; inputmode?: "decimal" | "url"; class?: string } {
  if (field.kind === "day") return { type: "date" };
  if (field.kind === "moment") return { type: "datetime-local" };
  if (field.kind === "number") return { inputmode: "decimal", class: "short" };
  if (field.kind === "address") return { inputmode: "url", class: "wide" };
  return { class: "wide" };
}

/** Numbers are shown as people of the language write them; what was typed wrongly stays as it was typed. */
function localised({ language }: FormProps, field: Field, value: string): string {
  return field.kind === "number" && language === "lt" ? value.replace(".", ",") : value;
}
