import type { Language } from "../../server/domain/text.ts";
import type { IdentityMode } from "../../server/domain/words.ts";

/** Words of the page where cards are made, and of the cards themselves. */
export interface CardTexts {
  title: string;
  lead: Record<IdentityMode, string>;
  onceOnly: string;
  unreachable(address: string): string;
  locality: string;
  cards: string;
  participants: string;
  count: string;
  make: string;
  makeMissing: string;
  nobodyMissing: string;
  person: string;
  hasCard: string;
  noCard: string;
  reissue: string;
  reason: string;
  reasonMissing: string;
  countMistake(most: number): string;
  fileTitle: string;
  hint: string;
  qrAlt: string;
}

const lt: CardTexts = {
  title: "Kodų kortelės",
  lead: {
    register:
      "Kiekvienam mokymų ciklo dalyviui spausdinama kortelė su jo vardu, ir sistema įsimena, kam kuri kortelė. Todėl pamestą kortelę galima išduoti iš naujo. Dalyvių atsakymai lieka koduoti.",
    bowl: "Kortelės spausdinamos be vardų: dalyviai jas traukia nematydami, todėl sąrašo, kam kuri teko, nėra. Pamestos kortelės atkurti negalima.",
    "self-made":
      "Dalyviai kodą susikuria patys. Korteles galima spausdinti tiems, kas kodo kurti nenori; jos be vardų.",
  },
  onceOnly:
    "Kortelių failas atsiunčiamas vieną kartą: nuorodos jame yra slaptos, todėl sistema jų nesaugo. Iš karto jį išsaugokite arba išspausdinkite.",
  unreachable: (address) =>
    `Dabar kortelėse būtų adresas ${address}, kurį atveria tik šis kompiuteris. Prieš spausdindami paprašykite sistemos prižiūrėtojo nustatyti viešą adresą (PUBLIC_URL) arba atverkite šį puslapį kompiuterio adresu mokymų salės tinkle.`,
  locality: "Vietovė",
  cards: "Kortelės",
  participants: "Ciklo dalyviai",
  count: "Kiek kortelių",
  make: "Spausdinti korteles",
  makeMissing: "Spausdinti tiems, kas neturi",
  nobodyMissing: "Visi šios vietovės dalyviai kortelę jau turi arba dalyvių dar nėra.",
  person: "Dalyvis",
  hasCard: "turi kortelę",
  noCard: "neturi kortelės",
  reissue: "Išduoti naują",
  reason: "Priežastis",
  reasonMissing: "Įrašykite, kodėl išduodama nauja kortelė, pavyzdžiui, „pametė“.",
  countMistake: (most) => `Įrašykite skaičių nuo 1 iki ${most}.`,
  fileTitle: "Anketos kodų kortelės",
  hint: "Nufotografuokite kortelę arba įsidėkite ją į piniginę – to paties kodo reikės ir po mokymų.",
  qrAlt: "QR kodas, atveriantis anketą",
};

const en: CardTexts = {
  title: "Code cards",
  lead: {
    register:
      "A card with the name is printed for each participant of the cycle, and the system remembers who got which. A lost card can therefore be issued again. Answers stay coded.",
    bowl: "Cards are printed without names: participants draw them unseen, so there is no list of who got which. A lost card cannot be restored.",
    "self-made":
      "Participants make up their own code. Cards without names can be printed for those who would rather have one.",
  },
  onceOnly:
    "The file of cards is sent once: its links are secret, so the system does not keep them. Save or print it at once.",
  unreachable: (address) =>
    `Cards printed now would bear the address ${address}, which only this computer opens. Before printing, ask whoever runs the system to set a public address (PUBLIC_URL), or open this page by the computer's address in the training room's network.`,
  locality: "Locality",
  cards: "Cards",
  participants: "Participants of the cycle",
  count: "How many cards",
  make: "Print cards",
  makeMissing: "Print for those without one",
  nobodyMissing: "Everybody here has a card already, or there are no participants yet.",
  person: "Participant",
  hasCard: "has a card",
  noCard: "has no card",
  reissue: "Issue a new one",
  reason: "Reason",
  reasonMissing: "Say why a new card is issued, for example “lost”.",
  countMistake: (most) => `Enter a number from 1 to ${most}.`,
  fileTitle: "Questionnaire code cards",
  hint: "Photograph the card or keep it in your wallet – the same code is needed after the training too.",
  qrAlt: "QR code that opens the questionnaire",
};

export const cardTexts: Record<Language, CardTexts> = { lt, en };
