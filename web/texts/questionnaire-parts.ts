/** Words of lists pasted at once, of groups that figures tell apart, and of changing a question's kind. */
export interface PartTexts {
  addStatements: string;
  statements: Record<
    "title" | "lead" | "lines" | "linesHint" | "scale" | "scaleHint" | "noScale" | "newScale",
    string
  >;
  otherKind: string;
  otherKindHint: string;
  breakdowns: Record<
    | "lead"
    | "item"
    | "add"
    | "title"
    | "titleHint"
    | "groups"
    | "groupsHint"
    | "addGroup"
    | "answers"
    | "answersHint"
    | "noGroup"
    | "other",
    string
  > & { edit(key: string): string; group(number: number, label: string): string };
}

export const partsLt: PartTexts = {
  addStatements: "Įklijuoti kelis teiginius",
  statements: {
    title: "Keli teiginiai iš karto",
    lead: "Įklijuokite teiginių sąrašą: kiekviena eilutė taps atskiru teiginiu. Numeriai ir sąrašo ženklai eilučių pradžioje pašalinami. Vėliau kiekvieną teiginį galėsite taisyti atskirai.",
    lines: "Teiginiai, po vieną eilutėje",
    linesHint:
      "Kiekviena kalba tiek pat eilučių ta pačia tvarka. Vienos kalbos galite neįrašyti dabar, o pridėti vėliau.",
    scale: "Į kurią skalę įeina",
    scaleHint: "Skalė – teiginiai, iš kurių apskaičiuojamas vienas balas.",
    noScale: "(į jokią)",
    newScale: "Nauja skalė, pavadinta kaip dalis",
  },
  otherKind: "Pakeisti klausimo rūšį",
  otherKindHint:
    "Tekstas ir atsakymų variantai lieka. Niekas nepasikeis, kol neperžiūrėsite ir neišsaugosite.",
  breakdowns: {
    lead: "Rezultatus galima rodyti ir pagal grupes, pavyzdžiui, pagal veiklos sritį. Grupės sudaromos iš vieno pasirinkimo klausimo atsakymų. Kuo grupės stambesnės, tuo dažniau jas galima parodyti nieko neišduodant.",
    item: "Klausimas, kurio atsakymai sudaro grupes",
    add: "Sudaryti grupes",
    edit: (key) => `Grupės ${key}`,
    title: "Pavadinimas rezultatuose",
    titleHint: "Pavyzdžiui: „Veiklos sritis“.",
    groups: "Grupės",
    groupsHint: "Bent dvi. Eilutė be teksto išnyks išsaugojus.",
    addGroup: "Pridėti grupę",
    answers: "Kuriai grupei priklauso atsakymas",
    answersHint:
      "Kas pasirinko atsakymą, nepriskirtą jokiai grupei, skaičiuojamas kartu su neatsakiusiais.",
    noGroup: "(jokiai)",
    group: (number, label) => (label ? `${number}. ${label}` : `${number} grupė`),
    other: "Kita (įrašyta)",
  },
};

export const partsEn: PartTexts = {
  addStatements: "Paste several statements",
  statements: {
    title: "Several statements at once",
    lead: "Paste a list of statements: each line becomes a statement of its own. Numbers and bullets at the beginning of lines are taken off. Every statement can be edited by itself afterwards.",
    lines: "Statements, one a line",
    linesHint:
      "As many lines in every language, in the same order. One language may be left for later.",
    scale: "Which scale they belong to",
    scaleHint: "A scale is the statements that one score is made of.",
    noScale: "(none)",
    newScale: "A new scale, called like the section",
  },
  otherKind: "Change the kind of the question",
  otherKindHint:
    "Its text and answers stay. Nothing changes until you have looked it through and saved.",
  breakdowns: {
    lead: "Results can also be shown by group, by field of work for example. Groups are made of the answers to a question with one choice. The broader the groups, the more often they can be shown without giving anybody away.",
    item: "The question whose answers make the groups",
    add: "Make groups",
    edit: (key) => `Groups ${key}`,
    title: "Title in the results",
    titleHint: "For example: “Field of work”.",
    groups: "Groups",
    groupsHint: "At least two. A row without text disappears when saved.",
    addGroup: "Add a group",
    answers: "Which group an answer belongs to",
    answersHint:
      "Whoever chose an answer that is in no group is counted with those who did not answer.",
    noGroup: "(none)",
    group: (number, label) => (label ? `${number}. ${label}` : `Group ${number}`),
    other: "Other (in own words)",
  },
};
