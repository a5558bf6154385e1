import { publicThreshold } from "../../server/domain/disclosure/input.ts";
import type { Language } from "../../server/domain/text.ts";
import type { IdentityMode } from "../../server/domain/words.ts";
import { counted, type PluralForms } from "./numbers.ts";

const people: PluralForms = {
  one: "žmogus",
  few: "žmonės",
  many: "žmogaus",
  other: "žmonių",
};

/** Words of the page that tells staff who can see what: the same truth that participants are told, from the other side. */
export interface WhoSeesTexts {
  title: string;
  link: string;
  lead: string;
  caption: string;
  who: string;
  sees: string;
  rows(k: number, mode: IdentityMode, isWhoAnsweredTold: boolean): [who: string, sees: string][];
  told: string;
  toldLead: string;
}

const lt: WhoSeesTexts = {
  title: "Kas ką mato",
  link: "Kas ką mato?",
  lead: "Tai ne pažadas, o tai, ką sistema iš tikrųjų rodo. Dalyviams prieš pirmą klausimą sakoma tas pats.",
  caption: "Kas ką gali matyti šioje programoje",
  who: "Kas",
  sees: "Ką mato",
  rows: (k, mode, isWhoAnsweredTold) => [
    [
      "Vertintojas ir finansuotojas",
      `Tik paskelbtus grupių rezultatus: kai vietovėje baigtas anketos po mokymų pildymas, grupėje abu kartus atsakė ne mažiau kaip ${counted(k, people, "lt")} ir nieko negalima sužinoti atimant vieną skaičių iš kito. Kol anketa pildoma – tik kiek maždaug žmonių ją pateikė. Atskirų atsakymų, kodų ir vardų – ne.`,
    ],
    [
      "Organizatorius",
      `${organiserLt(mode, isWhoAnsweredTold)} Rezultatus – tuos pačius, kuriuos mato vertintojas.`,
    ],
    [
      "Už duomenis atsakingas žmogus",
      "Atskirus atsakymus be vardų – tik nurodęs priežastį; tai įrašoma į veiksmų žurnalą, kurio negalima pakeisti nepastebėtai.",
    ],
    ["Popierinių anketų suvedėjas", "Tą anketą, kurią suveda: su kodu, be vardo."],
    [
      "Dalyvis",
      "Savo atsakymus: atvėręs kortelės nuorodą arba įrenginyje, kuriuo pildė. Kad jų nepamatytų kas kitas, vien įvedus kodą jie nerodomi.",
    ],
    ["Darbdavys", "Nieko: nei atsakymų, nei to, ar žmogus atsakė."],
    [
      "Visuomenė",
      `Jei organizatorius paskelbia – programos rezultatus grupių, kuriose bent ${publicThreshold} žmonių.`,
    ],
  ],
  told: "Ką prieš pirmą klausimą perskaito dalyvis",
  toldLead: "Pranešimas, galiojantis šiai anketai:",
};

function organiserLt(mode: IdentityMode, isWhoAnsweredTold: boolean): string {
  if (mode === "register" && isWhoAnsweredTold) {
    return "Dalyvių vardus, lankomumą ir kam kuri kortelė duota; kiek žmonių atsakė. Kurių anketų pranešime tai pasakyta – ir kas jas jau pateikė; kiekvienas pažiūrėjimas įrašomas į veiksmų žurnalą. Ką atsakė – ne: priminimus sistema pati siunčia tik neatsakiusiems, o kam juos išsiuntė, nerodo.";
  }
  if (mode === "register") {
    return "Dalyvių vardus, lankomumą ir kam kuri kortelė duota; kiek žmonių atsakė. Kas atsakė ir ką – ne: priminimus sistema pati siunčia tik neatsakiusiems, o kam juos išsiuntė, nerodo.";
  }
  return mode === "bowl"
    ? "Dalyvių vardus ir lankomumą; kiek žmonių atsakė. Kieno kuris kodas, nežino niekas: kortelės traukiamos nematant."
    : "Dalyvių vardus ir lankomumą; kiek žmonių atsakė; kai du savarankiškai sukurti kodai beveik sutampa – kuriuo iš šešių atsakymų jie skiriasi. Pačių kodų ir anketos atsakymų – ne.";
}

const en: WhoSeesTexts = {
  title: "Who can see what",
  link: "Who can see what?",
  lead: "This is not a promise but what the system really shows. Participants are told the same before the first question.",
  caption: "Who can see what in this programme",
  who: "Who",
  sees: "Sees",
  rows: (k, mode, isWhoAnsweredTold) => [
    [
      "Evaluator and funder",
      `Only released results of groups: when a locality's questionnaire after the training has closed, at least ${k} people of the group answered both times, and nothing can be learnt by taking one number from another. While a questionnaire is open, only roughly how many have sent it. No individual answers, codes or names.`,
    ],
    ["Organiser", `${organiserEn(mode, isWhoAnsweredTold)} Results: the same as the evaluator.`],
    [
      "Person responsible for data",
      "Individual answers without names, only with a reason, which is recorded in a log that cannot be changed unnoticed.",
    ],
    ["Who keys in paper", "The sheet being keyed in: with its code, without a name."],
    [
      "Participant",
      "Their own answers: with the card's link, or on the device on which they answered. So that nobody else sees them, a typed code alone does not show them.",
    ],
    ["Employer", "Nothing: neither answers nor whether somebody answered."],
    [
      "The public",
      `If the organiser publishes them, the programme's results of groups of at least ${publicThreshold} people.`,
    ],
  ],
  told: "What a participant reads before the first question",
  toldLead: "The notice of this questionnaire:",
};

function organiserEn(mode: IdentityMode, isWhoAnsweredTold: boolean): string {
  if (mode === "register" && isWhoAnsweredTold) {
    return "Names, attendance, and to whom each card was given; how many people answered. Of questionnaires whose notice says so, also who has handed them in; each look is recorded in the log. Not what they answered: reminders are sent by the system itself, to those alone who have not answered, and it does not show to whom.";
  }
  if (mode === "register") {
    return "Names, attendance, and to whom each card was given; how many people answered. Not who answered, and not what: reminders are sent by the system itself, to those alone who have not answered, and it does not show to whom.";
  }
  return mode === "bowl"
    ? "Names and attendance; how many people answered. Nobody knows whose code is whose: cards are drawn unseen."
    : "Names and attendance; how many people answered; where two self-made codes nearly agree, in which of the six answers they differ. Neither the codes nor answers to the questionnaire.";
}

export const whoSeesTexts: Record<Language, WhoSeesTexts> = { lt, en };
