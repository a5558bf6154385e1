import { reference } from "../statistics/reference.ts";

/*
 * The reference programme as somebody would hand it in: a questionnaire and a table of answers, made from R's rows.
 * Nothing here scores, pairs or counts.
 */
export const golden = reference("golden-programme-77");

type RawWave = Record<string, (number | null)[]> | null;
interface RawParticipant {
  id: number;
  town: string;
  pre: RawWave;
  post: RawWave;
}
const participants: RawParticipant[] = golden.data.participants;
const knowledgeItems = 10;

/** Its five towns, in the reference's order. */
export const goldenTowns = [...new Set(participants.map((participant) => participant.town))];
export const goldenScales: string[] = [...Object.keys(golden.data.scales), "knowledge"];

export function goldenQuestionnaire() {
  const items = goldenScales.flatMap((scale) => itemKeys(scale).map((key) => itemOf(scale, key)));
  const wave = (title: string) => ({ title: { en: title }, sections: goldenScales });
  return {
    format: "pokytis-questionnaire/1",
    key: "golden-programme",
    title: { en: "The reference programme" },
    languages: ["en"],
    waves: { before: wave("Before"), after: wave("After") },
    answerSets: { agree: { points: [1, 2, 3, 4, 5].map(pointOf) } },
    sections: goldenScales.map((scale) => ({
      key: scale,
      title: { en: scale },
      purpose: scale === "knowledge" ? "knowledge" : "competency",
      items: itemKeys(scale),
    })),
    items,
    scales: goldenScales.map(scaleOf),
  };
}

/** Rows of the answers' table, the heading first: an unanswered item is an empty cell, a point of knowledge a right option. */
export function goldenRows(townName: (town: string) => string = (town) => town): string[][] {
  const heading = ["pair", "locality", "wave", ...goldenScales.flatMap(itemKeys)];
  const rows = participants.flatMap(({ id, town, pre, post }) => [
    ...rowOf([`P${id}`, townName(town), "before"], pre),
    ...rowOf([`P${id}`, townName(town), "after"], post),
  ]);
  return [heading, ...rows];
}

export function csvOf(
  rows: readonly (readonly string[])[],
  separator = ",",
  lineEnd = "\r\n",
): string {
  return rows.map((row) => row.join(separator) + lineEnd).join("");
}

function itemKeys(scale: string): string[] {
  const count = scale === "knowledge" ? knowledgeItems : golden.data.scales[scale].items;
  return Array.from({ length: count }, (_, i) => `${scale}_${i + 1}`);
}

function itemOf(scale: string, key: string) {
  const common = { key, text: { en: key }, waves: ["before", "after"] };
  if (scale !== "knowledge") return { ...common, kind: "rating", answerSet: "agree" };
  const options = ["right", "wrong"].map((value) => ({ value, label: { en: value } }));
  return { ...common, kind: "knowledge", options, correct: "right" };
}

function scaleOf(scale: string) {
  const keys = itemKeys(scale);
  const common = { key: scale, title: { en: scale }, items: keys };
  if (scale === "knowledge") return { ...common, kind: "knowledge" };
  const reversed = golden.data.scales[scale].reverse_items_1based.map((i: number) => keys[i - 1]);
  return { ...common, kind: "rating", reversed };
}

function pointOf(value: number) {
  return { value, label: { en: String(value) } };
}

function rowOf(start: string[], wave: RawWave): string[][] {
  if (!wave) return [];
  const cells = goldenScales.flatMap((scale) =>
    wave[scale]!.map((answer) => {
      if (answer === null) return "";
      if (scale !== "knowledge") return String(answer);
      return answer === 1 ? "right" : "wrong";
    }),
  );
  return [[...start, ...cells]];
}
