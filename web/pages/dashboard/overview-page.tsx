import type { Language } from "../../../server/domain/text.ts";
import type { AnsweringParts } from "../../figures/answering-parts.ts";
import type { Figure } from "../../figures/figure.ts";
import type { MapMark } from "../../figures/locality-map.ts";
import { answerTexts } from "../../texts/answers.ts";
import { apiTexts } from "../../texts/api.ts";
import { comparisonTexts } from "../../texts/comparison.ts";
import { dashboardTexts } from "../../texts/dashboard.ts";
import { noteTexts } from "../../texts/notes.ts";
import { qualityTexts } from "../../texts/quality.ts";
import { themeTexts } from "../../texts/themes.ts";
import { document } from "../layout.tsx";
import { AnsweringBars } from "./answering-bars.tsx";
import { EvaluatorNotes, type PageNotes } from "./evaluator-notes.tsx";
import { FigureBlock } from "./figure-block.tsx";
import { LocalityMap } from "./locality-map.tsx";
import { Readings } from "./readings.tsx";
import { Live, ResultsFrame, type ResultsProps } from "./results-frame.tsx";
import { ResultsMenu, type ResultsMenuProps } from "./results-menu.tsx";

interface Props extends ResultsProps {
  release: { number: number; moment: string };
  beforeAfter: Figure;
  participation: Figure;
  cautions: readonly string[];
  notes: PageNotes;
  /** In the order of the readings of `beforeAfter`. */
  scales: ResultsMenuProps["scales"];
  marks: readonly MapMark[];
  answering: readonly AnsweringParts[];
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
      <MoreResults language={language} base={base} slug={programme.slug} />
      <FigureBlock
        figure={props.beforeAfter}
        language={language}
        filesPath={base}
        notes={props.notes}
        hasReadings={false}
      />
      <FigureBlock
        figure={props.participation}
        language={language}
        filesPath={base}
        notes={props.notes}
      >
        <AnsweringBars parts={props.answering} language={language} />
      </FigureBlock>
      <LocalityMap language={language} marks={props.marks} base={base} />
      <WholeNotes notes={props.notes} language={language} />
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

/** What is not on this page, within reach of whoever looks for it. */
function MoreResults({ language, base, slug }: { language: Language; base: string; slug: string }) {
  const links = [
    { href: `${base}/answers`, text: answerTexts[language].pageTitle },
    { href: `${base}/quality`, text: qualityTexts[language].pageTitle },
    { href: `${base}/themes`, text: themeTexts[language].title },
    { href: `${base}/compare`, text: comparisonTexts[language].title },
    { href: `/programmes/${slug}/api`, text: apiTexts[language].title },
  ];
  return (
    <nav class="scale-menu no-print" aria-labelledby="more-results">
      <h2 id="more-results">{dashboardTexts[language].more}</h2>
      <ul>
        {links.map(({ href, text }) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function WholeNotes({ notes, language }: { notes: PageNotes; language: Language }) {
  if (notes.versions.every((note) => note.figureKey !== "whole") && notes.action === null) {
    return null;
  }
  return (
    <section class="figure" id="whole" aria-labelledby="whole-title">
      <h2 id="whole-title">{noteTexts[language].wholeTitle}</h2>
      <EvaluatorNotes notes={notes} figureKey="whole" language={language} />
    </section>
  );
}
