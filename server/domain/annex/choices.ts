import { z } from "zod";
import { languages } from "../text.ts";

/** Everything that an annex may contain, in the order that reads well. */
export const annexParts = [
  "summary",
  "indicators",
  "participants",
  "method",
  "results",
  "knowledge",
  "shift",
  "satisfaction",
  "followup",
  "items",
  "openAnswers",
  "conclusions",
  "limits",
  "excluded",
  "definitions",
  "sessions",
  "visions",
  "publicity",
  "certificates",
  "participantList",
  "questionnaires",
  "dictionary",
] as const;
export type AnnexPart = (typeof annexParts)[number];

/** `public`: groups of ten or more. `funder`: the programme's own threshold. `closed`: names too, for an audit. */
export const annexAudiences = ["public", "funder", "closed"] as const;
export type AnnexAudience = (typeof annexAudiences)[number];

/** Parts with names of people, which only the closed file may have. */
const closedParts: readonly AnnexPart[] = ["participantList"];
/** What is written for those who know the programme from within, and for few people. */
const neverPublic: readonly AnnexPart[] = ["excluded", "certificates", ...closedParts];
/** Long, and seldom asked for: chosen on purpose. */
const chosenOnPurpose: readonly AnnexPart[] = ["items"];

const longestLine = 300;
const lineSchema = z.string().trim().max(longestLine).default("");

export const annexChoicesSchema = z.object({
  /** "1 priedas". */
  number: z.number().int().min(1).max(99),
  language: z.enum(languages),
  audience: z.enum(annexAudiences),
  /** Chosen parts, in the order in which they are printed. */
  parts: z.array(z.enum(annexParts)).min(1).max(annexParts.length),
  /** What the annex is annexed to: stands above its number. */
  annexedTo: lineSchema,
  preparedBy: lineSchema,
  signatoryPosition: lineSchema,
  signatoryName: lineSchema,
});
export type AnnexChoices = z.infer<typeof annexChoicesSchema>;

/** The parts that an audience may be given. */
export function partsFor(audience: AnnexAudience): AnnexPart[] {
  const refused: readonly AnnexPart[] = { public: neverPublic, funder: closedParts, closed: [] }[
    audience
  ];
  return annexParts.filter((part) => !refused.includes(part));
}

/** What an organiser finds chosen who has chosen nothing yet. */
export function usualParts(audience: AnnexAudience): AnnexPart[] {
  return partsFor(audience).filter((part) => !chosenOnPurpose.includes(part));
}

/** Every part, in the organiser's order where there is one: parts it does not name follow as usual. */
export function orderParts(wanted: readonly AnnexPart[]): AnnexPart[] {
  return [...new Set([...wanted, ...annexParts])];
}

/** Moves one part a place up or down; at an end it stays. */
export function movePart(
  order: readonly AnnexPart[],
  part: AnnexPart,
  direction: "up" | "down",
): AnnexPart[] {
  const from = order.indexOf(part);
  const to = from + (direction === "up" ? -1 : 1);
  if (from === -1 || to < 0 || to >= order.length) return [...order];
  const moved = [...order];
  moved.splice(from, 1);
  moved.splice(to, 0, part);
  return moved;
}
