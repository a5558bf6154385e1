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
  downloadPdf: string;
  change: {
    title: string;
    lead(wave: string): string;
    caution: string;
    say: Record<"higher" | "same" | "lower", (before: string, after: string) => string>;
    before: string;
    after: string;
  };
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
    rows(k: number, mode: IdentityMode, isWhoAnsweredTold: boolean): [who: string, sees: string][];
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
  downloadPdf: "Atsisiųsti atsakymus (PDF)",
  change: {
    title: "Jūsų pokytis",
    lead: (wave) =>
      `Jūsų pačių atsakymai prieš mokymus ir vėliau („${wave}“), nuo 0 iki 100. Šis palyginimas rodomas tik Jums.`,
    caution:
      "Vieno žmogaus skirtumas – tik užuomina: atsakymus keičia ir diena, ir nuotaika, o daugiau sužinoję žmonės save neretai vertina griežčiau.",
    say: {
      higher: (before, after) => `Aukščiau negu prieš mokymus: buvo ${before}, dabar ${after}.`,
      same: (before) => `Tiek pat, kiek prieš mokymus: ${before}.`,
      lower: (before, after) => `Žemiau negu prieš mokymus: buvo ${before}, dabar ${after}.`,
    },
    before: "Prieš mokymus",
    after: "Vėliau",
  },
  erase: {
    title: "Ištrinti atsakymus",
    lead: "Ištrintų atsakymų atkurti negalima. Jau paskelbtuose apibendrintuose rezultatuose jie lieka, į naujus nebepateks.",
    confirm: "Suprantu, ištrinkite visus čia rodomus mano atsakymus.",
    mustConfirm: "Kad ištrintume atsakymus, pažymėkite šį langelį.",
    button: "Ištrinti",
    done: "Atsakymai ištrinti",
    doneLead: "Sistemoje Jūsų atsakymų nebėra.",
  },
  privacy: {
    title: "Kas mato Jūsų atsakymus?",
    link: "Kas mato atsakymus?",
    caption: "Kas ką gali matyti",
    who: "Kas",
    sees: "Ką mato",
    rows: (k, mode, isWhoAnsweredTold) => [
      ["Jūs", "Savo atsakymus – su kortelės nuoroda arba įrenginyje, kuriuo pildėte."],
      ["Darbdavys", "Nieko: nei atsakymų, nei to, ar atsakėte."],
      ["Organizatorius", organiserLt(mode, isWhoAnsweredTold)],
      [
        "Vertintojas ir finansuotojai",
        `Tik apibendrintus grupių rezultatus. Jei grupėje atsakiusiųjų mažiau negu ${k}, jos rezultatų nerodome. Jūsų žodžius be vardo – tik jei sutikote, kad juos cituotų.`,
      ],
      [
        "Organizatoriaus paskirtas už duomenis atsakingas žmogus",
        "Atskirus atsakymus be vardų – tik nurodęs priežastį, ir kiekvienas toks atvejis įrašomas.",
      ],
      ["Kodų sąrašas", codeListLt(mode)],
    ],
    notice: "Visa informacija apie duomenis",
  },
};

function organiserLt(mode: IdentityMode, isWhoAnsweredTold: boolean): string {
  const reminders =
    mode === "register"
      ? "Priminimus sistema pati siunčia tik tiems, kas dar neatsakė, o kam juos išsiuntė, jam nerodo."
      : "Priminimai siunčiami visiems: sistema pati nežino, kas atsakė.";
  const seen =
    mode === "register" && isWhoAnsweredTold
      ? "Kiek žmonių atsakė ir ar anketą jau pateikėte. Ką atsakėte – nemato."
      : "Kiek žmonių atsakė. Kas atsakė ir ką – nemato.";
  return `${seen} ${reminders}`;
}

function codeListLt(mode: IdentityMode): string {
  if (mode === "register") {
    return "Kuri kortelė kam duota, žino organizatorius, kad galėtų išduoti pamestą. Vertintojas šio sąrašo nemato; numatytą dieną jis sunaikinamas.";
  }
  return mode === "bowl"
    ? "Tokio sąrašo nėra: kortelės traukiamos nematant, todėl niekas nežino, kieno kuris kodas."
    : "Tokio sąrašo nėra. Iš Jūsų pasirinktų šešių atsakymų saugomos tik slaptu raktu iš jų apskaičiuotos ženklų eilutės, kol anketos susiejamos, paskui ir jos sunaikinamos. Jei dviejų anketų kodai skiriasi vienu atsakymu, organizatorius mato, kuriuo, bet ne kokiu, ir nemato, ką atsakėte anketoje.";
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
  downloadPdf: "Download your answers (PDF)",
  change: {
    title: "Your change",
    lead: (wave) =>
      `Your own answers before the training and later (“${wave}”), from 0 to 100. This comparison is shown to you alone.`,
    caution:
      "One person's difference is no more than a hint: answers change with the day and the mood, and people who have learnt more often judge themselves more strictly.",
    say: {
      higher: (before, after) => `Higher than before the training: was ${before}, now ${after}.`,
      same: (before) => `The same as before the training: ${before}.`,
      lower: (before, after) => `Lower than before the training: was ${before}, now ${after}.`,
    },
    before: "Before the training",
    after: "Later",
  },
  erase: {
    title: "Erase your answers",
    lead: "Erased answers cannot be restored. They stay in summarised results that were released already, and enter no new ones.",
    confirm: "I understand; erase all of my answers shown here.",
    mustConfirm: "Tick this box to have your answers erased.",
    button: "Erase",
    done: "Answers erased",
    doneLead: "The system no longer holds your answers.",
  },
  privacy: {
    title: "Who sees your answers?",
    link: "Who sees the answers?",
    caption: "Who can see what",
    who: "Who",
    sees: "Sees",
    rows: (k, mode, isWhoAnsweredTold) => [
      ["You", "Your own answers, with your card's link or on the device on which you answered."],
      ["Your employer", "Nothing: neither your answers nor whether you answered."],
      ["The organiser", organiserEn(mode, isWhoAnsweredTold)],
      [
        "The evaluator and the funders",
        `Only summarised results of groups. Results of groups with fewer than ${k} people are not shown. Your words, without a name, only if you agreed to have them quoted.`,
      ],
      [
        "The person whom the organiser made responsible for the data",
        "Individual answers without names, only with a reason, and each time is recorded.",
      ],
      ["The list of codes", codeListEn(mode)],
    ],
    notice: "All information about the data",
  },
};

function organiserEn(mode: IdentityMode, isWhoAnsweredTold: boolean): string {
  const reminders =
    mode === "register"
      ? "Reminders are sent by the system itself, to those alone who have not answered yet, and it does not show the organiser to whom."
      : "Reminders go to everybody: the system itself does not know who answered.";
  const seen =
    mode === "register" && isWhoAnsweredTold
      ? "How many people answered, and whether you have handed the questionnaire in. Not what you answered."
      : "How many people answered. Not who, and not what.";
  return `${seen} ${reminders}`;
}

function codeListEn(mode: IdentityMode): string {
  if (mode === "register") {
    return "The organiser knows which card was given to whom, to replace a lost one. The evaluator does not see this list; it is destroyed on a set day.";
  }
  return mode === "bowl"
    ? "There is none: cards are drawn unseen, so nobody knows whose code is whose."
    : "There is none. Of the six answers you chose, only lines of characters worked out from them with a secret key are kept until questionnaires are matched; then they are destroyed too. Where the codes of two questionnaires differ in one of the six, the organiser sees in which, but not what it was, and none of your answers to the questionnaire.";
}

export const ownAnswersTexts: Record<Language, OwnAnswersTexts> = { lt, en };
