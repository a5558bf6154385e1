import type { Part } from "../../../server/domain/questionnaire/parts.ts";
import { inLanguage } from "../../../server/domain/text.ts";
import { ownAnswersTexts } from "../../texts/own-answers.ts";
import { anchorOf, type FormState, textsOf } from "./field.tsx";
import { type AnsweringFrame, AnsweringPage, formId, MistakeSummary, wholePage } from "./frame.tsx";
import { Items } from "./items.tsx";
import { partPath } from "./review.tsx";

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
  /** The response was sent already and is being corrected. */
  isCorrection?: boolean;
  /** Keys of all parts, and of those before and after: where the device's own copies lead without a connection. */
  keys: { all: readonly string[]; next?: string; back?: string };
  /** A copy for the device to keep, without anybody's answers. */
  isBlank?: boolean;
}

export function partPage(props: PartPageProps): string {
  const { frame, state, part, seen } = props;
  const title = inLanguage(part.section.title, state.language);
  const whole = {
    ...frame,
    title,
    formId,
    isStarted: true,
    hasMistakes: state.mistakes.length > 0,
  };
  return wholePage(
    <AnsweringPage frame={whole}>
      <Conflict state={state} conflict={props.conflict} />
      <Mistakes state={state} items={part.items} />
      {props.isCorrection ? null : <Progress props={props} />}
      <h1>{title}</h1>
      {part.section.stem ? (
        <p class="stem">{inLanguage(part.section.stem, state.language)}</p>
      ) : null}
      <form
        id={formId}
        method="post"
        action={partPath(part)}
        novalidate
        autocomplete="off"
        {...(props.isCorrection ? { "data-correction": "" } : offlineData(props))}
      >
        {seen === undefined ? null : <input type="hidden" name="_seen" value={seen} />}
        <Items state={state} items={part.items} />
        {props.isCorrection ? <CorrectionButtons state={state} /> : <Buttons props={props} />}
      </form>
    </AnsweringPage>,
  );
}

/** What the page's script needs to go on without a connection. */
function offlineData({ keys, isBlank }: PartPageProps) {
  return {
    "data-parts": keys.all.join(" "),
    "data-next": keys.next ? `/a/parts/${keys.next}` : "/a/review",
    "data-back": keys.back ? `/a/parts/${keys.back}` : undefined,
    "data-blank": isBlank ? "" : undefined,
  };
}

function Progress({ props: { state, current, total } }: { props: PartPageProps }) {
  return (
    <div class="progress">
      <progress value={current} max={total} aria-hidden="true" />
      <p>{textsOf(state).progress(current, total)}</p>
    </div>
  );
}

function Buttons({ props: { state, current, total } }: { props: PartPageProps }) {
  const { buttons } = textsOf(state);
  return (
    <div class="buttons">
      <button type="submit" name="_go" value="next">
        {current === total ? buttons.toReview : buttons.next}
      </button>
      {current > 1 ? (
        <button type="submit" class="quiet" name="_go" value="back">
          {buttons.back}
        </button>
      ) : null}
    </div>
  );
}

function CorrectionButtons({ state }: { state: FormState }) {
  const texts = ownAnswersTexts[state.language];
  return (
    <div class="buttons">
      <button type="submit" name="_go" value="next">
        {texts.saveCorrection}
      </button>
      <a class="button quiet" href="/a/own">
        {texts.cancelCorrection}
      </a>
    </div>
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
