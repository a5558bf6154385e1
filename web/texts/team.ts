import type { Language } from "../../server/domain/text.ts";
import type { StaffRole } from "../../server/domain/words.ts";

/** What was just done, as the address says it. */
export const teamNews = ["invited", "role", "roleTaken", "account"] as const;
export type TeamNews = (typeof teamNews)[number];

/** Words of the page about an organisation's people. */
export interface TeamTexts {
  title: string;
  lead: string;
  person: string;
  email: string;
  roles: string;
  state: string;
  states: Record<"administrator" | "disabled" | "invited" | "oneFactor" | "twoFactors", string>;
  noRoles: string;
  you: string;
  inviteTitle: string;
  inviteByLetter: string;
  inviteByLink: string;
  name: string;
  language: string;
  makeAdministrator: string;
  administratorHint: string;
  appointAdministrator: string;
  invite: string;
  mistakesTitle: string;
  mistakes: Record<"displayName" | "email" | "language" | "taken", string>;
  news: Record<TeamNews, string>;
  back: string;
  linkTitle: string;
  linkAdvice: (name: string) => string;
  rolesTitle: string;
  wholeProgramme: string;
  takeRole: string;
  giveTitle: string;
  noProgrammes: string;
  role: string;
  roleWords: Record<StaffRole, string>;
  localities: string;
  localitiesHint: string;
  notLocal: string;
  giveRole: string;
  accountTitle: string;
  sessions: (count: number) => string;
  endSessions: string;
  inviteAgain: string;
  inviteAgainAdvice: string;
  disable: string;
  disableAdvice: string;
  disabledAdvice: string;
  enable: string;
  administratorNow: string;
  unmakeAdministrator: string;
  lastAdministrator: string;
  resetTitle: string;
  resetAdvice: string;
  reason: string;
  reasonMissing: string;
  reset: string;
}

const lt: TeamTexts = {
  title: "Komanda",
  lead: "Jūsų organizacijos žmonės, kurie dirba su programomis.",
  person: "Žmogus",
  email: "El. paštas",
  roles: "Vaidmenys",
  state: "Paskyra",
  states: {
    administrator: "administratorius",
    disabled: "išjungta",
    invited: "dar neprisijungė",
    oneFactor: "be antrojo žingsnio",
    twoFactors: "apsaugota dviem žingsniais",
  },
  noRoles: "vaidmenų dar nėra",
  you: "tai Jūs",
  inviteTitle: "Pakviesti žmogų",
  inviteByLetter: "Jam išsiųsime laišką su nuoroda, kuri veikia vieną kartą ir 7 dienas.",
  inviteByLink:
    "Gausite nuorodą, kuri veikia vieną kartą ir 7 dienas. Perduokite ją žmogui saugiu būdu.",
  name: "Vardas ir pavardė",
  language: "Kalba",
  makeAdministrator: "Organizacijos administratorius",
  administratorHint: "Kviečia žmones, suteikia vaidmenis ir kuria programas.",
  appointAdministrator: "Paskirti administratoriumi",
  invite: "Pakviesti",
  mistakesTitle: "Nieko nepakeista",
  mistakes: {
    displayName: "Įrašykite vardą ir pavardę.",
    email: "Patikrinkite el. pašto adresą.",
    language: "Pasirinkite kalbą.",
    taken:
      "Šiuo adresu paskyra jau yra. Jei ji kitos šios sistemos organizacijos, nurodykite kitą adresą.",
  },
  news: {
    invited: "Laiškas su pakvietimu išsiųstas.",
    role: "Vaidmuo suteiktas.",
    roleTaken: "Vaidmuo atimtas.",
    account: "Paskyra pakeista.",
  },
  back: "Visa komanda",
  linkTitle: "Prisijungimo nuoroda",
  linkAdvice: (name) =>
    `Nuoroda rodoma tik dabar ir veikia vieną kartą, 7 dienas. Kas ją turi, prisijungs kaip ${name}, todėl perduokite ją tik tam žmogui.`,
  rolesTitle: "Vaidmenys",
  wholeProgramme: "visoje programoje",
  takeRole: "Atimti",
  giveTitle: "Suteikti vaidmenį",
  noProgrammes: "Programų dar nėra.",
  role: "Vaidmuo",
  roleWords: {
    organiser: "organizatorius – rengia programą ir veda sąrašus",
    data: "už duomenis atsakingas žmogus – atveria eilutes, nurodęs priežastį",
    "data-entry": "duomenų suvedėjas – suveda popierines anketas",
    evaluator: "vertintojas – mato paskelbtus rezultatus ir rašo išvadas",
    funder: "finansuotojas – mato paskelbtus rezultatus",
  },
  localities: "Tik šiose vietovėse",
  localitiesHint:
    "Nepažymėjus nė vienos, vaidmuo galioja visoje programoje. Vietovėmis galima riboti organizatorių, duomenų suvedėją ir vertintoją.",
  notLocal: "Šio vaidmens vietovėmis riboti negalima: nuimkite vietovių žymes arba rinkitės kitą.",
  giveRole: "Suteikti",
  accountTitle: "Paskyra",
  sessions: (count) => `Atvirų sesijų: ${count}`,
  endSessions: "Baigti visas sesijas",
  inviteAgain: "Nauja prisijungimo nuoroda",
  inviteAgainAdvice: "Tinka, kai pakvietimas baigė galioti arba pamirštas slaptažodis.",
  disable: "Išjungti paskyrą",
  disableAdvice: "Žmogus tuoj pat atjungiamas visur ir nebegali prisijungti. Jo darbai lieka.",
  disabledAdvice: "Paskyra išjungta. Įjungus, galioja tie patys vaidmenys.",
  enable: "Įjungti paskyrą",
  administratorNow: "Šis žmogus yra organizacijos administratorius.",
  unmakeAdministrator: "Atšaukti administratoriaus teises",
  lastAdministrator: "Tai paskutinis organizacijos administratorius. Pirma paskirkite kitą.",
  resetTitle: "Pamestas telefonas",
  resetAdvice:
    "Pašalina antrąjį žingsnį, atkūrimo kodus, prieigos raktus ir susiejimą su įstaiga, baigia visas sesijas. Įsitikinkite, kad prašo tikrai šis žmogus.",
  reason: "Priežastis",
  reasonMissing: "Trumpai įrašykite priežastį: ji lieka veiksmų žurnale.",
  reset: "Pašalinti prisijungimo priemones",
};

const en: TeamTexts = {
  title: "Team",
  lead: "The people of your organisation who work with programmes.",
  person: "Person",
  email: "E-mail",
  roles: "Roles",
  state: "Account",
  states: {
    administrator: "administrator",
    disabled: "disabled",
    invited: "has not signed in yet",
    oneFactor: "without a second step",
    twoFactors: "protected by two steps",
  },
  noRoles: "no roles yet",
  you: "this is you",
  inviteTitle: "Invite somebody",
  inviteByLetter: "They are sent a letter with a link that works once, within 7 days.",
  inviteByLink:
    "You get a link that works once, within 7 days. Hand it to the person in a safe way.",
  name: "Name",
  language: "Language",
  makeAdministrator: "Administrator of the organisation",
  administratorHint: "Invites people, gives roles and makes programmes.",
  appointAdministrator: "Make an administrator",
  invite: "Invite",
  mistakesTitle: "Nothing was changed",
  mistakes: {
    displayName: "Write the name.",
    email: "Look at the e-mail address again.",
    language: "Choose a language.",
    taken:
      "There is an account with this address already. If it belongs to another organisation here, give another address.",
  },
  news: {
    invited: "The letter with the invitation is sent.",
    role: "The role is given.",
    roleTaken: "The role is taken away.",
    account: "The account is changed.",
  },
  back: "The whole team",
  linkTitle: "Sign-in link",
  linkAdvice: (name) =>
    `The link is shown only now, and works once, within 7 days. Whoever has it signs in as ${name}, so hand it to that person alone.`,
  rolesTitle: "Roles",
  wholeProgramme: "in the whole programme",
  takeRole: "Take away",
  giveTitle: "Give a role",
  noProgrammes: "There are no programmes yet.",
  role: "Role",
  roleWords: {
    organiser: "organiser – prepares the programme and keeps its lists",
    data: "responsible for data – opens rows, giving a reason",
    "data-entry": "data entry – keys paper questionnaires",
    evaluator: "evaluator – sees released results and writes conclusions",
    funder: "funder – sees released results",
  },
  localities: "Only in these localities",
  localitiesHint:
    "With none ticked the role is for the whole programme. Organisers, data entry and evaluators can be limited to localities.",
  notLocal: "This role cannot be limited to localities: untick them, or choose another role.",
  giveRole: "Give",
  accountTitle: "Account",
  sessions: (count) => `Open sessions: ${count}`,
  endSessions: "End all sessions",
  inviteAgain: "A new sign-in link",
  inviteAgainAdvice: "For when an invitation ran out, or a password is forgotten.",
  disable: "Disable the account",
  disableAdvice:
    "The person is signed out everywhere at once and cannot sign in again. Their work stays.",
  disabledAdvice: "The account is disabled. Enabled again, it has the same roles.",
  enable: "Enable the account",
  administratorNow: "This person is an administrator of the organisation.",
  unmakeAdministrator: "No longer an administrator",
  lastAdministrator: "This is the organisation's last administrator. Appoint another first.",
  resetTitle: "Lost phone",
  resetAdvice:
    "Removes the second step, recovery codes, passkeys and the link with an institution, and ends all sessions. Make sure that it is really this person who asks.",
  reason: "Reason",
  reasonMissing: "Write a short reason: it stays in the audit log.",
  reset: "Remove the ways to sign in",
};

export const teamTexts: Record<Language, TeamTexts> = { lt, en };
