import type { Child } from "hono/jsx";
import type { Language } from "../../../server/domain/text.ts";
import type { Figure } from "../../figures/figure.ts";
import { dashboardTexts } from "../../texts/dashboard.ts";
import { EvaluatorNotes, type PageNotes } from "./evaluator-notes.tsx";
import { FigureTableBox } from "./figure-table.tsx";
import { Readings } from "./readings.tsx";

interface Props {
  figure: Figure;
  language: Language;
  /** Address of the figure's files, without their ending and the figure's name. */
  filesPath?: string;
  /** What the address of its files needs besides, such as what it is compared with. */
  filesQuery?: Readonly<Record<string, string>>;
  notes?: PageNotes;
  hasReadings?: boolean;
  /** Whether the page around the figure already names its scale. */
  isNamed?: boolean;
  /** A drawing of the page's own, between the title and the table. */
  children?: Child;
}

/**
 * A figure with everything that tells it: chart, sentences, table, how to read it. The chart is drawn by the browser
 * into an empty box; without scripts the box takes no room, and nothing is lost that the table does not say.
 */
export function FigureBlock(props: Props) {
  const { figure, language, filesPath, filesQuery, notes } = props;
  const { hasReadings = true, isNamed, children } = props;
  const texts = dashboardTexts[language];
  const id = figure.key;
  const readings = hasReadings ? figure.readings : [];
  return (
    <section class="figure" id={id} aria-labelledby={`${id}-title`} data-figure={id}>
      <h2 id={`${id}-title`} data-title={figure.title}>
        {isNamed ? figure.shortTitle : figure.title}
      </h2>
      {figure.readings.length === 0 ? <p data-summary-text>{figure.summary}</p> : null}
      {figure.chart ? <ChartBox figure={figure} language={language} /> : null}
      {children}
      {readings.length > 0 ? (
        <>
          <h3>{texts.inWords}</h3>
          <Readings readings={readings} level={4} hasCoverage />
        </>
      ) : null}
      <FigureTableBox id={id} table={figure.table} />
      <Notes figure={figure} />
      <Method figure={figure} language={language} />
      {notes ? <EvaluatorNotes notes={notes} figureKey={id} language={language} /> : null}
      {filesPath ? <Actions {...{ figure, language, filesPath, filesQuery }} /> : null}
    </section>
  );
}

function ChartBox({ figure, language }: { figure: Figure; language: Language }) {
  const rows = figure.table.rows.length;
  return (
    <figure class="chart">
      <div
        class={`chart-box rows-${Math.min(rows, 12)}`}
        data-chart={JSON.stringify(figure.chart)}
        data-summary={figure.summary}
        data-hint={dashboardTexts[language].chartHint}
      />
      <figcaption>{figure.caption}</figcaption>
    </figure>
  );
}

function Notes({ figure }: { figure: Figure }) {
  const notes = figure.chart ? figure.notes : [figure.caption, ...figure.notes];
  if (notes.length === 0) return null;
  return (
    <ul class="notes">
      {notes.map((note) => (
        <li>{note}</li>
      ))}
    </ul>
  );
}

/** Beside every figure, closed: whoever asks how a number came about need not leave the page. */
function Method({ figure, language }: { figure: Figure; language: Language }) {
  const texts = dashboardTexts[language];
  const { what, formula, people, limits } = figure.method;
  return (
    <details class="method">
      <summary>{texts.method}</summary>
      <dl>
        <dt>{texts.methodWhat}</dt>
        <dd>{what}</dd>
        <dt>{texts.methodFormula}</dt>
        <dd>{formula}</dd>
        <dt>{texts.methodPeople}</dt>
        <dd>{people}</dd>
        <dt>{texts.methodLimits}</dt>
        <dd>{limits}</dd>
      </dl>
    </details>
  );
}

/** The file works everywhere; the browser adds buttons for what needs it, with these words. */
function Actions({
  figure,
  language,
  filesPath,
  filesQuery = {},
}: Required<Pick<Props, "figure" | "language" | "filesPath">> & Pick<Props, "filesQuery">) {
  const texts = dashboardTexts[language];
  const query = new URLSearchParams({ figure: figure.key, ...filesQuery, language }).toString();
  return (
    <div
      class="actions no-print"
      data-actions
      data-png={figure.chart ? texts.png : undefined}
      data-copy={texts.copyTable}
      data-copied={texts.copied}
      data-copy-failed={texts.copyFailed}
    >
      <a href={`${filesPath}.csv?${query}`} download>
        {texts.csv}
      </a>
      {figure.chart ? (
        <a href={`${filesPath}.svg?${query}`} download>
          {texts.svg}
        </a>
      ) : null}
    </div>
  );
}
