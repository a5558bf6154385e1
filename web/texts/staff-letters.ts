import type { Language } from "../../server/domain/text.ts";

interface LetterText {
  subject: string;
  text: string;
}

/** Letters to staff, each with one link and nothing personal besides. */
export interface StaffLetters {
  signIn: (link: string) => LetterText;
  invitation: (link: string) => LetterText;
}

const lt: StaffLetters = {
  signIn: (link) => ({
    subject: "Prisijungimo nuoroda",
    text: `Sveiki,

prisijungti galite šia nuoroda:

${link}

Ji veikia vieną kartą, 15 minučių ir tik toje naršyklėje, kurioje jos prašėte.

Jei nuorodos neprašėte, nieko daryti nereikia: be Jūsų ji niekam neveiks.
`,
  }),
  invitation: (link) => ({
    subject: "Pakvietimas prisijungti",
    text: `Sveiki,

esate pakviesti dirbti su mokymų vertinimo programomis. Pirmą kartą prisijunkite šia nuoroda:

${link}

Ji veikia vieną kartą ir 7 dienas. Prisijungę pasirinkite slaptažodį arba susikurkite prieigos raktą.
`,
  }),
};

const en: StaffLetters = {
  signIn: (link) => ({
    subject: "Your sign-in link",
    text: `Hello,

you can sign in by this link:

${link}

It works once, for 15 minutes, and only in the browser in which you asked for it.

If you did not ask for it, there is nothing to do: without you it works for nobody.
`,
  }),
  invitation: (link) => ({
    subject: "An invitation to sign in",
    text: `Hello,

you are invited to work with programmes that evaluate training. Sign in for the first time by this link:

${link}

It works once, within 7 days. When you are in, choose a password or make a passkey.
`,
  }),
};

export const staffLetters: Record<Language, StaffLetters> = { lt, en };
