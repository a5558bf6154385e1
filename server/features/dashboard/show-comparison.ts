import type { Db } from "../../../db/connect.ts";
import { listProgrammesOf, type Programme } from "../../../db/queries/programmes.ts";
import { listReleases } from "../../../db/queries/releases.ts";
import { compareProgrammesFigure } from "../../../web/figures/compare-programmes.ts";
import type { Figure } from "../../../web/figures/figure.ts";
import { titledScales } from "../../../web/figures/results.ts";
import { comparePage } from "../../../web/pages/dashboard/compare-page.tsx";
import { compareScale } from "../../domain/comparison/comparable-scales.ts";
import { Problem } from "../../domain/problem.ts";
import type { StaffRole } from "../../domain/words.ts";
import { type LoadedResults, loadResults } from "./load-results.ts";
import type { PageInput } from "./show-overview.ts";

interface Comparing {
  staffId: string;
  /** Roles with which a programme's results may be read. */
  readers: readonly StaffRole[];
  /** The other programme's slug; without it, only the choice is shown. */
  slug: string | undefined;
}

/** A programme beside another of the same reader's. One that they may not read is not found. */
export async function showComparison(
  db: Db,
  input: PageInput,
  { staffId, readers, slug }: Comparing,
): Promise<string> {
  const choices = await listChoices(db, { staffId, readers, except: input.programme.id });
  const chosen = choices.find((choice) => choice.slug === slug);
  if (slug !== undefined && !chosen) throw new Problem("not-found");
  const one = await loadResults(db, input.programme.id);
  if (!one) throw new Problem("not-found");
  const other = chosen && (await loadResults(db, chosen.id));
  const page = { ...input, choices };
  if (!chosen || !other) return comparePage({ ...page, chosen: undefined });
  const figure = figureOf(one, other, input.language);
  // Invented numbers of either programme make the page a demonstration.
  const kind = chosen.kind === "real" ? input.programme.kind : chosen.kind;
  const programme = { ...input.programme, kind };
  return comparePage({
    ...page,
    programme,
    chosen: { slug: chosen.slug, title: chosen.title, figure },
  });
}

async function listChoices(
  db: Db,
  { staffId, readers, except }: { staffId: string; readers: readonly StaffRole[]; except: string },
): Promise<Programme[]> {
  const programmes = await listProgrammesOf(db, staffId);
  const choices: Programme[] = [];
  for (const programme of programmes) {
    const mayRead = programme.roles.some((role) => readers.includes(role));
    if (!mayRead || programme.id === except) continue;
    if ((await listReleases(db, programme.id)).length > 0) choices.push(programme);
  }
  return choices;
}

function figureOf(
  one: LoadedResults,
  other: LoadedResults,
  language: PageInput["language"],
): Figure {
  const questionnaires = {
    one: one.questionnaire.document,
    other: other.questionnaire.document,
    equivalent: {},
  };
  const scales = titledScales(one.results, language).map(({ scale, title }) => ({
    key: scale.key,
    title,
    comparability: compareScale(scale.key, questionnaires),
  }));
  return compareProgrammesFigure({
    scales,
    one: one.release.figures,
    other: other.release.figures,
    language,
  });
}
