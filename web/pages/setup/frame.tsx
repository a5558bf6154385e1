import type { Child } from "hono/jsx";
import type { Step } from "../../../server/domain/setup/steps.ts";
import { stepGroups } from "../../../server/domain/setup/steps.ts";
import type { Language, Text } from "../../../server/domain/text.ts";
import type { ProgrammeKind } from "../../../server/domain/words.ts";
import { setupTexts } from "../../texts/setup.ts";
import { document } from "../layout.tsx";
import { ProgrammePage } from "../programme-page.tsx";

/** What every page of the path needs to know. */
export interface SetupFrame {
  language: Language;
  styleUrl: string;
  programme: { slug: string; title: Text; kind: ProgrammeKind };
}

export function setupPath({ programme }: SetupFrame, place = ""): string {
  return `/programmes/${programme.slug}/setup${place === "" ? "" : `/${place}`}`;
}

interface StepPageProps {
  frame: SetupFrame;
  step: Step;
  /** The rest of the address, where the page is below the step's own. */
  below?: string;
  children?: Child;
}

/** The frame of one step: what it is about, its own content, and the ways on. */
export function stepPage({ frame, step, below, children }: StepPageProps): string {
  const { language, programme, styleUrl } = frame;
  const texts = setupTexts[language];
  const place = below ? `setup/${step}/${below}` : `setup/${step}`;
  return document(
    <ProgrammePage
      language={language}
      styleUrl={styleUrl}
      programme={programme}
      title={texts.steps[step].title}
      place={place}
    >
      <p class="soft">{texts.steps[step].lead}</p>
      {below ? (
        <p>
          <a href={setupPath(frame, step)}>{texts.buttons.list}</a>
        </p>
      ) : null}
      {children}
      <WaysOn frame={frame} step={step} />
    </ProgrammePage>,
  );
}

function WaysOn({ frame, step }: { frame: SetupFrame; step: Step }) {
  const texts = setupTexts[frame.language];
  const steps = Object.values(stepGroups).flat();
  const next = steps[steps.indexOf(step) + 1];
  return (
    <nav class="setup-ways" aria-label={texts.title}>
      <a href={setupPath(frame)}>{texts.buttons.path}</a>
      {next ? (
        <a href={setupPath(frame, next)}>
          {`${texts.buttons.next}: ${texts.steps[next].title.toLocaleLowerCase(frame.language)}`}
        </a>
      ) : null}
    </nav>
  );
}
