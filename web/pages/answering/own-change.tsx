import type { OwnChange } from "../../../server/domain/response/own-change.ts";
import { inLanguage, type Language } from "../../../server/domain/text.ts";
import { ownAnswersTexts } from "../../texts/own-answers.ts";
import type { OwnChangeProps } from "./own.tsx";

/** One's own scores before and later, each in a sentence, with a small picture for who likes those. */
export function OwnChangeSection({
  language,
  props,
}: {
  language: Language;
  props: OwnChangeProps;
}) {
  const texts = ownAnswersTexts[language].change;
  return (
    <section class="card own">
      <h2>{texts.title}</h2>
      <p>{texts.lead(props.title)}</p>
      <dl>
        {props.changes.map((each) => (
          <>
            <dt>{inLanguage(each.scale.title, language)}</dt>
            <dd>
              {changeInWords(each, language)}
              <ChangePicture change={each} />
            </dd>
          </>
        ))}
      </dl>
      <p class="hint">{texts.caution}</p>
    </section>
  );
}

export function changeInWords({ change, before, after }: OwnChange, language: Language): string {
  return ownAnswersTexts[language].change.say[change](String(before), String(after));
}

/** From the empty circle (before) to the full one (later), on a line from 0 to 100. The sentence says the same. */
function ChangePicture({ change: { before, after } }: { change: OwnChange }) {
  return (
    <svg viewBox="0 0 112 12" width="100%" role="presentation" aria-hidden="true">
      <path d="M6 6H106M6 3V9M106 3V9" stroke="currentColor" stroke-opacity="0.35" fill="none" />
      <path d={`M${before + 6} 6H${after + 6}`} stroke="currentColor" stroke-width="2" />
      <circle cx={after + 6} cy="6" r="4" fill="currentColor" />
      <circle cx={before + 6} cy="6" r="3" fill="none" stroke="currentColor" stroke-width="1.5" />
    </svg>
  );
}
