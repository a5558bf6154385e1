import { counted, type PluralForms } from "./numbers.ts";
import type { ParticipantImportTexts } from "./participant-import.ts";

const rowsAccusative: PluralForms = {
  one: "eilutę",
  few: "eilutes",
  many: "eilutės",
  other: "eilučių",
};
/** The verbs agree with the noun, so they stand with it. */
const rowsNotShown: PluralForms = {
  one: "eilutė čia nerodoma",
  few: "eilutės čia nerodomos",
  many: "eilutės čia nerodoma",
  other: "eilučių čia nerodoma",
};

const rows: PluralForms = { one: "eilutė", few: "eilutės", many: "eilutės", other: "eilučių" };

export const participantImportTextsLt: ParticipantImportTexts = {
  title: "Dalyvių sąrašo įkėlimas",
  lead: "Tinka „Excel“ (.xlsx) arba CSV failas: viena eilutė – vienas žmogus. Prieš įrašant bus parodyta, kas pasikeis. Tą patį sąrašą galima įkelti kelis kartus: pasikartojančių žmonių neatsiras.",
  keptFor:
    "Kol neįrašėte, failo turinys saugomas iki 24 valandų, paskui ištrinamas. Įrašius jis ištrinamas iš karto.",
  file: "Sąrašo failas",
  fileHint: "Iki 8\u00a0MB ir 20\u00a0000 eilučių.",
  upload: "Įkelti ir peržiūrėti",
  noLocalities: "Programoje dar nėra vietovių. Pirmiausia įrašykite jas.",
  fields: {
    fullName: "Vardas ir pavardė",
    firstName: "Vardas",
    lastName: "Pavardė",
    locality: "Vietovė",
    group: "Grupė",
    sector: "Veiklos sritis",
    organisation: "Įstaiga",
    email: "El. paštas",
    phone: "Telefonas",
    role: "Dalyvavimas",
    gender: "Lytis",
    ageBand: "Amžius",
  },
  columns: {
    title: "Kas yra kuriame stulpelyje",
    lead: "Stulpeliai atpažinti pagal antraštes. Pataisykite, jei reikia; nereikalingi stulpeliai praleidžiami.",
    sheet: "Lapas",
    headRow: "Antraščių eilutė",
    useSheet: "Skaityti šį lapą",
    ignored: "praleisti",
    column: (letter, head) => (head === "" ? `${letter} stulpelis` : `${letter}: ${head}`),
    example: (words) => `pavyzdžiui: ${words}`,
    everybodysLocality: "Visų sąrašo žmonių vietovė",
    everybodysLocalityHint: "Reikalinga, kai sąraše nėra vietovės stulpelio.",
    newcomersRole: "Kaip dalyvauja, jei sąraše nepasakyta",
    fillDown: "Jei vietovės langelis tuščias, galioja viršuje esanti vietovė",
    preview: "Peržiūrėti",
    mistakes: {
      name: "Nurodykite, kuriame stulpelyje vardas ir pavardė (arba kuriame vardas ir kuriame pavardė).",
      twice: "Tas pats dalykas nurodytas dviejuose stulpeliuose: palikite vieną.",
      locality: "Nurodykite vietovės stulpelį arba pasirinkite visų sąrašo žmonių vietovę.",
      headRow: "Įrašykite antraščių eilutės numerį.",
    },
  },
  preview: {
    title: "Kas pasikeis",
    outcomes: {
      new: "Nauji",
      changed: "Pasikeitę",
      same: "Tokie pat",
      unclear: "Neaiškūs",
    },
    explained: {
      new: "Tokio žmogaus toje vietovėje dar nėra.",
      changed: "Žmogus jau yra, sąraše kiti duomenys. Tuščias langelis nieko nekeičia.",
      same: "Nieko nekeičiama.",
      unclear:
        "Toks vardas toje vietovėje jau yra, bet įstaiga kita arba tokių žmonių keli. Pasakykite, ar tai tas pats žmogus; kol nepasakėte, eilutė praleidžiama.",
    },
    rowsWithMistakes: "Eilutės su klaidomis",
    mistakesAdvice:
      "Šios eilutės bus praleistos. Galite pataisyti failą ir įkelti jį iš naujo – dabar arba vėliau.",
    head: {
      row: "Eilutė",
      cell: "Langelis",
      mistake: "Klaida",
      person: "Žmogus",
      locality: "Vietovė",
      change: "Pakeitimai",
      decision: "Kuris tai žmogus",
    },
    faults: {
      missing: "Langelis tuščias: įrašykite.",
      "too-long": "Tekstas per ilgas: sutrumpinkite.",
      "unknown-locality":
        "Tokios vietovės programoje nėra: pataisykite pavadinimą arba pridėkite vietovę.",
      "locality-of-others":
        "Šios vietovės žmonių Jūs netvarkote. Jos eilutes turi įkelti tas, kas ją tvarko.",
      "person-of-others":
        "Žmogus dalyvauja ir kitų tvarkomoje vietovėje, todėl jo duomenų iš čia pakeisti negalima. Palikite langelį tuščią arba kreipkitės į visos programos organizatorių.",
      "unknown-sector":
        "Tokios veiklos srities programoje nėra: pataisykite pavadinimą arba pridėkite sritį.",
      "unknown-role": "Nesuprantama. Rašykite „ciklo dalyvis“ arba „įsitraukęs“.",
      "unknown-gender":
        "Nesuprantama. Rašykite „moteris“, „vyras“, „nebinarinis asmuo“ arba „nenori nurodyti“; nežinodami palikite tuščią.",
      "unknown-age":
        "Nesuprantama. Rašykite metus skaičiumi arba „iki 18“, „18–29“, „30–54“, „55+“; nežinodami palikite tuščią.",
      "not-an-address": "Tai ne el. pašto adresas: pataisykite arba palikite tuščią.",
      repeated: "Tas pats žmogus sąraše jau buvo.",
    },
    repeats: (row) => `Pakartoja ${row} eilutę.`,
    newGroups: (names) => `Bus sukurtos grupės: ${names}.`,
    sameAs: (row) => `tas pats žmogus kaip ${row} eilutėje`,
    knownElsewhere: "jau dalyvauja kitoje vietovėje",
    emptyCell: "tuščia",
    change: (field, before, after) => `${field}: ${before} → ${after}`,
    nothing: "nieko",
    somebodyElse: "Kitas žmogus – įrašyti naują",
    leaveOut: "Praleisti",
    thisOne: (name, work) => `Tas pats: ${work ? `${name}, ${work}` : name}`,
    more: (count) => `ir dar ${counted(count, rows, "lt")}`,
    unclearMore: (count) =>
      `Dar ${counted(count, rowsNotShown, "lt")} ir bus praleista: išspręskite šias ir įkelkite failą iš naujo.`,
    apply: (count) => `Įrašyti ${counted(count, rowsAccusative, "lt")}`,
    applyLeavingOut: (count, leftOut) =>
      `Įrašyti ${counted(count, rowsAccusative, "lt")}, praleisti ${leftOut} su klaidomis`,
    nothingToDo: "Įrašyti nėra ko: viskas jau taip ir yra arba visose eilutėse yra klaidų.",
    changedMeanwhile:
      "Kol peržiūrėjote, dalyvių sąrašas pasikeitė. Nieko neįrašyta; peržiūrėkite dar kartą.",
    discard: "Atsisakyti ir ištrinti įkeltą failą",
  },
};
