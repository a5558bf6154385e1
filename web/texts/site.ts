import type { ProblemCode } from "../../server/domain/problem.ts";
import type { Language } from "../../server/domain/text.ts";

/** Words of the frame around every staff page, and of every refusal. */
export interface SiteTexts {
  product: string;
  toStart: string;
  skipToContent: string;
  otherLanguage: string;
  programmes: string;
  signOut: string;
  signIn: string;
  team: string;
  account: string;
  demonstration: string;
  menu: string;
  problems: Record<ProblemCode, { title: string; advice: string }>;
}

const lt: SiteTexts = {
  product: "Pokytis",
  toStart: "Į pradžią",
  skipToContent: "Pereiti prie turinio",
  otherLanguage: "English",
  programmes: "Programos",
  signOut: "Atsijungti",
  signIn: "Prisijungti",
  team: "Komanda",
  account: "Paskyra",
  demonstration: "Demonstraciniai duomenys",
  menu: "Pagrindinis meniu",
  problems: {
    "not-found": {
      title: "Tokio puslapio nėra",
      advice:
        "Patikrinkite adresą arba grįžkite į pradžią. Gali būti, kad šioje programoje neturite vaidmens.",
    },
    "link-unknown": {
      title: "Ši nuoroda neveikia",
      advice:
        "Nuoroda nežinoma arba atšaukta. Įveskite kodą iš kortelės arba kreipkitės į mokymų organizatorių.",
    },
    "code-mistyped": {
      title: "Kode yra klaida",
      advice: "Palyginkite kodą su kortele: jį sudaro 8 raidės, skaitmenų jame nėra.",
    },
    "code-unknown": {
      title: "Tokio kodo neradome",
      advice: "Palyginkite kodą su kortele arba kreipkitės į mokymų organizatorių.",
    },
    "too-many-tries": {
      title: "Per daug nepavykusių bandymų",
      advice:
        "Palaukite kelias minutes ir bandykite dar kartą arba kreipkitės į mokymų organizatorių.",
    },
    "wave-not-open": {
      title: "Anketa dar neatverta",
      advice: "Ši anketa bus atverta vėliau. Nuoroda ir kodas liks tie patys.",
    },
    "wave-closed": {
      title: "Anketos pildymas baigtas",
      advice:
        "Šios anketos pildyti nebegalima. Jei manote, kad tai klaida, kreipkitės į mokymų organizatorių.",
    },
    "already-answered": {
      title: "Anketa jau pateikta",
      advice: "Šiuo kodu anketa jau pateikta. Jei tai ne Jūs, kreipkitės į mokymų organizatorių.",
    },
    "sign-in-needed": {
      title: "Reikia prisijungti",
      advice:
        "Prisijungimas baigėsi arba dar neprisijungėte. Jei paskyros neturite, kreipkitės į savo organizacijos administratorių.",
    },
    "sign-in-link-used": {
      title: "Prisijungimo nuoroda nebegalioja",
      advice: "Nuoroda veikia vieną kartą ir ribotą laiką. Paprašykite naujos.",
    },
    "not-allowed": {
      title: "Šio veiksmo Jums atlikti neleidžiama",
      advice: "Jei jis reikalingas Jūsų darbui, kreipkitės į programos organizatorių.",
    },
    "whole-programme-only": {
      title: "Tam reikia teisių visoje programoje",
      advice:
        "Jūsų teisės galioja tik kai kuriose šios programos vietovėse, o čia – visų vietovių duomenys. Jei to reikia Jūsų darbui, kreipkitės į programos organizatorių.",
    },
    "data-role-needed": {
      title: "Tam reikia už duomenis atsakingo žmogaus teisių",
      advice:
        "Atskirus atsakymus atverti, perkelti ar naikinti gali tik už duomenis atsakingas žmogus. Šį vaidmenį programoje suteikia administratorius komandos puslapyje; jis gali jį suteikti ir sau.",
    },
    "foreign-origin": {
      title: "Užklausa atmesta",
      advice:
        "Forma atsiųsta ne iš šios svetainės. Atverkite puslapį iš naujo ir pabandykite dar kartą.",
    },
    "unknown-host": {
      title: "Nežinomas adresas",
      advice: "Atverkite svetainę jos tikruoju adresu.",
    },
    "bad-request": {
      title: "Užklausos nepavyko suprasti",
      advice: "Grįžkite į ankstesnį puslapį ir pabandykite dar kartą.",
    },
    "too-large": {
      title: "Atsiųsta per daug duomenų",
      advice: "Sutrumpinkite tekstą arba pasirinkite mažesnį failą ir pabandykite dar kartą.",
    },
    conflict: {
      title: "Tuo metu kas nors pasikeitė",
      advice: "Duomenys tuo metu buvo pakeisti kitame lange. Atverkite puslapį iš naujo.",
    },
    "release-not-possible": {
      title: "Rezultatų paskelbti dar negalima",
      advice: "Rezultatai skelbiami, kai vietovėje baigiamas anketos po mokymų pildymas.",
    },
    busy: {
      title: "Sistema šiuo metu užimta",
      advice: "Niekas neprarasta. Palaukite kelias sekundes ir pabandykite dar kartą.",
    },
    unexpected: {
      title: "Įvyko klaida",
      advice: "Pabandykite dar kartą. Jei klaida kartojasi, praneškite sistemos administratoriui.",
    },
  },
};

const en: SiteTexts = {
  product: "Pokytis",
  toStart: "To the start",
  skipToContent: "Skip to content",
  otherLanguage: "Lietuvių",
  programmes: "Programmes",
  signOut: "Sign out",
  signIn: "Sign in",
  team: "Team",
  account: "Account",
  demonstration: "Demonstration data",
  menu: "Main menu",
  problems: {
    "not-found": {
      title: "There is no such page",
      advice:
        "Check the address or go back to the start. It may be a programme that you have no role in.",
    },
    "link-unknown": {
      title: "This link does not work",
      advice: "It is unknown or was withdrawn. Type the code from your card, or ask the organiser.",
    },
    "code-mistyped": {
      title: "There is a mistake in the code",
      advice: "Compare it with your card: a code has 8 letters and no digits.",
    },
    "code-unknown": {
      title: "We did not find that code",
      advice: "Compare it with your card, or ask the organiser of the training.",
    },
    "too-many-tries": {
      title: "Too many failed tries",
      advice: "Wait a few minutes and try again, or ask the organiser of the training.",
    },
    "wave-not-open": {
      title: "The questionnaire is not open yet",
      advice: "It will be opened later. Your link and code stay the same.",
    },
    "wave-closed": {
      title: "The questionnaire is closed",
      advice: "It can no longer be filled in. If you think this is a mistake, ask the organiser.",
    },
    "already-answered": {
      title: "The questionnaire was already sent",
      advice: "It was already sent with this code. If it was not you, speak to the organiser.",
    },
    "sign-in-needed": {
      title: "Please sign in",
      advice:
        "Your session has ended, or you have not signed in yet. If you have no account, ask your organisation's administrator.",
    },
    "sign-in-link-used": {
      title: "This sign-in link no longer works",
      advice: "A link works once and for a limited time. Ask for a new one.",
    },
    "not-allowed": {
      title: "You may not do this",
      advice: "If your work needs it, ask the programme's organiser.",
    },
    "whole-programme-only": {
      title: "This needs rights in the whole programme",
      advice:
        "Your rights are for some localities of this programme only, and this holds data of all of them. If your work needs it, ask the programme's organiser.",
    },
    "data-role-needed": {
      title: "This needs the data role",
      advice:
        "Only the person responsible for data may open, move or destroy single answers. An administrator gives this role in the programme, on the team page, to themselves as well.",
    },
    "foreign-origin": {
      title: "The request was refused",
      advice: "The form was not sent from this site. Open the page again and try once more.",
    },
    "unknown-host": { title: "Unknown address", advice: "Open the site at its real address." },
    "bad-request": {
      title: "The request could not be understood",
      advice: "Go back to the previous page and try again.",
    },
    "too-large": {
      title: "Too much was sent",
      advice: "Shorten the text or choose a smaller file, and try again.",
    },
    conflict: {
      title: "Something changed meanwhile",
      advice: "The data was changed in another window. Open the page again.",
    },
    "release-not-possible": {
      title: "Results cannot be released yet",
      advice: "Results are released when a locality's wave after the training has closed.",
    },
    busy: {
      title: "The system is busy",
      advice: "Nothing is lost. Wait a few seconds and try again.",
    },
    unexpected: {
      title: "Something went wrong",
      advice: "Try again. If it happens once more, tell the administrator.",
    },
  },
};

export const siteTexts: Record<Language, SiteTexts> = { lt, en };
