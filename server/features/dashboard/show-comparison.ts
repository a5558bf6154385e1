import type { Db } from "../../../db/connect.ts";
import { listProgrammesOf, type Programme } from "../../../db/queries/programmes.ts";
import { listQuestionnaireVersions } from "../../../db/queries/questionnaires.ts";
import { listReleases } from "../../../db/queries/releases.ts";
import { compareProgrammesFigure } from "../../../web/figures/compare-programmes.ts";
import type { Figure } from "../../../web/figures/figure.ts";
import { titledScales } from "../../../web/figures/results.ts";
import { comparePage } from "../../../web/pages/dashboard/compare-page.tsx";
import { comparisonTexts } from "../../../web/texts/comparison.ts";
import { formatMoment } from "../../../web/texts/numbers.ts";
import { compareScale } from "../../domain/comparison/comparable-scales.ts";
import { partnersBetween } from "../../domain/comparison/equivalence.ts";
import { Problem } from "../../domain/problem.ts";
import { inLanguage, type Language } from "../../domain/text.ts";
import type { StaffRole } from "../../domain/words.ts";
import type { Reach } from "../../http/access.ts";
import { type LoadedResults, loadResults } from "./load-results.ts";
import { type PageInput, wantedBy } from "./show-overview.ts";

export interface Comparing {
  staffId: string;
  /** Roles with which a programme's results may be read. */
  readers: readonly StaffRole[];
  /** The other programme's slug, or an earlier release of this one; without it, only the choice is shown. */
  slug: string | undefined;
}

type ComparisonInput = Pick<PageInput, "programme" | "language" | "reach" | "shelves">;

/** Of what is set beside, no locality's row is needed. */
const nowhere: Reach = { isLimited: true, localityIds: [] };

/** Something to set beside the newest release of a programme. */
type Choice =
  | { value: string; title: string; programme: Programme }
  | { value: string; title: string; release: number };

/** A programme beside another of the same reader's, or beside an earlier release of its own. What they may not read is not found. */
export async function showComparison(
  db: Db,
  input: PageInput,
  comparing: Comparing,
): Promise<string> {
  const { choices, chosen, figure, kind } = await compare(db, input, comparing);
  const programme = { ...input.programme, kind };
  return comparePage({ ...input, programme, choices, chosen: chosen?.value, figure });
}

/** The compared figure alone, for its files, and whether any of it is invented; not found where nothing is compared. */
export async function findComparison(
  db: Db,
  input: ComparisonInput,
  comparing: Comparing,
): Promise<{ figure: Figure; kind: Programme["kind"] }> {
  const { figure, kind } = await compare(db, input, comparing);
  if (!figure) throw new Problem("not-found");
  return { figure, kind };
}

async function compare(db: Db, input: ComparisonInput, { staffId, readers, slug }: Comparing) {
  const choices = [
    ...(await listEarlier(db, input)),
    ...(await listOthers(db, { staffId, readers, input })),
  ];
  const chosen = choices.find(({ value }) => value === slug);
  if (slug !== undefined && !chosen) throw new Problem("not-found");
  const one = await loadResults(db, wantedBy(input));
  if (!one) throw new Problem("not-found");
  const figure = chosen && (await figureOf(db, one, { chosen, input }));
  // Invented numbers of either programme make the page a demonstration.
  const other = chosen && "programme" in chosen ? chosen.programme.kind : "real";
  const kind = other === "real" ? input.programme.kind : other;
  return { choices, chosen, figure, kind };
}

/** Earlier releases of the programme itself, newest first. */
async function listEarlier(db: Db, { programme, language }: ComparisonInput): Promise<Choice[]> {
  const [, ...earlier] = await listReleases(db, programme.id);
  return earlier.map(({ number, madeAt }) => {
    const moment = formatMoment(madeAt, language, programme.timeZone);
    const title = comparisonTexts[language].choice(number, moment);
    return { value: `release-${number}`, title, release: number };
  });
}

async function listOthers(
  db: Db,
  {
    staffId,
    readers,
    input,
  }: { staffId: string; readers: readonly StaffRole[]; input: ComparisonInput },
): Promise<Choice[]> {
  const choices: Choice[] = [];
  for (const programme of await listProgrammesOf(db, staffId)) {
    // Totals alone are compared, and these are shown to those as well whose role is for single localities.
    const held = [...programme.roles, ...programme.localRoles];
    const mayRead = held.some((role) => readers.includes(role));
    if (!mayRead || programme.id === input.programme.id) continue;
    if ((await listReleases(db, programme.id)).length === 0) continue;
    const title = inLanguage(programme.title, input.language);
    choices.push({ value: programme.slug, title, programme });
  }
  return choices;
}

async function figureOf(
  db: Db,
  one: LoadedResults,
  { chosen, input }: { chosen: Choice; input: ComparisonInput },
): Promise<Figure | undefined> {
  const { programme, language, shelves } = input;
  const [own, theirs] = [programme.id, "programme" in chosen ? chosen.programme.id : programme.id];
  const number = "release" in chosen ? chosen.release : undefined;
  const other = await loadResults(db, { programmeId: theirs, number, reach: nowhere, shelves });
  if (!other) return undefined;
  const equivalent = await equivalentBetween(db, { one, own, other, theirs });
  const scales = comparedScales(one, { other, equivalent, language });
  const releases =
    "release" in chosen ? ([one.release.number, chosen.release] as const) : undefined;
  const [figures, otherFigures] = [one.release.figures, other.release.figures];
  return compareProgrammesFigure({ scales, one: figures, other: otherFigures, releases, language });
}

function comparedScales(
  one: LoadedResults,
  {
    other,
    equivalent,
    language,
  }: { other: LoadedResults; equivalent: Record<string, string>; language: Language },
) {
  const documents = { one: one.questionnaire.document, other: other.questionnaire.document };
  return titledScales(one.results, language).map(({ scale, title }) => ({
    key: scale.key,
    title,
    comparability: compareScale(scale.key, { ...documents, equivalent }),
  }));
}

/**
 * What editors declared equivalent between the two questionnaires, where one programme published both: its own version,
 * and another that has the other programme's very words.
 */
async function equivalentBetween(
  db: Db,
  {
    one,
    own,
    other,
    theirs,
  }: { one: LoadedResults; own: string; other: LoadedResults; theirs: string },
): Promise<Record<string, string>> {
  for (const programmeId of new Set([own, theirs])) {
    const versions = await listQuestionnaireVersions(db, programmeId);
    const numberOf = ({ questionnaire }: LoadedResults) =>
      versions.find(({ contentHash }) => contentHash === questionnaire.contentHash)?.number;
    const [from, to] = [numberOf(one), numberOf(other)];
    if (from !== undefined && to !== undefined) return partnersBetween(versions, { from, to });
  }
  return {};
}
