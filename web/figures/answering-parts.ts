import type { LocalityParticipation } from "../../server/domain/disclosure/figures.ts";
import type { NamedPlace } from "./gain-by-locality.ts";
import type { ParticipationInput } from "./participation.ts";

/** How the participants of one locality split: those in pairs, those who answered once, those who never did. */
export interface AnsweringParts {
  label: string;
  enrolled: number;
  both: number;
  beforeOnly: number;
  afterOnly: number;
  neither: number;
}

/** The parts of each locality whose waves have closed; while counts are steps there is nothing exact to draw. */
export function answeringParts({
  participation,
  localities,
}: Pick<ParticipationInput, "participation" | "localities">): AnsweringParts[] {
  return localities.flatMap((place) => {
    const counts = participation.localities.find((one) => one.locality === place.key);
    return counts && isExact(counts) ? [partsOf(place, counts)] : [];
  });
}

function isExact({ approximate = [] }: LocalityParticipation): boolean {
  return !approximate.some((name) => name !== "followup" && name !== "enrolled");
}

/** Somebody may have answered without being enrolled; then nobody is left who did neither. */
function partsOf(place: NamedPlace, counts: LocalityParticipation): AnsweringParts {
  const { enrolled, pairs, beforeOnly, afterOnly } = counts;
  const neither = Math.max(0, enrolled - pairs - beforeOnly - afterOnly);
  return { label: place.nominative, enrolled, both: pairs, beforeOnly, afterOnly, neither };
}
