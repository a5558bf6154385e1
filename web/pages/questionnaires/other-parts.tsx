import type { Item, QuestionnaireDraft } from "../../../server/domain/questionnaire/document.ts";
import { canBreakDown } from "../../../server/domain/questionnaire/forms/breakdown-form.ts";
import { inLanguage } from "../../../server/domain/text.ts";
import { textsOf } from "./form.tsx";
import { type EditorFrame, editorPath } from "./frame.tsx";
import { toolId } from "./outline.tsx";

interface OtherPartsProps {
  frame: EditorFrame;
  draft: QuestionnaireDraft;
  focus: string | undefined;
}

/** What stands behind the questions: answer sets, scales, and the groups that figures may tell apart. */
export function OtherParts(props: OtherPartsProps) {
  return (
    <>
      <AnswerSets {...props} />
      <Scales {...props} />
      <Breakdowns {...props} />
    </>
  );
}

function AnswerSets({ frame, draft }: OtherPartsProps) {
  const texts = textsOf(frame);
  return (
    <section class="part" id="answer-sets">
      <h2>{texts.answerSet.all}</h2>
      <ul class="items">
        {Object.entries(draft.answerSets).map(([key, { points }]) => {
          const labels = points.map(({ label }) => inLanguage(label, frame.language)).join(" · ");
          return (
            <li id={`answer-set-${key}`}>
              <div class="item-words">
                <a href={`${editorPath(frame)}/answer-sets/${key}`}>{key}</a>
                <span class="facts-line soft">{labels}</span>
              </div>
              <RemoveButton frame={frame} of={`answer-set ${key}`} name={key} />
            </li>
          );
        })}
      </ul>
      <p>
        <a class="button quiet" href={`${editorPath(frame)}/answer-sets/new`}>
          {texts.answerSet.add}
        </a>
      </p>
    </section>
  );
}

function Scales({ frame, draft }: OtherPartsProps) {
  const texts = textsOf(frame);
  return (
    <section class="part" id="scales">
      <h2>{texts.scale.all}</h2>
      <ul class="items">
        {draft.scales.map(({ key, title, items, reversed }) => {
          const members = items.map((item) => (reversed.includes(item) ? `${item} ↺` : item));
          return (
            <li id={`scale-${key}`}>
              <div class="item-words">
                <a href={`${editorPath(frame)}/scales/${key}`}>
                  {`${key}: ${inLanguage(title, frame.language)}`}
                </a>
                <span class="facts-line soft">{members.join(", ")}</span>
              </div>
              <RemoveButton frame={frame} of={`scale ${key}`} name={key} />
            </li>
          );
        })}
      </ul>
      <p>
        <a class="button quiet" href={`${editorPath(frame)}/scales/new`}>
          {texts.scale.add}
        </a>
      </p>
    </section>
  );
}

/** Groups are made of the answers to a question with one choice; without such a question there is nothing to say. */
function Breakdowns({ frame, draft }: OtherPartsProps) {
  const texts = textsOf(frame);
  const able = draft.items.filter(canBreakDown);
  if (draft.breakdowns.length === 0 && able.length === 0) return null;
  return (
    <section class="part" id="breakdowns">
      <h2>{texts.breakdowns}</h2>
      <p class="hint soft">{texts.parts.breakdowns.lead}</p>
      <ul class="items">
        {draft.breakdowns.map(({ key, title, item, groups }) => (
          <li id={`breakdown-${key}`}>
            <div class="item-words">
              <a href={`${editorPath(frame)}/breakdowns/${key}`}>
                {inLanguage(title, frame.language) || key}
              </a>
              <span class="facts-line soft">
                {`${item}: ${groups.map(({ label }) => inLanguage(label, frame.language)).join(" · ")}`}
              </span>
            </div>
            <RemoveButton frame={frame} of={`breakdown ${key}`} name={key} />
          </li>
        ))}
      </ul>
      {able.length > 0 ? <AddBreakdown frame={frame} items={able} /> : null}
    </section>
  );
}

function AddBreakdown({ frame, items }: { frame: EditorFrame; items: readonly Item[] }) {
  const texts = textsOf(frame).parts.breakdowns;
  return (
    <form
      class="add-item fields in-row"
      method="get"
      action={`${editorPath(frame)}/breakdowns/new`}
    >
      <label class="visually-hidden" for="breakdown-item">
        {texts.item}
      </label>
      <select id="breakdown-item" name="item">
        {items.map(({ key, text }) => (
          <option value={key}>{`${key}: ${inLanguage(text, frame.language)}`}</option>
        ))}
      </select>
      <button class="quiet" type="submit">
        {texts.add}
      </button>
    </form>
  );
}

function RemoveButton({ frame, of, name }: { frame: EditorFrame; of: string; name: string }) {
  const texts = textsOf(frame);
  return (
    <span class="tools">
      <button
        class="tool"
        type="submit"
        form="structure"
        name="do"
        value={`remove ${of}`}
        id={toolId("remove", of)}
        aria-label={`${texts.remove}: ${name}`}
        title={texts.remove}
      >
        ✕
      </button>
    </span>
  );
}
