import type { Part } from "../../../server/domain/questionnaire/parts.ts";
import { inLanguage } from "../../../server/domain/text.ts";
import { questionnaireTexts } from "../../texts/questionnaires.ts";
import { type FormState, textsOf } from "../answering/field.tsx";
import { type AnsweringFrame, AnsweringPage, wholePage } from "../answering/frame.tsx";
import { Items } from "../answering/items.tsx";
import { Introduction } from "../answering/notice.tsx";
import { Mistakes } from "../answering/part.tsx";

export interface PreviewPartProps {
  frame: AnsweringFrame;
  state: FormState;
  parts: readonly Part[];
  /** Which part this is, from 0; after the last one comes the end. */
  at: number;
  action: string;
  /** Everything that was answered on other pages: the page carries it along, as nothing is stored. */
  carried: string;
  wave: Parameters<typeof Introduction>[0]["props"]["wave"];
}

/** One part as participants see it, with buttons that lead on to the next one and store nothing. */
export function previewPartPage(props: PreviewPartProps): string {
  const { frame, state, parts, at, action } = props;
  const part = parts[at];
  const texts = questionnaireTexts[state.language].preview;
  const title = part ? inLanguage(part.section.title, state.language) : texts.end;
  return wholePage(
    <AnsweringPage frame={{ ...frame, title, hasMistakes: state.mistakes.length > 0 }}>
      <p class="note">{texts.notStored}</p>
      {part ? <Mistakes state={state} items={part.items} /> : null}
      {part ? <Progress props={props} /> : null}
      {at === 0 ? (
        <Introduction
          props={{
            language: state.language,
            wave: props.wave,
            notice: { text: {}, statements: [] },
            ticked: new Set(),
            missing: [],
          }}
        />
      ) : null}
      <h1>{title}</h1>
      {part?.section.stem ? (
        <p class="stem">{inLanguage(part.section.stem, state.language)}</p>
      ) : null}
      <form method="post" action={action} novalidate>
        <input type="hidden" name="_at" value={String(at)} />
        <input type="hidden" name="_carried" value={props.carried} />
        {part ? <Items state={state} items={part.items} /> : <p>{texts.endLead}</p>}
        <Buttons props={props} />
      </form>
    </AnsweringPage>,
  );
}

function Progress({ props: { state, parts, at } }: { props: PreviewPartProps }) {
  return (
    <div class="progress">
      <progress value={at + 1} max={parts.length} aria-hidden="true" />
      <p>{textsOf(state).progress(at + 1, parts.length)}</p>
    </div>
  );
}

function Buttons({ props: { state, parts, at } }: { props: PreviewPartProps }) {
  const { buttons } = textsOf(state);
  return (
    <div class="buttons">
      {at < parts.length ? (
        <button type="submit" name="_go" value="next">
          {buttons.next}
        </button>
      ) : null}
      {at > 0 ? (
        <button type="submit" class="quiet" name="_go" value="back">
          {buttons.back}
        </button>
      ) : null}
    </div>
  );
}
