import type { Remark, RemarkCode } from "../../server/domain/questionnaire/remarks.ts";
import type { WaveKind } from "../../server/domain/words.ts";
import { counted } from "./numbers.ts";
import type { QuestionnaireTexts } from "./questionnaires.ts";

const waves: Record<WaveKind, string> = {
  before: "before the training",
  after: "after the training",
  followup: "3–6 months later",
};
const languages: Record<string, string> = { lt: "Lithuanian", en: "English" };
const waveOf = (name: string | undefined) => waves[name as WaveKind] ?? name ?? "";
const minutes = (count: string | undefined) =>
  counted(
    Number(count),
    { one: "minute", few: "minutes", many: "minutes", other: "minutes" },
    "en",
  );

type Say = string | ((remark: Remark) => string);

const sentences: Record<RemarkCode, Say> = {
  "no-sections": "the questionnaire has no section",
  "no-items": "the questionnaire has no question",
  "section-empty": "the section has no questions",
  "wave-empty": "nothing is asked in this wave",
  "item-without-wave": "it is not said when it is asked",
  "options-too-few": "at least two answers to choose from are needed",
  "points-too-few": "at least two points are needed",
  "scale-empty": "the scale has no questions",
  "correct-missing": "no answer is marked as right",
  "answer-set-missing": "no answer set is chosen",
  "groups-too-few": "at least two groups are needed, each with at least one answer",
  unfinished: "not finished yet",
  "no-wave": "there is no wave",
  repeated: ({ key }) => `“${key}” stands twice`,
  "section-unknown": ({ key }) => `there is no section ${key}`,
  "item-unknown": ({ key }) => `there is no question ${key}`,
  "wave-missing": ({ key }) => `the questionnaire has no wave “${waveOf(key)}”`,
  "item-not-placed": ({ detail }) => `no section asks it in the wave “${waveOf(detail)}”`,
  "item-placed-twice": ({ detail }) => `asked twice in the wave “${waveOf(detail)}”`,
  "answer-set-unknown": ({ key }) => `there is no answer set ${key}`,
  "correct-unknown": "the right answer is none of the options",
  "option-reserved": ({ key }) => `no option may be called “${key}”`,
  "minimum-above-maximum": "the smallest is above the largest",
  "more-than-there-are": ({ detail }) => `more answers are wanted than the ${detail} there are`,
  "looks-back-wrongly": ({ key }) =>
    `cannot look back at ${key}: it takes another statement of the same answer set, asked in the same waves`,
  "rule-looks-ahead": ({ key }) =>
    `its condition looks at ${key}, which is not asked before it in that wave`,
  "rule-value-missing": "a condition does not say what to compare with",
  "rule-value-unknown": ({ key }) => `a condition compares with “${key}”, which is no answer`,
  "rule-does-not-fit": "such a condition does not fit that question",
  "scale-item-kind": ({ key }) => `the question ${key} cannot be scored on such a scale`,
  "scale-ranges-differ": "its questions have different ranges of points, which have no mean",
  "scale-waves-differ":
    "its questions are asked in different waves, so scores could not be compared",
  "reversed-outside-scale": ({ key }) =>
    `${key} is counted the other way round but is not in the scale`,
  "knowledge-reversed": "knowledge is not counted the other way round",
  "minimum-above-items": "more answers are wanted than the scale has questions",
  "scale-too-long": "too many questions: from 37 on, scores are no longer exact",
  "breakdown-item-kind": ({ key }) => `${key} is not a question with one choice`,
  "breakdown-value-unknown": ({ key }) => `there is no answer “${key}”`,
  "language-missing": ({ key }) => `the ${languages[key ?? ""] ?? key} text is missing`,
  "language-unknown": ({ key }) => `the questionnaire has no language “${key}”`,
  unreachable: "no answers can meet its condition, so nobody will ever see it",
  "scale-not-in-both": "not asked both before and after the training, so there will be no gain",
  "item-not-in-both": "asked only before or only after the training, so there will be no gain",
  "scale-reversed": ({ detail }) =>
    `counted the other way round: ${detail}. Make sure that these statements are worded negatively`,
  "scale-mostly-reversed":
    "more than half of it is counted the other way round: is the direction mixed up?",
  "scale-one-direction":
    "all statements point one way: a habit of agreeing will look like competence. Think of one or two negative statements",
  "scale-short": "a score of one question is not reliable",
  "points-uneven": "the steps between points differ, and a mean takes them as equal",
  "correct-always-same": ({ detail }) =>
    `the right answer to every knowledge question stands in the same place (number ${detail}): change places or shuffle`,
  "text-long": ({ detail }) =>
    `a long text (${detail} characters): on a phone it leaves no room for the answers`,
  "wave-long": ({ detail }) => `it takes about ${minutes(detail)}: many will not finish`,
  "minutes-too-few": ({ detail }) =>
    `participants are promised less time than it takes: about ${minutes(detail)}`,
};

export const remarksEn: QuestionnaireTexts["remarks"] = {
  levels: { error: "Errors", warning: "To think about", note: "To know" },
  say(remark) {
    const sentence = sentences[remark.code];
    return typeof sentence === "string" ? sentence : sentence(remark);
  },
};
