import type { ExchangeTexts } from "./exchange.ts";
import { counted } from "./numbers.ts";

export const exchangeTextsLt: ExchangeTexts = {
  importTitle: "Klausimyno perkėlimas iš failo",
  importLead:
    "Įkelkite klausimyną, parengtą kita sistema. Pirmiausia pamatysite, kas perkelta ir kas ne; niekas neįrašoma, kol nepatvirtinsite.",
  mistakesTitle: "Pataisykite",
  file: "Klausimyno failas",
  fileHint:
    "Tinka XLSForm (.xlsx), „LimeSurvey“ (.lss arba .txt), „SurveyJS“ (.json) ir „Pokyčio“ klausimynai (.json). Iki 8\u00a0MB.",
  waves: "Kada klausti",
  wavesHint:
    "Kitų sistemų failai etapų neturi, todėl visi klausimai bus priskirti pažymėtiems. Vėliau galėsite pakeisti kiekvieno klausimo etapus.",
  wavesMissing: "Pažymėkite bent vieną etapą.",
  waveNames: {
    before: "Prieš mokymus",
    after: "Po mokymų",
    followup: "Praėjus 3–6 mėnesiams",
  },
  language: "Failo kalba",
  languageHint: "Svarbu tik tuomet, kai faile kalba nenurodyta.",
  languageNames: { lt: "Lietuvių", en: "Anglų" },
  languageInList: { lt: "lietuvių", en: "anglų" },
  read: "Perskaityti failą",
  keptFor: "Perskaitytas failas saugomas parą, kol nuspręsite.",
  previewTitle: "Perkeliamas klausimynas",
  fromFile: (name, format) => `Failas: ${name} (${format})`,
  counts: (sections, items) => `Perskaityta: ${sections}, ${items}.`,
  sections: (count) =>
    counted(count, { one: "dalis", few: "dalys", many: "dalies", other: "dalių" }, "lt"),
  items: (count) =>
    counted(
      count,
      {
        one: "klausimas",
        few: "klausimai",
        many: "klausimo",
        other: "klausimų",
      },
      "lt",
    ),
  inLanguages: (names) => `Kalbos: ${names}.`,
  untranslated: (count) =>
    `Trūksta vertimų: ${counted(count, { one: "klausimas neišverstas", few: "klausimai neišversti", many: "klausimo neišversta", other: "klausimų neišversta" }, "lt")}. Juos įrašysite klausimyno rengyklėje.`,
  lossesTitle: "Kas perkelta kitaip arba neperkelta",
  lossesLead: "Peržiūrėkite: galbūt ką nors reikės pridėti ranka.",
  noLosses: "Viskas perkelta taip, kaip buvo.",
  lossTimes: (count) =>
    counted(count, { one: "kartą", few: "kartus", many: "karto", other: "kartų" }, "lt"),
  moreLosses: (count) =>
    `Ir dar ${counted(count, { one: "vieta", few: "vietos", many: "vietos", other: "vietų" }, "lt")}.`,
  lossColumns: { where: "Klausimas faile", what: "Kas pakeista" },
  whole: "visas failas",
  inRow: (name, row) => `${name} (${row}\u00a0eilutė)`,
  losses: {
    "type-not-known": (type) => `Tokio tipo klausimų neturime, todėl praleistas${of(type)}.`,
    "repeat-refused": () =>
      "Kartojama grupė praleista su visais jos klausimais: mūsų klausimynas pildomas vieną kartą.",
    "calculation-left-out": () => "Skaičiavimas praleistas: jo dalyviai nemato.",
    "condition-not-expressible": (text) =>
      `Rodymo sąlygos perkelti nepavyko${of(text)}; klausimas bus rodomas visiems.`,
    "check-left-out": (text) => `Atsakymo tikrinimas neperkeltas${of(text)}.`,
    "language-left-out": (language) =>
      `Kalba praleista${of(language)}: naudojame lietuvių ir anglų.`,
    "language-taken-as": (language) =>
      `Lietuviškų ir angliškų tekstų nėra, todėl pasirinktai kalbai priskirti kitos kalbos tekstai${of(language)}. Juos reikės išversti.`,
    "name-changed": (key) => `Pavadinimas faile netiko mūsų raktams, todėl pakeistas${of(key)}.`,
    "choices-too-few": (count) => `Per mažai pasirinkimų${of(count)}, todėl klausimas praleistas.`,
    "choices-too-many": (count) =>
      `Pasirinkimų per daug${of(count)}: daugiausia gali būti 40, o skalės taškų – 11. Klausimas praleistas.`,
    "list-not-found": (list) =>
      `Pasirinkimų sąrašo faile nėra${of(list)}, todėl klausimas praleistas.`,
    "comment-left-out": () => "Komentaro laukas prie klausimo neperkeltas.",
    "default-left-out": () => "Iš anksto įrašytas atsakymas neperkeltas.",
    "media-left-out": () => "Paveikslas, garsas ar vaizdo įrašas neperkeltas.",
    "taken-as-text": (type) => `Perkeltas kaip trumpas tekstas${of(type)}.`,
    "taken-as-rating": (list) =>
      `Skaičiais koduotas sąrašas suprastas kaip vertinimo skalė${of(list)}.`,
    "taken-as-number": (range) =>
      `Skalė per ilga vertinimui, todėl perkelta kaip skaičius${of(range)}.`,
    "hidden-left-out": () => "Klausimas dalyviams nerodomas, todėl praleistas.",
    "scale-proposed": (count) =>
      `Pasiūlyta skalė iš dalies klausimų${of(count)}. Patikrinkite, ar jie matuoja tą patį.`,
    "scores-left-out": (scores) =>
      `Pasirinkimų balai neperkelti${of(scores)}: jie nesudaro nei skalės, nei vieno teisingo atsakymo.`,
    "choices-not-filtered": (text) =>
      `Kurie pasirinkimai rodomi, priklausė nuo kitų atsakymų${of(text)}; čia bus rodomi visi.`,
    "insertion-left-in": (mark) =>
      `Į tekstą buvo įterpiamas kitas atsakymas ar reikšmė; ženklas liko taip, kaip parašytas${of(mark)}. Perrašykite sakinį.`,
    "too-many-items": () => "Klausimyne gali būti iki 500 klausimų; šis nebetilpo.",
    "waves-left-out": (count) =>
      count === ""
        ? "Klausiama ne visuose etapuose; faile to pasakyti neįmanoma."
        : `Klausimynas apima kelis etapus (${count}); faile bus visi klausimai iš eilės.`,
    "scale-left-out": () => "Skalės aprašo šis formatas neturi.",
    "breakdown-left-out": () => "Grupių, pagal kurias skirstomi rezultatai, šis formatas neturi.",
    "knowledge-key-left-out": (value) => `Teisingas atsakymas neperkeltas${of(value)}.`,
    "looking-back-left-out": () =>
      "Poros „tada ir dabar“ formatas neturi; klausimas stovės atskirai.",
    "newcomers-left-out": () => "Dalis klausiama tik naujų dalyvių; faile to nebus.",
    "way-out-as-option": (option) =>
      `Atsakymas, kuris nėra skalės taškas, faile bus tarp kitų${of(option)}.`,
    "limits-left-out": () => "Kiek pasirinkti mažiausiai ar daugiausia, faile nebus.",
    "unit-left-out": () => "Matavimo vieneto faile nebus.",
    "codes-changed": (code) => `Kodas pakeistas, kad tiktų formatui${of(code)}.`,
  },
  contents: "Kas bus klausimyne",
  kinds: {
    rating: "vertinimas",
    single: "vienas pasirinkimas",
    multiple: "keli pasirinkimai",
    knowledge: "žinių klausimas",
    recommendation: "nuo 0 iki 10",
    "short-text": "trumpas tekstas",
    "long-text": "ilgas tekstas",
    number: "skaičius",
    date: "data",
    ranking: "išdėstymas eilės tvarka",
    consent: "sutikimas",
    information: "tekstas skaityti",
  },
  asked: (condition, required) =>
    [...(required ? ["privalomas"] : []), ...(condition ? ["rodomas su sąlyga"] : [])].join(", "),
  take: "Įrašyti kaip juodraštį",
  takeAdvice: "Juodraštį galėsite taisyti, o parengę paskelbsite.",
  discard: "Neperkelti",
  exportTitle: "Klausimynas kitoms sistemoms",
  exportLead: "Pasirinkite formatą. Po kiekvienu parašyta, ko juo pasakyti neįmanoma.",
  ofVersion: (number) => `Paskelbta ${number} versija.`,
  ofDraft: "Dabartinis juodraštis.",
  formats: {
    own: "Pokytis",
    xlsform: "XLSForm",
    "limesurvey-text": "LimeSurvey (.txt)",
    "limesurvey-xml": "LimeSurvey (.lss)",
    surveyjs: "SurveyJS",
  },
  formatHints: {
    own: "JSON; visas klausimynas, tinka perkelti į kitą „Pokytį“.",
    xlsform: "„Excel“ failas, kurį skaito ODK, „KoboToolbox“, „Survey123“.",
    "limesurvey-text": "Tabuliatoriais atskirtas tekstas, kurį galima taisyti skaičiuokle.",
    "limesurvey-xml": "„LimeSurvey“ 4 ir naujesnėms versijoms.",
    surveyjs: "JSON, kurį skaito „SurveyJS“ bibliotekos.",
  },
  download: (format) => `Atsisiųsti: ${format}`,
  nothingLost: "Perkeliama viskas.",
  someLost: (count) =>
    `Ko šis formatas nepasako: ${counted(count, { one: "pastaba", few: "pastabos", many: "pastabos", other: "pastabų" }, "lt")}`,
  faults: {
    "format-not-known":
      "Tokio failo neatpažinome. Tinka XLSForm, „LimeSurvey“ apklausa (.lss ar .txt), „SurveyJS“ arba „Pokyčio“ klausimynas.",
    "json-syntax":
      "JSON faile yra rašybos klaida, todėl jo perskaityti neįmanoma. Iš tos sistemos atsisiųskite failą dar kartą.",
    "own-format":
      "Tai „Pokyčio“ klausimynas, bet jo sandara neteisinga. Pataisykite nurodytas vietas arba atsisiųskite failą iš naujo.",
    "no-survey-sheet": "„Excel“ faile nėra lapo „survey“. XLSForm klausimynas rašomas būtent jame.",
    "no-type-column":
      "„Excel“ failo lape „survey“ nerasta stulpelių „type“ ir „name“, pagal kuriuos skaitoma XLSForm anketa.",
    "no-questions":
      "Faile nerasta nė vieno klausimo, kurį galėtume perkelti. Patikrinkite, ar tai tas failas.",
  },
  places: (list) => `Vietos: ${list}.`,
  back: "Klausimynai",
};

/** What it was about, in brackets. */
function of(detail: string): string {
  return detail === "" ? "" : ` (${detail})`;
}
