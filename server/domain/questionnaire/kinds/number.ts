import { firstValueOf } from "../../response/form-fields.ts";
import { type KindRules, leftEmpty, mistaken } from "./kind.ts";

/** A number, written with a decimal comma or point, with or without blanks between thousands. */
export const number: KindRules<"number"> = {
  isAsked: true,
  fieldsOf: (item) => [item.key],
  read(item, sent) {
    const raw = firstValueOf(sent, item.key);
    if (raw === undefined) return leftEmpty;
    const written = plainNumber(raw);
    if (!written) return mistaken(item, "not-a-number");
    const { value, decimals } = written;
    if (decimals > item.decimals) {
      return mistaken(item, "too-many-decimals", { decimals: item.decimals });
    }
    const { minimum = -Infinity, maximum = Infinity } = item;
    if (value < minimum) return mistaken(item, "too-small", { minimum });
    if (value > maximum) return mistaken(item, "too-large", { maximum });
    return { answer: value };
  },
  fill: (item, answer) => (typeof answer === "number" ? [[item.key, String(answer)]] : []),
};

/** At most 15 digits, which a double holds exactly; never Infinity, never an exponent. */
function plainNumber(raw: string): { value: number; decimals: number } | undefined {
  const text = raw
    .replace(/[\s\u00a0\u202f]/g, "")
    .replace("\u2212", "-")
    .replace(",", ".");
  const parts = /^[-+]?(\d{1,15})(?:\.(\d{1,15}))?$/.exec(text);
  if (!parts || (parts[1] + (parts[2] ?? "")).length > 15) return undefined;
  const [told = ""] = /^\d*[1-9]/.exec(parts[2] ?? "") ?? [];
  // Adding zero turns minus zero into zero.
  return { value: Number(text) + 0, decimals: told.length };
}
