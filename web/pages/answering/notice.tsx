import type { QuestionnaireDocument } from "../../../server/domain/questionnaire/document.ts";
import { inLanguage, type Language, type Text } from "../../../server/domain/text.ts";
import type { NoticeStatement, WaveKind } from "../../../server/domain/words.ts";
import { type AnsweringTexts, answeringTexts } from "../../texts/answering.ts";
import { type AnsweringFrame, AnsweringPage, formId, MistakeSummary, wholePage } from "./frame.tsx";

/** What stands before the first question: what this is, what happens to the answers, what is agreed to. */
export interface NoticeProps {
  language: Language;
  wave: QuestionnaireDocument["waves"][WaveKind];
  notice: { text: Text; statements: readonly NoticeStatement[] };
  /** Keys of statements that were ticked; nothing is ever ticked beforehand. */
  ticked: ReadonlySet<string>;
  /** Keys of statements that have to be ticked and were not. */
  missing: readonly string[];
}

export function statementField(key: string): string {
  return `_statement.${key}`;
}

export function noticePage({
  frame,
  props,
}: {
  frame: AnsweringFrame;
  props: NoticeProps;
}): string {
  const texts = answeringTexts[props.language];
  const title = inLanguage(props.wave?.title ?? {}, props.language);
  const whole = { ...frame, title, formId, isStarted: true, hasMistakes: props.missing.length > 0 };
  return wholePage(
    <AnsweringPage frame={whole}>
      <StatementMistakes props={props} />
      <h1>{title}</h1>
      <Introduction props={props} />
      <NoticeBefore props={props} />
      <form id={formId} method="post" action="/a" novalidate autocomplete="off">
        <Statements props={props} />
        <div class="buttons">
          <button type="submit" name="_go" value="next">
            {texts.buttons.start}
          </button>
          <a class="plain" href="/a/all">
            {texts.notice.onePage}
          </a>
        </div>
      </form>
    </AnsweringPage>,
  );
}

export function Introduction({ props }: { props: NoticeProps }) {
  const { wave, language } = props;
  return (
    <>
      {wave?.introduction ? <p class="stem">{inLanguage(wave.introduction, language)}</p> : null}
      {wave?.minutes ? <p>{answeringTexts[language].notice.minutes(wave.minutes)}</p> : null}
    </>
  );
}

/** The notice in full, each paragraph led by its own first words. */
export function NoticeText({
  title,
  text,
  language,
}: {
  title: string;
  text: Text;
  language: Language;
}) {
  return (
    <section class="notice" aria-labelledby="notice-title">
      <h2 id="notice-title">{title}</h2>
      {inLanguage(text, language)
        .split("\n")
        .map((paragraph) => {
          const lead = /^.{3,60}?[.?!:](?=\s)/u.exec(paragraph)?.[0] ?? "";
          return (
            <p>
              {lead ? <strong>{lead}</strong> : null}
              {paragraph.slice(lead.length)}
            </p>
          );
        })}
    </section>
  );
}

/** The notice as it stands before the first question. */
export function NoticeBefore({ props }: { props: NoticeProps }) {
  const { heading } = answeringTexts[props.language].notice;
  return <NoticeText title={heading} text={props.notice.text} language={props.language} />;
}

export function Statements({ props }: { props: NoticeProps }) {
  const texts = answeringTexts[props.language].notice;
  const needed = props.notice.statements.filter((statement) => statement.isRequired);
  const optional = props.notice.statements.filter((statement) => !statement.isRequired);
  return (
    <>
      {needed.map((statement) => (
        <div class="card">
          <Statement props={props} statement={statement} texts={texts} />
        </div>
      ))}
      {optional.length > 0 ? (
        <fieldset>
          <legend>{texts.optional}</legend>
          <p class="hint">{texts.optionalHint}</p>
          {optional.map((statement) => (
            <Statement props={props} statement={statement} texts={texts} />
          ))}
        </fieldset>
      ) : null}
    </>
  );
}

function Statement({
  props,
  statement,
  texts,
}: {
  props: NoticeProps;
  statement: NoticeStatement;
  texts: AnsweringTexts["notice"];
}) {
  const field = statementField(statement.key);
  const isMissing = props.missing.includes(statement.key);
  return (
    <>
      <label>
        <input
          type="checkbox"
          id={field}
          name={field}
          value="yes"
          checked={props.ticked.has(statement.key)}
          aria-invalid={isMissing ? "true" : undefined}
          aria-describedby={isMissing ? `${field}-mistake` : undefined}
        />
        <span>{inLanguage(statement.text, props.language)}</span>
      </label>
      {isMissing ? (
        <p class="mistake" id={`${field}-mistake`}>
          {texts.mustAgree}
        </p>
      ) : null}
    </>
  );
}

export function StatementMistakes({ props }: { props: NoticeProps }) {
  if (props.missing.length === 0) return null;
  const texts = answeringTexts[props.language];
  const entries = props.missing.map((key) => ({
    href: `#${statementField(key)}`,
    text: texts.notice.mustAgree,
  }));
  return <MistakeSummary title={texts.mistakes.title(entries.length)} entries={entries} />;
}
