import {
  type Item,
  type QuestionnaireDraft,
  sectionPurposes,
} from "../../../server/domain/questionnaire/document.ts";
import { sectionsOf } from "../../../server/domain/questionnaire/edit-structure.ts";
import { typedIn } from "../../../server/domain/questionnaire/forms/form-words.ts";
import { inLanguage, languages } from "../../../server/domain/text.ts";
import { waveKinds } from "../../../server/domain/words.ts";
import { Buttons, FormTop, type FormView, Input, Select, Tick, textsOf, Wording } from "./form.tsx";
import { type EditorFrame, editorDocument, editorPath } from "./frame.tsx";
import { LabelledRows } from "./rows.tsx";

export interface PartPageProps {
  frame: EditorFrame;
  view: FormView;
  draft: QuestionnaireDraft;
  /** The key of what is edited; something new has none. */
  partKey?: string;
}

/** The frame of a form for one part of a questionnaire. */
export function PartForm({
  props,
  place,
  children,
}: {
  props: PartPageProps;
  place: string;
  children: unknown;
}) {
  const { frame, view } = props;
  const texts = textsOf(view);
  const path = `${editorPath(frame)}${place}`;
  return (
    <form class="fields editor-form" method="post" action={path} data-in-place="">
      <FormTop view={view} path={path} />
      {children}
      <Buttons>
        <button type="submit" name="_go" value="save">
          {texts.save}
        </button>
        <a href={editorPath(frame)}>{texts.cancel}</a>
      </Buttons>
    </form>
  );
}

export function sectionPage(props: PartPageProps): string {
  const { frame, view, partKey } = props;
  const texts = textsOf(view);
  const place = partKey ? `/sections/${partKey}` : "/sections/new";
  const purposes = sectionPurposes.map((purpose) => [purpose, texts.purposes[purpose]] as const);
  return editorDocument(
    frame,
    { title: partKey ? texts.section.edit(partKey) : texts.section.add, place },
    <PartForm props={props} place={place}>
      <Wording view={view} name="title" label={texts.section.title} />
      <Wording
        view={view}
        name="stem"
        label={texts.section.stem}
        hint={texts.section.stemHint}
        rows={3}
      />
      <Select
        view={view}
        name="purpose"
        label={texts.section.purpose}
        hint={texts.section.purposeHint}
        choices={purposes}
      />
      {partKey ? null : (
        <Input view={view} name="key" label={texts.code} hint={texts.newCodeHint} />
      )}
    </PartForm>,
  );
}

export function answerSetPage(props: PartPageProps): string {
  const { frame, view, partKey } = props;
  const texts = textsOf(view);
  const place = partKey ? `/answer-sets/${partKey}` : "/answer-sets/new";
  return editorDocument(
    frame,
    { title: partKey ? texts.answerSet.edit(partKey) : texts.answerSet.add, place },
    <>
      <p class="soft">{texts.answerSet.lead}</p>
      <PartForm props={props} place={place}>
        <LabelledRows
          view={view}
          prefix="point"
          title={texts.answerSet.points}
          hint={texts.answerSet.pointsHint}
        />
        <Wording
          view={view}
          name="cannotAnswer"
          label={texts.answerSet.cannotAnswer}
          hint={texts.answerSet.cannotAnswerHint}
        />
        <Wording
          view={view}
          name="noOpportunity"
          label={texts.answerSet.noOpportunity}
          hint={texts.answerSet.noOpportunityHint}
        />
        {partKey ? null : (
          <Input view={view} name="key" label={texts.code} hint={texts.newCodeHint} />
        )}
      </PartForm>
    </>,
  );
}

export function scalePage(props: PartPageProps): string {
  const { frame, view, draft, partKey } = props;
  const texts = textsOf(view);
  const place = partKey ? `/scales/${partKey}` : "/scales/new";
  const kinds = (["rating", "knowledge"] as const).map(
    (kind) => [kind, texts.scale.kinds[kind]] as const,
  );
  return editorDocument(
    frame,
    { title: partKey ? texts.scale.edit(partKey) : texts.scale.add, place },
    <>
      <p class="soft">{texts.scale.lead}</p>
      <PartForm props={props} place={place}>
        <Wording view={view} name="title" label={texts.scale.title} />
        <Select view={view} name="kind" label={texts.scale.kind} choices={kinds} />
        <Members view={view} draft={draft} />
        <Input
          view={view}
          name="minimumAnswered"
          label={texts.scale.minimumAnswered}
          hint={texts.scale.minimumAnsweredHint}
          isNumeric
        />
        {partKey ? null : (
          <Input view={view} name="key" label={texts.code} hint={texts.newCodeHint} />
        )}
      </PartForm>
    </>,
  );
}

const scored: readonly Item["kind"][] = ["rating", "recommendation", "knowledge"];

/** From this many on, sections without a member are folded away. */
const manyItems = 24;

/** Every item that can be scored, once, by section: a box for belonging and one for counting the other way round. */
function Members({ view, draft }: { view: FormView; draft: QuestionnaireDraft }) {
  const texts = textsOf(view).scale;
  const able = draft.items.filter(({ kind }) => scored.includes(kind));
  const homes = draft.sections.map((section) => ({
    section,
    items: able.filter((item) => sectionsOf(draft, item.key)[0] === section),
  }));
  const isIn = ({ key }: Item) => view.fields.get("item")?.includes(key) ?? false;
  return (
    <fieldset class="members" id="item">
      <legend>{texts.items}</legend>
      <p class="hint soft">{texts.itemsHint}</p>
      {homes
        .filter(({ items }) => items.length > 0)
        .map(({ section, items }) => (
          <details open={able.length <= manyItems || items.some(isIn)}>
            <summary>{inLanguage(section.title, view.language) || section.key}</summary>
            <table>
              <tbody>
                {items.map((item) => (
                  <Member view={view} item={item} />
                ))}
              </tbody>
            </table>
          </details>
        ))}
    </fieldset>
  );
}

function Member({ view, item }: { view: FormView; item: Item }) {
  const texts = textsOf(view).scale;
  const isIn = (name: string) => view.fields.get(name)?.includes(item.key) ?? false;
  return (
    <tr>
      <td>
        <label class="tick">
          <input type="checkbox" name="item" value={item.key} checked={isIn("item")} />
          <span>
            <b>{item.key}</b> {inLanguage(item.text, view.language)}
          </span>
        </label>
      </td>
      <td>
        {item.kind === "knowledge" ? null : (
          <label class="tick">
            <input
              type="checkbox"
              name="reversed"
              value={item.key}
              checked={isIn("reversed")}
              aria-label={`${texts.reversed}: ${item.key}`}
            />
            <span>{texts.reversed}</span>
          </label>
        )}
      </td>
    </tr>
  );
}

export function settingsPage(props: PartPageProps & { minutes: Record<string, number> }): string {
  const { frame, view, draft, minutes } = props;
  const texts = textsOf(view);
  return editorDocument(
    frame,
    { title: texts.settings.title, place: "/settings" },
    <PartForm props={props} place="/settings">
      <Wording view={view} name="title" label={texts.settings.name} />
      <fieldset class="ticks" id="language">
        <legend>{texts.settings.languages}</legend>
        {languages.map((language) => (
          <Tick view={view} name="language" value={language} label={texts.languages[language]} />
        ))}
      </fieldset>
      {waveKinds.map((kind) => (
        <fieldset class="wave-settings">
          <legend>{texts.waves[kind]}</legend>
          <Tick view={view} name={`has-${kind}`} label={texts.settings.hasWave} />
          <Wording view={view} name={`title-${kind}`} label={texts.settings.waveTitle} />
          <Wording
            view={view}
            name={`introduction-${kind}`}
            label={texts.settings.introduction}
            rows={3}
          />
          <Input
            view={view}
            name={`minutes-${kind}`}
            label={texts.settings.minutes}
            hint={
              draft.waves[kind] && typedIn(view.fields, `has-${kind}`)
                ? texts.settings.estimated(minutes[kind] ?? 1)
                : undefined
            }
            isNumeric
          />
        </fieldset>
      ))}
    </PartForm>,
  );
}
