import { packageDataTexts } from "../../../web/texts/packages.ts";
import readme from "../../documents/recompute/README.txt?raw";
import { calendarDay } from "../../domain/response/calendar-day.ts";
import { inLanguage } from "../../domain/text.ts";
import type { PackageOrder } from "./build-files.ts";

import type { PackageSource } from "./gather-package.ts";

/** What is inside, how to recompute, and what to keep in mind, in Lithuanian and English. */
export function buildReadme(source: PackageSource, { day, hasOpenTexts }: PackageOrder): string {
  const { programme, release, responses } = source;
  const excluded = responses.filter(({ excludedBecause }) => excludedBecause !== null).length;
  const { lt, en } = packageDataTexts;
  const values: Record<string, string> = {
    title: inLanguage(programme.title, "lt"),
    demonstration: programme.kind === "real" ? "" : `${lt.demonstration} / ${en.demonstration}\n`,
    release: String(release.number),
    released: calendarDay(release.madeAt, programme.timeZone),
    day,
    responses: String(responses.length),
    excluded: String(excluded),
    options: optionsOf(source),
    "texts-lt": hasOpenTexts
      ? "Atviri atsakymai įtraukti: savais žodžiais parašytame tekste žmogų galima atpažinti."
      : "Atviri atsakymai neįtraukti.",
    "texts-en": hasOpenTexts
      ? "Open answers are inside: people can be recognised by what they wrote."
      : "Open answers are not inside.",
  };
  return readme.replace(/\{([a-z-]+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** How to ask the analysis for this release. */
function optionsOf({ release, programme }: PackageSource): string {
  const worthwhile = programme.smallestWorthwhilePoints;
  const options = ["--release", "--threshold", String(release.figures.threshold)];
  return [
    ...options,
    ...(worthwhile === null ? [] : ["--smallest-worthwhile", String(worthwhile)]),
  ].join(" ");
}
