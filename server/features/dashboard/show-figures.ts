import type { Db } from "../../../db/connect.ts";
import { otherAnswerFigures, scaleDetailFigures } from "../../../web/figures/answer-figures.ts";
import type { Figure } from "../../../web/figures/figure.ts";
import { qualityFigures } from "../../../web/figures/quality-figures.ts";
import {
  expertOf,
  gainOf,
  localityOf,
  type Results,
  titledScales,
} from "../../../web/figures/results.ts";
import { answersPage } from "../../../web/pages/dashboard/answers-page.tsx";
import { figuresPage } from "../../../web/pages/dashboard/figures-page.tsx";
import { answerTexts } from "../../../web/texts/answers.ts";
import { qualityTexts } from "../../../web/texts/quality.ts";
import { Problem } from "../../domain/problem.ts";
import type { Language } from "../../domain/text.ts";
import { loadNotes } from "./load-notes.ts";
import { loadResults } from "./load-results.ts";
import { type PageInput, wantedBy } from "./show-overview.ts";

interface Shown {
  title: string;
  path: string;
  figures: Figure[];
  /** For readers who know statistics; closed until asked for. */
  expert?: Figure;
}

/** One scale of the newest release, locality by locality. A scale that was not released is not found. */
export async function showScale(db: Db, input: PageInput, scaleKey: string): Promise<string> {
  return await showFigure(db, input, (results, language) => {
    const figure = gainOf(results, scaleKey, language);
    const named = scalesOf(results, language).find(({ key }) => key === scaleKey);
    if (!figure) return undefined;
    const expert = expertOf(results, scaleKey, language);
    const figures = [figure, ...scaleDetailFigures(results, scaleKey, language)];
    return { figures, expert, title: named?.title ?? scaleKey, path: scaleKey };
  });
}

/** One locality in the newest release, scale by scale. */
export async function showLocality(db: Db, input: PageInput, key: string): Promise<string> {
  return await showFigure(db, input, (results, language) => {
    const figure = localityOf(results, key, language);
    const title = results.localities.find((one) => one.key === key)?.nominative ?? key;
    return figure && { figures: [figure], title, path: `localities/${key}` };
  });
}

/** Answers of the newest release that belong to no scale. */
export async function showAnswers(db: Db, input: PageInput): Promise<string> {
  const loaded = await loadResults(db, wantedBy(input));
  if (!loaded) throw new Problem("not-found");
  const figures = otherAnswerFigures(loaded.results, input.language);
  const texts = answerTexts[input.language];
  return answersPage({
    ...input,
    title: texts.pageTitle,
    lead: figures.length > 0 ? texts.pageLead : texts.nothing,
    path: "results/answers",
    figures,
    notes: await loadNotes(db, input),
  });
}

/** What the newest release rests on: who answered, who left, how far the scales hold together. */
export async function showQuality(db: Db, input: PageInput): Promise<string> {
  const loaded = await loadResults(db, wantedBy(input));
  if (!loaded) throw new Problem("not-found");
  const texts = qualityTexts[input.language];
  return answersPage({
    ...input,
    title: texts.pageTitle,
    lead: texts.pageLead,
    path: "results/quality",
    figures: qualityFigures(loaded.results, input.language),
    notes: await loadNotes(db, input),
  });
}

async function showFigure(
  db: Db,
  input: PageInput,
  find: (results: Results, language: Language) => Shown | undefined,
): Promise<string> {
  const loaded = await loadResults(db, wantedBy(input));
  const shown = loaded && find(loaded.results, input.language);
  if (!shown) throw new Problem("not-found");
  const { results } = loaded;
  const notes = await loadNotes(db, input);
  return figuresPage({
    ...input,
    title: shown.title,
    path: shown.path,
    figures: shown.figures,
    expert: shown.expert,
    notes,
    scales: scalesOf(results, input.language),
    localities: results.localities,
  });
}

function scalesOf(results: Results, language: Language): { key: string; title: string }[] {
  return titledScales(results, language).map(({ scale, title }) => ({ key: scale.key, title }));
}
