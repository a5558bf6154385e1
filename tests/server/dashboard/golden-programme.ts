import { randomUUID } from "node:crypto";
import type { Db } from "../../../db/connect.ts";
import { insertResponses } from "../../../db/seed/responses.ts";
import type { Item, QuestionnaireDocument } from "../../../server/domain/questionnaire/document.ts";
import type { Answers } from "../../../server/domain/response/answers.ts";
import { closeWave } from "../../../server/features/programmes/close-wave.ts";
import { aDocument, agreement, anItem } from "../../domain/questionnaire/documents.ts";
import { reference } from "../../domain/statistics/reference.ts";
import { aProgramme, type TestProgramme } from "../../support/programme.ts";

type Wave = Record<string, (number | null)[]> | null;

/** The figures that R gives for the reference programme, by scale. */
export interface GoldenExpected {
  localities: Record<string, GoldenRow>;
  all_participants: GoldenRow & { stratified_ci95: [number, number] };
  reliability_pre?: { n_complete: number; alpha: number };
  attrition: { n_completers: number; n_dropouts: number };
}

export interface GoldenRow {
  n_paired: number;
  mean_pre: number;
  mean_post: number;
  mean_gain: number;
  ci95: [number, number];
  improved: number;
  same: number;
  declined: number;
}

export const golden = reference("golden-programme-77") as {
  data: {
    scales: Record<string, { items: number; reverse_items_1based: number[]; min_answered: number }>;
    participants: { town: string; pre: Wave; post: Wave }[];
  };
  expected: Record<string, GoldenExpected>;
};

const { scales, participants } = golden.data;
export const towns = [...new Set(participants.map(({ town }) => town))];
export const scaleKeys = [...Object.keys(scales), "knowledge"];
const knowledgeItems = 10;

/** The reference programme's questionnaire: three rated scales, one of them with a reversed item, and ten questions. */
function goldenQuestionnaire(): QuestionnaireDocument {
  const waves = ["before", "after"];
  const options = ["no", "yes"].map((value) => ({ value, label: { lt: value, en: value } }));
  const items: Item[] = scaleKeys.flatMap((scale) =>
    keysOf(scale).map((key) =>
      scale === "knowledge"
        ? anItem("knowledge", { key, waves, options, correct: "yes" })
        : anItem("rating", { key, waves }),
    ),
  );
  return aDocument(items, {
    answerSets: { agree: agreement },
    scales: scaleKeys.map((key) => ({
      key,
      title: { lt: key, en: key },
      kind: key === "knowledge" ? "knowledge" : "rating",
      items: keysOf(key),
      reversed: (scales[key]?.reverse_items_1based ?? []).map((place) => keysOf(key)[place - 1]!),
      minimumAnswered: scales[key]?.min_answered,
    })),
  });
}

function keysOf(scale: string): string[] {
  const count = scales[scale]?.items ?? knowledgeItems;
  return Array.from({ length: count }, (_, i) => `${scale}${i + 1}`);
}

/** All 77 people with what they answered, their waves closed in every town: released as a real programme would be. */
export async function insertGoldenProgramme(db: Db, now: Date): Promise<TestProgramme> {
  const enrolled = Object.fromEntries(
    towns.map((town) => [keyOf(town), participants.filter((one) => one.town === town).length]),
  );
  const programme = await aProgramme(db, now, {
    slug: "golden",
    questionnaire: goldenQuestionnaire(),
    localities: towns.map((town) => ({ key: keyOf(town), names: [town, town, town] })),
    enrolled,
  });
  await insertResponses(db, programme, sheetsOf(programme));
  const localityKeys = towns.map(keyOf);
  const closing = { programmeId: programme.id, kind: "after", closedBy: null, now } as const;
  await closeWave(db, { ...closing, localityKeys });
  return programme;
}

export function keyOf(town: string): string {
  return town.toLowerCase();
}

function sheetsOf(programme: TestProgramme) {
  return participants.flatMap(({ town, pre, post }) => {
    const pairingCode = randomUUID();
    const localityId = programme.localities.find(({ key }) => key === keyOf(town))!.id;
    const sheet = (waveKind: "before" | "after", wave: Wave) =>
      wave
        ? [
            {
              waveKind,
              pairingCode,
              localityId,
              answers: answersOf(wave),
              submittedOn: "2026-03-02",
            },
          ]
        : [];
    return [...sheet("before", pre), ...sheet("after", post)];
  });
}

function answersOf(wave: NonNullable<Wave>): Answers {
  const answers: Answers = {};
  for (const scale of scaleKeys) {
    keysOf(scale).forEach((key, i) => {
      const value = wave[scale]![i];
      if (value === null || value === undefined) answers[key] = { missing: "skipped" };
      else answers[key] = scale === "knowledge" ? (value === 1 ? "yes" : "no") : value;
    });
  }
  return answers;
}
