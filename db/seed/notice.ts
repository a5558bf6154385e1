import { z } from "zod";
import type { Text } from "../../server/domain/text.ts";
import notice from "./notice.json" with { type: "json" };

const noticeSchema = z.object({
  text: z.record(z.string(), z.string()),
  statements: z.array(
    z.object({
      key: z.string(),
      kind: z.enum(["participation", "consent"]),
      isRequired: z.boolean(),
      text: z.record(z.string(), z.string()),
    }),
  ),
});

/**
 * The privacy notice with its gaps filled, each in the language of its text; a gap that nothing fills is an error, never a
 * hole in the text. A value that ends in a full stop ("30 d.") takes the place of the one behind its gap.
 */
export function fillNotice(values: Record<string, string | Text>): z.infer<typeof noticeSchema> {
  const { text, statements } = noticeSchema.parse(notice);
  const filled = Object.entries(text).map(([language, wording]) => [
    language,
    wording.replace(/\{(\w+)\}(\.?)/g, (_whole, key: string, stop: string) => {
      const value = valueIn(values[key], language);
      if (value === undefined) throw new Error(`the notice needs ${key}`);
      return value.endsWith(".") ? value : value + stop;
    }),
  ]);
  return { text: Object.fromEntries(filled), statements };
}

function valueIn(value: string | Text | undefined, language: string): string | undefined {
  return typeof value === "object" ? value[language] : value;
}

/** A day as notices name it: "2018 m. birželio 30 d.", "30 June 2018". */
export function dayInWords(day: string): Text {
  const date = new Date(`${day}T00:00:00Z`);
  const words = (locale: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(date);
  return { lt: words("lt"), en: words("en-GB") };
}
