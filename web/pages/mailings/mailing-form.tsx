import { placeholders } from "../../../server/domain/mailing/letter-text.ts";
import type { Language } from "../../../server/domain/text.ts";
import type { WaveKind } from "../../../server/domain/words.ts";
import { type LetterField, type MailingKind, mailingTexts } from "../../texts/mailings.ts";
import { MistakeSummary, SelectField, TextArea, TextField } from "../participants/fields.tsx";

/** A letter as it is typed. */
export type TypedMailing = Record<LetterField, string> & {
  kind: MailingKind;
  wave: string;
  locality: string;
  sendAt: string;
};

export type MailingField = LetterField | "wave" | "locality" | "sendAt";

export interface MailingFormProps {
  language: Language;
  path: string;
  typed: TypedMailing;
  waves: readonly WaveKind[];
  localities: readonly { key: string; nominative: string }[];
  /** Whether the letter may go to all of them at once. */
  isWhole: boolean;
  timeZone: string;
  mistakes: readonly { field: MailingField; text: string }[];
  preview: { subject: string; text: string } | undefined;
  told: { words: string; isWrong: boolean } | undefined;
  /** Enrolments chosen elsewhere; none where the letter goes to a locality or to all. */
  chosen: readonly string[];
}

/** A letter being written: looked at, tried on oneself, and sent. */
export function MailingForm(props: MailingFormProps) {
  const { language, typed, mistakes } = props;
  const texts = mailingTexts[language].form;
  const mistakeOf = (field: MailingField) => mistakes.find((one) => one.field === field)?.text;
  return (
    <section>
      <h2>{texts.kinds[typed.kind]}</h2>
      <MistakeSummary
        title={texts.mistakesTitle}
        mistakes={mistakes.map(({ field, text }) => ({ id: field, text }))}
      />
      {props.told ? (
        <p class={props.told.isWrong ? "notice-box wrong" : "notice-box"} role="status">
          {props.told.words}
        </p>
      ) : null}
      {props.preview ? <Preview language={language} preview={props.preview} /> : null}
      <form class="fields" method="post" action={props.path}>
        <input type="hidden" name="kind" value={typed.kind} />
        {props.chosen.map((id) => (
          <input type="hidden" name="enrolment" value={id} />
        ))}
        <SelectField
          id="wave"
          label={texts.wave}
          value={typed.wave}
          options={props.waves.map((kind) => ({ value: kind, label: texts.waves[kind] }))}
          mistake={mistakeOf("wave")}
        />
        {props.chosen.length > 0 ? (
          <p>{texts.chosen(props.chosen.length)}</p>
        ) : (
          <SelectField
            id="locality"
            label={texts.locality}
            value={typed.locality}
            options={[
              { value: "", label: props.isWhole ? texts.everywhere : texts.chooseLocality },
              ...props.localities.map(({ key, nominative }) => ({ value: key, label: nominative })),
            ]}
            mistake={mistakeOf("locality")}
          />
        )}
        <p>{texts.placeholders}</p>
        <dl class="facts">
          {placeholders.map((name) => (
            <>
              <dt>
                <code>{`{${name}}`}</code>
              </dt>
              <dd>{texts.placeholderMeanings[name]}</dd>
            </>
          ))}
        </dl>
        <Wording props={props} subject="subjectLt" body="bodyLt" />
        <p class="soft">{texts.english}</p>
        <Wording props={props} subject="subjectEn" body="bodyEn" />
        <SendAt props={props} mistake={mistakeOf("sendAt")} />
        <p class="actions">
          <button class="quiet" type="submit" name="action" value="preview">
            {texts.preview}
          </button>
          <button class="quiet" type="submit" name="action" value="test">
            {texts.test}
          </button>
          <button type="submit" name="action" value="send">
            {texts.send}
          </button>
        </p>
      </form>
    </section>
  );
}

function Wording(wording: { props: MailingFormProps; subject: LetterField; body: LetterField }) {
  const { props, subject, body } = wording;
  const texts = mailingTexts[props.language].form;
  const field = (name: LetterField) => ({
    id: name,
    label: texts.fields[name],
    value: props.typed[name],
    mistake: props.mistakes.find((one) => one.field === name)?.text,
  });
  return (
    <>
      <TextField {...field(subject)} size={60} />
      <TextArea {...field(body)} rows={11} />
    </>
  );
}

function SendAt({ props, mistake }: { props: MailingFormProps; mistake: string | undefined }) {
  const texts = mailingTexts[props.language].form;
  return (
    <p>
      <label for="sendAt">{texts.sendAt}</label>
      <span id="sendAt-hint" class="soft hint">
        {texts.sendAtHint(props.timeZone)}
      </span>
      <input
        id="sendAt"
        name="sendAt"
        type="datetime-local"
        value={props.typed.sendAt}
        aria-invalid={mistake ? "true" : undefined}
        aria-describedby={mistake ? "sendAt-mistake sendAt-hint" : "sendAt-hint"}
      />
      {mistake ? (
        <span id="sendAt-mistake" class="mistake">
          {mistake}
        </span>
      ) : null}
    </p>
  );
}

function Preview(props: { language: Language; preview: { subject: string; text: string } }) {
  const texts = mailingTexts[props.language].form;
  return (
    <section class="letter" aria-label={texts.previewTitle}>
      <h3>{texts.previewTitle}</h3>
      <p>
        <span class="soft">{texts.previewSubject}</span> <strong>{props.preview.subject}</strong>
      </p>
      <p class="letter-text">{props.preview.text}</p>
    </section>
  );
}
