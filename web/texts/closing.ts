import type { Language } from "../../server/domain/text.ts";
import type { WaveKind } from "../../server/domain/words.ts";
import { joinWords } from "./numbers.ts";

/** Words of the page that says what closing a wave does. */
export interface ClosingTexts {
  title: (wave: string) => string;
  where: (localities: readonly string[]) => string;
  effects: Record<WaveKind, readonly string[]>;
  latePaper: string;
  notYet: string;
}

const final = {
  lt: "Atšaukti negalima: internetu niekas nebegalės nei pildyti, nei taisyti šios anketos.",
  en: "This cannot be undone: nobody can fill in or correct this questionnaire online any more.",
};

const lt: ClosingTexts = {
  title: (wave) => `Baigti pildymą: ${wave.toLowerCase()}`,
  where: (localities) => `Vietovės: ${joinWords(localities, "lt")}.`,
  effects: {
    before: [final.lt, "Vertintojai matys tik tai, kiek žmonių atsakė. Rezultatų dar nebus."],
    after: [
      final.lt,
      "Kartu baigiama ir anketa prieš mokymus, jei ji dar nebaigta.",
      "Vertintojams iš karto paskelbiami rezultatai: kiek pasikeitė žmonių, atsakiusių abu kartus, įsivertinimas ir žinios.",
    ],
    followup: [
      final.lt,
      "Kartu baigiamos ir ankstesnės anketos, jei jos dar nebaigtos.",
      "Vertintojams paskelbiami nauji rezultatai.",
    ],
  },
  latePaper:
    "Jei popierinės anketos ateis vėliau, jas dar bus galima suvesti puslapyje „Vėlavo arba pateko ne ten“.",
  notYet: "Dar nebaigti",
};

const en: ClosingTexts = {
  title: (wave) => `Close: ${wave.toLowerCase()}`,
  where: (localities) => `Localities: ${joinWords(localities, "en")}.`,
  effects: {
    before: [final.en, "Evaluators will see how many answered and nothing else. No results yet."],
    after: [
      final.en,
      "The questionnaire before the training closes as well, if it is still open.",
      "Results are released to the evaluators at once: how far self-assessment and knowledge changed in those who answered both times.",
    ],
    followup: [
      final.en,
      "Earlier questionnaires close as well, if they are still open.",
      "New results are released to the evaluators.",
    ],
  },
  latePaper:
    "Should sheets on paper come later, they can still be keyed in from the page “Late or in the wrong place”.",
  notYet: "Not yet",
};

export const closingTexts: Record<Language, ClosingTexts> = { lt, en };
