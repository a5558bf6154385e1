import type { Db } from "../../../db/connect.ts";
import { listLocalityPlaces } from "../../../db/queries/locality-places.ts";
import {
  listLocalities,
  listWaveWindows,
  type Programme,
  type WaveWindow,
} from "../../../db/queries/programmes.ts";
import { answeringParts } from "../../../web/figures/answering-parts.ts";
import { resultCautions } from "../../../web/figures/cautions.ts";
import { mapMarks } from "../../../web/figures/locality-map.ts";
import { participationFigure } from "../../../web/figures/participation.ts";
import {
  beforeAfterOf,
  participationOf,
  type Results,
  titledScales,
} from "../../../web/figures/results.ts";
import { overviewPage } from "../../../web/pages/dashboard/overview-page.tsx";
import { waitingPage } from "../../../web/pages/dashboard/waiting-page.tsx";
import { dashboardTexts } from "../../../web/texts/dashboard.ts";
import { formatMoment, joinWords } from "../../../web/texts/numbers.ts";
import type { Language } from "../../domain/text.ts";
import type { StaffRole, WaveKind } from "../../domain/words.ts";
import { keepReached, type Reach } from "../../http/access.ts";
import { loadNotes } from "./load-notes.ts";
import {
  type LoadedResults,
  loadResults,
  type ResultsShelves,
  type ResultsWanted,
} from "./load-results.ts";
import { keepReachedProgress, type ReadProgress } from "./read-progress.ts";

export interface PageInput {
  language: Language;
  styleUrl: string;
  scriptUrl: string;
  programme: Programme;
  roles: readonly StaffRole[];
  /** The localities that the reader may see. */
  reach: Reach;
  shelves: ResultsShelves;
}

/** The newest release, as far as the reader of a page may see it. */
export function wantedBy({
  programme,
  reach,
  shelves,
}: Pick<PageInput, "programme" | "reach" | "shelves">): ResultsWanted {
  return { programmeId: programme.id, reach, shelves };
}

/** The overview of the newest release; while there is none, how far the answering is. */
export async function showOverview(
  db: Db,
  input: PageInput & { readProgress: ReadProgress },
): Promise<string> {
  const loaded = await loadResults(db, wantedBy(input));
  return loaded ? await overviewOf(db, loaded, input) : await waitingFor(db, input);
}

async function overviewOf(
  db: Db,
  { release, results }: LoadedResults,
  input: PageInput,
): Promise<string> {
  const { language, programme } = input;
  const moment = formatMoment(release.madeAt, language, programme.timeZone);
  return overviewPage({
    ...input,
    release: { number: release.number, moment },
    beforeAfter: beforeAfterOf(results, language),
    participation: participationOf(results, language),
    cautions: resultCautions(results, language),
    notes: await loadNotes(db, input),
    scales: titledScales(results, language).map(({ scale, title }) => ({ key: scale.key, title })),
    localities: results.localities,
    answering: answeringParts({
      participation: results.figures.participation,
      localities: results.localities,
    }),
    marks: await marksOf(db, results.localities, programme.id),
  });
}

async function marksOf(db: Db, localities: Results["localities"], programmeId: string) {
  const places = await listLocalityPlaces(db, programmeId);
  return mapMarks(
    localities.map(({ key, nominative }) => ({
      key,
      name: nominative,
      coordinates: places.find((place) => place.key === key) ?? null,
    })),
  );
}

async function waitingFor(
  db: Db,
  input: PageInput & { readProgress: ReadProgress },
): Promise<string> {
  const { language, programme } = input;
  const localities = keepReached(await listLocalities(db, programme.id), input);
  const progress = await input.readProgress(programme.id);
  const participation = keepReachedProgress(progress, { ...input, localities });
  const windows = await listWaveWindows(db, programme.id);
  return waitingPage({
    ...input,
    participation: participationFigure({ participation, localities, language }),
    open: openSentences(windows, { localities, language }),
  });
}

type Names = { key: string; nominative: string }[];

/** Which questionnaires must still close before there are results, and where. */
function openSentences(
  windows: readonly WaveWindow[],
  { localities, language }: { localities: Names; language: Language },
): string[] {
  const texts = dashboardTexts[language];
  const open = (kind: WaveKind) =>
    localities
      .filter(({ key }) =>
        windows.some((one) => one.kind === kind && one.localityKey === key && !one.closedAt),
      )
      .map(({ nominative }) => nominative);
  const [before, after] = [open("before"), open("after")];
  return [
    ...(before.length > 0 ? [texts.openBefore(joinWords(before, language))] : []),
    ...(after.length > 0 ? [texts.openAfter(joinWords(after, language))] : []),
  ];
}
