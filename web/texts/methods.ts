import type { Language } from "../../server/domain/text.ts";
import type { ScaleKind } from "./wording-phrases.ts";

/** A figure's method for readers who want to know: what it is, how it is worked out, of whom, and what it cannot show. */
export interface MethodWords {
  what: string;
  formula: string;
  people: string;
  limits: string;
}

interface MethodTexts {
  whatGain: string;
  whatScales: string;
  whatBeforeAfter: string;
  whatParticipation: string;
  score: Record<ScaleKind, string>;
  change: string;
  levels: string;
  participation: string;
  pairsOnly(threshold: number): string;
  enrolled: string;
  limitsGain: Record<ScaleKind, string>;
  limitsScales: string;
  limitsBeforeAfter: string;
  limitsParticipation: string;
}

const lt: MethodTexts = {
  whatGain:
    "Vidutinis tų pačių žmonių pokytis kiekvienoje vietovėje ir visoje programoje, su ribomis, kuriose jis tikėtinas.",
  whatScales:
    "Vidutinis tų pačių vienos vietovės žmonių pokytis kiekvienoje skalėje, su ribomis, kuriose jis tikėtinas.",
  whatBeforeAfter: "Tų pačių žmonių vidurkis prieš mokymus ir po jų kiekvienoje skalėje.",
  whatParticipation: "Kiek mokymų ciklo dalyvių atsakė prieš mokymus, po jų ir abu kartus.",
  score: {
    rating:
      "Kiekvieno žmogaus skalės atsakymų vidurkis paverčiamas balais nuo 0 (visur žemiausias atsakymas) iki 100 (visur aukščiausias); apversti teiginiai pirmiau apverčiami. Balas skaičiuojamas, jei atsakyta bent į pusę skalės klausimų.",
    knowledge:
      "Surinktų taškų dalis paverčiama balais nuo 0 (nė vieno teisingo atsakymo) iki 100 (visi teisingi). „Nežinau“ ir praleistas pateiktos anketos klausimas vertinami 0 taškų.",
  },
  change:
    "Žmogaus pokytis – balo po mokymų ir balo prieš mokymus skirtumas; rodomas pokyčių vidurkis. Ribos: vidurkis ± Stjudento t (n − 1 laisvės laipsnių, 95\u00a0%) × pokyčių standartinis nuokrypis, padalytas iš √n.",
  levels: "Rodomi tų pačių žmonių balų vidurkiai prieš mokymus ir po jų.",
  participation:
    "Suskaičiuotos pateiktos anketos. Pora – to paties kodo anketa prieš mokymus ir anketa po mokymų.",
  pairsOnly: (threshold) =>
    `Skaičiuojami tik atsakiusieji abu kartus; n – porų skaičius. Grupė rodoma nuo ${threshold} porų, o kartais paslepiama ir didesnė, jei iš jos būtų galima apskaičiuoti paslėptąją.`,
  enrolled:
    "Visi mokymų ciklo dalyviai, neskaitant pasitraukusiųjų. Įsitraukusiųjų į kitas projekto veiklas čia nėra.",
  limitsGain: {
    rating:
      "Kas pokytį lėmė: lyginamosios grupės nebuvo. Ar tikrai gebama daugiau: žmonės vertino patys save, o mokydamiesi gali imti vertinti griežčiau. Kuri vietovė geriausia: grupės mažos, todėl jų eilės tvarka būtų atsitiktinė.",
    knowledge:
      "Kas pokytį lėmė: lyginamosios grupės nebuvo, be to, klausimai prieš mokymus ir po jų tie patys. Kuri vietovė geriausia: grupės mažos, todėl jų eilės tvarka būtų atsitiktinė.",
  },
  limitsScales:
    "Kas pokytį lėmė: lyginamosios grupės nebuvo. Kuri sritis pasikeitė labiausiai: skalių klausimai skirtingi, todėl jų balai ne visai palyginami.",
  limitsBeforeAfter:
    "Kiek tiksliai žinomas pokytis (tam skirtos ribos lentelėje) ir kas jį lėmė. Skirtingų skalių balai ne visai palyginami: skiriasi jų klausimai.",
  limitsParticipation: "Kodėl kas nors neatsakė ir kuo neatsakiusieji skiriasi nuo atsakiusiųjų.",
};

const en: MethodTexts = {
  whatGain:
    "The average change of the same people in each locality and in the whole programme, with the range in which it plausibly lies.",
  whatScales:
    "The average change of the same people of one locality on each scale, with the range in which it plausibly lies.",
  whatBeforeAfter: "The average of the same people before and after the training, on each scale.",
  whatParticipation: "How many participants of the cycle answered before, after, and both times.",
  score: {
    rating:
      "The mean of each person's answers on the scale is turned into points from 0 (the lowest answer everywhere) to 100 (the highest everywhere); reversed items are turned round first. A score needs answers to at least half of the scale's items.",
    knowledge:
      "The share of points earned is turned into points from 0 (no answer right) to 100 (all right). “I don't know” and an item left empty in a submitted questionnaire count 0.",
  },
  change:
    "A person's change is the score after less the score before; what is shown is the mean of the changes. Range: mean ± Student's t (n − 1 degrees of freedom, 95%) × standard deviation of the changes, divided by √n.",
  levels: "Shown are the mean scores of the same people before and after.",
  participation:
    "Submitted questionnaires are counted. A pair is a questionnaire before and one after with the same code.",
  pairsOnly: (threshold) =>
    `Only people who answered both times count; n is the number of pairs. A group is shown from ${threshold} pairs on, and sometimes a larger one is hidden too, where a hidden one could be worked out from it.`,
  enrolled:
    "All participants of the training cycle except those who withdrew. People involved in other activities of the project are not counted here.",
  limitsGain: {
    rating:
      "What caused the change: there was no comparison group. Whether people can really do more: they rated themselves, and learning may make them stricter. Which locality is best: the groups are small, so their order would be chance.",
    knowledge:
      "What caused the change: there was no comparison group, and the questions were the same both times. Which locality is best: the groups are small, so their order would be chance.",
  },
  limitsScales:
    "What caused the change: there was no comparison group. Which area changed most: the scales ask different things, so their points are not quite comparable.",
  limitsBeforeAfter:
    "How precisely the change is known (the ranges in the table are for that) and what caused it. Points of different scales are not quite comparable: they ask different things.",
  limitsParticipation:
    "Why somebody did not answer, and how those who did not differ from those who did.",
};

const methodTexts: Record<Language, MethodTexts> = { lt, en };

export function gainMethod({
  kind,
  threshold,
  language,
}: {
  kind: ScaleKind;
  threshold: number;
  language: Language;
}): MethodWords {
  const texts = methodTexts[language];
  return {
    what: texts.whatGain,
    formula: `${texts.score[kind]} ${texts.change}`,
    people: texts.pairsOnly(threshold),
    limits: texts.limitsGain[kind],
  };
}

export function scalesMethod({
  threshold,
  language,
}: {
  threshold: number;
  language: Language;
}): MethodWords {
  const texts = methodTexts[language];
  return {
    what: texts.whatScales,
    formula: `${texts.score.rating} ${texts.change}`,
    people: texts.pairsOnly(threshold),
    limits: texts.limitsScales,
  };
}

export function beforeAfterMethod({
  threshold,
  language,
}: {
  threshold: number;
  language: Language;
}): MethodWords {
  const texts = methodTexts[language];
  return {
    what: texts.whatBeforeAfter,
    formula: `${texts.score.rating} ${texts.levels}`,
    people: texts.pairsOnly(threshold),
    limits: texts.limitsBeforeAfter,
  };
}

export function participationMethod(language: Language): MethodWords {
  const texts = methodTexts[language];
  return {
    what: texts.whatParticipation,
    formula: texts.participation,
    people: texts.enrolled,
    limits: texts.limitsParticipation,
  };
}
