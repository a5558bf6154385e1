import { lengthOf } from "../response/clean-text.ts";
import type { Text } from "../text.ts";
import type { WaveKind } from "../words.ts";
import type { Item, ItemKind, QuestionnaireDraft } from "./document.ts";
import { type Part, partsOf } from "./parts.ts";

/**
 * Characters that people read in a minute: 863 is the mean of seventeen languages (Trauzettel-Klosinski & Dietz 2012,
 * IReST). Counting characters serves Lithuanian, whose words are long, as well as English.
 */
const charactersPerMinute = 863;

/** Seconds to find an answer and give it, beside reading; open answers as people give them on phones, in a few words. */
const secondsToAnswer: Record<ItemKind, number> = {
  rating: 3,
  single: 4,
  multiple: 8,
  knowledge: 8,
  recommendation: 4,
  "short-text": 12,
  "long-text": 40,
  number: 6,
  date: 8,
  ranking: 20,
  consent: 4,
  information: 0,
};

/**
 * About how long a wave takes somebody who answers for the first time and everything, in whole minutes and at least
 * one: reading time of the slowest language and the time that answers take. A rating's labels are read once a section.
 */
export function estimateMinutes(document: QuestionnaireDraft, wave: WaveKind): number {
  const parts = partsOf(document, { wave, isNewcomer: true });
  const answering = parts
    .flatMap((part) => part.items)
    .reduce((seconds, item) => seconds + secondsToAnswer[item.kind], 0);
  const reading = document.languages.map((language) => {
    const introduction = lengthIn(document.waves[wave]?.introduction, language);
    const characters = parts.reduce(
      (sum, part) => sum + lengthOfPart(document, part, language),
      introduction,
    );
    return (60 * characters) / charactersPerMinute;
  });
  return Math.max(1, Math.round((answering + Math.max(0, ...reading)) / 60));
}

function lengthOfPart(document: QuestionnaireDraft, part: Part, language: string): number {
  const { title, stem } = part.section;
  const sets = new Set(
    part.items.flatMap((item) => (item.kind === "rating" ? item.answerSet : [])),
  );
  const labels = [...sets].flatMap((key) => document.answerSets[key]?.points ?? []);
  const texts = [
    title,
    stem,
    ...labels.map((point) => point.label),
    ...part.items.flatMap(textsOf),
  ];
  return texts.reduce((sum, text) => sum + lengthIn(text, language), 0);
}

function textsOf(item: Item): (Text | undefined)[] {
  const options = "options" in item ? item.options.map((option) => option.label) : [];
  return [item.text, item.help, ...options];
}

function lengthIn(text: Text | undefined, language: string): number {
  return lengthOf(text?.[language] ?? "");
}
