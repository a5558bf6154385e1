import type { LimeQuestion } from "./limesurvey.ts";
import type { LimeReading } from "./limesurvey-reading.ts";
import type { OutlineOption, OutlineQuestion } from "./outline.ts";

type Choice = Extract<OutlineQuestion, { kind: "choice" }>;

const dontKnow = /^(?:(?:aš )?nežinau|(?:i )?(?:do not|don[’']t) know)[.…]?$/i;

/**
 * What the values of an assessment make of a list: one that counts alone is the right answer of a knowledge question;
 * values that tell three or more apart are the points of a scale. Any others cannot be said here, which is told.
 */
export function readScores(
  { code, hasOther }: LimeQuestion,
  choice: Choice,
  { losses }: LimeReading,
): OutlineQuestion {
  const scores = choice.options.flatMap(({ score }) => (score === undefined ? [] : [score]));
  if (scores.length === 0) return choice;
  const counting = choice.options.filter(({ score = 0 }) => score !== 0);
  const [only] = counting;
  if (only && counting.length === 1 && (only.score ?? 0) > 0) {
    return { ...choice, ...correctOption(only), options: choice.options.map(withDontKnow) };
  }
  const isScale = new Set(scores).size === scores.length && scores.every(Number.isInteger);
  if (isScale && scores.length >= 3 && scores.length <= 11 && !hasOther) {
    losses.push({ code: "taken-as-rating", name: code, detail: scores.join(", ") });
    const { name, text, help, isRequired, rule, options } = choice;
    return { name, text, help, isRequired, rule, kind: "rating", options };
  }
  losses.push({ code: "scores-left-out", name: code, detail: scores.join(", ") });
  return choice;
}

function correctOption({ name, score = 1 }: OutlineOption): Pick<Choice, "correct" | "points"> {
  const isAllowed = Number.isInteger(score) && score >= 1 && score <= 10;
  return { correct: name, points: isAllowed ? score : 1 };
}

/** Whoever does not know is kept apart from whoever is wrong. */
function withDontKnow(option: OutlineOption): OutlineOption {
  const isSaid = Object.values(option.label).some((label) => dontKnow.test(label.trim()));
  return isSaid ? { ...option, wayOut: "dont-know" } : option;
}
