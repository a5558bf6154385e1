import { setupTexts } from "../../texts/setup.ts";
import { type SetupFrame, stepPage } from "./frame.tsx";

interface Props {
  frame: SetupFrame;
  versions: readonly { number: number; title: string }[];
}

/** What is published, and the way to where questionnaires are written. */
export function questionnaireStepPage({ frame, versions }: Props): string {
  const texts = setupTexts[frame.language].questionnaire;
  return stepPage({
    frame,
    step: "questionnaire",
    children: (
      <>
        {versions.length === 0 ? (
          <p>{texts.none}</p>
        ) : (
          <ul>
            {versions.map(({ number, title }) => (
              <li>{texts.published(number, title)}</li>
            ))}
          </ul>
        )}
        <p>
          <a class="button" href={`/programmes/${frame.programme.slug}/questionnaires`}>
            {texts.open}
          </a>
        </p>
      </>
    ),
  });
}
