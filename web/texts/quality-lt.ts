import { counted, type PluralForms } from "./numbers.ts";
import type { QualityTexts } from "./quality.ts";

const peopleForms: PluralForms = {
  one: "dalyvis",
  few: "dalyviai",
  many: "dalyvio",
  other: "dalyvių",
};
const scalesOf: PluralForms = { one: "skalės", few: "skalių", many: "skalės", other: "skalių" };

export const qualityLt: QualityTexts = {
  pageTitle: "Kiek šiais rezultatais galima pasikliauti",
  pageLead:
    "Kiek pakviestųjų atsakė, ar išėjusieji pradėjo kitaip negu likusieji ir ar vienos skalės teiginiai matuoja tą patį. Rodoma tik visa programa.",
  people: "Žmonės",
  note: "Pastaba",
  from: "Ribos nuo",
  to: "Ribos iki",
  scale: "Skalė",
  notShown: "nerodoma (per mažai arba per panašūs atsakymai)",
  start: {
    title: (scale) => `Pokytis pagal pradžią: ${scale}`,
    short: "Pokytis pagal tai, nuo kur pradėta",
    table: (scale) => `${scale}: pokytis pagal balą prieš mokymus`,
    band: (from, to) => `Pradėjo nuo ${from} iki ${to} balų`,
    column: "Balas prieš mokymus",
    meanBefore: "Vidurkis prieš",
    change: "Pokytis",
    summary: ({ low, lowGain, high, highGain }) =>
      `Pradėjusiųjų žemiausiai (${low}) vidutinis pokytis – ${lowGain}, aukščiausiai (${high}) – ${highGain}.`,
    regression:
      "Dalis šio skirtumo atsiranda savaime: kas vieną kartą atsakė labai žemai ar labai aukštai, kitą kartą dažnai atsako arčiau vidurio (regresija į vidurkį), o pradėjusiems aukštai lieka mažiau kur kilti. Todėl iš jo negalima spręsti, kam mokymai naudingesni.",
    caption:
      "Kvadratas – vidutinis pokytis tų, kurie pradėjo šiame skalės trečdalyje, linija – jo tikėtinos ribos. Trečdaliai, kuriuose pradėjo mažiau negu 10 žmonių, sujungti su gretimais.",
    axis: "Pokytis, balai iš 100",
    legend: "Vidutinis pokytis ir tikėtinos ribos (95\u00a0%)",
    method: {
      what: "Visos programos dalyviai, suskirstyti pagal tai, kuriame skalės trečdalyje buvo prieš mokymus, ir jų vidutinis pokytis.",
      formula:
        "Skalės trečdaliai: 0–33, 34–66 ir 67–100 balų. Grupės pokyčių vidurkis ir Stjudento t 95\u00a0% ribos, suapvalinta iki sveikųjų.",
      people:
        "Atsakiusieji ir prieš mokymus, ir po jų; grupėje bent 10 žmonių. Pavieniai žmonės nerodomi niekada.",
      limits:
        "Ar mokymai labiau padėjo silpniau pradėjusiems: regresija į vidurkį ir skalės viršus tokį patį vaizdą sukuria ir savaime.",
    },
  },
  flow: {
    title: "Nuo pakviestųjų iki porų",
    table: "Kiek dalyvių liko kiekviename žingsnyje",
    step: "Žingsnis",
    share: "Dalis pakviestųjų, %",
    steps: {
      enrolled: "Mokymų ciklo dalyviai (pakviesti)",
      before: "Atsakė prieš mokymus",
      after: "Atsakė po mokymų",
      pairs: "Atsakė abu kartus (poros)",
      followup: "Atsakė praėjus 3–6 mėnesiams",
    },
    axis: "Žmonės",
    summary: (pairs, enrolled) =>
      `Pokytis matomas ${pairs} iš ${enrolled} pakviestųjų – tų, kurie atsakė abu kartus.`,
    caption:
      "Kiekviena juosta – kiek žmonių atsakė. Pokyčiai skaičiuojami tik iš atsakiusiųjų abu kartus; apie kitus jie nieko nesako.",
    method: {
      what: "Kiek pakviestų žmonių atsakė kiekvieną kartą ir kiek jų atsakymų pavyko susieti.",
      formula: "Žmonės suskaičiuoti; dalis – nuo visų mokymų ciklo dalyvių.",
      people:
        "Visos programos žmonės. Kol anketa kur nors dar pildoma, vietoj tikslaus skaičiaus – pakopa, į kurią jis patenka.",
      limits:
        "Kodėl kiti neatsakė. Atsakyti galėjo ir į ciklą neįrašyti žmonės, todėl dalis gali viršyti 100\u00a0%.",
    },
  },
  attrition: {
    title: "Išėję ir likę",
    table: "Balas prieš mokymus: atsakiusieji abu kartus ir tik prieš mokymus",
    stayed: "Liko",
    left: "Išėjo",
    meanStayed: "Likusių vidurkis",
    meanLeft: "Išėjusių vidurkis",
    difference: "Skirtumas",
    summary: (clear, all) =>
      clear === 0
        ? "Nė vienoje skalėje aiškaus skirtumo tarp išėjusiųjų ir likusiųjų pradžios nėra; mažų skirtumų gali būti."
        : `Pagal ${clear} iš ${counted(all, scalesOf, "lt")} išėjusieji pradėjo aiškiai kitaip negu likusieji.`,
    nothing: "Išėjusiųjų per mažai, kad jų pradžią būtų galima rodyti.",
    caption:
      "Kvadratas – kiek balų išėjusių vidurkis prieš mokymus didesnis (dešinėje) ar mažesnis (kairėje) už likusių, linija – tikėtinos ribos.",
    axis: "Išėję – likę, balai iš 100",
    legend: "Skirtumas ir tikėtinos ribos (95\u00a0%)",
    method: {
      what: "Ar tie, kurie po mokymų nebeatsakė, pradėjo kitaip negu atsakiusieji abu kartus.",
      formula: "Dviejų grupių vidurkių prieš mokymus skirtumas su Welcho 95\u00a0% ribomis.",
      people:
        "Atsakiusieji prieš mokymus; rodoma, kai išėjo bent tiek žmonių, kiek reikia grupei rodyti.",
      limits: "Kaip išėjusieji būtų pasikeitę: apie jų atsakymus po mokymų nežinoma nieko.",
    },
  },
  reliability: {
    title: "Skalių patikimumas",
    table: "Kronbacho α prieš mokymus",
    items: "Teiginiai",
    alpha: "α",
    summary: (low, high) =>
      low === high
        ? `Rodomos skalės patikimumas (α) – ${low}.`
        : `Rodomų skalių patikimumas (α) – nuo ${low} iki ${high}.`,
    nothing: "Patikimumas rodomas, kai visus skalės teiginius užpildė bent 30 žmonių.",
    caption:
      "Kuo arčiau 1, tuo panašiau žmogus atsako į visus vienos skalės teiginius, taigi tuo mažiau balą veikia atsitiktinumas. Linija – tikėtinos ribos.",
    axis: "Kronbacho α",
    legend: "α ir tikėtinos ribos (95\u00a0%)",
    method: {
      what: "Kiek vienos skalės teiginiai matuoja tą patį; žinių klausimams tai KR-20.",
      formula:
        "α = k/(k − 1) · (1 − teiginių dispersijų suma / balų dispersija); ribos – Feldt (1965).",
      people: "Poros, prieš mokymus užpildžiusios visus skalės teiginius; nuo 30 žmonių.",
      limits:
        "Ar skalė matuoja tai, ką turėtų. Žinių klausimai gali būti apie skirtingus dalykus, tada maža α nėra yda.",
    },
  },
  peopleCount: (count) => counted(count, peopleForms, "lt"),
};
