import {
  type OpeningGap,
  type StepGroup,
  type StepReport,
  stepGroups,
} from "../../../server/domain/setup/steps.ts";
import { setupTexts } from "../../texts/setup.ts";
import { document } from "../layout.tsx";
import { ProgrammePage } from "../programme-page.tsx";
import { type SetupFrame, setupPath } from "./frame.tsx";

interface OverviewProps {
  frame: SetupFrame;
  reports: readonly StepReport[];
  openingGaps: readonly OpeningGap[];
}

/** The whole path: how far each step is, and what is missing before a questionnaire can open. */
export function setupOverviewPage({ frame, reports, openingGaps }: OverviewProps): string {
  const { language, programme, styleUrl } = frame;
  const texts = setupTexts[language];
  return document(
    <ProgrammePage
      language={language}
      styleUrl={styleUrl}
      programme={programme}
      title={texts.title}
      place="setup"
    >
      <p>{texts.lead}</p>
      <section>
        <h2>{texts.opening.title}</h2>
        {openingGaps.length === 0 ? (
          <p class="notice-box">{texts.opening.ready}</p>
        ) : (
          <OpeningGaps frame={frame} gaps={openingGaps} />
        )}
      </section>
      <div class="setup-groups">
        {Object.entries(stepGroups).map(([group, steps]) => (
          <section>
            <h2>{texts.groups[group as StepGroup]}</h2>
            <ol class="setup-steps">
              {steps.map((step) => (
                <StepRow frame={frame} report={reports.find((one) => one.step === step)} />
              ))}
            </ol>
          </section>
        ))}
      </div>
    </ProgrammePage>,
  );
}

/** What keeps a questionnaire from opening, each leading to where it is mended. */
export function OpeningGaps({
  frame,
  gaps,
}: {
  frame: Pick<SetupFrame, "language" | "programme">;
  gaps: readonly OpeningGap[];
}) {
  const texts = setupTexts[frame.language];
  return (
    <div class="notice-box wrong">
      <p>{texts.opening.missing}</p>
      <ul>
        {gaps.map(({ step, gap }) => (
          <li>
            <a href={`/programmes/${frame.programme.slug}/setup/${step}`}>{texts.gaps[gap]}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function StepRow({ frame, report }: { frame: SetupFrame; report: StepReport | undefined }) {
  if (!report) return null;
  const texts = setupTexts[frame.language];
  const { step, state, gaps } = report;
  return (
    <li>
      <a href={setupPath(frame, step)}>{texts.steps[step].title}</a>
      <span class={`setup-state state-${state}`}>
        {texts.states[state]}
        {gaps.length > 0 ? `: ${gaps.map((gap) => texts.gaps[gap]).join(", ")}` : ""}
      </span>
    </li>
  );
}
