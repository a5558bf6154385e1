import {
  choicesOf,
  formatSelfMade,
  type SelfMadeKey,
  selfMadeElements,
  unknownElement,
} from "../../../server/domain/pairing/self-made-code.ts";
import { answeringTexts } from "../../texts/answering.ts";
import { type SelfMadeTexts, selfMadeTexts } from "../../texts/self-made.ts";
import { Kept, type KeptForm } from "./code.tsx";
import { type AnsweringFrame, AnsweringPage, MistakeSummary, wholePage } from "./frame.tsx";

/** Six questions with lists to choose from: everybody writes the same code the same way. */
export function selfMadePage({
  frame,
  chosen,
  missing,
  kept,
}: {
  frame: AnsweringFrame;
  chosen: (key: SelfMadeKey) => string | undefined;
  missing: readonly SelfMadeKey[];
  /** A form that waits until it is known whose it is. */
  kept?: KeptForm;
}): string {
  const texts = selfMadeTexts[frame.language];
  const hasMistakes = missing.length > 0;
  return wholePage(
    <AnsweringPage frame={{ ...frame, title: texts.title, path: "/k/own", hasMistakes }}>
      {hasMistakes ? (
        <MistakeSummary
          title={answeringTexts[frame.language].mistakes.title(missing.length)}
          entries={missing.map((key) => ({ href: `#${key}`, text: texts.elements[key] }))}
        />
      ) : null}
      <h1>{texts.title}</h1>
      <p class="stem">{kept ? texts.keptLead : texts.lead}</p>
      <p class="hint">{texts.letterHint}</p>
      <form method="post" action="/k/own" novalidate autocomplete="off">
        {kept ? <Kept kept={kept} /> : null}
        {selfMadeElements.map((element) => (
          <Element
            texts={texts}
            element={element}
            value={chosen(element.key)}
            isMissing={missing.includes(element.key)}
          />
        ))}
        <div class="buttons">
          <button type="submit">{texts.button}</button>
        </div>
      </form>
      {kept ? null : (
        <p>
          <a href="/k?card">{texts.haveCard}</a>
        </p>
      )}
    </AnsweringPage>,
  );
}

function Element({
  texts,
  element,
  value,
  isMissing,
}: {
  texts: SelfMadeTexts;
  element: (typeof selfMadeElements)[number];
  value: string | undefined;
  isMissing: boolean;
}) {
  const { key } = element;
  const words = (choice: string) =>
    key === "siblings" && choice === "3" ? texts.siblingsMost : choice;
  return (
    <div class="card">
      <label class="question" for={key}>
        {texts.elements[key]}
      </label>
      {isMissing ? (
        <p class="mistake" id={`${key}-mistake`}>
          {texts.missing}
        </p>
      ) : null}
      <select
        id={key}
        name={key}
        aria-invalid={isMissing ? "true" : undefined}
        aria-describedby={isMissing ? `${key}-mistake` : undefined}
      >
        <option value="">{texts.choose}</option>
        {choicesOf(element).map((choice) => (
          <option value={choice} selected={value === choice}>
            {words(choice)}
          </option>
        ))}
        <option value={unknownElement} selected={value === unknownElement}>
          {texts.unknown}
        </option>
      </select>
    </div>
  );
}

/** The code once more, to be noted: it stands nowhere else. */
export function madeCodePage({
  frame,
  values,
}: {
  frame: AnsweringFrame;
  values: readonly string[];
}): string {
  const texts = selfMadeTexts[frame.language];
  return wholePage(
    <AnsweringPage frame={{ ...frame, title: texts.madeTitle }}>
      <h1>{texts.madeTitle}</h1>
      <p class="code">{formatSelfMade(values)}</p>
      <p>{texts.madeLead}</p>
      <p class="buttons">
        <a class="button" href="/a">
          {texts.button}
        </a>
      </p>
    </AnsweringPage>,
  );
}
