import type { Item, QuestionnaireDocument } from "../../../server/domain/questionnaire/document.ts";
import type { Part } from "../../../server/domain/questionnaire/parts.ts";
import type { Answers } from "../../../server/domain/response/answers.ts";
import type { OwnChange } from "../../../server/domain/response/own-change.ts";
import { inLanguage } from "../../../server/domain/text.ts";
import type { NoticeStatement } from "../../../server/domain/words.ts";
import { formatDay } from "../../texts/numbers.ts";
import { ownAnswersTexts } from "../../texts/own-answers.ts";
import { answerInWords } from "./answer-words.ts";
import { type AnsweringFrame, AnsweringPage, wholePage } from "./frame.tsx";
import { statementField } from "./notice.tsx";
import { OwnChangeSection } from "./own-change.tsx";

/** One response as its participant sees it. */
export interface OwnResponse {
  waveKind: string;
  title: string;
  submittedOn: string | null;
  document: QuestionnaireDocument;
  parts: readonly Part[];
  answers: Answers;
  consents: Record<string, boolean>;
  /** The optional statements of its notice, which can be given or withdrawn at any time. */
  statements: readonly NoticeStatement[];
  isCorrectable: boolean;
}

/** How somebody's own scores moved from before the training to a later wave. */
export interface OwnChangeProps {
  title: string;
  changes: readonly OwnChange[];
}

export interface OwnPageProps {
  frame: AnsweringFrame;
  responses: readonly OwnResponse[];
  /** Of waves that have closed: while answers can be corrected, seeing it would bend them. */
  changes: readonly OwnChangeProps[];
  /** Responses exist that this device may not show. */
  areSomeHidden: boolean;
  /** Once the last wave has closed, knowledge questions are shown with their correct answers. */
  isKeyShown: boolean;
  mustConfirm?: boolean;
}

export function ownPage(props: OwnPageProps): string {
  const { frame, responses, areSomeHidden } = props;
  const texts = ownAnswersTexts[frame.language];
  return wholePage(
    <AnsweringPage frame={{ ...frame, title: texts.title, path: "/a/own", isStarted: true }}>
      <h1>{texts.title}</h1>
      {areSomeHidden ? <p class="note">{texts.hidden}</p> : null}
      {responses.length === 0 && !areSomeHidden ? <p>{texts.nothing}</p> : null}
      {props.changes.map((each) => (
        <OwnChangeSection language={frame.language} props={each} />
      ))}
      {responses.map((response) => (
        <Response props={props} response={response} />
      ))}
      {responses.length > 0 ? <Rights props={props} /> : null}
    </AnsweringPage>,
  );
}

function Response({ props, response }: { props: OwnPageProps; response: OwnResponse }) {
  const { language } = props.frame;
  const texts = ownAnswersTexts[language];
  const { submittedOn, isCorrectable } = response;
  return (
    <section aria-labelledby={`wave-${response.waveKind}`}>
      <h2 id={`wave-${response.waveKind}`}>{response.title}</h2>
      <p>{submittedOn ? texts.sentOn(formatDay(submittedOn, language)) : texts.notSent}</p>
      {isCorrectable ? <p class="hint">{texts.correctUntil}</p> : null}
      {response.parts.map((part) => (
        <PartAnswers props={props} response={response} part={part} />
      ))}
      <Consents props={props} response={response} />
    </section>
  );
}

function PartAnswers({
  props,
  response,
  part,
}: {
  props: OwnPageProps;
  response: OwnResponse;
  part: Part;
}) {
  const { language } = props.frame;
  const title = inLanguage(part.section.title, language);
  return (
    <div class="card own">
      <h3>{title}</h3>
      <dl>
        {part.items.map((item) => (
          <>
            <dt>{inLanguage(item.text, language)}</dt>
            <dd>
              <OwnAnswer props={props} response={response} item={item} />
            </dd>
          </>
        ))}
      </dl>
      {response.isCorrectable ? (
        <a
          href={`/a/parts/${part.section.key}`}
          aria-label={`${ownAnswersTexts[language].correct}: ${title}`}
        >
          {ownAnswersTexts[language].correct}
        </a>
      ) : null}
    </div>
  );
}

function OwnAnswer({
  props,
  response,
  item,
}: {
  props: OwnPageProps;
  response: OwnResponse;
  item: Item;
}) {
  const { language } = props.frame;
  const texts = ownAnswersTexts[language];
  const answer = response.answers[item.key];
  const words =
    answer === undefined
      ? ""
      : answerInWords({ document: response.document, language }, item, answer);
  const isKeyShown = props.isKeyShown && item.kind === "knowledge" && answer !== item.correct;
  return (
    <>
      {words || <span class="none">{texts.noAnswer}</span>}
      {isKeyShown ? <KeyNote item={item} language={language} /> : null}
    </>
  );
}

function KeyNote({ item, language }: { item: Item; language: "lt" | "en" }) {
  if (item.kind !== "knowledge") return null;
  const correct = item.options.find((option) => option.value === item.correct);
  return (
    <span class="hint key">
      {ownAnswersTexts[language].correctAnswer(inLanguage(correct?.label ?? {}, language))}
    </span>
  );
}

function Consents({ props, response }: { props: OwnPageProps; response: OwnResponse }) {
  const { language } = props.frame;
  if (response.statements.length === 0) return null;
  const texts = ownAnswersTexts[language];
  return (
    <form method="post" action={`/a/own/consents/${response.waveKind}`} autocomplete="off">
      <fieldset>
        <legend>{texts.consents}</legend>
        {response.statements.map((statement) => (
          <label>
            <input
              type="checkbox"
              name={statementField(statement.key)}
              value="yes"
              checked={response.consents[statement.key] === true}
            />
            <span>{inLanguage(statement.text, language)}</span>
          </label>
        ))}
        <button type="submit" class="quiet">
          {texts.saveConsents}
        </button>
      </fieldset>
    </form>
  );
}

function Rights({ props }: { props: OwnPageProps }) {
  const texts = ownAnswersTexts[props.frame.language];
  const { erase } = texts;
  return (
    <>
      <p>
        <a class="button quiet" href="/a/own/answers.json" download>
          {texts.download}
        </a>
      </p>
      <p>
        <a class="button quiet" href="/a/own/answers.pdf" download>
          {texts.downloadPdf}
        </a>
      </p>
      <form method="post" action="/a/own/erasure" novalidate autocomplete="off">
        <fieldset>
          <legend>{erase.title}</legend>
          <p>{erase.lead}</p>
          {props.mustConfirm ? (
            <p class="mistake" id="confirm-mistake" role="alert">
              {erase.mustConfirm}
            </p>
          ) : null}
          <label>
            <input
              type="checkbox"
              name="_confirm"
              value="yes"
              aria-describedby={props.mustConfirm ? "confirm-mistake" : undefined}
            />
            <span>{erase.confirm}</span>
          </label>
          <button type="submit" class="quiet wrong">
            {erase.button}
          </button>
        </fieldset>
      </form>
    </>
  );
}

export function erasedPage({ frame }: { frame: AnsweringFrame }): string {
  const { erase } = ownAnswersTexts[frame.language];
  return wholePage(
    <AnsweringPage frame={{ ...frame, title: erase.done, isStarted: true }}>
      <h1>{erase.done}</h1>
      <p>{erase.doneLead}</p>
    </AnsweringPage>,
  );
}
