import type { Db } from "../../../db/connect.ts";
import { findFigure } from "../../../web/figures/all-figures.ts";
import type { Figure } from "../../../web/figures/figure.ts";
import { siteTexts } from "../../../web/texts/site.ts";
import type { RenderDocument } from "../../documents/renderer.ts";
import { Problem } from "../../domain/problem.ts";
import { inLanguage, type Language, type Text } from "../../domain/text.ts";
import type { ProgrammeKind } from "../../domain/words.ts";
import { loadResults, type ResultsWanted } from "./load-results.ts";
import type { FigureFile } from "./write-figure.ts";

/** The chart of one figure of the newest release as an SVG file, with its title and, for invented data, the words that say so. */
export async function drawFigure(
  db: Db,
  render: RenderDocument,
  {
    programme,
    reach,
    shelves,
    figureKey,
    language,
  }: Pick<ResultsWanted, "reach" | "shelves"> & {
    programme: { id: string; slug: string; title: Text; kind: ProgrammeKind };
    figureKey: string;
    language: Language;
  },
): Promise<FigureFile> {
  const loaded = await loadResults(db, { programmeId: programme.id, reach, shelves });
  const figure = loaded && findFigure(loaded.results, figureKey, language);
  if (!figure) throw new Problem("not-found");
  return await drawChart(render, figure, { programme, language });
}

/** A figure's chart as a file; not found where it is a table alone. */
export async function drawChart(
  render: RenderDocument,
  figure: Figure,
  {
    programme,
    language,
  }: { programme: { slug: string; title: Text; kind: ProgrammeKind }; language: Language },
): Promise<FigureFile> {
  if (!figure.chart) throw new Problem("not-found");
  const mark = programme.kind === "real" ? [] : [siteTexts[language].demonstration];
  const heading = [figure.title, inLanguage(programme.title, language), ...mark];
  const content = await render({
    kind: "chart-svg",
    file: { chart: figure.chart, heading, language },
  });
  const name = `${mark.length > 0 ? "demo-" : ""}${programme.slug}-${figure.key}.svg`;
  return { name, content };
}
