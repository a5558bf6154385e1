import { readRows } from "../../../server/domain/questionnaire/forms/form-rows.ts";
import { typedIn } from "../../../server/domain/questionnaire/forms/form-words.ts";
import { type FormView, fieldProps, idOf, languageName, Notes, textsOf } from "./form.tsx";

interface RowsProps {
  view: FormView;
  prefix: "option" | "point";
  title: string;
  hint: string;
  /** Whether one row is the right answer. */
  hasCorrect?: boolean;
}

const emptyRows = 2;

/** Options or points: a row each, with its words in every language, and buttons that work without a script. */
export function LabelledRows({ view, prefix, title, hint, hasCorrect }: RowsProps) {
  const rows = readRows(view.fields, prefix).map(({ number }) => number);
  const next = (rows.at(-1) ?? -1) + 1;
  const blank = rows.length === 0 ? [next, next + 1, next + 2] : [];
  const shown = [...rows, ...blank, ...(rows.length > 0 && rows.length < emptyRows ? [next] : [])];
  const texts = textsOf(view);
  return (
    <fieldset class="rows" id={`${prefix}s`}>
      <legend>{title}</legend>
      <p class="hint soft">{hint}</p>
      <Notes view={view} field={`${prefix}s`} />
      <ol>
        {shown.map((number, at) => (
          <Row
            view={view}
            prefix={prefix}
            number={number}
            place={at + 1}
            hasCorrect={hasCorrect}
            isLast={at === shown.length - 1}
          />
        ))}
      </ol>
      <button class="quiet" type="submit" name="_go" value={`${prefix}-add`} id={`${prefix}-add`}>
        {texts.rows.add}
      </button>
    </fieldset>
  );
}

interface RowProps {
  view: FormView;
  prefix: "option" | "point";
  number: number;
  place: number;
  isLast: boolean;
  hasCorrect?: boolean;
}

function Row(props: RowProps) {
  const { view, prefix, number, place, hasCorrect } = props;
  const texts = textsOf(view).rows;
  const code = `${prefix}.${number}.value`;
  return (
    <li>
      <div class="languages">
        {view.languages.map((language) => {
          const field = `${prefix}.${number}.${language}`;
          return (
            <div>
              <label for={idOf(field)}>{`${place}. ${languageName(view, language)}`}</label>
              <textarea
                {...fieldProps(view, field)}
                lang={language}
                rows={prefix === "point" ? 1 : 2}
              >
                {typedIn(view.fields, field)}
              </textarea>
              <Notes view={view} field={field} />
            </div>
          );
        })}
      </div>
      <div class="row-tools">
        <span class="code-field">
          <label for={idOf(code)}>{prefix === "point" ? texts.points : texts.code}</label>
          <input type="text" {...fieldProps(view, code)} value={typedIn(view.fields, code)} />
        </span>
        {hasCorrect ? (
          <label class="tick">
            <input
              type="radio"
              name="correct"
              value={String(number)}
              checked={typedIn(view.fields, "correct") === String(number)}
            />
            <span>{texts.correct}</span>
          </label>
        ) : null}
        <RowButtons {...props} />
      </div>
      <Notes view={view} field={code} />
    </li>
  );
}

/** Buttons keep their place, so that pressing one again and again moves a row on without looking for it. */
function RowButtons({ view, prefix, number, place, isLast }: RowProps) {
  const texts = textsOf(view);
  const deeds = [
    ["up", "↑", texts.up, place === 1],
    ["down", "↓", texts.down, isLast],
    ["remove", "✕", texts.rows.remove, false],
  ] as const;
  return (
    <span class="tools">
      {deeds.map(([deed, sign, words, isOff]) => (
        <button
          class="tool"
          type="submit"
          name="_go"
          value={`${prefix}-${deed}-${number}`}
          id={`${prefix}-${deed}-${number}`}
          aria-label={`${words}: ${place}`}
          title={words}
          disabled={isOff}
        >
          {sign}
        </button>
      ))}
    </span>
  );
}
