import { languages, type Text } from "../text.ts";
import { type BuildWords, buildDocument } from "./build-document.ts";
import type { LimeGroup, LimeQuestion, LimeSurvey } from "./limesurvey.ts";
import { readLimeQuestion } from "./limesurvey-question.ts";
import type { LimeOutline, LimeReading } from "./limesurvey-reading.ts";
import type { ImportOutcome, Loss } from "./loss.ts";
import type { ImportWish, OutlineCondition, OutlineQuestion, OutlineRule } from "./outline.ts";
import { knownText, languageCode } from "./plain-text.ts";
import { bothRules, readCondition } from "./read-condition.ts";

/** A questionnaire of a LimeSurvey survey: groups become sections, tables as many items as they have rows. */
export function readLimeSurvey(
  survey: LimeSurvey,
  wish: ImportWish,
  words: BuildWords,
): ImportOutcome {
  const codes = survey.groups.flatMap(({ questions }) => questions.map(({ code }) => code));
  const reading: LimeReading = {
    ...readingOfTexts(survey, wish),
    renamed: new Map(),
    takenNames: new Set(codes),
  };
  const multiple = new Map(
    survey.groups.flatMap(({ questions }) => questions.map((one) => [one.code, one] as const)),
  );
  const sections = survey.groups.map((group, index) => {
    const questions = group.questions.flatMap((question) => readLimeQuestion(question, reading));
    return {
      name: `G${index + 1}`,
      title: reading.text(group.name),
      stem: reading.text(group.description),
      questions,
    };
  });
  // Conditions name rows of tables that may stand further down: they are read when all names are known.
  const ruled = sections.map((section, index) => ({
    ...section,
    questions: section.questions.map((question) =>
      withRule(question, survey.groups[index]!, { reading, multiple }),
    ),
  }));
  const [title, introduction] = [reading.text(survey.title), reading.text(survey.welcome)];
  return buildDocument(
    { title, introduction, sections: ruled, losses: reading.losses },
    wish,
    words,
  );
}

function readingOfTexts({ languages: given }: LimeSurvey, wish: ImportWish) {
  const codes = given.map(languageCode);
  const isKnown = (code: string) => languages.some((one) => one === code);
  const taken = codes.some(isKnown) ? undefined : given[0];
  const losses = given.flatMap((name, index): Loss[] => {
    if (isKnown(codes[index]!)) return [];
    return [{ code: name === taken ? "language-taken-as" : "language-left-out", detail: name }];
  });
  const text = (wordings: Text) => {
    const ours = Object.entries(wordings).map(([name, wording]) => {
      const isOurs = name !== taken && name !== "";
      return [isOurs ? languageCode(name) : wish.language, wording];
    });
    return knownText(Object.fromEntries(ours));
  };
  return { losses, text };
}

function withRule(
  { source, rowRelevance = "", ...question }: LimeOutline,
  group: LimeGroup,
  given: { reading: LimeReading; multiple: ReadonlyMap<string, LimeQuestion> },
): OutlineQuestion {
  const { losses } = given.reading;
  const written = [group.relevance, source.relevance, rowRelevance];
  let whole: OutlineRule | undefined;
  for (const text of written) {
    const read = readCondition(text, "expression-script");
    const own = read.is === "rule" ? ourRule(read.rule, given) : undefined;
    const both = bothRules(whole, own);
    if (read.is === "foreign" || both === "foreign") {
      losses.push({ code: "condition-not-expressible", name: question.name, detail: text });
    }
    // Of two that cannot both be said, the one nearer to the question is left.
    whole = both === "foreign" ? own : both;
  }
  return { ...question, rule: whole };
}

/** `M1_SQ001 == "Y"` asks whether an option was ticked; `F1_SQ001` is a row of a table; "-oth-" is any other answer. */
function ourRule(
  rule: OutlineRule,
  { reading, multiple }: { reading: LimeReading; multiple: ReadonlyMap<string, LimeQuestion> },
): OutlineRule {
  const ours = (condition: OutlineCondition): OutlineCondition => {
    const item = reading.renamed.get(condition.item);
    if (item) return { ...condition, item };
    const [, code = "", option = ""] = /^([^_]+)_(.+)$/.exec(condition.item) ?? [];
    const target = multiple.get(code);
    if (target?.hasOther && option === "other") return ofOther(condition, code);
    if (!target?.subquestions.some((one) => one.code === option)) {
      return condition.value === "-oth-" ? { ...condition, value: "other" } : condition;
    }
    const isThere =
      condition.is === "answered" || (condition.is === "equal" && condition.value === "Y");
    return { item: code, is: isThere ? "includes" : "excludes", value: option };
  };
  return { ...rule, conditions: rule.conditions.map(ours) };
}

/** The words for "other" are there where it was chosen. */
function ofOther({ is }: OutlineCondition, item: string): OutlineCondition {
  return { item, is: is === "unanswered" ? "excludes" : "includes", value: "other" };
}
