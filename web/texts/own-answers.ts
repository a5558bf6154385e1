import type { Language } from "../../server/domain/text.ts";
import type { IdentityMode } from "../../server/domain/words.ts";

/** Words of the pages on which participants see what is stored of them, and who sees what. */
export interface OwnAnswersTexts {
  title: string;
  link: string;
  sentOn(day: string): string;
  notSent: string;
  nothing: string;
  hidden: string;
  noAnswer: string;
  correctAnswer(option: string): string;
  correct: string;
  correctUntil: string;
  saveCorrection: string;
  cancelCorrection: string;
  consents: string;
  saveConsents: string;
  consentsSaved: string;
  download: string;
  erase: {
    title: string;
    lead: string;
    confirm: string;
    mustConfirm: string;
    button: string;
    done: string;
    doneLead: string;
  };
  privacy: {
    title: string;
    link: string;
    caption: string;
    who: string;
    sees: string;
    rows(k: number, mode: IdentityMode): [who: string, sees: string][];
    notice: string;
  };
}

const lt: OwnAnswersTexts = {
  title: "Jūsų atsakymai",
  link: "Peržiūrėti savo atsakymus",
  sentOn: (day) => `Pateikta ${day}`,
  notSent: "Dar nepateikta.",
  nothing: "Jūsų atsakymų nėra.",
  hidden:
    "Šiame įrenginyje atsakymų parodyti negalime. Nuskaitykite savo kortelės QR kodą arba naudokite įrenginį, kuriuo pildėte.",
  noAnswer: "neatsakyta",
  correctAnswer: (option) => `Teisingas atsakymas: ${option}`,
  correct: "Taisyti",
  correctUntil: "Taisyti galite iki pildymo pabaigos.",
  saveCorrection: "Išsaugoti pataisymus",
  cancelCorrection: "Netaisyti",
  consents: "Jūsų sutikimai",
  saveConsents: "Išsaugoti sutikimus",
  consentsSaved: "Sutikimai išsaugoti.",
  download: "Atsisiųsti atsakymus (JSON)",
  erase: {
    title: "Ištrinti atsakymus",
    lead: "Ištrintų atsakymų atkurti negalima. Jau paskelbtuose apibendrintuose rezultatuose jie lieka, į naujus nebepateks.",
    confirm: "Suprantu, ištrinkite visus čia rodomus mano atsakymus.",
    mustConfirm: "Kad ištrintume atsakymus, pažymėkite šį langelį.",
    button: "Ištrinti",
    done: "Atsakymai ištrinti",
    doneLead: "Jūsų atsakymų nebesaugome.",
  },
  privacy: {
    title: "Kas mato Jūsų atsakymus?",
    link: "Kas mato atsakymus?",
    caption: "Kas ką gali matyti",
    who: "Kas",
    sees: "Ką mato",
    rows: (k, mode) => [
      ["Jūs", "Savo atsakymus – su kortelės nuoroda arba įrenginyje, kuriuo pildėte."],
      ["Darbdavys", "Nieko: nei atsakymų, nei to, ar atsakėte."],
      ["Organizatorius", "Kiek žmonių atsakė. Kas ir ką atsakė – nemato."],
      [
        "Vertintojas ir finansuotojai",
        `Tik apibendrintus grupių rezultatus. Jei grupėje atsakiusiųjų mažiau negu ${k}, jos rezultatų nerodome.`,
      ],
      [
        "Organizatoriaus paskirtas duomenų tvarkytojas",
        "Atskirus atsakymus be vardų – tik nurodęs priežastį, ir kiekvienas toks atvejis įrašomas.",
      ],
      ["Kodų sąrašas", codeListLt(mode)],
    ],
    notice: "Visa informacija apie duomenis",
  },
};

function codeListLt(mode: IdentityMode): string {
  if (mode === "register") {
    return "Kuri kortelė kam duota, žino organizatorius, kad galėtų išduoti pamestą. Vertintojas šio sąrašo nemato; numatytą dieną jis sunaikinamas.";
  }
  return mode === "bowl"
    ? "Tokio sąrašo nėra: kortelės traukiamos nematant, todėl niekas nežino, kieno kuris kodas."
    : "Tokio sąrašo nėra: iš Jūsų pasirinktų ženklų sudarytas kodas saugomas tik užšifruotas.";
}

const en: OwnAnswersTexts = {
  title: "Your answers",
  link: "See your answers",
  sentOn: (day) => `Submitted on ${day}`,
  notSent: "Not submitted yet.",
  nothing: "There are no answers of yours.",
  hidden:
    "We cannot show answers on this device. Scan the QR code on your card, or use the device on which you answered.",
  noAnswer: "no answer",
  correctAnswer: (option) => `Correct answer: ${option}`,
  correct: "Correct",
  correctUntil: "You can correct your answers until the questionnaire closes.",
  saveCorrection: "Save corrections",
  cancelCorrection: "Leave as it is",
  consents: "Your consents",
  saveConsents: "Save consents",
  consentsSaved: "Consents saved.",
  download: "Download your answers (JSON)",
  erase: {
    title: "Erase your answers",
    lead: "Erased answers cannot be restored. They stay in summarised results that were released already, and enter no new ones.",
    confirm: "I understand; erase all of my answers shown here.",
    mustConfirm: "Tick this box to have your answers erased.",
    button: "Erase",
    done: "Answers erased",
    doneLead: "We no longer hold your answers.",
  },
  privacy: {
    title: "Who sees your answers?",
    link: "Who sees the answers?",
    caption: "Who can see what",
    who: "Who",
    sees: "Sees",
    rows: (k, mode) => [
      ["You", "Your own answers, with your card's link or on the device on which you answered."],
      ["Your employer", "Nothing: neither your answers nor whether you answered."],
      ["The organiser", "How many people answered. Not who, and not what."],
      [
        "The evaluator and the funders",
        `Only summarised results of groups. Results of groups with fewer than ${k} people are not shown.`,
      ],
      [
        "The organiser's appointed data person",
        "Individual answers without names, only with a reason, and each time is recorded.",
      ],
      ["The list of codes", codeListEn(mode)],
    ],
    notice: "All information about the data",
  },
};

function codeListEn(mode: IdentityMode): string {
  if (mode === "register") {
    return "The organiser knows which card was given to whom, to replace a lost one. The evaluator does not see this list; it is destroyed on a set day.";
  }
  return mode === "bowl"
    ? "There is none: cards are drawn unseen, so nobody knows whose code is whose."
    : "There is none: the code made of what you chose is stored only in encrypted form.";
}

export const ownAnswersTexts: Record<Language, OwnAnswersTexts> = { lt, en };
