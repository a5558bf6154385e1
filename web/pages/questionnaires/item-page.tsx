import type {
  Item,
  ItemKind,
  QuestionnaireDraft,
} from "../../../server/domain/questionnaire/document.ts";
import { wavesOf } from "../../../server/domain/questionnaire/draft.ts";
import type { FormKind } from "../../../server/domain/questionnaire/forms/item-form.ts";
import { kindsBeside } from "../../../server/domain/questionnaire/forms/item-kinds.ts";
import type { Remark } from "../../../server/domain/questionnaire/remarks.ts";
import { inLanguage } from "../../../server/domain/text.ts";
import { Buttons, FormTop, type FormView, Input, Select, Tick, textsOf, Wording } from "./form.tsx";
import { type EditorFrame, editorDocument, editorPath } from "./frame.tsx";
import { RemarkList } from "./remark-list.tsx";
import { LabelledRows } from "./rows.tsx";
import { Rules } from "./rules.tsx";

export interface ItemPageProps {
  frame: EditorFrame;
  view: FormView;
  draft: QuestionnaireDraft;
  kind: FormKind;
  /** The item that is edited; a new one has none. */
  item?: Item;
  remarks: readonly Remark[];
}

/** One question of any kind: everything about it on one page. */
export function itemPage(props: ItemPageProps): string {
  const { frame, view, draft, kind, item } = props;
  const texts = textsOf(view);
  const place = item ? `/items/${item.key}` : "/items/new";
  const path = `${editorPath(frame)}${place}`;
  const title = item ? texts.item.edit(item.key) : texts.item.add;
  return editorDocument(
    frame,
    { title: `${title}: ${texts.kinds[kind]}`, place },
    <>
      <p class="soft">{texts.kindHints[kind]}</p>
      <RemarkList frame={frame} draft={draft} remarks={props.remarks} />
      <form class="fields editor-form" method="post" action={path} data-in-place="">
        <FormTop view={view} path={path} />
        <input type="hidden" name="kind" value={kind} />
        <Wording
          view={view}
          name="text"
          label={texts.item.text[kind]}
          rows={kind === "information" ? 6 : 3}
        />
        <KindFields {...props} />
        {kind === "information" || kind === "consent" ? null : (
          <Wording
            view={view}
            name="help"
            label={texts.item.help}
            hint={texts.item.helpHint}
            rows={2}
          />
        )}
        <Asking {...props} />
        <Rules view={view} draft={draft} itemKey={item?.key} />
        <Buttons>
          <button type="submit" name="_go" value="save">
            {texts.save}
          </button>
          {item ? null : (
            <button type="submit" class="quiet" name="_go" value="save-more">
              {texts.item.saveMore}
            </button>
          )}
          <a href={`${editorPath(frame)}${item ? `#item-${item.key}` : ""}`}>{texts.cancel}</a>
        </Buttons>
        {item ? <OtherKinds {...props} /> : null}
      </form>
    </>,
  );
}

/** A question becomes one of another kind in the form first: nothing is stored before it was looked through and saved. */
function OtherKinds({ view, kind, item }: ItemPageProps) {
  const texts = textsOf(view);
  const stored = item!.kind;
  const others = [stored, ...kindsBeside(stored)].filter((one) => one !== kind);
  if (others.length === 0) return null;
  return (
    <details class="other-kinds" open={kind !== stored}>
      <summary>{texts.parts.otherKind}</summary>
      <p class="hint soft">{texts.parts.otherKindHint}</p>
      <div class="actions">
        {others.map((one) => (
          <button type="submit" class="quiet" name="_go" value={`as-${one}`}>
            {texts.kinds[one]}
          </button>
        ))}
      </div>
    </details>
  );
}

/** Where and in which waves it is asked, and what it is called in data. */
function Asking({ view, draft, kind, item }: ItemPageProps) {
  const texts = textsOf(view);
  const sections = draft.sections.map(
    (section) => [section.key, inLanguage(section.title, view.language) || section.key] as const,
  );
  return (
    <>
      <fieldset class="ticks" id="wave">
        <legend>{texts.item.waves}</legend>
        {wavesOf(draft).map((wave) => (
          <Tick view={view} name="wave" value={wave} label={texts.waves[wave]} />
        ))}
      </fieldset>
      {kind === "information" ? null : (
        <Tick
          view={view}
          name="isRequired"
          label={texts.item.isRequired}
          hint={texts.item.isRequiredHint}
        />
      )}
      <Select view={view} name="section" label={texts.item.section} choices={sections} />
      <Input
        view={view}
        name="key"
        label={texts.code}
        hint={item ? texts.codeHint : texts.newCodeHint}
      />
    </>
  );
}

function KindFields({ view, draft, kind, item }: ItemPageProps) {
  const texts = textsOf(view);
  switch (kind) {
    case "rating":
    case "pair":
      return <RatingFields view={view} draft={draft} kind={kind} item={item} />;
    case "single":
    case "multiple":
    case "knowledge":
    case "ranking":
      return <ChoiceFields view={view} kind={kind} />;
    case "recommendation":
      return (
        <>
          <Wording view={view} name="low" label={texts.item.low} />
          <Wording view={view} name="high" label={texts.item.high} />
        </>
      );
    case "short-text":
    case "long-text":
      return <Input view={view} name="maximumLength" label={texts.item.maximumLength} isNumeric />;
    case "number":
      return (
        <>
          <div class="in-line">
            <Input view={view} name="minimum" label={texts.item.minimum} isNumeric />
            <Input view={view} name="maximum" label={texts.item.maximum} isNumeric />
            <Input view={view} name="decimals" label={texts.item.decimals} isNumeric />
          </div>
          <Wording view={view} name="unit" label={texts.item.unit} />
        </>
      );
    case "date":
      return (
        <div class="in-line">
          <Input view={view} name="earliest" label={texts.item.earliest} type="date" />
          <Input view={view} name="latest" label={texts.item.latest} type="date" />
        </div>
      );
    case "consent":
    case "information":
      return null;
  }
}

function RatingFields({
  view,
  draft,
  kind,
  item,
}: Pick<ItemPageProps, "view" | "draft" | "kind" | "item">) {
  const texts = textsOf(view);
  const sets = answerSetChoices(view, draft);
  const isNow = (other: Item) =>
    other.kind === "rating" && other.key !== item?.key && other.looksBackAt === undefined;
  const nows = draft.items
    .filter(isNow)
    .map((other) => [other.key, `${other.key}: ${inLanguage(other.text, view.language)}`] as const);
  return (
    <>
      <Select
        view={view}
        name="answerSet"
        label={texts.item.answerSet}
        hint={sets.length === 0 ? texts.item.noAnswerSet : undefined}
        choices={[["", texts.item.choose], ...sets]}
      />
      {kind === "rating" ? (
        <Select
          view={view}
          name="looksBackAt"
          label={texts.item.looksBackAt}
          hint={texts.item.looksBackAtHint}
          choices={[["", texts.item.looksBackAtNothing], ...nows]}
        />
      ) : null}
    </>
  );
}

/** The answer sets of a questionnaire, each with its length and its ends. */
export function answerSetChoices({ language }: FormView, { answerSets }: QuestionnaireDraft) {
  return Object.entries(answerSets).map(([key, { points }]) => {
    const ends = [points[0], points.at(-1)].map((point) =>
      inLanguage(point?.label ?? {}, language),
    );
    return [key, `${key} (${points.length}: ${ends.join(" – ")})`] as const;
  });
}

function ChoiceFields({
  view,
  kind,
}: {
  view: FormView;
  kind: Extract<ItemKind, "single" | "multiple" | "knowledge" | "ranking">;
}) {
  const texts = textsOf(view);
  return (
    <>
      <LabelledRows
        view={view}
        prefix="option"
        title={texts.item.options}
        hint={kind === "knowledge" ? texts.item.knowledgeHint : texts.item.optionsHint}
        hasCorrect={kind === "knowledge"}
      />
      {kind === "single" || kind === "multiple" ? (
        <Tick view={view} name="hasOther" label={texts.item.hasOther} />
      ) : null}
      {kind === "knowledge" ? (
        <Wording
          view={view}
          name="dontKnow"
          label={texts.item.dontKnow}
          hint={texts.item.dontKnowHint}
        />
      ) : null}
      {kind === "multiple" ? (
        <div class="in-line">
          <Input view={view} name="minimum" label={texts.item.atLeast} isNumeric />
          <Input view={view} name="maximum" label={texts.item.atMost} isNumeric />
        </div>
      ) : null}
      {kind === "knowledge" ? (
        <Input view={view} name="points" label={texts.item.points} isNumeric />
      ) : null}
      <Tick view={view} name="isShuffled" label={texts.item.isShuffled} />
    </>
  );
}
