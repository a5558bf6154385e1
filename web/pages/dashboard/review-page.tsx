import { inLanguage, type Language, type Text } from "../../../server/domain/text.ts";
import { quotationTexts } from "../../texts/quotations.ts";
import { themeTexts } from "../../texts/themes.ts";
import { document } from "../layout.tsx";
import { QuotationForm, QuotationMistake, type SentQuotation } from "./quotation-form.tsx";
import { ResultsFrame, type ResultsProps } from "./results-frame.tsx";

interface Theme {
  id: string;
  title: Text;
}

interface Answer {
  responseId: string;
  text: string;
  mayQuote: boolean;
  themeIds: readonly string[];
}

interface Props extends ResultsProps {
  item: { key: string; text: Text };
  /** Null until a reason has been given. */
  opened: OpenedAnswers | null;
  /** A quotation with a mistake, to be mended. */
  sent?: SentQuotation;
}

interface OpenedAnswers {
  themes: readonly Theme[];
  answers: readonly Answer[];
  /** Words chosen to be quoted, by response. */
  chosen: ReadonlyMap<string, string>;
  /** Whether enough people answered for anything to be quoted. */
  isQuotable: boolean;
}

/** The words of one open question, for the person responsible for the data, after a reason. */
export function reviewPage(props: Props): string {
  const { language, programme, item, opened } = props;
  const texts = themeTexts[language];
  const path = `open-answers/${item.key}`;
  return document(
    <ResultsFrame
      props={props}
      title={texts.reviewTitle}
      path={path}
      trail={[{ href: `/programmes/${programme.slug}/results/themes`, text: texts.title }]}
    >
      {props.sent ? <QuotationMistake sent={props.sent} language={language} /> : null}
      <p>
        <strong>{inLanguage(item.text, language)}</strong>
      </p>
      {opened ? (
        <Opened
          opened={opened}
          sent={props.sent}
          language={language}
          base={`/programmes/${programme.slug}/${path}`}
        />
      ) : (
        <ReasonForm language={language} base={`/programmes/${programme.slug}/${path}`} />
      )}
    </ResultsFrame>,
  );
}

interface PartProps {
  language: Language;
  /** Address of this page, to which the forms' own are added. */
  base: string;
}

function ReasonForm({ language, base }: PartProps) {
  const texts = themeTexts[language];
  return (
    <form method="post" action={`${base}/openings`} class="choice-form">
      <p>{texts.reasonLead}</p>
      <label for="reason">{texts.reason}</label>
      <input id="reason" name="reason" required minlength={5} maxlength={300} />
      <button type="submit">{texts.open}</button>
    </form>
  );
}

type OpenedProps = PartProps & { opened: OpenedAnswers; sent: SentQuotation | undefined };

function Opened({ opened, sent, language, base }: OpenedProps) {
  const texts = themeTexts[language];
  const { themes, answers, chosen, isQuotable } = opened;
  return (
    <>
      <form method="post" action={`${base}/themes`} class="choice-form">
        <label for="title">{texts.newTheme}</label>
        <input id="title" name="title" required maxlength={120} />
        <button type="submit">{texts.add}</button>
      </form>
      {themes.length > 1 ? <MergeForm themes={themes} language={language} base={base} /> : null}
      <p>{texts.answersLead}</p>
      {isQuotable ? null : <p>{quotationTexts[language].few}</p>}
      <ol class="open-answers">
        {answers.map((answer, index) => (
          <li id={`a${index + 1}`}>
            <p class="note-text">{answer.text}</p>
            <p class="soft">{answer.mayQuote ? texts.mayQuote : texts.mayNotQuote}</p>
            {themes.length > 0 ? (
              <MarkForm
                answer={answer}
                number={index + 1}
                themes={themes}
                language={language}
                base={base}
              />
            ) : null}
            {answer.mayQuote && isQuotable ? (
              <QuotationForm
                answer={answer}
                number={index + 1}
                chosen={chosen.get(answer.responseId)}
                sent={sent?.responseId === answer.responseId ? sent : undefined}
                language={language}
                base={base}
              />
            ) : null}
          </li>
        ))}
      </ol>
    </>
  );
}

function MarkForm({
  answer,
  number,
  themes,
  language,
  base,
}: PartProps & { answer: Answer; number: number; themes: readonly Theme[] }) {
  const texts = themeTexts[language];
  return (
    <form method="post" action={`${base}/marks`}>
      <input type="hidden" name="response" value={answer.responseId} />
      <input type="hidden" name="number" value={String(number)} />
      <fieldset class="marks">
        <legend class="visually-hidden">{`${texts.themes}: ${texts.answerNumber(number)}`}</legend>
        {themes.map(({ id, title }) => (
          <label>
            <input type="checkbox" name="theme" value={id} checked={answer.themeIds.includes(id)} />
            {inLanguage(title, language)}
          </label>
        ))}
      </fieldset>
      <button class="quiet" type="submit" aria-label={texts.saveNumber(number)}>
        {texts.save}
      </button>
    </form>
  );
}

function MergeForm({ themes, language, base }: PartProps & { themes: readonly Theme[] }) {
  const texts = themeTexts[language];
  return (
    <details>
      <summary>{texts.mergeTitle}</summary>
      <form method="post" action={`${base}/mergers`} class="choice-form">
        <label for="from">{texts.mergeFrom}</label>
        <ThemeChoice name="from" themes={themes} language={language} />
        <label for="into">{texts.mergeInto}</label>
        <ThemeChoice name="into" themes={themes} language={language} />
        <button class="quiet" type="submit">
          {texts.merge}
        </button>
      </form>
    </details>
  );
}

function ThemeChoice({
  name,
  themes,
  language,
}: {
  name: string;
  themes: readonly Theme[];
  language: Language;
}) {
  return (
    <select id={name} name={name}>
      {themes.map(({ id, title }) => (
        <option value={id}>{inLanguage(title, language)}</option>
      ))}
    </select>
  );
}
