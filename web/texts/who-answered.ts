import { type Language, languages, type Text } from "../../server/domain/text.ts";

/** What a notice has to say, word for word, before the organiser is shown who has handed a sheet in. */
export const whoAnsweredSentence: Record<Language, string> = {
  lt: "Organizatorius matys, kas anketą jau pateikė, bet ne ką atsakė, kad galėtų priminti kitiems.",
  en: "The organiser will see who has handed the questionnaire in, but not what they answered, so that others can be reminded.",
};

/** The paragraph of the template that the sentence belongs to. */
const paragraphStart: Record<Language, string> = { lt: "Kam rodome.", en: "Who sees it." };

/** A notice with the sentence in each language where it is meant to say so, and in none where it is not. */
export function fitWhoAnswered(text: Text, isTold: boolean): Text {
  const fitted = languages.flatMap((language): [string, string][] => {
    const words = text[language];
    return words === undefined ? [] : [[language, fitWords(words, language, isTold)]];
  });
  return { ...text, ...Object.fromEntries(fitted) };
}

function fitWords(words: string, language: Language, isTold: boolean): string {
  const sentence = whoAnsweredSentence[language];
  if (words.includes(sentence) === isTold) return words;
  const paragraphs = words.split("\n");
  if (!isTold) {
    const without = paragraphs.map((one) => one.replaceAll(sentence, "").replace(/ {2,}/g, " "));
    return without
      .map((one) => one.trim())
      .filter((one, place) => one !== "" || paragraphs[place] === "")
      .join("\n");
  }
  const place = paragraphs.findIndex((one) => one.startsWith(paragraphStart[language]));
  if (place === -1) return [...paragraphs, sentence].join("\n");
  return paragraphs.with(place, `${paragraphs[place]} ${sentence}`).join("\n");
}

/** Whether two texts say the same in every language. */
export function isSameText(one: Text, other: Text): boolean {
  return languages.every((language) => one[language] === other[language]);
}
