import type { Part } from "../../../server/domain/questionnaire/parts.ts";
import { inLanguage, type Language } from "../../../server/domain/text.ts";
import { answeringTexts } from "../../texts/answering.ts";
import { formatMoment } from "../../texts/numbers.ts";
import { ownAnswersTexts } from "../../texts/own-answers.ts";
import { type AnsweringFrame, AnsweringPage, wholePage } from "./frame.tsx";
import { partPath } from "./review.tsx";

/** After sending: that the answers are stored, and under which number. */
export function receiptPage({
  frame,
  receipt,
  isLastWave,
}: {
  frame: AnsweringFrame;
  receipt: string;
  isLastWave: boolean;
}): string {
  const texts = answeringTexts[frame.language];
  const { title, number, keepNumber, keepCard } = texts.receipt;
  const secondsToNext = frame.isKiosk ? 60 : undefined;
  const path = frame.isKiosk ? undefined : "/a/receipt";
  return wholePage(
    <AnsweringPage frame={{ ...frame, title, path, isStarted: true, secondsToNext }}>
      <h1>{title}</h1>
      <p>{`${number}:`}</p>
      <p class="code">{receipt}</p>
      <p>{keepNumber}</p>
      {isLastWave ? null : <p>{keepCard}</p>}
      {frame.isKiosk ? null : (
        <p>
          <a href="/a/own">{ownAnswersTexts[frame.language].link}</a>
        </p>
      )}
    </AnsweringPage>,
  );
}

/** There is nothing to answer now: not yet, or no more. */
export function closedPage({
  frame,
  reason,
  moment,
  timeZone,
}: {
  frame: AnsweringFrame;
  reason: "wave-not-open" | "wave-closed";
  moment: Date | undefined;
  timeZone: string;
}): string {
  const texts = answeringTexts[frame.language].closed;
  const at = moment ? formatMoment(moment, frame.language as Language, timeZone) : undefined;
  const isAhead = reason === "wave-not-open";
  const { title } = isAhead ? texts.notOpen : texts.closed;
  return wholePage(
    <AnsweringPage frame={{ ...frame, title, path: "/a", isStarted: true }}>
      <h1>{title}</h1>
      {at ? <p>{isAhead ? texts.notOpen.from(at) : texts.closed.until(at)}</p> : null}
      <p>{isAhead ? texts.keepCard : texts.closed.advice}</p>
    </AnsweringPage>,
  );
}

/** Kept on the device: what stands where the review would be, while there is no connection. */
export function offlinePage({
  frame,
  parts,
}: {
  frame: AnsweringFrame;
  parts: readonly Part[];
}): string {
  const texts = answeringTexts[frame.language];
  const { title, lead } = texts.offline;
  return wholePage(
    <AnsweringPage frame={{ ...frame, title }}>
      <h1>{title}</h1>
      <p class="stem">{lead}</p>
      <nav aria-label={texts.parts}>
        <ul class="parts">
          {parts.map((part) => (
            <li>
              <a href={partPath(part)}>{inLanguage(part.section.title, frame.language)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <p>
        <a class="button" href="/a/review">
          {texts.buttons.toReview}
        </a>
      </p>
    </AnsweringPage>,
  );
}
