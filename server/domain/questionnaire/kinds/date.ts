import { firstValueOf } from "../../response/form-fields.ts";
import { type KindRules, leftEmpty, mistaken } from "./kind.ts";

/** A calendar day, stored as YYYY-MM-DD. A browser without a date field sends what was typed: 2017 06 30, 2017.6.30. */
export const date: KindRules<"date"> = {
  isAsked: true,
  fieldsOf: (item) => [item.key],
  read(item, sent) {
    const raw = firstValueOf(sent, item.key);
    if (raw === undefined) return leftEmpty;
    const day = calendarDay(raw.trim());
    if (!day) return mistaken(item, "not-a-date");
    // Days in this form sort as text.
    if (item.earliest && day < item.earliest) {
      return mistaken(item, "too-early", { earliest: item.earliest });
    }
    if (item.latest && day > item.latest)
      return mistaken(item, "too-late", { latest: item.latest });
    return { answer: day };
  },
  fill: (item, answer) => (typeof answer === "string" ? [[item.key, answer]] : []),
};

function calendarDay(raw: string): string | undefined {
  const parts = /^(\d{4})[-. /]{1,2}(\d{1,2})[-. /]{1,2}(\d{1,2})\.?$/.exec(raw);
  if (!parts) return undefined;
  const [, year = "", month = "", day = ""] = parts;
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const instant = new Date(`${written}T00:00:00Z`);
  // A day that does not exist (30 February) is either invalid or rolls over to another.
  const isReal = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(written);
  return isReal ? written : undefined;
}
