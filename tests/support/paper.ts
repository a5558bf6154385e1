import type {
  Certificates,
  CodeCard,
  CodeCards,
  PaperBlock,
  PaperQuestionnaire,
} from "../../server/documents/paper.ts";
import { aLogo, longTitle } from "./annex.ts";

const common = {
  language: "lt" as const,
  organisation: "VšĮ Ateities visuomenės institutas",
  madeOnDay: "2017-03-01",
  demonstration: "Demonstraciniai duomenys",
};

export function aCard(card: Partial<CodeCard> = {}): CodeCard {
  return {
    programme: "Kultūros inovacijos regionuose",
    locality: "Šilutė",
    code: "BKMR-TVZF",
    url: "https://apklausa.example.org/k/3q2-7wAAAAAAAAAAAAAAAA",
    address: "apklausa.example.org/pradzia",
    hint: "Nufotografuokite kortelę: to paties kodo prireiks po mokymų ir dar kartą po kelių mėnesių. Vardo ant kortelės nerašykite.",
    ...card,
  };
}

export function someCards(cards: Partial<CodeCards> = {}): CodeCards {
  const towns = ["Prienai", "Pagėgiai", "Šilutė", "Ignalina", "Trakai"];
  return {
    ...common,
    title: "Kodų kortelės",
    qrAlt: "QR kodas su asmenine nuoroda į anketą",
    cards: Array.from({ length: 10 }, (_, index) => aCard({ locality: towns[index % 5] ?? "" })),
    ...cards,
  };
}

const agreement = [
  "Visiškai nesutinku",
  "Nesutinku",
  "Nei taip, nei ne",
  "Sutinku",
  "Visiškai sutinku",
  "Negaliu atsakyti",
];

const blocks: PaperBlock[] = [
  { kind: "information", text: "Pažymėkite po vieną langelį eilutėje." },
  {
    kind: "matrix",
    groups: [{ title: null, options: agreement }],
    rows: [
      {
        number: "1.",
        text: "Gebu paaiškinti, kuo kultūros inovacija skiriasi nuo įprasto renginio atnaujinimo.",
      },
      {
        number: "2.",
        text: "Žinau, kaip naują kultūros paslaugą išbandyti su nedidele lankytojų grupe.",
      },
      { number: "3.", text: "Man sunku įtraukti į bendrą veiklą kitų sektorių žmones." },
    ],
  },
  {
    kind: "matrix",
    groups: [
      { title: "Prieš mokymus", options: ["1", "2", "3", "4", "5"] },
      { title: "Dabar", options: ["1", "2", "3", "4", "5"] },
    ],
    rows: [
      { number: "4.", text: "Senamiesčio ir centrinių erdvių įveiklinimas" },
      { number: "5.", text: "Tarpsektorinis bendradarbiavimas" },
    ],
  },
  {
    kind: "choice",
    number: "6.",
    text: "Kuri veiklos sritis Jums artimiausia?",
    hint: "Galima pažymėti kelias.",
    options: [
      { text: "Kultūros centras", isOpen: false },
      { text: "Biblioteka", isOpen: false },
      { text: "Kita:", isOpen: true },
    ],
  },
  {
    kind: "range",
    number: "7.",
    text: "Ar rekomenduotumėte šiuos mokymus kolegoms?",
    values: Array.from({ length: 11 }, (_, value) => String(value)),
    low: "Tikrai ne",
    high: "Tikrai taip",
  },
  { kind: "lines", number: "8.", text: "Ką pirmiausia pritaikysite savo darbe?", lines: 4 },
  {
    kind: "boxes",
    number: "9.",
    text: "Darbo stažas kultūros srityje",
    groups: [2],
    unit: "metai (-ų)",
  },
  { kind: "tick", text: "Sutinku, kad mano atsakymas be vardo būtų cituojamas ataskaitoje." },
];

export function aPaperQuestionnaire(paper: Partial<PaperQuestionnaire> = {}): PaperQuestionnaire {
  return {
    ...common,
    title: "Anketa po mokymų",
    subtitle: longTitle,
    form: "Klausimynas KI-2017, 3 versija (a41c09f2), po mokymų",
    introduction: [
      "Atsakymai susiejami pagal kortelės kodą; vardai su jais nesaugomi. Galite praleisti bet kurį klausimą.",
    ],
    code: { label: "Jūsų kortelės kodas", groups: [4, 4] },
    link: {
      url: "https://apklausa.example.org/v/silute",
      label: "Patogiau telefonu? Nuskenuokite.",
    },
    sections: [
      { title: "Gebėjimai", introduction: null, blocks: blocks.slice(0, 3) },
      {
        title: "Apie Jus ir mokymus",
        introduction: "Keli trumpi klausimai.",
        blocks: blocks.slice(3),
      },
    ],
    closing: "Ačiū! Užpildytą anketą įdėkite į voką.",
    ...paper,
  };
}

export function someCertificates(count: number, batch: Partial<Certificates> = {}): Certificates {
  return {
    ...common,
    title: "Pažymėjimai",
    logos: [
      aLogo("Lietuvos kultūros taryba", 220, 60),
      aLogo("AVI", 64, 64),
      aLogo("LRKM", 150, 60),
    ],
    heading: "PAŽYMĖJIMAS",
    qrAlt: "QR kodas pažymėjimui patikrinti",
    certificates: Array.from({ length: count }, (_, index) => ({
      number: `Nr. KI-2017-${String(index + 1).padStart(3, "0")}`,
      name: `Žydrūnė Ąžuolaitytė-Šešupienė ${index + 1}`,
      text: [
        `dalyvavo mokymuose „${longTitle}“ (40 akad. val.)`,
        "ir įgijo šias kompetencijas: kultūros inovacijos, sklaida, vietovės tapatybė, dizaino mąstymas.",
      ],
      issued: "Vilnius, 2017 m. birželio 30 d.",
      signatory: { position: "Direktorė", name: "Jurgita Vardenytė-Pavardenienė" },
      verification: {
        label: "Patikrinti, ar pažymėjimas galioja:",
        url: `https://apklausa.example.org/pazymejimai/9b1deb4d3b7d4bad${index}`,
      },
    })),
    ...batch,
  };
}
