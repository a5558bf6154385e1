import { z } from "zod";
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

/** The privacy notice with its gaps filled; a gap that nothing fills is an error, never a hole in the text. */
export function fillNotice(values: Record<string, string>): z.infer<typeof noticeSchema> {
  const { text, statements } = noticeSchema.parse(notice);
  const filled = Object.entries(text).map(([language, wording]) => [
    language,
    wording.replace(/\{(\w+)\}/g, (_whole, key: string) => {
      const value = values[key];
      if (value === undefined) throw new Error(`the notice needs ${key}`);
      return value;
    }),
  ]);
  return { text: Object.fromEntries(filled), statements };
}
