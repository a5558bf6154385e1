import { type IdentityMode, type WaveKind, waveKinds } from "../words.ts";
import { type EntryStep, entrySteps } from "./entry-fields.ts";

/** The steps of setting up a programme, by what they are about, in the order in which most people will want them. */
export const stepGroups = {
  programme: ["basics", "organisation", "funders", "logos"],
  places: ["localities", "criteria", "sectors", "groups"],
  training: ["topics", "methods", "sessions", "indicators"],
  survey: ["identity", "planning", "notice", "questionnaire", "waves"],
  outcomes: ["visions", "publicity"],
} as const;

export type StepGroup = keyof typeof stepGroups;
export type Step = (typeof stepGroups)[StepGroup][number];

/** What may be missing in a step; each has its own sentence. */
export type Gap =
  | "contract-title"
  | "goal"
  | "evaluator"
  | "smallest-worthwhile"
  | "controller"
  | "logos-without-words"
  | "localities"
  | "retention"
  | "questionnaire"
  | "notice"
  | "notice-of-other-mode"
  | "notice-language"
  | "waves"
  | "wave";

/** What is known of a programme's set-up. Counts are of entries. */
export interface SetupFacts {
  counts: Readonly<Record<EntryStep, number>>;
  notNeeded: ReadonlySet<EntryStep>;
  hasContractTitle: boolean;
  hasGoal: boolean;
  hasEvaluator: boolean;
  hasSmallestWorthwhile: boolean;
  /** Whether answers were given, after which some of it can no longer change. */
  hasAnswers: boolean;
  isControllerKnown: boolean;
  areRetentionDatesSet: boolean;
  identityMode: IdentityMode;
  languages: readonly string[];
  publishedVersions: number;
  /** The notice in force: the mode it was written for (null where not recorded) and the languages it stands in. */
  notice: { mode: IdentityMode | null; languages: readonly string[] } | null;
  waves: readonly WaveKind[];
}

export type StepState = "done" | "missing" | "empty" | "not-needed" | "look";

export interface StepReport {
  step: Step;
  state: StepState;
  gaps: Gap[];
}

/** Steps without entries of their own which a programme can do without. */
export const dispensable: readonly EntryStep[] = entrySteps.filter((step) => step !== "localities");

/** How far each step is. `empty` can be left so; `look` holds nothing to be done, only something to know. */
export function reportSteps(facts: SetupFacts): StepReport[] {
  return Object.values(stepGroups)
    .flat()
    .map((step) => reportStep(step, facts));
}

function reportStep(step: Step, facts: SetupFacts): StepReport {
  if (step === "planning") return { step, state: "look", gaps: [] };
  const gaps = gapsOf(step, facts);
  if (gaps.length > 0) return { step, state: "missing", gaps };
  if (!isEntryStep(step)) return { step, state: "done", gaps };
  if (facts.counts[step] > 0) return { step, state: "done", gaps };
  return { step, state: facts.notNeeded.has(step) ? "not-needed" : "empty", gaps };
}

export function isEntryStep(step: string): step is EntryStep {
  return entrySteps.some((one) => one === step);
}

function gapsOf(step: Step, facts: SetupFacts): Gap[] {
  switch (step) {
    case "basics":
      return when(
        [!facts.hasContractTitle, "contract-title"],
        [!facts.hasGoal, "goal"],
        [!facts.hasEvaluator, "evaluator"],
        [!facts.hasSmallestWorthwhile && !facts.hasAnswers, "smallest-worthwhile"],
      );
    case "organisation":
      return when([!facts.isControllerKnown, "controller"]);
    case "localities":
      return when([facts.counts.localities === 0, "localities"]);
    case "identity":
      return when([!facts.areRetentionDatesSet, "retention"]);
    case "questionnaire":
      return when([facts.publishedVersions === 0, "questionnaire"]);
    case "notice":
      return noticeGaps(facts);
    case "waves":
      return when([!facts.waves.includes("before") || !facts.waves.includes("after"), "waves"]);
    default:
      return [];
  }
}

function noticeGaps({ notice, identityMode, languages }: SetupFacts): Gap[] {
  if (!notice) return ["notice"];
  return when(
    [notice.mode !== null && notice.mode !== identityMode, "notice-of-other-mode"],
    [languages.some((language) => !notice.languages.includes(language)), "notice-language"],
  );
}

function when(...cases: [isSo: boolean, gap: Gap][]): Gap[] {
  return cases.filter(([isSo]) => isSo).map(([, gap]) => gap);
}

/** Something that keeps a wave from opening, and the step where it is mended. */
export interface OpeningGap {
  step: Step;
  gap: Gap;
}

/** What keeps a wave from being opened, each with the step where it is mended; nothing when it may open. */
export function openingGaps(facts: SetupFacts, kind?: WaveKind): OpeningGap[] {
  const steps: Step[] = ["localities", "questionnaire", "notice"];
  const gaps = steps.flatMap((step) => gapsOf(step, facts).map((gap) => ({ step, gap })));
  const kinds = kind ? [kind] : waveKinds.filter((one) => one !== "followup");
  const hasWaves = kinds.every((one) => facts.waves.includes(one));
  return hasWaves ? gaps : [...gaps, { step: "waves", gap: "wave" }];
}
