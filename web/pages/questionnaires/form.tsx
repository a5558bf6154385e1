import type { Child } from "hono/jsx";
import {
  type FormMistake,
  typedIn,
  wordingField,
} from "../../../server/domain/questionnaire/forms/form-words.ts";
import type { FormFields } from "../../../server/domain/response/form-fields.ts";
import type { Language } from "../../../server/domain/text.ts";
import { type QuestionnaireTexts, questionnaireTexts } from "../../texts/questionnaires.ts";

/** A form of the editor: what is typed in it, what is wrong, and what somebody else has stored meanwhile. */
export interface FormView {
  /** Of the page. */
  language: Language;
  /** Of the questionnaire. */
  languages: readonly string[];
  fields: FormFields;
  mistakes: readonly FormMistake[];
  /** What the page had seen, so that nobody saves over something newer unseen. */
  seen: string;
  /** What is stored by now, after a conflict. */
  stored?: FormFields;
}

export function textsOf(view: { language: Language }): QuestionnaireTexts {
  return questionnaireTexts[view.language];
}

export const idOf = (field: string) => field.replace(/\./g, "-");

function mistakeOf(view: FormView, field: string): FormMistake | undefined {
  return view.mistakes.find((mistake) => mistake.field === field);
}

/** What a field needs to be named, filled and described. */
export function fieldProps(view: FormView, field: string, hint?: string) {
  const described = [
    hint ? `${idOf(field)}-hint` : "",
    mistakeOf(view, field) ? `${idOf(field)}-mistake` : "",
  ].filter((id) => id !== "");
  return {
    id: idOf(field),
    name: field,
    "aria-invalid": mistakeOf(view, field) ? ("true" as const) : undefined,
    "aria-describedby": described.join(" ") || undefined,
    autocomplete: "off",
  };
}

/** What stands under a field: a hint, what is stored elsewhere, the mistake. */
export function Notes({ view, field, hint }: { view: FormView; field: string; hint?: string }) {
  const mistake = mistakeOf(view, field);
  const stored = view.stored?.get(field)?.join(", ") ?? "";
  const typed = view.fields.get(field)?.join(", ") ?? "";
  return (
    <>
      {hint ? (
        <span class="hint soft" id={`${idOf(field)}-hint`}>
          {hint}
        </span>
      ) : null}
      {view.stored && stored !== typed ? (
        <span class="stored">{`${textsOf(view).conflict.storedNow} ${stored || "–"}`}</span>
      ) : null}
      {mistake ? (
        <span class="mistake" id={`${idOf(field)}-mistake`}>
          {textsOf(view).mistakes[mistake.code](mistake.detail)}
        </span>
      ) : null}
    </>
  );
}

/** Everything that is wrong, with links to the fields; what was changed elsewhere, and how to go on. */
export function FormTop({ view, path }: { view: FormView; path: string }) {
  const texts = textsOf(view);
  return (
    <>
      {view.stored ? (
        <div class="notice-box wrong" role="alert">
          <h2>{texts.conflict.title}</h2>
          <p>{texts.conflict.lead}</p>
          <p>
            <a href={path}>{texts.conflict.takeStored}</a>
          </p>
        </div>
      ) : null}
      {view.mistakes.length > 0 ? (
        <div class="notice-box wrong" role="alert">
          <h2>{texts.mistakesTitle}</h2>
          <ul>
            {view.mistakes.map(({ field, code, detail }) => (
              <li>
                <a href={`#${idOf(field)}`}>{texts.mistakes[code](detail)}</a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <input type="hidden" name="_seen" value={view.seen} />
    </>
  );
}

interface WordingProps {
  view: FormView;
  name: string;
  label: string;
  hint?: string;
  /** Rows of a larger field; a single line without. */
  rows?: number;
}

/** One wording in the questionnaire's languages side by side, with a mark on those that are missing. */
export function Wording({ view, name, label, hint, rows }: WordingProps) {
  return (
    <fieldset class="wording">
      <legend>{label}</legend>
      {hint ? <p class="hint soft">{hint}</p> : null}
      <div class="languages">
        {view.languages.map((language) => (
          <WordingField view={view} name={name} language={language} rows={rows} />
        ))}
      </div>
    </fieldset>
  );
}

function WordingField({
  view,
  name,
  language,
  rows,
}: Omit<WordingProps, "label"> & { language: string }) {
  const field = wordingField(name, language);
  const value = typedIn(view.fields, field);
  return (
    <div>
      <label for={idOf(field)}>
        {languageName(view, language)}
        {isMissing(view, name, language) ? <MissingMark view={view} /> : null}
      </label>
      {rows ? (
        <textarea {...fieldProps(view, field)} lang={language} rows={rows}>
          {value}
        </textarea>
      ) : (
        <input type="text" {...fieldProps(view, field)} lang={language} value={value} />
      )}
      <Notes view={view} field={field} />
    </div>
  );
}

/** A language is missing where another one says something. */
function isMissing(view: FormView, name: string, language: string): boolean {
  const has = (one: string) => typedIn(view.fields, wordingField(name, one)).trim() !== "";
  return !has(language) && view.languages.some(has);
}

export function MissingMark({ view }: { view: { language: Language } }) {
  return <span class="missing">{textsOf(view).missing}</span>;
}

export function languageName(view: { language: Language }, code: string): string {
  const { languages } = textsOf(view);
  return code === "lt" || code === "en" ? languages[code] : code;
}

interface FieldProps {
  view: FormView;
  name: string;
  label: string;
  hint?: string;
}

export function Input({
  view,
  name,
  label,
  hint,
  type = "text",
  isNumeric,
}: FieldProps & { type?: "text" | "date"; isNumeric?: boolean }) {
  return (
    <p class="field">
      <label for={idOf(name)}>{label}</label>
      <input
        type={type}
        {...fieldProps(view, name, hint)}
        class={isNumeric ? "short" : undefined}
        inputmode={isNumeric ? "decimal" : undefined}
        value={typedIn(view.fields, name)}
      />
      <Notes view={view} field={name} hint={hint} />
    </p>
  );
}

export function Select({
  view,
  name,
  label,
  hint,
  choices,
}: FieldProps & { choices: readonly (readonly [value: string, label: string])[] }) {
  const value = typedIn(view.fields, name);
  return (
    <p class="field">
      <label for={idOf(name)}>{label}</label>
      <select {...fieldProps(view, name, hint)}>
        {choices.map(([choice, words]) => (
          <option value={choice} selected={choice === value}>
            {words}
          </option>
        ))}
      </select>
      <Notes view={view} field={name} hint={hint} />
    </p>
  );
}

/** One tick box; of several with one name, `value` tells which. */
export function Tick({ view, name, label, value = "yes", hint }: FieldProps & { value?: string }) {
  const props = fieldProps(view, name, hint);
  const id = value === "yes" ? props.id : `${props.id}-${value}`;
  return (
    <p class="tick-row">
      <label class="tick" for={id}>
        <input
          type="checkbox"
          {...props}
          id={id}
          value={value}
          checked={view.fields.get(name)?.includes(value) ?? false}
        />
        <span>{label}</span>
      </label>
      <Notes view={view} field={name} hint={hint} />
    </p>
  );
}

export function Buttons({ children }: { children: Child }) {
  return <div class="actions">{children}</div>;
}
