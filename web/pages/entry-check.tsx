import type { Answer } from "../../server/domain/response/answers.ts";
import type { FormFields } from "../../server/domain/response/form-fields.ts";
import type { Difference } from "../../server/domain/response/second-entry.ts";
import { entryTexts } from "../texts/entry.ts";
import { answerInWords } from "./answering/answer-words.ts";
import { wordingOf } from "./entry-field.tsx";
import {
  codeOf,
  type SheetCard,
  SheetHeading,
  type SheetProps,
  sheetFrame,
} from "./entry-sheet.tsx";
import { document, Layout } from "./layout.tsx";

/** Where two keyings differ, and what was said about it so far. */
export interface ComparisonState {
  differences: readonly Difference[];
  /** The second keying, which travels with the form: it is stored nowhere. */
  keyed: FormFields;
  chosen?: ReadonlySet<string>;
  typedReason?: string;
  wrong?: { reason: boolean; choice: boolean };
}

interface PageProps extends SheetProps {
  card: SheetCard & {
    closedAt: Date | null;
    response: { status: "draft" | "submitted"; revision: number } | null;
  };
  state: ComparisonState;
}

/** The differences by number with both values; somebody looks at the paper and says which is right. */
export function differencesPage(props: PageProps): string {
  const { language, card, state } = props;
  const texts = entryTexts[language];
  const title = texts.differencesTitle(state.differences.length);
  const next = `/programmes/${props.programme.slug}/entry?wave=${card.kind}&purpose=check`;
  return document(
    <Layout frame={sheetFrame(props, title)}>
      <SheetHeading props={props} title={texts.checkTitle(codeOf(card))} />
      {state.wrong ? <Wrong props={props} /> : null}
      <h2>{title}</h2>
      {card.closedAt === null ? <Correction props={props} /> : <Closed props={props} />}
      <p>
        <a href={next}>{texts.another}</a>
      </p>
    </Layout>,
  );
}

interface PartProps {
  props: PageProps;
}

function Wrong({ props }: PartProps) {
  const texts = entryTexts[props.language];
  const { differences, wrong } = props.state;
  const firstKey = differences[0]?.item.key ?? "";
  return (
    <div class="notice-box wrong" role="alert">
      <ul>
        {wrong?.choice ? (
          <li>
            <a href={`#use-${firstKey}`}>{texts.choiceMissing}</a>
          </li>
        ) : null}
        {wrong?.reason ? (
          <li>
            <a href="#reason">{texts.reasonMissing}</a>
          </li>
        ) : null}
      </ul>
    </div>
  );
}

/** Looking is possible at any time; changing is not once results may be out. */
function Closed({ props }: PartProps) {
  const texts = entryTexts[props.language];
  return (
    <>
      <p class="notice-box">{texts.closedToCorrection}</p>
      <dl class="differences">
        {props.state.differences.map((difference) => (
          <>
            <dt>
              <Question props={props} difference={difference} />
            </dt>
            <dd>{`${texts.first}: ${words(props, difference, difference.stored)}`}</dd>
            <dd>{`${texts.second}: ${words(props, difference, difference.keyed)}`}</dd>
          </>
        ))}
      </dl>
    </>
  );
}

function Correction({ props }: PartProps) {
  const { programme, card, state } = props;
  const texts = entryTexts[props.language];
  const action = `/programmes/${programme.slug}/entry/${card.kind}/${card.accessCodeId}/correction`;
  const hidden = [...state.keyed].flatMap(([name, values]) => values.map((value) => [name, value]));
  return (
    <form class="fields differences" method="post" action={action}>
      <p>{texts.differencesLead}</p>
      <input type="hidden" name="_revision" value={String(card.response?.revision ?? 0)} />
      {hidden.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {state.differences.map((difference) => (
        <Choice props={props} difference={difference} />
      ))}
      <Reason props={props} />
      <button type="submit">{texts.correct}</button>
    </form>
  );
}

function Choice({ props, difference }: PartProps & { difference: Difference }) {
  const texts = entryTexts[props.language];
  const { key } = difference.item;
  const isSecond = props.state.chosen?.has(key) ?? false;
  const values = [
    ["first", texts.first, difference.stored],
    ["second", texts.second, difference.keyed],
  ] as const;
  return (
    <fieldset>
      <legend>
        <Question props={props} difference={difference} />
      </legend>
      {values.map(([value, label, answer]) => (
        <label class="tick">
          <input
            type="radio"
            id={value === "first" ? `use-${key}` : undefined}
            name={`_use.${key}`}
            value={value}
            checked={isSecond === (value === "second")}
          />
          <span>
            {`${label}: `}
            <b>{words(props, difference, answer)}</b>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Question({ props, difference }: PartProps & { difference: Difference }) {
  const { language, state } = props;
  const context = { language, document: props.document, keyed: state.keyed, mistakes: [] };
  return <>{`${difference.number}. ${wordingOf(context, difference.item)}`}</>;
}

function Reason({ props }: PartProps) {
  const texts = entryTexts[props.language];
  const isWrong = props.state.wrong?.reason ?? false;
  return (
    <p>
      <label for="reason">{texts.reason}</label>
      <span id="reason-hint" class="soft">
        {texts.reasonHint}
      </span>
      {isWrong ? (
        <span id="reason-mistake" class="mistake">
          {texts.reasonMissing}
        </span>
      ) : null}
      <input
        id="reason"
        name="_reason"
        class="words"
        maxlength={200}
        value={props.state.typedReason ?? ""}
        aria-invalid={isWrong ? "true" : undefined}
        aria-describedby={isWrong ? "reason-mistake reason-hint" : "reason-hint"}
      />
    </p>
  );
}

function words(props: PageProps, { item }: Difference, answer: Answer | undefined): string {
  const inWords = answer === undefined ? "" : answerInWords(props, item, answer);
  return inWords || entryTexts[props.language].noAnswer;
}
