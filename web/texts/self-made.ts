import type { SelfMadeKey } from "../../server/domain/pairing/self-made-code.ts";
import type { Language } from "../../server/domain/text.ts";

/** Words of the page on which participants make a code of six things that they know by heart. */
export interface SelfMadeTexts {
  title: string;
  lead: string;
  keptLead: string;
  haveCard: string;
  link: string;
  choose: string;
  unknown: string;
  siblingsMost: string;
  letterHint: string;
  elements: Record<SelfMadeKey, string>;
  missing: string;
  button: string;
  madeTitle: string;
  madeLead: string;
}

const lt: SelfMadeTexts = {
  title: "Susikurkite savo kodą",
  lead: "Iš šešių atsakymų sudarysime kodą, kad kitą kartą galėtume susieti Jūsų anketas. Pačių atsakymų nesaugome – tik iš jų apskaičiuotą ženklų eilutę, iš kurios be atskirai laikomo rakto jų atkurti neįmanoma.",
  keptLead:
    "Kad išsaugotume ką tik pažymėtus atsakymus, pasirinkite tą patį, ką rinkotės pradėdami.",
  haveCard: "Turiu kortelę su kodu",
  link: "Susikurti kodą",
  choose: "Pasirinkite",
  unknown: "Nežinau",
  siblingsMost: "3 ar daugiau",
  letterHint: "Raides su ženkleliais rinkitės be jų: vietoj Č – C, vietoj Š – S.",
  elements: {
    mother: "Pirmoji Jūsų motinos vardo raidė",
    day: "Jūsų gimimo mėnesio diena",
    month: "Jūsų gimimo mėnuo (skaičiumi)",
    siblings: "Kiek turite (turėjote) vyresnių brolių ir seserų?",
    surname: "Trečioji Jūsų pavardės raidė (pavardės, kurią turėjote gimę)",
    birthplace: "Pirmoji Jūsų gimimo vietos raidė",
  },
  missing: "Pasirinkite atsakymą arba „Nežinau“.",
  button: "Toliau",
  madeTitle: "Jūsų kodas",
  madeLead:
    "Užsirašykite kodą arba nufotografuokite šį ekraną. Jei kitą kartą jo neturėsite, tiesiog dar kartą pasirinkite tuos pačius atsakymus.",
};

const en: SelfMadeTexts = {
  title: "Make your own code",
  lead: "We make a code of six answers, so that your questionnaires can be linked next time. The answers themselves are not stored, only a line of characters worked out from them, from which they cannot be restored without a key that is kept apart.",
  keptLead: "To save the answers you have just marked, choose the same as you did when you began.",
  haveCard: "I have a card with a code",
  link: "Make a code",
  choose: "Choose",
  unknown: "I don't know",
  siblingsMost: "3 or more",
  letterHint: "Choose letters without marks: C for Č, S for Š.",
  elements: {
    mother: "First letter of your mother's first name",
    day: "Day of the month on which you were born",
    month: "Month in which you were born (as a number)",
    siblings: "How many older brothers and sisters do you have (or have had)?",
    surname: "Third letter of your surname (the one you were born with)",
    birthplace: "First letter of the place where you were born",
  },
  missing: "Choose an answer, or “I don't know”.",
  button: "Next",
  madeTitle: "Your code",
  madeLead:
    "Write the code down or photograph this screen. If you do not have it next time, simply choose the same answers again.",
};

export const selfMadeTexts: Record<Language, SelfMadeTexts> = { lt, en };
