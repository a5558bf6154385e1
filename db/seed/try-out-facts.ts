import { questionnaireDocumentSchema } from "../../server/domain/questionnaire/document.ts";
import content from "./culture-identity.questionnaire.json" with { type: "json" };
import { demoLogos } from "./logos.ts";
import { dayInWords, fillNotice } from "./notice.ts";
import type { ProgrammeFacts } from "./programme.ts";

const day = 86_400_000;

/** A small programme with its first wave open, on which one person can walk from the first answer to the results. */
export function tryOutFacts(now: Date): ProgrammeFacts {
  const opensAt = new Date(now.getTime() - day);
  const closesAt = new Date(now.getTime() + 365 * day);
  const later = new Date(closesAt.getTime() + 365 * day);
  return {
    slug: "isbandykite",
    kind: "try-out",
    title: { lt: "Bandomoji programa", en: "A programme to try out" },
    contractTitle: { lt: "Bandomoji programa", en: "A programme to try out" },
    goal: {
      lt: "Pereiti visą kelią nuo pirmo atsakymo iki rezultatų.",
      en: "To walk the whole way from the first answer to the results.",
    },
    startsOn: dateOf(now),
    endsOn: dateOf(closesAt),
    moreInfoUrl: "",
    evaluatorName: "Demonstracinis vertintojas",
    funders: [],
    logos: demoLogos.slice(2),
    localities: [
      {
        key: "bandomoji",
        names: ["Bandomoji vietovė", "Bandomosios vietovės", "Bandomojoje vietovėje"],
      },
    ],
    sectors: [],
    topics: [],
    methods: [],
    criteria: [],
    indicators: [],
    notice: fillNotice({
      controller_name: "VšĮ Ateities visuomenės institutas (demonstracija)",
      controller_code: "000000000",
      controller_address: "Demonstracinė g. 1",
      controller_email: "demo@example.org",
      evaluator_name: { lt: "Demonstracinis vertintojas", en: "Demonstration evaluator" },
      funders: { lt: "demonstracinis finansuotojas", en: "demonstration funder" },
      k: "5",
      key_destroy_date: dayInWords(dateOf(closesAt)),
      answers_delete_date: dayInWords(dateOf(closesAt)),
      more_info_url: "https://example.org",
    }),
    questionnaire: shortQuestionnaire(),
    waves: {
      before: { opensAt, closesAt },
      after: { opensAt: closesAt, closesAt: later },
      followup: { opensAt: later, closesAt: new Date(later.getTime() + 365 * day) },
    },
  };
}

/** Two competencies and the knowledge questions of the full questionnaire: five minutes instead of fourteen. */
function shortQuestionnaire() {
  const full = questionnaireDocumentSchema.parse(content);
  const sections = ["IDEN", "DIZM", "knowledge", "looking_back", "overall"];
  const kept = full.sections
    .filter((section) => sections.includes(section.key))
    .map((section) => ({
      ...section,
      items: section.items.filter((item) => !/_(INOV|SKLD|BEND|ERDV)$/.test(item)),
    }));
  const keptItems = new Set(kept.flatMap((section) => section.items));
  const wave = (kind: "before" | "after" | "followup", keys: string[], minutes: number) => ({
    ...full.waves[kind]!,
    minutes,
    sections: keys,
  });
  return questionnaireDocumentSchema.parse({
    ...full,
    key: "try-out",
    sections: kept,
    items: full.items.filter((item) => keptItems.has(item.key)),
    scales: full.scales.filter((scale) => ["IDEN", "DIZM", "ZIN"].includes(scale.key)),
    breakdowns: [],
    waves: {
      before: wave("before", ["IDEN", "DIZM", "overall", "knowledge"], 4),
      after: wave("after", ["IDEN", "DIZM", "looking_back", "knowledge"], 4),
      followup: wave("followup", ["overall"], 1),
    },
  });
}

function dateOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}
