import type { Entry } from "../../../db/queries/setup-entries.ts";
import type { EntryLine } from "../../../web/pages/setup/entries-page.tsx";
import { formatDay, formatNumber, formatPeriod } from "../../../web/texts/numbers.ts";
import { setupTexts } from "../../../web/texts/setup.ts";
import type { EntryStep } from "../../domain/setup/entry-fields.ts";
import { inLanguage, type Language, type Text } from "../../domain/text.ts";
import type { Options } from "./entry-options.ts";

interface Telling {
  step: EntryStep;
  language: Language;
  options: Options;
}

/** An entry in a line: what it is called, and what else helps to know it again. */
export function entryLine({ id, values }: Entry, telling: Telling): EntryLine {
  const heading = headingOf(values, telling);
  const detail = detailOf(values, telling).filter((part) => part !== "");
  return { id, heading: heading === "" ? "–" : heading, detail: detail.join(" · ") };
}

type Values = Readonly<Record<string, unknown>>;

function headingOf(values: Values, { step, language }: Telling): string {
  const names: Record<EntryStep, string> = {
    funders: "name",
    logos: "alt",
    localities: "nominative",
    criteria: "text",
    sectors: "label",
    groups: "name",
    topics: "title",
    methods: "title",
    sessions: "title",
    indicators: "name",
    visions: "title",
    publicity: "title",
  };
  const value = values[names[step]];
  return typeof value === "string" ? value : inLanguage((value ?? {}) as Text, language);
}

function detailOf(values: Values, telling: Telling): string[] {
  const { step, language, options } = telling;
  const text = (name: string) => String(values[name] ?? "");
  const chosen = (name: string) =>
    options[name]?.find(({ value }) => value === values[name])?.label ?? "";
  switch (step) {
    case "funders":
      return [text("share")];
    case "localities":
      return [`${text("genitive")}, ${text("locative")}`, text("municipality"), text("county")];
    case "groups":
      return [chosen("localityId"), periodOf(values, language)];
    case "topics":
      return [chosen("scaleKey")];
    case "sessions":
      return [
        formatDay(text("heldOn"), language),
        `${amount(values.hours, language)} ${language === "lt" ? "val." : "h"}`,
        chosen("groupId") || chosen("localityId"),
        text("lecturer"),
        text("place"),
      ];
    case "indicators":
      return [
        `${amount(values.planned, language)} → ${amount(values.reached, language)}`,
        inLanguage((values.unit ?? {}) as Text, language),
      ];
    case "visions":
      return [chosen("localityId"), text("authors")];
    case "publicity":
      return [
        formatDay(text("publishedOn"), language),
        text("channel"),
        values.areLogosShown === true ? "" : setupTexts[language].publicity.missing,
      ];
    default:
      return [];
  }
}

function periodOf({ startsOn, endsOn }: Values, language: Language): string {
  if (typeof startsOn !== "string" || typeof endsOn !== "string") return "";
  return formatPeriod(startsOn, endsOn, language);
}

function amount(value: unknown, language: Language): string {
  if (typeof value !== "number") return "–";
  const decimals = [0, 1].find((places) => Number(value.toFixed(places)) === value) ?? 2;
  return formatNumber(value, language, decimals);
}
