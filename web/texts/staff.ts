import type { PasswordMistake } from "../../server/domain/staff/password.ts";
import type { Language } from "../../server/domain/text.ts";

/** Words of the front page, of signing in, and of the first set-up. */
export interface StaffTexts {
  startTitle: string;
  startLead: string;
  forParticipants: string;
  enterCode: string;
  forStaff: string;
  staffAdvice: string;
  signInTitle: string;
  signIn: string;
  email: string;
  password: string;
  wrong: Record<SignInMistake, string>;
  mistakesTitle: string;
  byPasskey: string;
  passkeyAdvice: string;
  passkeyFailed: string;
  byInstitution: string;
  byLetter: string;
  letterAdvice: string;
  sendLetter: string;
  letterSent: string;
  lostPassword: string;
  otherWays: string;
  linkAdvice: string;
  linkFor: (name: string) => string;
  elsewhereTitle: string;
  elsewhereAdvice: string;
  secondStepTitle: string;
  secondStepAdvice: string;
  code: string;
  codeWrong: string;
  goOn: string;
  setUp: SetUpTexts;
  passwordHint: string;
  passwordMistakes: Record<PasswordMistake, string>;
}

export type SignInMistake =
  | "wrong"
  | "tooManyTries"
  | "beginAgain"
  | "institutionAway"
  | "institutionRefused"
  | "notInvited";

export type SetUpLabel =
  | "organisation"
  | "legalForm"
  | "code"
  | "organisationEmail"
  | "phone"
  | "displayName"
  | "email"
  | "password";

export interface SetUpTexts {
  title: string;
  lead: string;
  organisationTitle: string;
  personTitle: string;
  labels: Record<SetUpLabel, string>;
  hints: Partial<Record<SetUpLabel, string>>;
  missing: Record<SetUpLabel, string>;
  optional: string;
  mistakesTitle: string;
  done: string;
}

const lt: StaffTexts = {
  startTitle: "Kas pasikeitė po mokymų?",
  startLead:
    "Dalyviai užpildo anketą prieš mokymus ir po jų, o vertintojai mato, kiek pasikeitė žinios ir gebėjimai ir kiek tuo galima pasikliauti.",
  forParticipants: "Dalyviams",
  enterCode: "Įvesti kodą iš kortelės",
  forStaff: "Organizatoriams ir vertintojams",
  staffAdvice: "Čia rengiamos programos, vedami dalyvių sąrašai ir žiūrimi rezultatai.",
  signInTitle: "Prisijungimas",
  signIn: "Prisijungti",
  email: "El. paštas",
  password: "Slaptažodis",
  wrong: {
    wrong: "El. paštas arba slaptažodis neteisingas.",
    tooManyTries: "Per daug nepavykusių bandymų. Palaukite 15 minučių arba prisijunkite kitu būdu.",
    beginAgain: "Prisijungimas nutrūko arba truko per ilgai. Pradėkite iš naujo.",
    institutionAway:
      "Jūsų įstaigos prisijungimo sistema dabar neatsako. Pabandykite vėliau arba prisijunkite kitu būdu.",
    institutionRefused:
      "Jūsų įstaigos prisijungimo sistema tapatybės nepatvirtino. Pradėkite iš naujo.",
    notInvited:
      "Įstaiga Jūsų tapatybę patvirtino, bet čia paskyros neturite. Paprašykite savo organizacijos administratoriaus pakvietimo tuo pačiu el. pašto adresu.",
  },
  mistakesTitle: "Prisijungti nepavyko",
  byPasskey: "Prisijungti prieigos raktu",
  passkeyAdvice:
    "Piršto atspaudu, veidu arba įrenginio PIN kodu, jei prieigos raktą jau susikūrėte.",
  passkeyFailed: "Prieigos raktu prisijungti nepavyko. Pabandykite dar kartą arba kitu būdu.",
  byInstitution: "Prisijungti per savo įstaigą",
  byLetter: "Prisijungti nuoroda iš laiško",
  letterAdvice:
    "Atsiųsime nuorodą, kuri veikia vieną kartą, 15 minučių ir tik šioje naršyklėje. Taip prisijungę galėsite pasirinkti ir naują slaptažodį.",
  sendLetter: "Siųsti nuorodą",
  letterSent:
    "Jei šis adresas čia žinomas, laiškas su nuoroda jau išsiųstas. Atverkite nuorodą šioje naršyklėje per 15 minučių.",
  lostPassword:
    "Pamiršote slaptažodį? Paprašykite savo organizacijos administratoriaus naujos prisijungimo nuorodos.",
  otherWays: "Kiti būdai",
  linkAdvice:
    "Nuoroda veikia vieną kartą. Paspauskite mygtuką, kad prisijungtumėte šiame įrenginyje.",
  linkFor: (name) => `Prisijungsite kaip ${name}.`,
  elsewhereTitle: "Atverkite nuorodą ten, kur jos prašėte",
  elsewhereAdvice:
    "Ši nuoroda veikia tik toje naršyklėje, kurioje jos prašėte. Nukopijuokite nuorodą į ją arba paprašykite naujos šioje naršyklėje.",
  secondStepTitle: "Antrasis žingsnis",
  secondStepAdvice:
    "Įveskite 6 skaitmenų kodą iš atpažinimo programėlės. Jei telefono neturite, įveskite vieną iš atkūrimo kodų.",
  code: "Kodas",
  codeWrong: "Kodas neteisingas, pasenęs arba jau panaudotas. Palaukite naujo ir įveskite jį.",
  goOn: "Tęsti",
  setUp: {
    title: "Pirmasis įrengimas",
    lead: "Įrašykite savo organizaciją ir save: tapsite jos administratoriumi. Šis puslapis veikia vieną kartą.",
    organisationTitle: "Organizacija",
    personTitle: "Administratorius",
    labels: {
      organisation: "Pavadinimas",
      legalForm: "Teisinė forma",
      code: "Juridinio asmens kodas",
      organisationEmail: "Organizacijos el. paštas",
      phone: "Telefonas",
      displayName: "Jūsų vardas ir pavardė",
      email: "Jūsų el. paštas",
      password: "Slaptažodis",
    },
    hints: {
      organisation: "Kaip jis rašomas ataskaitose ir pažymėjimuose.",
      legalForm: "Pavyzdžiui, VšĮ arba asociacija.",
      email: "Juo prisijungsite.",
    },
    missing: {
      organisation: "Įrašykite organizacijos pavadinimą.",
      legalForm: "Sutrumpinkite teisinę formą.",
      code: "Sutrumpinkite kodą iki 40 ženklų.",
      organisationEmail: "Patikrinkite organizacijos el. pašto adresą.",
      phone: "Sutrumpinkite telefono numerį iki 40 ženklų.",
      displayName: "Įrašykite savo vardą ir pavardę.",
      email: "Patikrinkite savo el. pašto adresą.",
      password: "Patikrinkite slaptažodį.",
    },
    optional: "neprivaloma",
    mistakesTitle: "Dar reikia pataisyti",
    done: "Įrengti ir prisijungti",
  },
  passwordHint:
    "Bent 12 ženklų. Tinka ir keli žodžiai su tarpais; skaitmenų ar skyrybos ženklų nereikia.",
  passwordMistakes: {
    "too-short": "Slaptažodį turi sudaryti bent 12 ženklų.",
    "too-long": "Slaptažodį gali sudaryti daugiausia 128 ženklai.",
    "too-common":
      "Tokį slaptažodį lengva atspėti. Pasirinkite kitą, pavyzdžiui, kelis nesusijusius žodžius.",
    "about-yourself": "Slaptažodyje per daug Jūsų vardo ar adreso. Pasirinkite kitą.",
  },
};

const en: StaffTexts = {
  startTitle: "What changed after the training?",
  startLead:
    "Participants fill in a questionnaire before and after the training; evaluators see how far knowledge and skill changed, and how sure that is.",
  forParticipants: "For participants",
  enterCode: "Enter the code from your card",
  forStaff: "For organisers and evaluators",
  staffAdvice: "Here programmes are prepared, participants listed and results read.",
  signInTitle: "Sign in",
  signIn: "Sign in",
  email: "E-mail",
  password: "Password",
  wrong: {
    wrong: "The e-mail address or the password is wrong.",
    tooManyTries: "Too many failed tries. Wait 15 minutes, or sign in another way.",
    beginAgain: "The sign-in was interrupted or took too long. Begin again.",
    institutionAway:
      "Your institution's sign-in does not answer now. Try later, or sign in another way.",
    institutionRefused: "Your institution's sign-in did not confirm who you are. Begin again.",
    notInvited:
      "Your institution confirmed who you are, but you have no account here. Ask your organisation's administrator to invite you by the same e-mail address.",
  },
  mistakesTitle: "You are not signed in yet",
  byPasskey: "Sign in with a passkey",
  passkeyAdvice: "By fingerprint, face or your device's PIN, if you have made a passkey before.",
  passkeyFailed: "Signing in with a passkey did not work. Try once more, or another way.",
  byInstitution: "Sign in through your institution",
  byLetter: "Sign in by a link in a letter",
  letterAdvice:
    "We send a link that works once, for 15 minutes and in this browser only. Signed in so, you can also choose a new password.",
  sendLetter: "Send the link",
  letterSent:
    "If this address is known here, a letter with a link is on its way. Open the link in this browser within 15 minutes.",
  lostPassword:
    "Forgot your password? Ask your organisation's administrator for a new sign-in link.",
  otherWays: "Other ways",
  linkAdvice: "The link works once. Press the button to sign in on this device.",
  linkFor: (name) => `You will be signed in as ${name}.`,
  elsewhereTitle: "Open the link where you asked for it",
  elsewhereAdvice:
    "This link works only in the browser in which you asked for it. Copy the link there, or ask for a new one in this browser.",
  secondStepTitle: "Second step",
  secondStepAdvice:
    "Type the 6-digit code from your authenticator app. Without your phone, type one of your recovery codes.",
  code: "Code",
  codeWrong: "The code is wrong, out of date or used already. Wait for the next one and type it.",
  goOn: "Go on",
  setUp: {
    title: "First set-up",
    lead: "Name your organisation and yourself: you become its administrator. This page works once.",
    organisationTitle: "Organisation",
    personTitle: "Administrator",
    labels: {
      organisation: "Name",
      legalForm: "Legal form",
      code: "Registration code",
      organisationEmail: "The organisation's e-mail",
      phone: "Telephone",
      displayName: "Your name",
      email: "Your e-mail",
      password: "Password",
    },
    hints: {
      organisation: "As it is written in reports and certificates.",
      legalForm: "For example, public institution or association.",
      email: "You sign in with it.",
    },
    missing: {
      organisation: "Write the organisation's name.",
      legalForm: "Shorten the legal form.",
      code: "Shorten the code to 40 characters.",
      organisationEmail: "Look at the organisation's e-mail address again.",
      phone: "Shorten the telephone number to 40 characters.",
      displayName: "Write your name.",
      email: "Look at your e-mail address again.",
      password: "Look at the password again.",
    },
    optional: "optional",
    mistakesTitle: "Something is still to be corrected",
    done: "Set up and sign in",
  },
  passwordHint:
    "At least 12 characters. A few words with spaces will do; digits or signs are not needed.",
  passwordMistakes: {
    "too-short": "A password has at least 12 characters.",
    "too-long": "A password has at most 128 characters.",
    "too-common": "This password is easy to guess. Choose another, such as a few unrelated words.",
    "about-yourself": "The password is mostly your name or address. Choose another.",
  },
};

export const staffTexts: Record<Language, StaffTexts> = { lt, en };
