import { counted, type PluralForms, pluralForm } from "./numbers.ts";
import type { ParticipantTexts } from "./participants.ts";

const people: PluralForms = { one: "žmogus", few: "žmonės", many: "žmogaus", other: "žmonių" };
const lines: PluralForms = {
  one: "registracija",
  few: "registracijos",
  many: "registracijos",
  other: "registracijų",
};
const certificates: PluralForms = {
  one: "pažymėjimą gavęs dalyvis",
  few: "pažymėjimus gavę dalyviai",
  many: "pažymėjimus gavusio dalyvio",
  other: "pažymėjimus gavusių dalyvių",
};
const involved: PluralForms = {
  one: "įsitraukęs žmogus",
  few: "įsitraukę žmonės",
  many: "įsitraukusio žmogaus",
  other: "įsitraukusių žmonių",
};
const pairs: PluralForms = { one: "pora", few: "poros", many: "poros", other: "porų" };
const rows: PluralForms = { one: "eilutė", few: "eilutės", many: "eilutės", other: "eilučių" };

export const participantTextsLt: ParticipantTexts = {
  title: "Dalyviai",
  lead: "Čia laikomi vardai, kontaktai ir lankomumas. Anketų atsakymai saugomi atskirai ir šiame sąraše jų nėra.",
  roles: { "cycle-participant": "mokymų ciklo dalyvis", involved: "kitaip įsitraukęs žmogus" },
  fields: {
    fullName: "Vardas ir pavardė",
    organisation: "Įstaiga",
    email: "El. paštas",
    phone: "Telefonas",
    gender: "Lytis",
    ageBand: "Amžius",
    locality: "Vietovė",
    group: "Grupė",
    sector: "Veiklos sritis",
    role: "Dalyvavimas",
    enrolledOn: "Dalyvauja nuo",
    withdrawnOn: "Pasitraukė",
  },
  hints: {
    email: "Galima palikti tuščią arba įrašyti bendrą įstaigos adresą.",
    gender: "Nebūtina. Rodoma tik bendruose visos programos skaičiuose.",
    ageBand: "Nebūtina. Rodoma tik bendruose visos programos skaičiuose.",
    withdrawnOn: "Data, pvz., 2017-03-01. Palikite tuščią, jei dalyvauja.",
    enrolledOn: "Data, pvz., 2017-03-01.",
  },
  mistakes: {
    fullName: "Įrašykite vardą ir pavardę, ne ilgesnius kaip 200 ženklų.",
    organisation: "Sutrumpinkite įstaigos pavadinimą iki 200 ženklų.",
    email: "Tai nepanašu į el. pašto adresą. Įrašykite vieną adresą, be vardo.",
    phone: "Sutrumpinkite telefono numerį iki 50 ženklų.",
    gender: "Pasirinkite lytį iš sąrašo arba palikite „nenurodyta“.",
    ageBand: "Pasirinkite amžių iš sąrašo arba palikite „nenurodyta“.",
    locality: "Pasirinkite vietovę.",
    group: "Pasirinkite tos pačios vietovės grupę.",
    sector: "Pasirinkite veiklos sritį iš sąrašo.",
    role: "Pasirinkite, kaip žmogus dalyvauja.",
    enrolledOn: "Įrašykite datą, pvz., 2017-03-01.",
    withdrawnOn: "Įrašykite datą, pvz., 2017-03-01, ne ankstesnę už dalyvavimo pradžią.",
  },
  mistakesTitle: "Pataisykite:",
  isContactShared: "Adresu naudojasi keli žmonės (asmeninė nuoroda juo nesiunčiama)",
  noChoice: "nenurodyta",
  counts: {
    title: "Kiek žmonių",
    byLocality: "Pagal vietoves ir kaip skaičiuojama",
    columns: {
      locality: "Vietovė",
      involved: "Įsitraukę",
      cycleParticipants: "Mokymų ciklo dalyviai",
      certified: "Gavę pažymėjimą",
    },
    whole: "Iš viso žmonių",
    sentence: (all, certified) =>
      `${counted(all, involved, "lt")}, ${counted(certified, certificates, "lt")}.`,
    definition:
      "Skaičiuojama dabar, iš šio sąrašo. Įsitraukę – visi sąraše esantys ir nepasitraukę žmonės; ciklo dalyviai – tie iš jų, kurie dalyvauja mokymų cikle; gavę pažymėjimą – tie ciklo dalyviai, kurių pažymėjimas galioja. Kiekvienas žmogus skaičiuojamas vieną kartą.",
    moreThanWhole:
      "Vietovių skaičių suma didesnė už bendrą, nes kai kurie žmonės dalyvauja keliose vietovėse: kiekvienoje jie skaičiuojami po kartą, o bendrame skaičiuje – vieną kartą.",
  },
  search: {
    title: "Sąrašas",
    words: "Vardas arba įstaiga",
    hint: "Galima rašyti ir be lietuviškų raidžių.",
    everywhere: "visos vietovės",
    everyGroup: "visos grupės",
    everySector: "visos sritys",
    everyRole: "visi",
    withdrawn: "pasitraukę",
    submit: "Ieškoti",
    all: "Rodyti visus",
    found: (enrolments, count) =>
      enrolments === count
        ? `Rasta: ${counted(count, people, "lt")}.`
        : `Rasta: ${counted(count, people, "lt")}, ${counted(enrolments, lines, "lt")}.`,
    none: "Tokių dalyvių nėra.",
    empty: "Dalyvių dar nėra. Įkelkite sąrašą arba įrašykite pirmąjį žmogų.",
    previous: "Ankstesni",
    next: "Tolesni",
    page: (page, all) => `${page} puslapis iš ${all}`,
  },
  list: {
    columns: {
      person: "Žmogus",
      locality: "Vietovė",
      sector: "Veiklos sritis",
      role: "Dalyvavimas",
      contact: "Kontaktai",
    },
    shared: "bendras adresas",
    withdrawn: (day) => `pasitraukė ${day}`,
  },
  links: {
    add: "Įrašyti žmogų",
    import: "Įkelti sąrašą",
    duplicates: "Galimi pasikartojimai",
    attendance: "Lankomumas",
    completion: "Kam ko trūksta",
    back: "Grįžti į dalyvių sąrašą",
  },
  person: {
    newTitle: "Naujas dalyvis",
    add: "Įrašyti",
    save: "Išsaugoti",
    saved: "Išsaugota.",
    added: "Žmogus įrašytas. Čia galite pataisyti jo duomenis arba įrašyti jį į dar vieną vietovę.",
    enrolments: "Kur dalyvauja",
    addEnrolment: "Įrašyti į dar vieną vietovę",
    everywhere: "Žmogus jau įrašytas visose vietovėse.",
    alreadyEnrolled: "Šioje vietovėje žmogus jau įrašytas.",
    certifiedStays:
      "Žmogus turi galiojantį šios vietovės pažymėjimą, todėl lieka mokymų ciklo dalyviu. Pirmiausia panaikinkite pažymėjimą.",
    groupElsewhere: "Ši grupė yra kitoje vietovėje.",
    look: "Taisyti",
    isCertified: "turi galiojantį pažymėjimą",
    held: "Žmogus dalyvauja ir vietovėse, kurias tvarko kiti, todėl jo vardą, kontaktus ir kitus duomenis keičia tik visos programos organizatorius. Čia galite tvarkyti jo dalyvavimą savo vietovėse.",
    withdrawHint:
      "Pasitraukęs žmogus neskaičiuojamas ir laiškų negauna, bet jo lankomumas ir pažymėjimai lieka.",
  },
  removal: {
    title: "Pašalinti iš sąrašo",
    lead: "Tinka, kai žmogus įrašytas per klaidą: jis neturi nei kortelės, nei pažymėjimo, jo lankomumas nežymėtas ir laiškų jam nesiųsta. Kas tiesiog nebedalyvauja, to nešalinkite – įrašykite, kada pasitraukė.",
    sure: (name) => `Taip, pašalinti iš sąrašo: ${name}`,
    mustBeSure: "Pažymėkite, kad tikrai norite pašalinti šį žmogų.",
    button: "Pašalinti",
    removed: "Žmogus pašalintas iš sąrašo.",
    hasTraces:
      "Žmogus turi kortelę ar pažymėjimą, pažymėtas jo lankomumas arba jam siųstas laiškas, todėl iš čia nešalinamas. Jei jis prašo ištrinti savo duomenis, priimkite prašymą duomenų apsaugos puslapyje.",
    askWhole: "Kreipkitės į visos programos organizatorių.",
    desk: "Duomenų apsauga",
  },
  duplicates: {
    title: "Galimi pasikartojimai",
    lead: "Sistema tik siūlo: ar tai tas pats žmogus, sprendžiate Jūs. Sujungus, lankomumas, pažymėjimai ir kortelės pereina žmogui, kurį paliekate, o jei duomenys skiriasi, lieka jo duomenys.",
    none: "Panašių įrašų nėra.",
    count: (count) => `Rasta: ${counted(count, pairs, "lt")}.`,
    more: (count) =>
      `Dar ${counted(count, pairs, "lt")} ${pluralForm(count, { one: "bus parodyta", few: "bus parodytos", many: "bus parodyta", other: "bus parodyta" }, "lt")}, kai išspręsite šias.`,
    reasons: {
      "same-name-and-address": "tas pats vardas ir tas pats el. paštas",
      "same-name": "tas pats vardas",
      "close-name": "vardai skiriasi viena raide",
    },
    keep: (name) => `Sujungti, palikti: ${name}`,
    distinct: "Tai du žmonės",
    merged: "Sujungta.",
    noted: "Įsiminta: tai du žmonės.",
    pair: (one, other) => `${one} ir ${other}`,
    keptExplained: "Abiejų pažymėjimai lieka galioti su savo numeriais.",
  },
  imported: ({ added, changed, same, leftOut }) =>
    `Sąrašas įkeltas. Naujos eilutės: ${added}, pakeistos: ${changed}, tokios pat: ${same}${
      leftOut > 0 ? `, praleista ${counted(leftOut, rows, "lt")}` : ""
    }.`,
};
