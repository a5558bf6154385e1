import {
  canBreakDown,
  groupField,
  valuesOf,
} from "../../../server/domain/questionnaire/forms/breakdown-form.ts";
import { readRows } from "../../../server/domain/questionnaire/forms/form-rows.ts";
import { typedIn } from "../../../server/domain/questionnaire/forms/form-words.ts";
import { inLanguage } from "../../../server/domain/text.ts";
import {
  type FormView,
  fieldProps,
  Input,
  idOf,
  languageName,
  Notes,
  Select,
  textsOf,
  Wording,
} from "./form.tsx";
import { editorDocument } from "./frame.tsx";
import { PartForm, type PartPageProps } from "./part-pages.tsx";

const emptyRows = 2;

/** Groups, and beside every answer of the question the group that it belongs to. */
export function breakdownPage(props: PartPageProps): string {
  const { frame, view, draft, partKey } = props;
  const texts = textsOf(view);
  const words = texts.parts.breakdowns;
  const place = partKey ? `/breakdowns/${partKey}` : "/breakdowns/new";
  const able = draft.items.filter(canBreakDown);
  const item = able.find(({ key }) => key === typedIn(view.fields, "item"));
  const asked = item ? inLanguage(item.text, view.language) : "";
  return editorDocument(
    frame,
    { title: partKey ? words.edit(partKey) : words.add, place },
    <>
      <p class="soft">{words.lead}</p>
      <PartForm props={props} place={place}>
        {item ? (
          <p>
            <b>{item.key}</b> {asked}
            <input type="hidden" name="item" value={item.key} />
          </p>
        ) : (
          <Select
            view={view}
            name="item"
            label={words.item}
            choices={[
              ["", texts.item.choose],
              ...able.map(
                (one) => [one.key, `${one.key}: ${inLanguage(one.text, view.language)}`] as const,
              ),
            ]}
          />
        )}
        <Wording view={view} name="title" label={words.title} hint={words.titleHint} />
        <Groups view={view} />
        {item ? (
          <fieldset class="rows" id="answers">
            <legend>{words.answers}</legend>
            <p class="hint soft">{words.answersHint}</p>
            {valuesOf(item).map(({ value, label }) => (
              <Select
                view={view}
                name={groupField(value)}
                label={label ? inLanguage(label, view.language) || value : words.other}
                choices={groupChoices(view)}
              />
            ))}
          </fieldset>
        ) : null}
        {partKey ? null : (
          <Input view={view} name="key" label={texts.code} hint={texts.newCodeHint} />
        )}
      </PartForm>
    </>,
  );
}

/** The rows that are shown: those typed, and two to begin with. */
function rowNumbers(view: FormView): number[] {
  const rows = readRows(view.fields, "group").map(({ number }) => number);
  const next = (rows.at(-1) ?? -1) + 1;
  const more = Array.from({ length: Math.max(0, emptyRows - rows.length) }, (_, at) => next + at);
  return [...rows, ...more];
}

function groupChoices(view: FormView): (readonly [string, string])[] {
  const words = textsOf(view).parts.breakdowns;
  const labelOf = (number: number) =>
    view.languages
      .map((language) => typedIn(view.fields, `group.${number}.${language}`))
      .find(Boolean);
  return [
    ["", words.noGroup],
    ...rowNumbers(view).map(
      (number, at) => [String(number), words.group(at + 1, labelOf(number) ?? "")] as const,
    ),
  ];
}

function Groups({ view }: { view: FormView }) {
  const words = textsOf(view).parts.breakdowns;
  return (
    <fieldset class="rows" id="groups">
      <legend>{words.groups}</legend>
      <p class="hint soft">{words.groupsHint}</p>
      <ol>
        {rowNumbers(view).map((number, at) => (
          <GroupRow view={view} number={number} place={at + 1} />
        ))}
      </ol>
      <button class="quiet" type="submit" name="_go" value="group-add" id="group-add">
        {words.addGroup}
      </button>
    </fieldset>
  );
}

function GroupRow({ view, number, place }: { view: FormView; number: number; place: number }) {
  const code = `group.${number}.value`;
  return (
    <li>
      <div class="languages">
        {view.languages.map((language) => {
          const field = `group.${number}.${language}`;
          return (
            <div>
              <label for={idOf(field)}>{`${place}. ${languageName(view, language)}`}</label>
              <input
                type="text"
                {...fieldProps(view, field)}
                lang={language}
                value={typedIn(view.fields, field)}
              />
              <Notes view={view} field={field} />
            </div>
          );
        })}
      </div>
      <input type="hidden" name={code} value={typedIn(view.fields, code)} />
    </li>
  );
}
