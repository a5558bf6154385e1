import type { Language } from "../../server/domain/text.ts";
import type { ProgrammeKind, StaffRole, WaveKind } from "../../server/domain/words.ts";

/** Words of the list of programmes and of one programme's page. */
export interface ProgrammeTexts {
  programmes: string;
  noProgrammes: string;
  firstProgramme: string;
  period: string;
  funders: string;
  contractTitle: string;
  involved: string;
  cycleParticipants: string;
  certified: string;
  roles: Record<StaffRole, string>;
  kinds: Record<ProgrammeKind, string>;
  waves: Record<WaveKind, string>;
  wavesTitle: string;
  locality: string;
  state: Record<"not-yet" | "open" | "closed", string>;
  answeredOf: string;
  open: string;
  close: string;
  closeEverywhere: string;
  closeWarning: string;
  companionsTitle: string;
  companionsAdvice: string;
  addCompanions: string;
  moreInfo: string;
  removalTitle: string;
  removalAdvice: string;
  remove: string;
}

const lt: ProgrammeTexts = {
  programmes: "Programos",
  noProgrammes: "Jums dar nepriskirta nė viena programa. Kreipkitės į organizatorių.",
  firstProgramme:
    "Programų dar nėra. Sukurkite pirmąją: pradžiai pakanka pavadinimo ir datų, o visa kita parengsite žingsnis po žingsnio.",
  period: "Laikotarpis",
  funders: "Finansuotojai",
  contractTitle: "Pavadinimas sutartyje",
  involved: "Įsitraukę žmonės",
  cycleParticipants: "Mokymų ciklo dalyviai",
  certified: "Gavę pažymėjimus",
  roles: {
    organiser: "organizatorius",
    data: "už duomenis atsakingas žmogus",
    "data-entry": "duomenų suvedėjas",
    evaluator: "vertintojas",
    funder: "finansuotojas",
  },
  kinds: { real: "", demo: "Demonstracinė programa", "try-out": "Bandomoji programa" },
  waves: { before: "Prieš mokymus", after: "Po mokymų", followup: "Praėjus 3–6 mėnesiams" },
  wavesTitle: "Anketų pildymas pagal vietoves",
  locality: "Vietovė",
  state: { "not-yet": "dar neatverta", open: "pildoma", closed: "baigta" },
  answeredOf: "atsakė",
  open: "Atverti dabar",
  close: "Baigti pildymą",
  closeEverywhere: "Baigti visose vietovėse",
  closeWarning:
    "Baigus pildymą po mokymų, tos vietovės rezultatai iš karto paskelbiami vertintojams. Atšaukti negalima.",
  companionsTitle: "Išbandykite viską vieni",
  companionsAdvice:
    "Užpildykite anketą pagal savo nuorodą, tada pridėkite išgalvotų dalyvių: jie atsakys į tą pačią anketą kaip ir Jūs. Baikite pildymą prieš mokymus, atverkite anketą po mokymų ir užpildykite ją ta pačia nuoroda, vėl pridėkite išgalvotų dalyvių ir baikite pildymą po mokymų – tada pamatysite rezultatus.",
  addCompanions: "Pridėti išgalvotų dalyvių",
  moreInfo: "Daugiau informacijos",
  removalTitle: "Demonstracijos pašalinimas",
  removalAdvice:
    "Pašalinama ši programa su visais išgalvotais žmonėmis ir atsakymais. Atšaukti negalima, o paleidus sistemą iš naujo demonstracija nebegrįžta.",
  remove: "Pašalinti demonstraciją",
};

const en: ProgrammeTexts = {
  programmes: "Programmes",
  noProgrammes: "No programme has been assigned to you yet. Ask the organiser.",
  firstProgramme:
    "There are no programmes yet. Make the first one: a title and dates are enough to begin, and everything else follows step by step.",
  period: "Period",
  funders: "Funders",
  contractTitle: "Title in the contract",
  involved: "People involved",
  cycleParticipants: "Participants of the training cycle",
  certified: "Certified",
  roles: {
    organiser: "organiser",
    data: "responsible for data",
    "data-entry": "data entry",
    evaluator: "evaluator",
    funder: "funder",
  },
  kinds: { real: "", demo: "Demonstration programme", "try-out": "Programme to try out" },
  waves: {
    before: "Before the training",
    after: "After the training",
    followup: "3–6 months later",
  },
  wavesTitle: "Questionnaires by locality",
  locality: "Locality",
  state: { "not-yet": "not open yet", open: "open", closed: "closed" },
  answeredOf: "answered",
  open: "Open now",
  close: "Close",
  closeEverywhere: "Close in all localities",
  closeWarning:
    "Closing the wave after the training releases that locality's results to the evaluators at once. It cannot be undone.",
  companionsTitle: "Try it all on your own",
  companionsAdvice:
    "Fill in the questionnaire by your link, then add invented companions: they answer the same questionnaire as you. Close the wave before the training, open the one after it and answer it by the same link, add companions again and close that wave: then you will see results.",
  addCompanions: "Add invented companions",
  moreInfo: "More information",
  removalTitle: "Removing the demonstration",
  removalAdvice:
    "This programme is removed with all its invented people and answers. It cannot be undone, and the demonstration does not come back at the next start.",
  remove: "Remove the demonstration",
};

export const programmeTexts: Record<Language, ProgrammeTexts> = { lt, en };
