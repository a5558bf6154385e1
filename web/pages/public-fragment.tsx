import type { Language } from "../../server/domain/text.ts";
import { publicResultsTexts } from "../texts/public-results.ts";
import { type PublicResults, wordsOf } from "./public-results.tsx";

/** The public results as a piece of HTML and as plain text, for the organisation's own site: no styles, no scripts. */
export function publicFragment(
  results: PublicResults,
  { language, address }: { language: Language; address: string },
): { html: string; text: string } {
  const texts = publicResultsTexts[language];
  const rows = results.figure.chart?.kind === "dumbbell" ? results.figure.chart.rows : [];
  const changes =
    results.pairs === 0 ? [] : rows.map((row) => `${row.label}: ${wordsOf(row, language)}`);
  const lead = results.pairs === 0 ? texts.noHeadline : texts.headlineLead(results.pairs);
  const about = results.about.join(" ");
  const html = (
    <section lang={language}>
      <h2>{results.title}</h2>
      <p>{about}</p>
      <p>{lead}</p>
      {changes.length > 0 ? (
        <ul>
          {changes.map((change) => (
            <li>{change}</li>
          ))}
        </ul>
      ) : null}
      <p>{texts.threshold}</p>
      <p>
        <a href={address}>{texts.resultsLink}</a>
      </p>
    </section>
  );
  const lines = [
    results.title,
    about,
    lead,
    ...changes.map((change) => `– ${change}`),
    texts.threshold,
  ];
  return {
    html: html.toString(),
    text: [...lines, `${texts.resultsLink}: ${address}`].join("\n"),
  };
}
