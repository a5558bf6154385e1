import type { Language } from "../../server/domain/text.ts";

/** Words of taking a programme to another installation, and of taking one in. */
export interface MovingTexts {
  leave: {
    title: string;
    lead: string;
    holds: string;
    holdsNot: string;
    care: string;
    reason: string;
    reasonMistake: string;
    make: string;
  };
  arrive: {
    title: string;
    link: string;
    lead: string;
    file: string;
    take: string;
    larger: string;
    mistakes: Record<"missing" | "broken" | "already-here", string>;
  };
}

const lt: MovingTexts = {
  leave: {
    title: "Perkėlimas į kitą serverį",
    lead: "Visa programa išsaugoma viename faile, kurį galima įkelti kitame „Pokyčio“ serveryje.",
    holds:
      "Faile yra viskas: aprašymas, anketos, žmonės, kortelės, atsakymai, paskelbti rezultatai, priedai ir pažymėjimai. Kortelės ir nuorodos veiks ir ten, jei svetainės adresas liks tas pats.",
    holdsNot:
      "Nėra darbuotojų vaidmenų ir veiksmų žurnalo: jie priklauso šiam serveriui. Programa lieka ir čia.",
    care: "Faile yra vardai ir atsakymai. Saugokite jį taip pat, kaip saugote pačius duomenis, ir perkėlę ištrinkite.",
    reason: "Priežastis",
    reasonMistake: "Parašykite priežastį: ji lieka veiksmų žurnale.",
    make: "Atsisiųsti programos failą",
  },
  arrive: {
    title: "Programa iš kito serverio",
    link: "Įkelti programą iš kito serverio",
    lead: "Įkelkite failą, kurį atsisiuntėte kitame serveryje. Arba įkeliama visa programa, arba nieko.",
    file: "Programos failas (.gz)",
    take: "Įkelti programą",
    larger: "Didesnį negu 8\u00a0MB failą įkelia sistemos prižiūrėtojas: npm run import-programme.",
    mistakes: {
      missing: "Pasirinkite failą.",
      broken:
        "Šio failo įkelti negalima: jis ne iš „Pokyčio“, sugadintas arba padarytas kita jo versija. Nieko nepakeista. Atsisiųskite failą iš naujo, kai abiejuose serveriuose bus įdiegta ta pati „Pokyčio“ versija.",
      "already-here": "Ši programa čia jau yra. Antrą kartą ji neįkeliama.",
    },
  },
};

const en: MovingTexts = {
  leave: {
    title: "Moving to another server",
    lead: "The whole programme is saved in one file, which another Pokytis server can take in.",
    holds:
      "The file holds everything: the description, questionnaires, people, cards, answers, released results, annexes and certificates. Cards and links work there too if the site's address stays the same.",
    holdsNot:
      "It does not hold staff's roles and the audit log: they belong to this server. The programme stays here as well.",
    care: "The file holds names and answers. Keep it as safely as the data themselves, and delete it when you have moved.",
    reason: "Reason",
    reasonMistake: "Give a reason: it stays in the audit log.",
    make: "Download the programme's file",
  },
  arrive: {
    title: "A programme from another server",
    link: "Take in a programme from another server",
    lead: "Upload the file that you downloaded on the other server. The whole programme is taken in, or nothing.",
    file: "The programme's file (.gz)",
    take: "Take the programme in",
    larger:
      "A file of more than 8 MB is taken in by whoever runs the system: npm run import-programme.",
    mistakes: {
      missing: "Choose a file.",
      broken:
        "This file cannot be taken in: it is not from Pokytis, is damaged, or was made by another version of it. Nothing was changed. Download it again once both servers run the same version of Pokytis.",
      "already-here": "This programme is here already. It is not taken in a second time.",
    },
  },
};

export const movingTexts: Record<Language, MovingTexts> = { lt, en };
