import type { DumbbellRow } from "../../server/domain/annex/chart.ts";
import type { Language } from "../../server/domain/text.ts";
import type { Figure } from "../figures/figure.ts";
import { formatNumber } from "../texts/numbers.ts";
import { publicResultsTexts } from "../texts/public-results.ts";
import { FigureTableBox } from "./dashboard/figure-table.tsx";
import { document, Layout } from "./layout.tsx";

/** Everything that the public is told, in the reader's language. */
export interface PublicResults {
  title: string;
  /** Sentences about the project with its counts. */
  about: readonly string[];
  goal: string;
  logos: readonly { mediaType: string; base64: string; alt: string }[];
  /** People whose answers are compared; 0 where there is nothing to tell. */
  pairs: number;
  /** Scale by scale, before and after. */
  figure: Figure;
  release: string;
  moreInfoUrl: string;
  isDemonstration: boolean;
}

interface PageProps {
  language: Language;
  styleUrl: string;
  path: string;
  results: PublicResults;
  /** Seen by an organiser before it is open. */
  isPreview: boolean;
}

/** A programme's main results for everybody: plain HTML that needs no script. */
export function publicResultsPage(props: PageProps): string {
  const { language, results, isPreview } = props;
  const texts = publicResultsTexts[language];
  const frame = {
    language,
    title: `${results.title} · ${texts.subtitle}`,
    description: texts.description(results.title),
    styleUrl: props.styleUrl,
    path: props.path,
    isSignedIn: false,
    isDemonstration: results.isDemonstration,
  };
  return document(
    <Layout frame={frame}>
      <article class="public-results">
        {isPreview ? <p class="notice-box">{texts.desk.previewNotice}</p> : null}
        <p class="soft">{texts.subtitle}</p>
        <h1>{results.title}</h1>
        <Headline results={results} language={language} />
        <h2>{texts.aboutTitle}</h2>
        {results.goal ? <p>{results.goal}</p> : null}
        <p>{results.about.join(" ")}</p>
        {results.logos.length > 0 ? (
          <p class="logo-row">
            {results.logos.map(({ mediaType, base64, alt }) => (
              <img src={`data:${mediaType};base64,${base64}`} alt={alt} />
            ))}
          </p>
        ) : null}
        {results.moreInfoUrl ? (
          <p>
            <a href={results.moreInfoUrl}>{texts.moreInfo}</a>
          </p>
        ) : null}
        <p class="soft">{results.release}</p>
      </article>
    </Layout>,
  );
}

function Headline({ results, language }: { results: PublicResults; language: Language }) {
  const texts = publicResultsTexts[language];
  const { figure, pairs } = results;
  if (pairs === 0) return <p class="notice-box">{texts.noHeadline}</p>;
  const rows = figure.chart?.kind === "dumbbell" ? figure.chart.rows : [];
  return (
    <>
      <h2>{texts.headline}</h2>
      <p>{texts.headlineLead(pairs)}</p>
      <ul class="public-changes">
        {rows.map((row) => (
          <li>
            <span>{row.label}</span>
            <strong>{wordsOf(row, language)}</strong>
            <Dumbbell row={row} />
          </li>
        ))}
      </ul>
      <details>
        <summary>{texts.tableTitle}</summary>
        <FigureTableBox id={figure.key} table={figure.table} />
      </details>
      <ul>
        {[...texts.notes, texts.threshold].map((note) => (
          <li>{note}</li>
        ))}
      </ul>
    </>
  );
}

/** "50 → 64 (+14)"; where the means are withheld the change alone, and where all is withheld, why. */
export function wordsOf({ before, after, details = [] }: DumbbellRow, language: Language): string {
  const texts = publicResultsTexts[language];
  const change = details[0] ?? "";
  if (before === null || after === null) {
    return /^[+−\d]/u.test(change) ? texts.changeOnly(change) : change;
  }
  const decimals = Number.isInteger(before) && Number.isInteger(after) ? 0 : 1;
  const [from, to] = [before, after].map((value) => formatNumber(value, language, decimals));
  return texts.beforeAfter(from!, to!, change);
}

/** From the hollow mark to the full one on a line from 0 to 100; the words beside it say the same. */
function Dumbbell({ row: { before, after } }: { row: DumbbellRow }) {
  if (before === null || after === null) return null;
  const at = (value: number) => `${2 + value * 0.96}%`;
  return (
    <svg class="dumbbell" width="100%" height="24" aria-hidden="true">
      <line class="axis" x1="2%" x2="98%" y1="12" y2="12" />
      <line class="span" x1={at(before)} x2={at(after)} y1="12" y2="12" />
      <circle class="before" cx={at(before)} cy="12" r="6" />
      <circle class="after" cx={at(after)} cy="12" r="7" />
    </svg>
  );
}
