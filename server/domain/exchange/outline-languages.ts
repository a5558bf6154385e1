import { languages, type Text } from "../text.ts";
import type { Outline, OutlineQuestion } from "./outline.ts";

/** The languages in which a file words its title and questions, in our order. */
export function languagesOf({ sections, title }: Outline): string[] {
  const texts = sections.flatMap(({ questions }) => questions.map(({ text }) => text));
  const used = languages.filter((language) => [title, ...texts].some((text) => text[language]));
  return used.length > 0 ? used : [languages[0]];
}

export function inLanguages(text: Text, used: readonly string[]): Text {
  return Object.fromEntries(Object.entries(text).filter(([language]) => used.includes(language)));
}

/** An outline in these languages alone: an option that is worded in one more would stand in nobody's way but the checks'. */
export function limitedTo(outline: Outline, used: readonly string[]): Outline {
  return {
    ...outline,
    title: inLanguages(outline.title, used),
    introduction: inLanguages(outline.introduction, used),
    sections: outline.sections.map((section) => ({
      ...section,
      title: inLanguages(section.title, used),
      stem: inLanguages(section.stem, used),
      questions: section.questions.map((question) => limitedQuestion(question, used)),
    })),
  };
}

function limitedQuestion(question: OutlineQuestion, used: readonly string[]): OutlineQuestion {
  const common = {
    text: inLanguages(question.text, used),
    help: inLanguages(question.help, used),
  };
  if (question.kind === "number" && question.unit) {
    return { ...question, ...common, unit: inLanguages(question.unit, used) };
  }
  if (question.kind !== "choice" && question.kind !== "rating") return { ...question, ...common };
  const options = question.options.map((option) => ({
    ...option,
    label: inLanguages(option.label, used),
  }));
  return { ...question, ...common, options };
}
