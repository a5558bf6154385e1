import type { Language } from "../../../server/domain/text.ts";
import { quotationTexts } from "../../texts/quotations.ts";

/** A quotation as it was sent, when something was wrong with it. */
export interface SentQuotation {
  responseId: string;
  number: string;
  text: string;
  mistake: "empty" | "other-words";
}

interface Props {
  answer: { responseId: string; text: string };
  number: number;
  /** The words chosen so far. */
  chosen: string | undefined;
  sent: SentQuotation | undefined;
  language: Language;
  /** Address of the page, to which the form's own is added. */
  base: string;
}

/** Choosing what may be printed of one answer: the words as they are, or parts of them. */
export function QuotationForm({ answer, number, chosen, sent, language, base }: Props) {
  const texts = quotationTexts[language];
  const id = quotationFieldId(String(number));
  return (
    <>
      {chosen ? (
        <p class="quoted">
          <strong>{texts.chosen}</strong> <q>{chosen}</q>
        </p>
      ) : null}
      <details open={sent !== undefined}>
        <summary>{chosen ? texts.change : texts.choose}</summary>
        <form method="post" action={`${base}/quotations`} class="note-form">
          <input type="hidden" name="response" value={answer.responseId} />
          <input type="hidden" name="number" value={String(number)} />
          <label for={id}>{texts.words}</label>
          <p class="soft" id={`${id}-advice`}>
            {texts.advice}
          </p>
          {sent ? (
            <p class="field-mistake" id={`${id}-mistake`}>
              {texts.mistakes[sent.mistake]}
            </p>
          ) : null}
          <textarea
            id={id}
            name="text"
            rows={3}
            maxlength={10_000}
            aria-invalid={sent ? "true" : undefined}
            aria-describedby={sent ? `${id}-mistake ${id}-advice` : `${id}-advice`}
          >
            {sent?.text ?? chosen ?? answer.text}
          </textarea>
          <p class="form-buttons">
            <button type="submit" name="verb" value="choose" aria-label={texts.saveNumber(number)}>
              {texts.save}
            </button>
            {chosen ? (
              <button
                class="quiet"
                type="submit"
                name="verb"
                value="withdraw"
                aria-label={texts.withdrawNumber(number)}
              >
                {texts.withdraw}
              </button>
            ) : null}
          </p>
        </form>
      </details>
    </>
  );
}

/** What was wrong, at the top of the page, leading to the field. */
export function QuotationMistake({ sent, language }: { sent: SentQuotation; language: Language }) {
  const texts = quotationTexts[language];
  return (
    <section class="notice-box" role="alert" aria-labelledby="quotation-mistake">
      <h2 id="quotation-mistake">{texts.mistakeTitle}</h2>
      <p>
        <a href={`#${quotationFieldId(sent.number)}`}>{texts.mistakes[sent.mistake]}</a>
      </p>
    </section>
  );
}

function quotationFieldId(number: string): string {
  return `quotation-${number}`;
}
