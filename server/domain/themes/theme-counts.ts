/** How many people said something on a theme, as it may be told. */
export type ToldCount = { shown: true; people: number } | { shown: false };

export interface CountedTheme {
  id: string;
  people: number;
}

export type ToldThemes =
  | { shown: false; reason: "few" }
  | { shown: true; people: number; themes: { id: string; count: ToldCount }[] };

/** Open answers are told of from so many people on, over the whole programme and never by locality. */
export const fewestAnswerers = 10;
/** A theme of fewer people is named without its number: a rare remark points to who is known to say such things. */
export const fewestOfTheme = 3;

/**
 * Themes of open answers with their counts (docs/GLOSSARY.md: theme). `people` counts persons, not remarks. Nothing is
 * told of fewer than ten people; a theme that one or two of them raised is told without a count.
 * Example: tellThemes(12, [{ id: "a", people: 2 }]) tells the theme and hides its 2.
 */
export function tellThemes(people: number, themes: readonly CountedTheme[]): ToldThemes {
  if (people < fewestAnswerers) return { shown: false, reason: "few" };
  return {
    shown: true,
    people,
    themes: themes.map(({ id, people: count }) => ({
      id,
      count: count < fewestOfTheme ? { shown: false } : { shown: true, people: count },
    })),
  };
}
