import type { AgeBand, Gender } from "../../server/domain/participant/person-facts.ts";
import type { Language } from "../../server/domain/text.ts";

/** Words for what is noted of a person for the funder's totals. */
export interface PersonFactTexts {
  genders: Record<Gender, string>;
  ageBands: Record<AgeBand, string>;
}

export const personFactTexts: Record<Language, PersonFactTexts> = {
  lt: {
    genders: {
      woman: "moteris",
      man: "vyras",
      "non-binary": "nebinarinės lyties asmuo",
      undisclosed: "nenorėjo nurodyti",
    },
    ageBands: {
      "under-18": "iki 18 metų",
      "18-29": "18–29 metai",
      "30-54": "30–54 metai",
      "55-and-over": "55 metai ir daugiau",
    },
  },
  en: {
    genders: {
      woman: "woman",
      man: "man",
      "non-binary": "non-binary person",
      undisclosed: "preferred not to say",
    },
    ageBands: {
      "under-18": "under 18",
      "18-29": "18–29",
      "30-54": "30–54",
      "55-and-over": "55 and over",
    },
  },
};
