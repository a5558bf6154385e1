import { type CopyPart, copyParts } from "../../../server/domain/setup/copy-part.ts";
import type { Fields, Mistake, Typed } from "../../../server/domain/setup/field.ts";
import type { Language } from "../../../server/domain/text.ts";
import { setupTexts } from "../../texts/setup.ts";
import { document, Layout } from "../layout.tsx";
import { FieldRows, type FormProps, MistakeSummary, type Option } from "./form.tsx";

interface StartProps {
  language: Language;
  styleUrl: string;
  fields: Fields;
  /** Programmes from which something can be taken over. */
  olds: readonly Option[];
  typed: Typed;
  parts: readonly CopyPart[];
  mistakes: readonly Mistake[];
}

/** A new programme: what it is called, when it is, and what it takes over from an old one. */
export function startPage(props: StartProps): string {
  const { language } = props;
  const { start, fields: labels, options } = setupTexts[language];
  const frame = {
    language,
    title: start.title,
    styleUrl: props.styleUrl,
    path: "/programmes/new",
    isSignedIn: true,
    isDemonstration: false,
  };
  const { from, ...fields } = props.fields;
  const form: FormProps = {
    language,
    fields,
    texts: { ...labels.basics, slug: { label: start.slug, hint: start.slugHint } },
    typed: props.typed,
    mistakes: props.mistakes,
    options: {
      languages: Object.entries(options.languages).map(([value, label]) => ({ value, label })),
    },
  };
  return document(
    <Layout frame={frame}>
      <h1>{start.title}</h1>
      <p>{start.lead}</p>
      <MistakeSummary form={form} />
      <form class="fields setup-form" method="post" action="/programmes/new">
        <FieldRows form={form} />
        {from && props.olds.length > 0 ? <Copying props={props} /> : null}
        <button type="submit">{start.create}</button>
      </form>
    </Layout>,
  );
}

function Copying({ props }: { props: StartProps }) {
  const texts = setupTexts[props.language].start;
  return (
    <>
      <div class="single-field">
        <label for="from">{texts.from}</label>
        <select id="from" name="from">
          <option value="">{texts.fromNothing}</option>
          {props.olds.map(({ value, label }) => (
            <option value={value} selected={value === props.typed.from}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <fieldset class="setup-radios">
        <legend>{texts.copyTitle}</legend>
        <p class="soft">{texts.copyLead}</p>
        {copyParts.map((part) => (
          <label class="setup-tick">
            <input type="checkbox" name="parts" value={part} checked={props.parts.includes(part)} />
            {texts.parts[part]}
          </label>
        ))}
      </fieldset>
    </>
  );
}
