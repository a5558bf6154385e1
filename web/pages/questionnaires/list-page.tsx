import type { FormMistake } from "../../../server/domain/questionnaire/forms/form-words.ts";
import type { FormFields } from "../../../server/domain/response/form-fields.ts";
import { inLanguage, type Text } from "../../../server/domain/text.ts";
import type { WaveKind } from "../../../server/domain/words.ts";
import { formatMoment } from "../../texts/numbers.ts";
import { FormTop, type FormView, Input, textsOf } from "./form.tsx";
import { Done, type EditorFrame, editorDocument, listPath } from "./frame.tsx";

export interface ListedQuestionnaire {
  id: string;
  title: Text;
  hasDraft: boolean;
  savedAt: Date | null;
  errors: number;
  versions: { id: string; number: number; publishedAt: Date; waves: WaveKind[] }[];
}

/** Something to begin from: a ready questionnaire, or one of another programme. */
export interface Origin {
  value: string;
  title: Text;
  /** What it is for, or whose it is. */
  about: Text;
}

export interface ListPageProps {
  frame: EditorFrame;
  questionnaires: readonly ListedQuestionnaire[];
  waves: readonly {
    kind: WaveKind;
    versionId: string;
    hasAnswers: boolean;
    choices: { versionId: string; label: string }[];
  }[];
  library: readonly Origin[];
  others: readonly Origin[];
  done: string | undefined;
  mistakes: readonly FormMistake[];
  fields: FormFields;
}

/** Every questionnaire of a programme: drafts, versions, which wave uses which, and how to begin a new one. */
export function listPage(props: ListPageProps): string {
  const { frame, questionnaires } = props;
  const texts = textsOf(frame).list;
  return editorDocument(
    frame,
    { title: texts.title },
    <>
      <Done words={props.done} />
      <p>{texts.lead}</p>
      {questionnaires.length === 0 ? <p class="notice-box">{texts.none}</p> : null}
      <ul class="programme-list">
        {questionnaires.map((one) => (
          <Listed frame={frame} one={one} />
        ))}
      </ul>
      <Waves {...props} />
      <Beginning {...props} />
    </>,
  );
}

function Listed({ frame, one }: { frame: EditorFrame; one: ListedQuestionnaire }) {
  const { language, programme } = frame;
  const all = textsOf(frame);
  const texts = all.list;
  const path = `${listPath(frame)}/${one.id}`;
  return (
    <li>
      <h2>{inLanguage(one.title, language) || all.untitled}</h2>
      {one.hasDraft ? (
        <p>
          <a href={path}>{texts.draft}</a>
          <span class="soft">
            {` · ${[
              one.savedAt
                ? all.editor.saved(formatMoment(one.savedAt, language, programme.timeZone))
                : "",
              one.errors > 0 ? all.editor.errors(one.errors) : all.editor.noErrors,
            ]
              .filter(Boolean)
              .join(" · ")}`}
          </span>
        </p>
      ) : (
        <form method="post" action={`${path}/draft`}>
          <button class="quiet" type="submit">
            {texts.newDraft}
          </button>
        </form>
      )}
      <ul class="versions">
        {one.versions.map(({ number, publishedAt, waves }) => (
          <li>
            <a href={`${path}/versions/${number}`}>{texts.version(number)}</a>
            <span class="soft">
              {` · ${formatMoment(publishedAt, language, programme.timeZone)}`}
              {waves.length > 0
                ? ` · ${texts.usedIn(waves.map((wave) => all.waves[wave].toLowerCase()).join(", "))}`
                : ""}
            </span>
          </li>
        ))}
      </ul>
      {one.versions.length === 0 ? (
        <form method="post" action={`${path}/removal`}>
          <button class="tool-words" type="submit">
            {texts.discard}
          </button>
        </form>
      ) : null}
    </li>
  );
}

function Waves({ frame, waves }: ListPageProps) {
  const all = textsOf(frame);
  const texts = all.list;
  if (waves.length === 0) return null;
  return (
    <>
      <h2 id="waves">{texts.wavesTitle}</h2>
      <p>{texts.wavesLead}</p>
      <ul class="wave-versions">
        {waves.map(({ kind, versionId, hasAnswers, choices }) => {
          const now = choices.find((choice) => choice.versionId === versionId);
          return (
            <li>
              <b>{all.waves[kind]}</b>
              {hasAnswers ? (
                <span>{`${now?.label ?? ""} (${texts.frozen})`}</span>
              ) : (
                <form
                  class="fields in-row"
                  method="post"
                  action={`${listPath(frame)}/waves/${kind}`}
                >
                  <select name="version" aria-label={texts.versionOf(all.waves[kind])}>
                    {choices.map((choice) => (
                      <option value={choice.versionId} selected={choice.versionId === versionId}>
                        {choice.label}
                      </option>
                    ))}
                  </select>
                  <button
                    class="quiet"
                    type="submit"
                    aria-label={`${texts.assign}: ${all.waves[kind]}`}
                  >
                    {texts.assign}
                  </button>
                </form>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Beginning(props: ListPageProps) {
  const { frame, library, others, fields, mistakes } = props;
  const { language } = frame;
  const texts = textsOf(frame).list;
  const view: FormView = { language, languages: ["lt", "en"], fields, mistakes, seen: "" };
  const chosen = fields.get("from")?.[0] ?? "empty";
  return (
    <section aria-labelledby="new-title">
      <h2 id="new-title">{texts.beginTitle}</h2>
      <form class="fields" method="post" action={listPath(frame)}>
        <FormTop view={view} path={listPath(frame)} />
        <fieldset class="origins">
          <legend>{texts.from}</legend>
          <Choice value="empty" chosen={chosen} title={texts.empty} about={texts.emptyAbout} />
          {[...library, ...others].map((origin) => (
            <Choice
              value={origin.value}
              chosen={chosen}
              title={inLanguage(origin.title, language)}
              about={inLanguage(origin.about, language)}
            />
          ))}
        </fieldset>
        <Input view={view} name="title" label={texts.name} hint={texts.nameHint} />
        <button type="submit">{texts.begin}</button>
      </form>
      <p>
        <a href={`${listPath(frame)}/import`}>{texts.fromElsewhere}</a>
      </p>
    </section>
  );
}

function Choice({
  value,
  chosen,
  title,
  about,
}: {
  value: string;
  chosen: string;
  title: string;
  about: string;
}) {
  return (
    <label class="origin">
      <input type="radio" name="from" value={value} checked={value === chosen} />
      <span>
        <b>{title}</b>
        <span class="soft">{about}</span>
      </span>
    </label>
  );
}
