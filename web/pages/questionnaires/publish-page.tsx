import type {
  Item,
  QuestionnaireDocument,
  QuestionnaireDraft,
} from "../../../server/domain/questionnaire/document.ts";
import type { FormMistake } from "../../../server/domain/questionnaire/forms/form-words.ts";
import { canPublish, type Remark } from "../../../server/domain/questionnaire/remarks.ts";
import type {
  ItemMatch,
  VersionChanges,
} from "../../../server/domain/questionnaire/version-changes.ts";
import type { FormFields } from "../../../server/domain/response/form-fields.ts";
import { inLanguage } from "../../../server/domain/text.ts";
import { textsOf } from "./form.tsx";
import { type EditorFrame, editorDocument, editorPath } from "./frame.tsx";
import { RemarkList } from "./remark-list.tsx";

export interface PublishPageProps {
  frame: EditorFrame;
  draft: QuestionnaireDraft;
  revision: number;
  remarks: readonly Remark[];
  number: number;
  /** What differs from the version before; the first version has none. */
  earlier?: { number: number; document: QuestionnaireDocument; changes: VersionChanges };
  fields: FormFields;
  mistakes: readonly FormMistake[];
}

/** What publishing means, what keeps from it, and, for a later version, what of it still means the same. */
export function publishPage(props: PublishPageProps): string {
  const { frame, draft, remarks, revision, number } = props;
  const texts = textsOf(frame).publish;
  const path = `${editorPath(frame)}/publication`;
  return editorDocument(
    frame,
    { title: texts.title(number), place: "/publication" },
    <>
      <p>{texts.lead}</p>
      <RemarkList frame={frame} draft={draft} remarks={remarks} />
      {canPublish(remarks) ? (
        <form class="fields" method="post" action={path}>
          {props.mistakes.length > 0 ? (
            <div class="notice-box wrong" role="alert">
              <h2>{textsOf(frame).mistakesTitle}</h2>
              <ul>
                {props.mistakes.map(({ field }) => (
                  <li>
                    <a href={`#${field}`}>{texts.undecided(field.replace("meaning-", ""))}</a>
                  </li>
                ))}
              </ul>
            </div>
          ) : null}
          <input type="hidden" name="revision" value={String(revision)} />
          {props.earlier ? <Changes {...props} earlier={props.earlier} /> : null}
          <div class="actions">
            <button type="submit">{texts.publish(number)}</button>
            <a href={editorPath(frame)}>{textsOf(frame).cancel}</a>
          </div>
        </form>
      ) : (
        <p class="notice-box wrong">{texts.blocked}</p>
      )}
    </>,
  );
}

type ChangesProps = PublishPageProps & { earlier: NonNullable<PublishPageProps["earlier"]> };

function Changes(props: ChangesProps) {
  const { frame, earlier, draft } = props;
  const texts = textsOf(frame).publish;
  const { changes } = earlier;
  const open = changes.items.filter(({ proposal }) => proposal !== "same");
  const same = changes.items.filter(({ proposal }) => proposal === "same");
  const touched = same.filter((match) => match.changes.length > 0);
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{texts.changesTitle(earlier.number)}</h2>
      <p>{texts.changesLead}</p>
      <ul>
        <li>{texts.sameItems(same.length)}</li>
        {touched.length > 0 ? (
          <li>{texts.touched(touched.map(({ key }) => key).join(", "))}</li>
        ) : null}
        {changes.removedItems.length > 0 ? (
          <li>{texts.removedItems(changes.removedItems.join(", "))}</li>
        ) : null}
        {scaleLines(props).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      {open.map((match) => (
        <Match {...props} match={match} item={draft.items.find(({ key }) => key === match.key)!} />
      ))}
    </section>
  );
}

function scaleLines({ frame, earlier: { changes } }: ChangesProps): string[] {
  const texts = textsOf(frame).publish;
  return [
    changes.addedScales.length > 0 ? texts.addedScales(changes.addedScales.join(", ")) : "",
    changes.removedScales.length > 0 ? texts.removedScales(changes.removedScales.join(", ")) : "",
    changes.changedScales.length > 0 ? texts.changedScales(changes.changedScales.join(", ")) : "",
  ].filter(Boolean);
}

function Match({
  frame,
  earlier,
  fields,
  mistakes,
  match,
  item,
}: ChangesProps & { match: ItemMatch; item: Item }) {
  const texts = textsOf(frame).publish;
  const field = `meaning-${match.key}`;
  const before = earlier.document.items.find(({ key }) => key === match.earlierKey);
  return (
    <fieldset class="match" id={field}>
      <legend>
        {match.earlierKey && match.earlierKey !== match.key
          ? `${match.earlierKey} → ${match.key}`
          : match.key}
      </legend>
      <dl class="facts">
        {before ? (
          <>
            <dt>{texts.was}</dt>
            <dd>{inLanguage(before.text, frame.language)}</dd>
          </>
        ) : null}
        <dt>{texts.is}</dt>
        <dd>{inLanguage(item.text, frame.language)}</dd>
        {match.changes.length > 0 ? (
          <>
            <dt>{texts.differs}</dt>
            <dd>{match.changes.map((change) => texts.changes[change]).join(", ")}</dd>
          </>
        ) : null}
      </dl>
      <Meaning frame={frame} match={match} chosen={fields.get(field)?.[0]} field={field} />
      {mistakes.some((mistake) => mistake.field === field) ? (
        <span class="mistake">{texts.decide}</span>
      ) : null}
    </fieldset>
  );
}

function Meaning({
  frame,
  match,
  field,
  chosen,
}: {
  frame: EditorFrame;
  match: ItemMatch;
  field: string;
  chosen: string | undefined;
}) {
  const texts = textsOf(frame).publish;
  if (match.proposal === "new") return <p>{texts.isNew}</p>;
  if (!match.canBeSame) return <p>{texts.cannotCompare}</p>;
  return (
    <>
      {(["same", "changed"] as const).map((meaning) => (
        <label class="tick">
          <input type="radio" name={field} value={meaning} checked={chosen === meaning} />
          <span>{texts.meanings[meaning]}</span>
        </label>
      ))}
    </>
  );
}
