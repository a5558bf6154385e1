import type { Language } from "../../server/domain/text.ts";

/** Words of the front page and of signing in. */
export interface StaffTexts {
  startTitle: string;
  startLead: string;
  forParticipants: string;
  enterCode: string;
  forStaff: string;
  staffAdvice: string;
  signInTitle: string;
  signInAdvice: string;
  signIn: string;
}

const lt: StaffTexts = {
  startTitle: "Kas pasikeitė po mokymų?",
  startLead:
    "Dalyviai užpildo anketą prieš mokymus ir po jų, o vertintojai mato, kiek pasikeitė žinios ir gebėjimai ir kiek tuo galima pasikliauti.",
  forParticipants: "Dalyviams",
  enterCode: "Įvesti kodą iš kortelės",
  forStaff: "Organizatoriams ir vertintojams",
  staffAdvice:
    "Prisijungiama asmenine vienkartine nuoroda. Jei jau prisijungėte, atverkite programas.",
  signInTitle: "Prisijungimas",
  signInAdvice:
    "Nuoroda veikia vieną kartą. Paspauskite mygtuką, kad prisijungtumėte šiame įrenginyje.",
  signIn: "Prisijungti",
};

const en: StaffTexts = {
  startTitle: "What changed after the training?",
  startLead:
    "Participants fill in a questionnaire before and after the training; evaluators see how far knowledge and skill changed, and how sure that is.",
  forParticipants: "For participants",
  enterCode: "Enter the code from your card",
  forStaff: "For organisers and evaluators",
  staffAdvice:
    "You sign in with your own one-time link. If you are signed in already, open your programmes.",
  signInTitle: "Sign in",
  signInAdvice: "The link works once. Press the button to sign in on this device.",
  signIn: "Sign in",
};

export const staffTexts: Record<Language, StaffTexts> = { lt, en };
