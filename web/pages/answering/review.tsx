import type { Item } from "../../../server/domain/questionnaire/document.ts";
import type { Part } from "../../../server/domain/questionnaire/parts.ts";
import { inLanguage, type Language } from "../../../server/domain/text.ts";
import { answeringTexts } from "../../texts/answering.ts";
import { anchorOf } from "./field.tsx";
import { type AnsweringFrame, AnsweringPage, formId, MistakeSummary, wholePage } from "./frame.tsx";

/** The last look before sending: how much is answered in each part, and a way back to each. */
export interface ReviewProps {
  language: Language;
  parts: readonly Part[];
  /** Keys of the items that are asked and have no answer. */
  unanswered: readonly string[];
  /** Of these, the ones that must be answered; shown after an attempt to send. */
  required: readonly Item[];
}

export function reviewPage({
  frame,
  props,
}: {
  frame: AnsweringFrame;
  props: ReviewProps;
}): string {
  const texts = answeringTexts[props.language];
  const { title } = texts.review;
  const count = props.unanswered.length;
  const hasMistakes = props.required.length > 0;
  return wholePage(
    <AnsweringPage frame={{ ...frame, title, formId, isStarted: true, hasMistakes }}>
      <RequiredLeft props={props} />
      <h1>{title}</h1>
      <p class="stem">{count === 0 ? texts.review.complete : texts.review.unanswered(count)}</p>
      <nav aria-label={texts.parts}>
        <ul class="parts">
          {props.parts.map((part) => (
            <PartLine props={props} part={part} />
          ))}
        </ul>
      </nav>
      <form id={formId} method="post" action="/a/response" novalidate>
        <p class="hint">{texts.review.privacy}</p>
        <div class="buttons">
          <button type="submit" name="_go" value="next">
            {texts.buttons.submit}
          </button>
          <a class="button quiet" href={partPath(props.parts.at(-1))}>
            {texts.buttons.back}
          </a>
        </div>
      </form>
    </AnsweringPage>,
  );
}

function PartLine({ props, part }: { props: ReviewProps; part: Part }) {
  const texts = answeringTexts[props.language].review;
  const empty = part.items.filter((item) => props.unanswered.includes(item.key));
  const [first] = empty;
  return (
    <li>
      <a href={first ? `${partPath(part)}#${anchorOf(first.key)}` : partPath(part)}>
        {inLanguage(part.section.title, props.language)}
      </a>
      <span>{first ? texts.unansweredIn(empty.length) : texts.completePart}</span>
    </li>
  );
}

function RequiredLeft({ props }: { props: ReviewProps }) {
  if (props.required.length === 0) return null;
  const entries = props.required.map((item) => ({
    href: `${partPath(props.parts.find((part) => part.items.includes(item)))}#${anchorOf(item.key)}`,
    text: inLanguage(item.text, props.language),
  }));
  const { requiredLeft } = answeringTexts[props.language].review;
  return <MistakeSummary title={requiredLeft} entries={entries} />;
}

export function partPath(part: Part | undefined): string {
  return part ? `/a/parts/${part.section.key}` : "/a";
}
