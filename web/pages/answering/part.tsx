import type { Part } from "../../../server/domain/questionnaire/parts.ts";
import { inLanguage } from "../../../server/domain/text.ts";
import { anchorOf, type FormState, textsOf } from "./field.tsx";
import { type AnsweringFrame, AnsweringPage, formId, MistakeSummary, wholePage } from "./frame.tsx";
import { Items } from "./items.tsx";

/** One part of the questionnaire as a page. */
export interface PartPageProps {
  frame: AnsweringFrame;
  state: FormState;
  part: Part;
  /** Which part this is, from 1, and of how many. */
  current: number;
  total: number;
  /** What the page knew of the part; absent on pages that are the same for everybody. */
  seen?: string;
  /** Whether what is shown was changed in another window; hidden: where the answers may not be shown. */
  conflict?: "shown" | "hidden";
}

export function partPage({
  frame,
  state,
  part,
  current,
  total,
  seen,
  conflict,
}: PartPageProps): string {
  const texts = textsOf(state);
  const title = inLanguage(part.section.title, state.language);
  const isLast = current === total;
  const whole = {
    ...frame,
    title,
    formId,
    isStarted: true,
    hasMistakes: state.mistakes.length > 0,
  };
  return wholePage(
    <AnsweringPage frame={whole}>
      <Conflict state={state} conflict={conflict} />
      <Mistakes state={state} items={part.items} />
      <div class="progress">
        <progress value={current} max={total} aria-hidden="true" />
        <p>{texts.progress(current, total)}</p>
      </div>
      <h1>{title}</h1>
      {part.section.stem ? (
        <p class="stem">{inLanguage(part.section.stem, state.language)}</p>
      ) : null}
      <form id={formId} method="post" action={`/a/parts/${part.section.key}`} novalidate>
        {seen === undefined ? null : <input type="hidden" name="_seen" value={seen} />}
        <Items state={state} items={part.items} />
        <div class="buttons">
          <button type="submit" name="_go" value="next">
            {isLast ? texts.buttons.toReview : texts.buttons.next}
          </button>
          {current > 1 ? (
            <button type="submit" class="quiet" name="_go" value="back">
              {texts.buttons.back}
            </button>
          ) : null}
        </div>
      </form>
    </AnsweringPage>,
  );
}

export function Conflict({ state, conflict }: { state: FormState; conflict?: "shown" | "hidden" }) {
  if (!conflict) return null;
  const { title, lead, hiddenLead } = textsOf(state).conflict;
  return (
    <div class="summary" role="alert">
      <h2>{title}</h2>
      <p>{conflict === "shown" ? lead : hiddenLead}</p>
    </div>
  );
}

export function Mistakes({ state, items }: { state: FormState; items: Part["items"] }) {
  if (state.mistakes.length === 0) return null;
  const { mistakes } = textsOf(state);
  const entries = state.mistakes.map((mistake) => {
    const item = items.find((candidate) => candidate.key === mistake.item);
    const question = item ? inLanguage(item.text, state.language) : "";
    return {
      href: `#${anchorOf(mistake.item)}`,
      text: `${question} ${mistakes.say(mistake.code, mistake.detail)}`,
    };
  });
  return <MistakeSummary title={mistakes.title(entries.length)} entries={entries} />;
}
