import type { Language } from "../../server/domain/text.ts";

/** Words of the page on the wall of a training room. */
export interface RoomTexts {
  title: string;
  scan: string;
  orType(address: string): string;
  haveCard: string;
  makeCode: string;
  sent(step: string): string;
  nobodyYet: string;
  notOpen: string;
  wallLink: string;
  wallAdvice: string;
  qrAlt(address: string): string;
  tabletLink: string;
  tabletAdvice: string;
  tabletTitle: string;
  tabletOpen: string;
  tabletSteps: readonly string[];
  tabletAddress: string;
}

const lt: RoomTexts = {
  title: "Užpildykite anketą telefonu",
  scan: "Nukreipkite telefono kamerą į šį kodą",
  orType: (address) => `arba naršyklėje įveskite ${address}`,
  haveCard: "Turėkite po ranka savo kortelę: reikės jos kodo.",
  makeCode: "Kortelės nereikia: kodą susikursite patys, atsakę į šešis trumpus klausimus.",
  sent: (step) => `Anketą jau pateikė: ${step}`,
  nobodyYet: "Dar niekas nepateikė anketos.",
  notOpen: "Šiuo metu anketos pildyti negalima.",
  wallLink: "QR kodas sienai",
  wallAdvice:
    "„QR kodas sienai“ atveria puslapį projektoriui: didelį QR kodą ir trumpą adresą. Kiekvienas paspaudimas sukuria naują nuorodą; senosios veikia toliau.",
  qrAlt: (address) => `QR kodas, vedantis į ${address}`,
  tabletLink: "Bendra planšetė",
  tabletAdvice:
    "„Bendra planšetė“ skirta tiems, kas neturi telefono: po kiekvieno žmogaus ji paruošiama kitam.",
  tabletTitle: "Bendra planšetė",
  tabletOpen: "Atverti šiame įrenginyje",
  tabletSteps: [
    "Planšetėje nuskaitykite šį kodą arba atverkite adresą. Nuo tada ji veikia kaip bendra, kol joje atversite kitą nuorodą, ne ilgiau kaip parą.",
    "Žmogus įveda savo kodą ir pildo. Pateikęs – arba nebaigęs – jis paspaudžia „Pildys kitas žmogus“: iš planšetės pašalinama viskas, ką jis matė ir rašė, ir mygtukas „Atgal“ jo atsakymų neberodo.",
    "Jei planšetės dvi su puse minutės niekas neliečia, ji klausia, ar dar pildoma, ir dar po pusės minutės pati pasiruošia kitam. Tai, kas pažymėta, lieka išsaugota: žmogus gali tęsti su tuo pačiu kodu.",
    "Planšetei reikia ryšio: be jo neišsiųsti atsakymai liktų įrenginyje, todėl be ryšio ji kitam žmogui neperduodama.",
  ],
  tabletAddress: "Planšetės adresas",
};

const en: RoomTexts = {
  title: "Fill in the questionnaire on your phone",
  scan: "Point your phone's camera at this code",
  orType: (address) => `or type ${address} in a browser`,
  haveCard: "Have your card at hand: you will need its code.",
  makeCode: "You need no card: you make your own code by answering six short questions.",
  sent: (step) => `Questionnaires sent so far: ${step}`,
  nobodyYet: "Nobody has sent a questionnaire yet.",
  notOpen: "The questionnaire cannot be filled in at the moment.",
  wallLink: "QR code for the wall",
  wallAdvice:
    "“QR code for the wall” opens a page for the projector: a large QR code and a short address. Each press makes a new link; the old ones keep working.",
  qrAlt: (address) => `QR code that leads to ${address}`,
  tabletLink: "Shared tablet",
  tabletAdvice:
    "“Shared tablet” is for people without a phone: after each person it is made ready for the next.",
  tabletTitle: "Shared tablet",
  tabletOpen: "Open on this device",
  tabletSteps: [
    "Scan this code with the tablet, or open the address on it. From then on it is a shared one, until another link is opened on it, for a day at most.",
    "People type their codes and answer. When they have sent, or before, they press “Another person will fill in”: everything they saw and typed goes from the tablet, and the back button no longer shows their answers.",
    "When nobody touches the tablet for two and a half minutes, it asks whether somebody is there, and half a minute later makes itself ready for the next person. What was marked stays saved: the person can go on with the same code.",
    "The tablet needs a connection: without one, unsent answers would stay on the device, so it is not handed over then.",
  ],
  tabletAddress: "Address for the tablet",
};

export const roomTexts: Record<Language, RoomTexts> = { lt, en };

/** "10–14": while answering goes on, only steps are told, never who and never exactly how many. */
export function sentWords(step: { low: number; high: number }, language: Language): string {
  const texts = roomTexts[language];
  if (step.high === 0) return texts.nobodyYet;
  return texts.sent(step.low === step.high ? String(step.low) : `${step.low}–${step.high}`);
}
