import type { Language } from "../../server/domain/text.ts";

export type EndpointName = "programme" | "results" | "participation" | "figures" | "figure";

/** Words of the page on which programmers find the API, and of making tokens. */
export interface ApiTexts {
  title: string;
  lead: string;
  addresses: string;
  endpoints: Record<EndpointName, string>;
  description: string;
  example: string;
  tokens: string;
  noTokens: string;
  name: string;
  nameAdvice: string;
  days: string;
  make: string;
  madeTitle: string;
  madeAdvice: string;
  validUntil(day: string): string;
  lastUsed(day: string | null): string;
  revoke: string;
  revokeNamed(name: string): string;
}

const lt: ApiTexts = {
  title: "Rezultatai kitiems įrankiams (API)",
  lead: "Tuos pačius paskelbtus rezultatus gali skaityti ir kitos kompiuterių programos, pavyzdžiui, R, „Python“ ar skaičiuoklė. API – adresai, kuriais jos tai daro. Atskirų atsakymų, kodų ir žmonių čia nėra.",
  addresses: "Adresai",
  endpoints: {
    programme: "Programa, jos vietovės savo tvarka ir paskelbtų rezultatų versijos.",
    results: "Naujausia rezultatų versija: visų dalyvių ir vietovių pokytis kiekvienoje skalėje.",
    participation:
      "Kiek žmonių iki šiol atsakė: tiksliai ten, kur etapai baigti, ir pakopomis ten, kur dar pildoma.",
    figures: "Naujausios versijos paveikslų sąrašas.",
    figure: "Vieno paveikslo lentelė, tokia pat kaip puslapyje; ?language=lt arba en.",
  },
  description: "Aprašas programuotojams (OpenAPI)",
  example: "Pavyzdys",
  tokens: "Jūsų raktai šiai programai",
  noTokens: "Galiojančių raktų neturite.",
  name: "Kam skirtas raktas",
  nameAdvice: "Pavyzdžiui, „R ataskaita“.",
  days: "Kiek dienų galioja (1–365)",
  make: "Sukurti raktą",
  madeTitle: "Raktas sukurtas",
  madeAdvice:
    "Nusikopijuokite jį dabar: vėliau jis neberodomas. Kas turi raktą, gali skaityti šios programos rezultatus Jūsų vardu.",
  validUntil: (day) => `galioja iki ${day}`,
  lastUsed: (day) => (day === null ? "dar nenaudotas" : `paskutinį kartą naudotas ${day}`),
  revoke: "Atšaukti",
  revokeNamed: (name) => `Atšaukti raktą „${name}“`,
};

const en: ApiTexts = {
  title: "Results for other tools (API)",
  lead: "Other computer programs, such as R, Python or a spreadsheet, can read the same released results. The API is the addresses by which they do so. There are no single answers, codes or people here.",
  addresses: "Addresses",
  endpoints: {
    programme: "The programme, its localities in their order, and its releases.",
    results: "The newest release: change on every scale, over all participants and by locality.",
    participation:
      "How many have answered: exact where waves have closed, in steps where they are open.",
    figures: "The figures of the newest release by name.",
    figure: "One figure's table, as the page shows it; ?language=lt or en.",
  },
  description: "Description for programmers (OpenAPI)",
  example: "Example",
  tokens: "Your tokens for this programme",
  noTokens: "You have no valid token.",
  name: "What the token is for",
  nameAdvice: "For instance “Report in R”.",
  days: "Days it is valid (1–365)",
  make: "Make a token",
  madeTitle: "The token was made",
  madeAdvice:
    "Copy it now: it is not shown again. Whoever has it can read this programme's results in your name.",
  validUntil: (day) => `valid until ${day}`,
  lastUsed: (day) => (day === null ? "not used yet" : `last used on ${day}`),
  revoke: "Withdraw",
  revokeNamed: (name) => `Withdraw the token “${name}”`,
};

export const apiTexts: Record<Language, ApiTexts> = { lt, en };
