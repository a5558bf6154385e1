import type { SignInMethod } from "../../server/domain/staff/sign-in-method.ts";
import type { Language } from "../../server/domain/text.ts";

/** What was just done, as the address says it. */
export const accountNews = [
  "password",
  "language",
  "secondFactor",
  "passkey",
  "passkeyRemoved",
  "sessions",
] as const;
export type AccountNews = (typeof accountNews)[number];

/** Words of somebody's own account. */
export interface AccountTexts {
  title: string;
  lead: (person: { name: string; email: string }) => string;
  news: Record<AccountNews, string>;
  mistakesTitle: string;
  proof: string;
  proofWrong: string;
  proofBySignIn: string;
  passwordTitle: string;
  passwordSet: string;
  passwordNone: string;
  currentPassword: string;
  newPassword: string;
  savePassword: string;
  secondFactorTitle: string;
  secondFactorWhy: string;
  secondFactorOn: string;
  codesLeft: (count: number) => string;
  beginSecondFactor: string;
  endSecondFactor: string;
  renewCodes: string;
  scanTitle: string;
  scanAdvice: string;
  scanAlt: string;
  scanByHand: string;
  code: string;
  codeWrong: string;
  confirm: string;
  codesTitle: string;
  codesAdvice: string;
  codesDone: string;
  passkeysTitle: string;
  passkeysWhy: string;
  passkeyName: string;
  passkeyNameHint: string;
  addPasskey: string;
  passkeyNeedsScript: string;
  passkeyFailed: string;
  noPasskeys: string;
  created: string;
  lastUsed: string;
  never: string;
  remove: string;
  sessionsTitle: string;
  sessionsAdvice: string;
  device: string;
  unknownDevice: string;
  begun: string;
  lastSeen: string;
  method: string;
  methods: Record<SignInMethod, string>;
  thisSession: string;
  end: string;
  endOthers: string;
  languageTitle: string;
  languageAdvice: string;
  languageNames: Record<Language, string>;
  save: string;
}

const lt: AccountTexts = {
  title: "Mano paskyra",
  lead: ({ name, email }) => `${name}, ${email}`,
  news: {
    password: "Slaptažodis pakeistas. Kitos Jūsų sesijos baigtos.",
    language: "Kalba pakeista.",
    secondFactor: "Antrasis žingsnis išjungtas.",
    passkey: "Prieigos raktas pridėtas.",
    passkeyRemoved: "Prieigos raktas pašalintas.",
    sessions: "Sesija baigta.",
  },
  mistakesTitle: "Nieko nepakeista",
  proof: "Dabartinis slaptažodis",
  proofWrong: "Slaptažodis neteisingas.",
  proofBySignIn:
    "Norėdami tai pakeisti, atsijunkite ir prisijunkite iš naujo: pakeisti galima per 15 minučių nuo prisijungimo.",
  passwordTitle: "Slaptažodis",
  passwordSet: "Pakeitus slaptažodį, visos kitos Jūsų sesijos bus baigtos.",
  passwordNone: "Slaptažodžio dar neturite. Pasirinkite jį arba susikurkite prieigos raktą.",
  currentPassword: "Dabartinis slaptažodis",
  newPassword: "Naujas slaptažodis",
  savePassword: "Išsaugoti slaptažodį",
  secondFactorTitle: "Antrasis žingsnis",
  secondFactorWhy:
    "Be slaptažodžio dar įvesite kodą iš telefono. Tada pavogto slaptažodžio neužteks. Tiks bet kuri atpažinimo programėlė, pavyzdžiui, „Aegis“, „2FAS“ ar „Google Authenticator“.",
  secondFactorOn: "Įjungtas: prisijungiant prašoma kodo iš atpažinimo programėlės.",
  codesLeft: (count) => `Nepanaudotų atkūrimo kodų: ${count}`,
  beginSecondFactor: "Įjungti antrąjį žingsnį",
  endSecondFactor: "Išjungti antrąjį žingsnį",
  renewCodes: "Sukurti naujus atkūrimo kodus",
  scanTitle: "Nuskaitykite kodą",
  scanAdvice:
    "Atpažinimo programėle nuskaitykite šį QR kodą ir įveskite 6 skaitmenis, kuriuos ji parodys.",
  scanAlt: "QR kodas atpažinimo programėlei",
  scanByHand: "Jei nuskaityti negalite, įveskite šį raktą:",
  code: "Kodas iš programėlės",
  codeWrong: "Kodas neteisingas. Patikrinkite, ar telefono laikas tikslus, ir įveskite naują kodą.",
  confirm: "Patvirtinti",
  codesTitle: "Atkūrimo kodai",
  codesAdvice:
    "Jie rodomi tik dabar. Atsispausdinkite arba užsirašykite: kiekvienas vieną kartą pavaduos kodą iš telefono.",
  codesDone: "Užsirašiau, grįžti į paskyrą",
  passkeysTitle: "Prieigos raktai",
  passkeysWhy:
    "Prieigos raktas – prisijungimas piršto atspaudu, veidu arba įrenginio PIN kodu. Jo negalima nei atspėti, nei išvilioti netikroje svetainėje, o antrojo žingsnio nereikia.",
  passkeyName: "Prieigos rakto pavadinimas",
  passkeyNameHint: "Pavyzdžiui, darbo kompiuteris.",
  addPasskey: "Pridėti prieigos raktą",
  passkeyNeedsScript:
    "Prieigos raktui reikia naršyklės, kuri jį palaiko, įjungto „JavaScript“ ir saugaus (https) adreso.",
  passkeyFailed: "Prieigos rakto pridėti nepavyko. Patikrinkite slaptažodį ir bandykite dar kartą.",
  noPasskeys: "Prieigos raktų dar neturite.",
  created: "Sukurtas",
  lastUsed: "Naudotas",
  never: "dar nenaudotas",
  remove: "Pašalinti",
  sessionsTitle: "Sesijos",
  sessionsAdvice:
    "Kur esate prisijungę. Sesija baigiasi po 12 valandų arba po 3 valandų be jokio veiksmo.",
  device: "Naršyklė",
  unknownDevice: "nežinoma",
  begun: "Prisijungta",
  lastSeen: "Paskutinį kartą",
  method: "Būdas",
  methods: {
    password: "slaptažodis",
    passkey: "prieigos raktas",
    link: "nuoroda",
    openid: "įstaiga",
    "set-up": "įrengimas",
  },
  thisSession: "ši sesija",
  end: "Baigti",
  endOthers: "Baigti visas kitas sesijas",
  languageTitle: "Kalba",
  languageAdvice: "Šia kalba matysite puslapius ir gausite laiškus.",
  languageNames: { lt: "lietuvių", en: "English" },
  save: "Išsaugoti",
};

const en: AccountTexts = {
  title: "My account",
  lead: ({ name, email }) => `${name}, ${email}`,
  news: {
    password: "The password is changed. Your other sessions have ended.",
    language: "The language is changed.",
    secondFactor: "The second step is off.",
    passkey: "The passkey is added.",
    passkeyRemoved: "The passkey is removed.",
    sessions: "The session has ended.",
  },
  mistakesTitle: "Nothing was changed",
  proof: "Current password",
  proofWrong: "The password is wrong.",
  proofBySignIn:
    "To change this, sign out and sign in again: it can be changed within 15 minutes of signing in.",
  passwordTitle: "Password",
  passwordSet: "When you change the password, all your other sessions end.",
  passwordNone: "You have no password yet. Choose one, or make a passkey.",
  currentPassword: "Current password",
  newPassword: "New password",
  savePassword: "Save the password",
  secondFactorTitle: "Second step",
  secondFactorWhy:
    "Besides the password you type a code from your phone. A stolen password is then not enough. Any authenticator app will do, such as Aegis, 2FAS or Google Authenticator.",
  secondFactorOn: "On: signing in asks for a code from the authenticator app.",
  codesLeft: (count) => `Recovery codes not used yet: ${count}`,
  beginSecondFactor: "Turn the second step on",
  endSecondFactor: "Turn the second step off",
  renewCodes: "Make new recovery codes",
  scanTitle: "Scan the code",
  scanAdvice: "Scan this QR code with the authenticator app, and type the 6 digits that it shows.",
  scanAlt: "QR code for the authenticator app",
  scanByHand: "If you cannot scan, type this key:",
  code: "Code from the app",
  codeWrong: "The code is wrong. Make sure that the phone's clock is right, and type a new code.",
  confirm: "Confirm",
  codesTitle: "Recovery codes",
  codesAdvice:
    "They are shown only now. Print or note them: each stands in once for the code from your phone.",
  codesDone: "I have noted them, back to my account",
  passkeysTitle: "Passkeys",
  passkeysWhy:
    "A passkey signs you in by fingerprint, face or your device's PIN. It cannot be guessed, nor tricked out of you by a false site, and needs no second step.",
  passkeyName: "Name of the passkey",
  passkeyNameHint: "For example, office computer.",
  addPasskey: "Add a passkey",
  passkeyNeedsScript:
    "A passkey needs a browser that knows them, JavaScript, and a secure (https) address.",
  passkeyFailed: "The passkey was not added. Look at the password again and try once more.",
  noPasskeys: "You have no passkeys yet.",
  created: "Made",
  lastUsed: "Used",
  never: "not yet",
  remove: "Remove",
  sessionsTitle: "Sessions",
  sessionsAdvice:
    "Where you are signed in. A session ends after 12 hours, or after 3 hours without anything done.",
  device: "Browser",
  unknownDevice: "unknown",
  begun: "Signed in",
  lastSeen: "Last seen",
  method: "By",
  methods: {
    password: "password",
    passkey: "passkey",
    link: "link",
    openid: "institution",
    "set-up": "set-up",
  },
  thisSession: "this session",
  end: "End",
  endOthers: "End all other sessions",
  languageTitle: "Language",
  languageAdvice: "Pages are shown and letters written to you in this language.",
  languageNames: { lt: "lietuvių", en: "English" },
  save: "Save",
};

export const accountTexts: Record<Language, AccountTexts> = { lt, en };
