import { checkDesign, type DesignCode } from "./check-design.ts";
import { checkReach } from "./check-reach.ts";
import { checkDocument } from "./checks.ts";
import { type QuestionnaireDraft, questionnaireDocumentSchema } from "./document.ts";
import { tidyDraft } from "./draft.ts";
import type { Finding, FindingCode } from "./finding.ts";

/** What a draft still lacks before it has the shape of a questionnaire. */
export type ShapeCode =
  | "no-sections"
  | "no-items"
  | "section-empty"
  | "wave-empty"
  | "item-without-wave"
  | "options-too-few"
  | "points-too-few"
  | "scale-empty"
  | "correct-missing"
  | "answer-set-missing"
  | "groups-too-few"
  | "unfinished";

export type RemarkCode = FindingCode | ShapeCode | DesignCode | "unreachable";

/** Errors keep a draft from being published; warnings are to be thought about; notes are to be known. */
export type RemarkLevel = "error" | "warning" | "note";

export interface Remark {
  level: RemarkLevel;
  code: RemarkCode;
  /** Where: `items[3].options`. */
  path: string;
  key?: string;
  detail?: string;
}

/** Everything there is to say about a draft: what it lacks, what contradicts itself, and what a survey maker would ask. */
export function listRemarks(draft: QuestionnaireDraft): Remark[] {
  const document = tidyDraft(draft);
  const lacking = checkShape(document);
  const told = new Set(lacking.map(({ path }) => path));
  const contradicting = checkDocument(document).filter(({ path }) => !told.has(path));
  return [
    ...lacking,
    ...contradicting.map((finding: Finding): Remark => ({ level: "error", ...finding })),
    ...checkReach(document).map((finding): Remark => ({ level: "warning", ...finding })),
    ...checkDesign(document),
  ];
}

export function canPublish(remarks: readonly Remark[]): boolean {
  return remarks.every(({ level }) => level !== "error");
}

function checkShape(document: QuestionnaireDraft): Remark[] {
  const read = questionnaireDocumentSchema.safeParse(document);
  if (read.success) return [];
  return read.error.issues.map((issue) => {
    const path = pathOf(issue.path);
    return { level: "error", code: shapeCode(path), path };
  });
}

/** `["items", 3, "options"]` as `items[3].options`. */
function pathOf(steps: readonly PropertyKey[]): string {
  return steps.reduce<string>((path, step) => {
    if (typeof step === "number") return `${path}[${step}]`;
    return path ? `${path}.${String(step)}` : String(step);
  }, "");
}

const shapeCodes: readonly [pattern: RegExp, code: ShapeCode][] = [
  [/^sections$/, "no-sections"],
  [/^items$/, "no-items"],
  [/^sections\[\d+\]\.items$/, "section-empty"],
  [/^waves\.\w+\.sections$/, "wave-empty"],
  [/^items\[\d+\]\.waves$/, "item-without-wave"],
  [/\.options$/, "options-too-few"],
  [/\.points$/, "points-too-few"],
  [/^scales\[\d+\]\.items$/, "scale-empty"],
  [/\.correct$/, "correct-missing"],
  [/\.answerSet$/, "answer-set-missing"],
  [/\.(groups|values)$/, "groups-too-few"],
];

function shapeCode(path: string): ShapeCode {
  return shapeCodes.find(([pattern]) => pattern.test(path))?.[1] ?? "unfinished";
}
