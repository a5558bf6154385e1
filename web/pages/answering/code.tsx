import { answeringTexts } from "../../texts/answering.ts";
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
  withoutCard?: "draw" | "ask";
}

export function codePage({ frame, typed, mistake, locality, withoutCard }: CodePageProps): string {
  const texts = answeringTexts[frame.language].code;
  const { title } = texts;
  const wrong = mistake ? texts[mistake] : undefined;
  return wholePage(
    <AnsweringPage frame={{ ...frame, title, path: "/k", hasMistakes: wrong !== undefined }}>
      {wrong ? (
        <MistakeSummary title={texts.check} entries={[{ href: "#code", text: wrong }]} />
      ) : null}
      <h1>{title}</h1>
      <p class="stem">{texts.lead(locality)}</p>
      <form id={formId} method="post" action="/k" novalidate>
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

function WithoutCard({ frame, way }: { frame: AnsweringFrame; way: "draw" | "ask" }) {
  const texts = answeringTexts[frame.language].code;
  return (
    <section class="aside" aria-labelledby="no-card">
      <h2 id="no-card">{texts.noCard}</h2>
      {way === "ask" ? (
        <p>{texts.askOrganiser}</p>
      ) : (
        <form method="post" action="/k/code">
          <p>{texts.drawLead}</p>
          <button type="submit" class="quiet">
            {texts.draw}
          </button>
        </form>
      )}
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
