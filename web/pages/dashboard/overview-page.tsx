import type { Figure } from "../../figures/figure.ts";
import { dashboardTexts } from "../../texts/dashboard.ts";
import { document } from "../layout.tsx";
import { FigureBlock } from "./figure-block.tsx";
import { Readings } from "./readings.tsx";
import { Live, ResultsFrame, type ResultsProps } from "./results-frame.tsx";
import { ResultsMenu, type ResultsMenuProps } from "./results-menu.tsx";

interface Props extends ResultsProps {
  release: { number: number; moment: string };
  beforeAfter: Figure;
  participation: Figure;
  cautions: readonly string[];
  /** In the order of the readings of `beforeAfter`. */
  scales: ResultsMenuProps["scales"];
  localities: ResultsMenuProps["localities"];
}

/** What changed over all participants, scale by scale, and what to be careful about. */
export function overviewPage(props: Props): string {
  const { language, programme, release } = props;
  const texts = dashboardTexts[language];
  const base = `/programmes/${programme.slug}/results`;
  return document(
    <ResultsFrame props={props} title={texts.results} path="results">
      <Live props={props} release={release.number} />
      <p class="soft">{texts.releasedAt(release.number, release.moment)}</p>
      <section aria-labelledby="in-brief">
        <h2 id="in-brief">{texts.inBrief}</h2>
        <p>{props.participation.summary}</p>
        <Readings
          readings={props.beforeAfter.readings}
          level={3}
          hasCoverage={false}
          linkOf={(index) => `${base}/${props.scales[index]?.key}`}
        />
      </section>
      <section class="notice-box" aria-labelledby="careful">
        <h2 id="careful">{texts.carefulTitle}</h2>
        <ul>
          {props.cautions.map((caution) => (
            <li>{caution}</li>
          ))}
        </ul>
      </section>
      <FigureBlock
        figure={props.beforeAfter}
        language={language}
        csvPath={`${base}.csv`}
        hasReadings={false}
      />
      <FigureBlock figure={props.participation} language={language} csvPath={`${base}.csv`} />
      <ResultsMenu
        language={language}
        base={base}
        scales={props.scales}
        localities={props.localities}
        current={base}
      />
    </ResultsFrame>,
  );
}
