import type { Language } from "../../server/domain/text.ts";
import type { WaveKind } from "../../server/domain/words.ts";

/** Words of the page on which a person decides about self-made codes that nearly agree. */
export interface PairingTexts {
  title: string;
  lead: string;
  seesNothing: string;
  notHere: string;
  countsTitle: string;
  countsCaption: string;
  nothingYet: string;
  locality: string;
  wave: string;
  earlierAlone: string;
  laterAlone: string;
  openTitle: string;
  openLead: string;
  nothingOpen: string;
  codeAfter(number: number, locality: string, wave: string): string;
  codeBefore(number: number): string;
  differsIn: string;
  agreesWholly: string;
  or: string;
  /** In the order of the elements. */
  elements: readonly string[];
  same: string;
  apart: string;
  waves: Record<WaveKind, string>;
  endTitle: string;
  endLead: string;
  endsByItself: string;
  endConfirm: string;
  endMustConfirm: string;
  end: string;
  ended(moment: string): string;
}

const lt: PairingTexts = {
  title: "Kodų susiejimas",
  lead: "Šioje programoje dalyviai kodą susikuria patys iš šešių atsakymų. Baigus pildyti anketą, kodai, kurie sutampa arba skiriasi tik vienu atsakymu ir daugiau niekam netinka, susiejami savaime. Čia lieka tie, dėl kurių turi apsispręsti žmogus.",
  seesNothing:
    "Nei dalyvių vardų, nei jų atsakymų, nei pačių kodų čia nėra – tik tai, kuris iš šešių atsakymų skiriasi.",
  notHere:
    "Šioje programoje dalyviai turi korteles, todėl anketos susiejamos pagal jų kodus ir spręsti nieko nereikia.",
  countsTitle: "Dar be poros",
  countsCaption: "Kodai be poros vietovėse, kuriose anketos pildymas jau baigtas",
  nothingYet: "Be poros nėra nė vieno kodo tose vietovėse, kuriose anketos pildymas jau baigtas.",
  locality: "Vietovė",
  wave: "Anketa",
  earlierAlone: "Pildė tik anksčiau",
  laterAlone: "Pildė tik šį kartą",
  openTitle: "Laukia sprendimo",
  openLead:
    "Susiekite tik tada, kai tikrai žinote, kad tai tas pats žmogus: pavyzdžiui, jis pats pasakė, kad vieną atsakymą pasirinko kitaip. Susietų anketų nebeatskirsite. Jei nežinote – palikite.",
  nothingOpen: "Spręsti nėra ko.",
  codeAfter: (number, locality, wave) => `${number} kodas, ${locality}, ${wave}`,
  codeBefore: (number) => `Galima pora Nr.\u00a0${number}`,
  differsIn: "Skiriasi:",
  agreesWholly: "Sutampa visi šeši atsakymai.",
  or: " arba ",
  elements: [
    "pirmoji motinos vardo raidė",
    "gimimo mėnesio diena",
    "gimimo mėnuo",
    "vyresnių brolių ir seserų skaičius",
    "trečioji pavardės raidė",
    "pirmoji gimimo vietos raidė",
  ],
  same: "Tas pats žmogus",
  apart: "Skirtingi žmonės",
  waves: {
    before: "anketa prieš mokymus",
    after: "anketa po mokymų",
    followup: "anketa praėjus keliems mėnesiams",
  },
  endTitle: "Baigti susiejimą",
  endLead:
    "Slaptas raktas, kuriuo kodai buvo paversti ženklų eilutėmis, ir pačios eilutės sunaikinamos. Po to kodų nebebus galima nei susieti, nei atkurti; jau susietos anketos lieka susietos.",
  endsByItself:
    "Susiejimas baigsis savaime, kai visose vietovėse bus baigtas visų anketų pildymas ir nebus ko spręsti. Tada slaptas raktas, kuriuo kodai buvo paversti ženklų eilutėmis, ir pačios eilutės bus sunaikintos.",
  endConfirm: "Suprantu: likusių kodų susieti nebebus galima.",
  endMustConfirm: "Kad baigtumėte susiejimą, pažymėkite šį langelį.",
  end: "Baigti ir sunaikinti",
  ended: (moment) =>
    `Susiejimas baigtas ${moment} Slaptas raktas ir iš kodų apskaičiuotos ženklų eilutės sunaikintos.`,
};

const en: PairingTexts = {
  title: "Matching of codes",
  lead: "In this programme participants make their codes themselves, of six answers. When a questionnaire closes, codes that agree, or that differ in one answer only and fit nobody else, are matched by themselves. What is left for a person to decide is here.",
  seesNothing:
    "There are no names here, no answers to questionnaires and no codes: only which of the six answers differs.",
  notHere:
    "In this programme participants have cards, so questionnaires are matched by their codes and there is nothing to decide.",
  countsTitle: "Still without a partner",
  countsCaption: "Codes without a partner, in localities whose questionnaire has closed",
  nothingYet: "No code is without a partner in the localities whose questionnaire has closed.",
  locality: "Locality",
  wave: "Questionnaire",
  earlierAlone: "Answered only earlier",
  laterAlone: "Answered only this time",
  openTitle: "To be decided",
  openLead:
    "Match only when you know that it is the same person: because they told you that they chose one answer differently, say. What was matched cannot be parted again. If you do not know, leave it.",
  nothingOpen: "There is nothing to decide.",
  codeAfter: (number, locality, wave) => `Code ${number}, ${locality}, ${wave}`,
  codeBefore: (number) => `Possible partner ${number}`,
  differsIn: "Differs:",
  agreesWholly: "All six answers agree.",
  or: " or ",
  elements: [
    "first letter of the mother's name",
    "day of the month of birth",
    "month of birth",
    "number of older brothers and sisters",
    "third letter of the surname",
    "first letter of the place of birth",
  ],
  same: "The same person",
  apart: "Different people",
  waves: {
    before: "questionnaire before the training",
    after: "questionnaire after the training",
    followup: "questionnaire some months later",
  },
  endTitle: "End matching",
  endLead:
    "The secret key with which codes were turned into lines of characters is destroyed, and so are the lines. After that no code can be matched or restored; what was matched stays so.",
  endsByItself:
    "Matching ends by itself when all questionnaires have closed in all localities and nothing is left to decide. The secret key with which codes were turned into lines of characters is then destroyed, and so are the lines.",
  endConfirm: "I understand: the codes that are left can no longer be matched.",
  endMustConfirm: "Tick this box to end matching.",
  end: "End and destroy",
  ended: (moment) =>
    `Matching ended on ${moment}. The secret key and the lines worked out from the codes are destroyed.`,
};

export const pairingTexts: Record<Language, PairingTexts> = { lt, en };
