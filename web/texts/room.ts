import type { Language } from "../../server/domain/text.ts";

/** Words of the page on the wall of a training room. */
export interface RoomTexts {
  title: string;
  scan: string;
  orType(address: string): string;
  haveCard: string;
  sent(step: string): string;
  nobodyYet: string;
  notOpen: string;
  wallLink: string;
  wallAdvice: string;
  qrAlt(address: string): string;
}

const lt: RoomTexts = {
  title: "Užpildykite anketą telefonu",
  scan: "Nukreipkite telefono kamerą į šį kodą",
  orType: (address) => `arba naršyklėje įveskite ${address}`,
  haveCard: "Turėkite po ranka savo kortelę: reikės jos kodo.",
  sent: (step) => `Anketą jau pateikė: ${step}`,
  nobodyYet: "Dar niekas nepateikė anketos.",
  notOpen: "Šiuo metu anketos pildyti negalima.",
  wallLink: "QR kodas ant sienos",
  wallAdvice:
    "Puslapis projektoriui: didelis QR kodas ir trumpas adresas. Kiekvienas paspaudimas sukuria naują nuorodą; senosios veikia toliau.",
  qrAlt: (address) => `QR kodas, vedantis į ${address}`,
};

const en: RoomTexts = {
  title: "Fill in the questionnaire on your phone",
  scan: "Point your phone's camera at this code",
  orType: (address) => `or type ${address} in a browser`,
  haveCard: "Have your card at hand: you will need its code.",
  sent: (step) => `Questionnaires sent so far: ${step}`,
  nobodyYet: "Nobody has sent a questionnaire yet.",
  notOpen: "The questionnaire cannot be filled in at the moment.",
  wallLink: "QR code for the wall",
  wallAdvice:
    "A page for the projector: a large QR code and a short address. Each press makes a new link; the old ones keep working.",
  qrAlt: (address) => `QR code that leads to ${address}`,
};

export const roomTexts: Record<Language, RoomTexts> = { lt, en };

/** "10–14": while answering goes on, only steps are told, never who and never exactly how many. */
export function sentWords(step: { low: number; high: number }, language: Language): string {
  const texts = roomTexts[language];
  if (step.high === 0) return texts.nobodyYet;
  return texts.sent(step.low === step.high ? String(step.low) : `${step.low}–${step.high}`);
}
