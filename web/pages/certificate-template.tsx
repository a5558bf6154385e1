import type { Language } from "../../server/domain/text.ts";
import { certificateTexts, type TemplateField } from "../texts/certificates.ts";

/** The settings as they are typed. */
export type TemplateForm = Record<TemplateField, string> & { areTopicsNamed: boolean };

interface TemplateProps {
  language: Language;
  action: string;
  form: TemplateForm;
  isSaved: boolean;
  mistakes: readonly TemplateField[];
  signatory: { name: string; position: string };
}

/** What certificates say and who gets one. Open while nothing is saved yet or something is to be mended, else folded. */
export function TemplateSection(props: TemplateProps) {
  const texts = certificateTexts[props.language].template;
  const { name, position } = props.signatory;
  return (
    <details open={!props.isSaved || props.mistakes.length > 0}>
      <summary>{texts.title}</summary>
      {props.isSaved ? null : <p class="notice-box">{texts.none}</p>}
      <form class="fields" method="post" action={props.action}>
        <Field props={props} field="titleLt" />
        <Field props={props} field="titleEn" />
        <Field props={props} field="textLt" />
        <Field props={props} field="textEn" />
        <p>
          <label class="tick">
            <input
              type="checkbox"
              name="areTopicsNamed"
              value="yes"
              checked={props.form.areTopicsNamed}
            />
            {texts.areTopicsNamed}
          </label>
        </p>
        <Field props={props} field="prefix" />
        <Field props={props} field="percent" />
        <p>{`${texts.signatory}: ${name === "" ? texts.noSignatory : [position, name].filter(Boolean).join(" ")}`}</p>
        <button type="submit">{texts.save}</button>
      </form>
    </details>
  );
}

const long: readonly TemplateField[] = ["titleLt", "titleEn", "textLt", "textEn"];

function Field({ props, field }: { props: TemplateProps; field: TemplateField }) {
  const texts = certificateTexts[props.language].template;
  const isWrong = props.mistakes.includes(field);
  const hint = texts.hints[field];
  const described = [isWrong ? `${field}-mistake` : "", hint ? `${field}-hint` : ""];
  const common = {
    id: field,
    name: field,
    "aria-invalid": isWrong ? ("true" as const) : undefined,
    "aria-describedby": described.filter((id) => id !== "").join(" ") || undefined,
  };
  return (
    <p>
      <label for={field}>{texts.fields[field]}</label>
      {hint ? (
        <span id={`${field}-hint`} class="soft hint">
          {hint}
        </span>
      ) : null}
      {long.includes(field) ? (
        <textarea {...common} rows={field.startsWith("text") ? 3 : 2}>
          {props.form[field]}
        </textarea>
      ) : (
        <input
          {...common}
          value={props.form[field]}
          autocomplete="off"
          inputmode={field === "percent" ? "numeric" : undefined}
        />
      )}
      {isWrong ? (
        <span id={`${field}-mistake`} class="mistake">
          {texts.mistakes[field]}
        </span>
      ) : null}
    </p>
  );
}
