import type { Language } from "../../server/domain/text.ts";

/** What the page says about saving while it is being filled in. Kept small: it travels to every phone. */
export interface SavingTexts {
  saving: string;
  saved: string;
  /** Kept on the device, to be sent when the connection is back. */
  kept: string;
  /** No connection, and the device lets nothing be kept. */
  unkept: string;
  /** Nothing leaves the device before it is agreed to. */
  unagreed: string;
  sending: string;
  notSent: string;
  /** A part has something that could not be saved by itself: a mistake, or a change in another window. */
  left: string;
  openLeft: string;
  expired: string;
  closed: string;
  elsewhere: string;
  useMine: string;
  useStored: string;
  leaveAnyway: string;
  clear: string;
  idle: string;
  stay: string;
}

export const savingTexts: Record<Language, SavingTexts> = {
  lt: {
    saving: "Išsaugoma…",
    saved: "Išsaugota",
    kept: "Nėra ryšio: išsaugota šiame įrenginyje ir bus išsiųsta",
    unkept: "Nėra ryšio. Neuždarykite puslapio: atsakymai bus išsiųsti, kai ryšys atsiras.",
    unagreed: "Kol nepažymėjote, kad sutinkate dalyvauti, atsakymai saugomi tik šiame įrenginyje.",
    sending: "Siunčiama…",
    notSent: "Dar neišsiųsta: nėra ryšio. Atsakymai išsaugoti šiame įrenginyje, bandysime dar.",
    left: "Vienoje dalyje liko neišsaugotų atsakymų. Peržiūrėkite ją prieš pateikdami.",
    openLeft: "Atverti tą dalį",
    expired: "Kad atsakymai būtų išsaugoti, dar kartą įveskite kodą:",
    closed: "Anketos pildymas baigtas, todėl šie atsakymai nebebus išsaugoti.",
    elsewhere: "Ši dalis pakeista kitame lange ar kitame įrenginyje. Kuriuos atsakymus palikti?",
    useMine: "Šiuos, mano matomus",
    useStored: "Išsaugotus kitur",
    leaveAnyway:
      "Atsakymai dar neišsiųsti. Jei dabar pildys kitas žmogus, jie dings. Vis tiek tęsti?",
    clear: "Panaikinti atsakymą",
    idle: "Ar dar pildote? Netrukus anketa bus paruošta kitam žmogui.",
    stay: "Pildau toliau",
  },
  en: {
    saving: "Saving…",
    saved: "Saved",
    kept: "No connection: saved on this device and will be sent",
    unkept: "No connection. Do not close the page: the answers will be sent when it is back.",
    unagreed: "Until you tick that you take part, the answers are kept on this device only.",
    sending: "Sending…",
    notSent: "Not sent yet: no connection. The answers are saved on this device; we keep trying.",
    left: "One part has answers that are not saved. Look at it before you submit.",
    openLeft: "Open that part",
    expired: "To have your answers saved, enter your code again:",
    closed: "The questionnaire has closed, so these answers will no longer be saved.",
    elsewhere:
      "This part was changed in another window or on another device. Which answers should stay?",
    useMine: "These that I see",
    useStored: "Those saved elsewhere",
    leaveAnyway:
      "The answers are not sent yet. If another person fills in now, they are lost. Go on?",
    clear: "Clear the answer",
    idle: "Are you still there? The questionnaire will soon be made ready for another person.",
    stay: "I am still here",
  },
};
