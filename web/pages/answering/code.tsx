import { answeringTexts } from "../../texts/answering.ts";
import { selfMadeTexts } from "../../texts/self-made.ts";
import { type AnsweringFrame, AnsweringPage, formId, MistakeSummary, wholePage } from "./frame.tsx";

export type CodeMistake = "mistyped" | "unknown" | "tooManyTries";

/** Where a code is typed in. What was typed stays in the field; pasting and password managers are welcome. */
export interface CodePageProps {
  frame: AnsweringFrame;
  typed: string;
  mistake?: CodeMistake;
  /** The locality whose link was scanned from a wall. */
  locality?: string;
  /** How somebody without a card gets on; absent where no locality is known. */
  withoutCard?: "draw" | "make" | "ask";
  /** A form that could not be taken for want of a code; it waits until there is one. */
  kept?: KeptForm;
}

export interface KeptForm {
  path: string;
  fields: readonly (readonly [name: string, values: readonly string[]])[];
}

export function codePage({
  frame,
  typed,
  mistake,
  locality,
  withoutCard,
  kept,
}: CodePageProps): string {
  const texts = answeringTexts[frame.language].code;
  const { title } = texts;
  const wrong = mistake ? texts[mistake] : undefined;
  return wholePage(
    <AnsweringPage frame={{ ...frame, title, path: "/k", hasMistakes: wrong !== undefined }}>
      {wrong ? (
        <MistakeSummary title={texts.check} entries={[{ href: "#code", text: wrong }]} />
      ) : null}
      <h1>{title}</h1>
      <p class="stem">{kept ? texts.keptLead : texts.lead(locality)}</p>
      <form id={formId} method="post" action="/k" novalidate>
        {kept ? <Kept kept={kept} /> : null}
        <div class="card">
          <label class="question" for="code">
            {texts.label}
          </label>
          <p class="hint" id="code-hint">
            {texts.hint}
          </p>
          {wrong ? (
            <p class="mistake" id="code-mistake">
              {wrong}
            </p>
          ) : null}
          <input
            class="code"
            type="text"
            id="code"
            name="code"
            value={typed}
            aria-describedby={wrong ? "code-hint code-mistake" : "code-hint"}
            aria-invalid={wrong ? "true" : undefined}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxlength={40}
          />
        </div>
        <div class="buttons">
          <button type="submit">{answeringTexts[frame.language].buttons.open}</button>
        </div>
      </form>
      {withoutCard ? <WithoutCard frame={frame} way={withoutCard} /> : null}
    </AnsweringPage>,
  );
}

/** Carries a waiting form along while its sender says who they are. */
export function Kept({ kept }: { kept: KeptForm }) {
  const entries = kept.fields.flatMap(([name, values]) => values.map((value) => [name, value]));
  return (
    <>
      <input type="hidden" name="_path" value={kept.path} />
      <input type="hidden" name="_body" value={String(new URLSearchParams(entries))} />
    </>
  );
}

/** The code was right: the waiting form is sent by its own button, as a page alone may not send it. */
export function resendPage({ frame, kept }: { frame: AnsweringFrame; kept: KeptForm }): string {
  const { code: texts, buttons } = answeringTexts[frame.language];
  return wholePage(
    <AnsweringPage frame={{ ...frame, title: texts.resendTitle }}>
      <h1>{texts.resendTitle}</h1>
      <p class="stem">{texts.resendLead}</p>
      <form method="post" action={kept.path}>
        {kept.fields.flatMap(([name, values]) =>
          values.map((value) => <input type="hidden" name={name} value={value} />),
        )}
        <div class="buttons">
          <button type="submit">{buttons.next}</button>
        </div>
      </form>
    </AnsweringPage>,
  );
}

function WithoutCard({ frame, way }: { frame: AnsweringFrame; way: "draw" | "make" | "ask" }) {
  const texts = answeringTexts[frame.language].code;
  return (
    <section class="aside" aria-labelledby="no-card">
      <h2 id="no-card">{texts.noCard}</h2>
      {way === "ask" ? <p>{texts.askOrganiser}</p> : null}
      {way === "make" ? (
        <a class="button quiet" href="/k/own">
          {selfMadeTexts[frame.language].link}
        </a>
      ) : null}
      {way === "draw" ? (
        <form method="post" action="/k/code">
          <p>{texts.drawLead}</p>
          <button type="submit" class="quiet">
            {texts.draw}
          </button>
        </form>
      ) : null}
    </section>
  );
}

/** The code that was drawn for somebody without a card, large enough to be photographed. */
export function drawnCodePage({ frame, code }: { frame: AnsweringFrame; code: string }): string {
  const { code: texts, buttons } = answeringTexts[frame.language];
  return wholePage(
    <AnsweringPage frame={{ ...frame, title: texts.drawnTitle, path: "/a/code", isStarted: true }}>
      <h1>{texts.drawnTitle}</h1>
      <p class="stem">{texts.drawnLead}</p>
      <p class="code">{code}</p>
      <p>{texts.drawnNote}</p>
      <p class="buttons">
        <a class="button" href="/a">
          {buttons.next}
        </a>
      </p>
    </AnsweringPage>,
  );
}
