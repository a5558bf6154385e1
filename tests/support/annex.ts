import type {
  AnnexBlock,
  AnnexCell,
  AnnexDocument,
  AnnexLogo,
  AnnexTable,
} from "../../server/domain/annex/document.ts";
import { aDumbbellChart, aForestChart } from "./charts.ts";

/** An annex as a programme of five localities would get it, in Lithuanian, with invented figures. */
export function anAnnex(annex: Partial<AnnexDocument> = {}): AnnexDocument {
  return {
    format: "pokytis-annex/1",
    language: "lt",
    mark: "Projekto įvykdymo rezultatų ataskaitos\n1 priedas",
    title: `${longTitle}`,
    subtitle: "Mokymų dalyvių kompetencijų pokyčio vertinimas",
    titleLines: [
      { label: "Sutartis", text: "2017 m. sausio 2 d. Nr. KKP-17-042" },
      {
        label: "Finansuoja",
        text: "Lietuvos kultūros taryba; Lietuvos Respublikos kultūros ministerija",
      },
      { label: "Laikotarpis", text: "2017 m. sausio 2 d. – 2017 m. birželio 30 d." },
      { label: "Parengė", text: "Rūta Vertintojienė, vertintoja" },
    ],
    organisation: "VšĮ Ateities visuomenės institutas",
    madeOn: "2017 m. liepos 14 d.",
    madeOnDay: "2017-07-14",
    demonstration: "Demonstraciniai duomenys",
    logos: [
      aLogo("Lietuvos kultūros taryba", 220, 60),
      aLogo("LR kultūros ministerija", 150, 60),
      aLogo("AVI", 64, 64),
    ],
    provenance: [
      { label: "Rezultatų paskelbimas", text: "Nr. 2, 2017 m. liepos 12 d." },
      { label: "Priedo redakcija", text: "1" },
      { label: "Klausimyno versija", text: "3 (a41c09f2…)" },
      { label: "Rodiklių maiša (SHA-256)", text: "9f86d081884c7d659a2feaa0c55ad015".repeat(2) },
    ],
    signatory: { position: "Direktorė", name: "Jurgita Vardenytė-Pavardenienė" },
    blocks: blocks(),
    ...annex,
  };
}

/** The 186 characters of a real contract title. */
export const longTitle =
  "Kultūros produktų / paslaugų kokybės ir prieinamumo didinimas, ugdant regionų kultūros darbuotojų kompetencijas: kultūrinės inovacijos ir jų sklaida, kuriant kultūrinį regiono identitetą";

export function aLogo(alt: string, width: number, height: number): AnnexLogo {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect x="2" y="2" width="${width - 4}" height="${height - 4}" fill="none" stroke="#7a1f2b" stroke-width="4"/><path d="M10 ${height - 12} L${width / 2} 12 L${width - 10} ${height - 12} Z" fill="#7a1f2b"/></svg>`;
  return { mediaType: "image/svg+xml", base64: Buffer.from(svg).toString("base64"), alt };
}

export function aCell(text: string, number: number | null = null): AnnexCell {
  return { text, number };
}

/** Text cells from texts, number cells from numbers as Lithuanians print them. */
export function cellsOf(...values: (string | number)[]): AnnexCell[] {
  return values.map((value) => {
    if (typeof value === "string") return aCell(value);
    return aCell(value.toLocaleString("lt"), value);
  });
}

export function aTable(table: Partial<AnnexTable> = {}): AnnexTable {
  return {
    kind: "table",
    key: "gain-by-locality",
    caption: "Kultūros inovacijos: pokytis pagal vietoves",
    columns: [
      { title: "Vietovė", align: "start", width: 1 },
      { title: "Porų / dalyvių", align: "end", width: "content" },
      { title: "Prieš", align: "end", width: "content" },
      { title: "Po", align: "end", width: "content" },
      { title: "Pokytis", align: "end", width: "content" },
      { title: "95\u00a0% PI", align: "end", width: "content" },
      { title: "Vertinimas", align: "start", width: 0.9 },
    ],
    rows: [
      {
        cells: cellsOf("Prienai", "11 / 13", 48, 66, 18, "9 … 28", "Akivaizdus augimas"),
        isTotal: false,
      },
      {
        cells: cellsOf("Pagėgiai", "3 / 9", "–", "–", "–", "–", "Nerodoma dėl mažos grupės"),
        isTotal: false,
      },
      {
        cells: cellsOf(
          "Šilutė",
          "9 / 14",
          61,
          56.5,
          -4.5,
          "−31 … 12",
          "Per mažai tikra, kad būtų galima pasakyti",
        ),
        isTotal: false,
      },
      {
        cells: cellsOf("Ignalina", "12 / 12", 44, 66, 22, "11 … 33", "Akivaizdus augimas"),
        isTotal: false,
      },
      {
        cells: cellsOf("Trakai", "14 / 16", 55, 67, 12, "3 … 21", "Akivaizdus augimas"),
        isTotal: false,
      },
      {
        cells: cellsOf(
          "Visi dalyviai",
          "49 / 64",
          52.1,
          65.3,
          13.2,
          "8,1 … 18,3",
          "Akivaizdus augimas",
        ),
        isTotal: true,
      },
    ],
    note: "PI – pasikliautinasis intervalas. Balai nuo 0 iki 100. Vidurkiai skaičiuojami tik iš susietų anketų porų.",
    ...table,
  };
}

function blocks(): AnnexBlock[] {
  return [...opening(), ...participants(), ...method(), ...results(), ...voices(), ...ending()];
}

function opening(): AnnexBlock[] {
  return [
    { kind: "heading", level: 1, text: "Santrauka" },
    {
      kind: "paragraph",
      text: "Mokymų cikle penkiose vietovėse dalyvavo 64 žmonės; 49 iš jų atsakė ir prieš mokymus, ir po jų. Po mokymų vidutinis kultūros inovacijų kompetencijos įsivertinimas buvo 13,2 balo iš 100 didesnis negu prieš juos (tikėtinas intervalas panašiems žmonėms – nuo 8,1 iki 18,3 balo). 34 dalyviai save įvertino aukščiau, 9 – taip pat, 6 – žemiau.",
    },
    {
      kind: "note",
      text: "Tai dalyvių pačių vertinimai be palyginamosios grupės: jie rodo pokytį, o ne jo priežastį.",
    },
    { kind: "heading", level: 1, text: "Rodikliai" },
    aTable({
      key: "indicators",
      caption: "Planuotos ir pasiektos rodiklių reikšmės",
      columns: [
        { title: "Rodiklis", align: "start", width: 2 },
        { title: "Planuota", align: "end", width: "content" },
        { title: "Pasiekta", align: "end", width: "content" },
        { title: "Skirtumas", align: "end", width: "content" },
        { title: "Įvykdyta", align: "end", width: "content" },
        { title: "Šaltinis", align: "start", width: 1 },
      ],
      rows: [
        {
          cells: cellsOf(
            "Mokymų ciklo dalyviai, asmenys",
            60,
            64,
            4,
            "106,7\u00a0%",
            "Registracijos sąrašai",
          ),
          isTotal: false,
        },
        {
          cells: cellsOf(
            "Pažymėjimus gavę dalyviai, asmenys",
            60,
            64,
            4,
            "106,7\u00a0%",
            "Pažymėjimų registras",
          ),
          isTotal: false,
        },
        {
          cells: cellsOf(
            "Tarpsektorinės vietovės tapatybės vizijos, vienetai",
            5,
            5,
            0,
            "100,0\u00a0%",
            "Vizijų aprašai",
          ),
          isTotal: false,
        },
      ],
      note: null,
    }),
  ];
}

function participants(): AnnexBlock[] {
  return [
    { kind: "heading", level: 1, text: "Dalyviai" },
    aTable({
      key: "participation",
      caption: "Dalyvavimas ir atsakymai pagal vietoves",
      columns: [
        { title: "Vietovė", align: "start", width: 1 },
        ...[
          "Įsitraukė",
          "Ciklo dalyviai",
          "Atsakė prieš",
          "Atsakė po",
          "Poros",
          "Tik prieš",
          "Tik po",
        ].map((title) => ({ title, align: "end" as const, width: "content" as const })),
      ],
      rows: [
        { cells: cellsOf("Prienai", 15, 13, 12, 12, 11, 1, 1), isTotal: false },
        { cells: cellsOf("Pagėgiai", 11, 9, 4, 5, 3, 1, 2), isTotal: false },
        { cells: cellsOf("Šilutė", 17, 14, 11, 10, 9, 2, 1), isTotal: false },
        { cells: cellsOf("Ignalina", 15, 12, 12, 12, 12, 0, 0), isTotal: false },
        { cells: cellsOf("Trakai", 19, 16, 15, 15, 14, 1, 1), isTotal: false },
        { cells: cellsOf("Iš viso", 77, 64, 54, 54, 49, 5, 5), isTotal: true },
      ],
      note: null,
    }),
  ];
}

function method(): AnnexBlock[] {
  return [
    { kind: "heading", level: 1, text: "Metodas" },
    { kind: "heading", level: 2, text: "Klausimynas ir etapai" },
    {
      kind: "paragraph",
      text: "Prieš mokymus ir po jų dalyviai pildė tą pačią anketą savo telefone arba popieriuje. Anketos susietos pagal kortelės kodą; vardai su atsakymais nesaugomi. Iš 24 teiginių sudarytos šešios skalės, žinioms patikrinti skirti aštuoni klausimai.",
    },
    {
      kind: "list",
      items: [
        "Rodomos tik ne mažesnės negu 5 žmonių grupės.",
        "Skalės balas skaičiuojamas, kai atsakyta bent į pusę jos teiginių.",
        "Du teiginiai apversti; rezultatai be jų pateikti duomenų žodyne, nes neigiamai suformuluoti teiginiai dažniau klaidina negu padeda.",
      ],
    },
    { kind: "heading", level: 2, text: "Ko šis tyrimas parodyti negali" },
    {
      kind: "paragraph",
      text: "Vienos grupės tyrimas „prieš ir po“ negali atskirti mokymų poveikio nuo kitų to meto įvykių, pripratimo prie klausimų ir grįžimo prie vidurkio.",
    },
  ];
}

function results(): AnnexBlock[] {
  return [
    { kind: "page-break" },
    { kind: "heading", level: 1, text: "Rezultatai pagal vietoves" },
    { kind: "heading", level: 2, text: "Kultūros inovacijos" },
    aTable(),
    {
      kind: "figure",
      key: "gain-by-locality",
      caption: "Kultūros inovacijos: pokytis po mokymų pagal vietoves",
      alt: "Pokytis pagal vietoves: Prienai +18, Šilutė −4,5, Ignalina +22, Trakai +12, visi dalyviai +13,2 balo; Pagėgiai nerodomi.",
      chart: aForestChart(),
    },
    { kind: "heading", level: 2, text: "Visos skalės" },
    {
      kind: "figure",
      key: "scales",
      caption: "Vidutinis įsivertinimas prieš mokymus ir po jų, visi dalyviai",
      alt: "Kultūros inovacijos nuo 48 iki 66, senamiesčio įveiklinimas nuo 66 iki 41, sklaida nuo 55 iki 57.",
      chart: aDumbbellChart(),
    },
  ];
}

function voices(): AnnexBlock[] {
  return [
    { kind: "heading", level: 1, text: "Atviri atsakymai" },
    {
      kind: "quotation",
      text: "Pirmą kartą su bibliotekos ir muziejaus žmonėmis sėdėjome prie vieno stalo ir piešėme savo miestelį 😀",
      source: "Dalyvio atsakymas, paskelbtas jam sutikus",
    },
    aTable({
      key: "themes",
      caption: "Dažniausios atvirų atsakymų temos",
      columns: [
        { title: "Tema", align: "start", width: 1 },
        { title: "Atsakymai", align: "end", width: "content" },
      ],
      rows: [],
      note: "Temos skelbiamos, kai jų yra bent dešimtyje atsakymų.",
    }),
  ];
}

function ending(): AnnexBlock[] {
  return [
    { kind: "heading", level: 1, text: "Išvados ir rekomendacijos" },
    { kind: "note", text: "Šį skyrių parašė vertintoja; programa jo nekūrė." },
    {
      kind: "paragraph",
      text: "Rekomenduojama po 3–6 mėnesių pakartoti apklausą ir pasitikslinti, kiek įgytų gebėjimų pritaikyta kasdieniame kultūros įstaigų darbe.",
    },
  ];
}
