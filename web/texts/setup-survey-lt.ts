import { counted, type PluralForms } from "./numbers.ts";
import type { SetupTexts } from "./setup.ts";

const participantsOf: PluralForms = {
  one: "dalyvio",
  few: "dalyvių",
  many: "dalyvio",
  other: "dalyvių",
};

export const setupSurveyLt: Pick<
  SetupTexts,
  "notice" | "questionnaire" | "waves" | "planning" | "start"
> = {
  notice: {
    none: "Pranešimas dar nepaskelbtas.",
    published: (number, day) => `Paskelbta ${number} versija, ${day}`,
    draft: "Žemiau – juodraštis: jis išsaugotas, bet dar nepaskelbtas.",
    fits: (mode) => `Tekstas parašytas pagal kodų tvarką „${mode}“.`,
    missing: "Kad šablone neliktų tuščių vietų, pirmiausia įrašykite:",
    missingParts: {
      controller: "organizacijos kodą, adresą ir el. paštą",
      evaluator: "vertintojo vardą",
      funders: "finansuotojus",
      retention: "saugojimo terminus",
    },
    edit: "Pranešimo tekstas",
    textLabel: "Tekstas",
    textHint:
      "Kiekviena eilutė – atskira pastraipa, jos pirmasis sakinys rodomas paryškintas. Keiskite žodžius, bet ne tai, kas pažadama: sistema daro tai, kas šablone parašyta.",
    statements: "Po tekstu dalyvis pažymi",
    saveDraft: "Išsaugoti juodraštį",
    publish: "Paskelbti",
    publishAdvice:
      "Paskelbta versija nebekeičiama. Kas pradės pildyti vėliau, matys naująją; jau pradėjusiems lieka galioti ta, kurią perskaitė.",
    startOver: "Grįžti prie šablono",
    startOverAdvice: "Juodraštis bus pakeistas šablonu pagal dabartinius programos duomenis.",
    empty: "Parašykite tekstą visomis programos kalbomis.",
    gapLeft: "Tekste liko neužpildytų vietų, pažymėtų [...]. Užpildykite jas prieš skelbdami.",
    whoAnswered: "Organizatorius matys, kas anketą jau pateikė (bet ne ką atsakė)",
    whoAnsweredHint:
      "Tik jei to tikrai reikia. Pažymėjus, pranešime tai pasakoma dalyviams, o puslapyje „Kam ko trūksta“ atsiranda stulpelis – toms anketoms, kurias visi pradėjo pildyti jau perskaitę šį pranešimą. Kiekvienas pažiūrėjimas įrašomas į veiksmų žurnalą.",
    whoAnsweredFitted: {
      told: "Pažymėjote, kad organizatorius matys, kas anketą pateikė, bet tekste to nebuvo. Sakinys įrašytas: perskaitykite ir skelbkite.",
      untold:
        "Tekste buvo sakinys, kad organizatorius matys, kas anketą pateikė, bet tai nepažymėta. Sakinys išimtas: perskaitykite ir skelbkite.",
    },
  },
  questionnaire: {
    none: "Paskelbtos versijos dar nėra.",
    published: (number, title) => `Paskelbta ${number} versija: ${title}`,
    open: "Klausimynai",
  },
  waves: {
    names: { before: "Prieš mokymus", after: "Po mokymų", followup: "Praėjus 3–6 mėnesiams" },
    optional: "Jei šios anketos nebus, palikite tuščią.",
    zone: (name) => `Laikas – pagal programos laiko juostą (${name}).`,
    opensAt: "Pildyti nuo",
    closesAt: "Pildyti iki",
    grace: "Kiek minučių skirti pradėjusiesiems baigti",
    graceHint: "Kiek laiko po pabaigos dar gali baigti tas, kas jau pradėjo.",
    version: "Klausimyno versija",
    versionName: (number, title) => `${number} versija: ${title}`,
    localities: "Kitos datos atskirose vietovėse",
    localitiesHint: "Rašykite tik ten, kur datos kitokios; kitur galioja bendrosios.",
    planned:
      "Datos išsaugotos. Anketos atsiras pačios, kai bus paskelbtas ir klausimynas, ir dabartinei kodų tvarkai tinkamas privatumo pranešimas.",
    plannedReady:
      "Klausimynas ir privatumo pranešimas jau paskelbti, bet dalies anketų parengti nepavyko: laikas jau praėjęs, klausimynas šio etapo neturi arba klausimynų keli. Peržiūrėkite datas, pasirinkite klausimyno versiją ir išsaugokite.",
    set: "Nustatyta.",
    frozenOpening: "Pradžia nebekeičiama: pildymas jau prasidėjo.",
    frozenVersion: "Versija nebekeičiama: pagal ją jau atsakyta.",
    closed: "Pildymas baigtas visose vietovėse, datos nebekeičiamos.",
    closedIn: (names) => `Jau baigta: ${names}.`,
    save: "Išsaugoti datas",
    mistakes: {
      half: "Reikia ir pradžios, ir pabaigos.",
      "closes-before-opens": "Pabaiga turi būti vėlesnė už pradžią.",
      "not-a-moment": "Parašykite datą ir laiką.",
      grace: "Įrašykite nuo 0 iki 1\u00a0440 minučių.",
      version: "Pasirinkite klausimyno versiją.",
      order: "Ši anketa negali prasidėti anksčiau už ankstesniąją.",
      opened: "Pildymas jau prasidėjo: pabaiga turi būti vėlesnė negu dabar.",
    },
  },
  planning: {
    deviation: "Kiek žmonių pokyčiai skiriasi (standartinis nuokrypis, balais iš 100)",
    deviationHint:
      "Prielaida. Panašiose apklausose pokyčių nuokrypis dažnai būna 10–20 balų; jei turite ankstesnės programos duomenų, naudokite juos.",
    share: "Kiek procentų dalyvių užpildys abi anketas",
    shareHint:
      "Prielaida. Pildant mokymų salėje su kortelėmis paprastai pavyksta susieti 80–90\u00a0proc.",
    show: "Perskaičiuoti",
    caption: "Vidutinio pokyčio tikslumas pagal dalyvių skaičių",
    columns: {
      people: "Dalyvių",
      pairs: "Užpildys abi anketas",
      halfWidth: "Vidurkis žinomas ± balų",
      enough: "Ar pakanka vertingam pokyčiui atskirti",
      power: "Tikimybė jį pamatyti",
    },
    yes: "taip",
    no: "ne",
    tooFew: "per mažai porų",
    pointForms: { one: "balo", few: "balų", many: "balo", other: "balų" },
    sentence: (worthwhile, people) =>
      `Kad vidurkis būtų žinomas bent ${worthwhile} tikslumu (tiek yra mažiausias vertingas pokytis), pagal šias prielaidas reikia bent ${counted(people, participantsOf, "lt")}. Mažesnėse vietovėse žiūrėkite visos programos rezultatą.`,
    sentenceNever: (worthwhile) =>
      `Pagal šias prielaidas net 40 dalyvių nepakanka, kad vidurkis būtų žinomas ${worthwhile} tikslumu. Žiūrėkite visos programos rezultatą arba didinkite grupes.`,
    noWorthwhile:
      "Mažiausias vertingas pokytis dar nenustatytas. Nustatykite jį prieš pirmąjį atsakymą – tada jis bus sąžiningas.",
    points: (value) => `±${value}`,
    explanation:
      "95\u00a0proc. pasikliautinojo intervalo pusė: t skirstinio kvantilis, padaugintas iš nuokrypio ir padalytas iš porų skaičiaus šaknies.",
    powerExplanation:
      "Tikimybė jį pamatyti: jei žmonės iš tikrųjų pasikeis tiek, kiek mažiausias vertingas pokytis, kaip dažnai visas tokios grupės intervalas bus aukščiau nulio (porinio t kriterijaus galia, dvipusis 5\u00a0proc. lygmuo, necentrinis t skirstinys). Paprastai siekiama 80\u00a0proc. Kai tikimybė mažesnė, „aiškaus pokyčio nematyti“ nereiškia, kad jo nebuvo.",
    chance: (percent, isMore) => `${isMore ? "per " : ""}${percent}\u00a0proc.`,
  },
  start: {
    title: "Nauja programa",
    link: "Nauja programa",
    lead: "Pradžiai pakanka pavadinimo ir datų. Visa kita surašysite po to, žingsnis po žingsnio.",
    slug: "Adresas",
    slugHint:
      "Programos puslapio adreso dalis. Palikus tuščią, ji bus sudaryta iš pavadinimo, pavyzdžiui, kulturos-inovacijos-2026.",
    from: "Perimti iš ankstesnės programos",
    fromNothing: "– pradėti nuo pradžių –",
    copyTitle: "Ką perimti",
    copyLead: "Žmonės, kodai ir atsakymai niekada neperimami.",
    parts: {
      settings: "nuostatas (tikslas, vertintojas, riba, kodų tvarka)",
      funders: "finansuotojus",
      logos: "logotipus",
      localities: "vietoves",
      sectors: "veiklos sritis",
      topics: "temas ir metodus",
      criteria: "atrankos kriterijus (be sprendimų)",
      indicators: "rodiklius (be pasiektų reikšmių)",
      questionnaires: "klausimynus su paskelbtomis versijomis",
    },
    create: "Sukurti programą",
  },
};
