import type { Language, Text } from "../../server/domain/text.ts";
import type { IdentityMode, NoticeStatement } from "../../server/domain/words.ts";
import { formatDay } from "./numbers.ts";
import { fitWhoAnswered } from "./who-answered.ts";

/** What a notice says of this programme. What is not known yet is empty, and stands in the text as a gap. */
export interface NoticeFacts {
  mode: IdentityMode;
  controller: { name: string; code: string; address: string; email: string };
  evaluator: string;
  funders: Text;
  threshold: number;
  keyDestroyOn: string | null;
  answersDeleteOn: string | null;
  moreInfoUrl: string;
  /** The organiser is shown who has handed a sheet in; only a register of cards makes that possible. */
  isWhoAnsweredTold: boolean;
}

/** Stands where a fact is missing; a notice with one is not published. */
export const noticeGap = "[...]";

/** The notice for the programme's mode, true of what the system does with answers in that mode; a paragraph a line. */
export function noticeTemplate(facts: NoticeFacts, language: Language): string {
  const paragraphs = language === "lt" ? paragraphsLt(facts) : paragraphsEn(facts);
  const template = paragraphs.filter((paragraph) => paragraph !== "").join("\n");
  return fitWhoAnswered({ [language]: template }, facts.isWhoAnsweredTold)[language] ?? template;
}

function given(fact: string): string {
  return fact === "" ? noticeGap : fact;
}

function dayOf(day: string | null, language: Language): string {
  return day === null ? noticeGap : formatDay(day, language);
}

const linkingLt: Record<
  IdentityMode,
  { data: string; anonymous: (day: string) => string; find: string }
> = {
  register: {
    data: "kodas, siejantis Jūsų anketas",
    anonymous: (day) =>
      `Ar anketa anoniminė? Ne visiškai. Jūsų atsakymams suteiktas pseudonimas – kortelės kodas. Organizatorius turi sąrašą, kam kuri kortelė duota, todėl pamestą kortelę gali pakeisti. Kol tas sąrašas saugomas, atsakymus su asmeniu galėtų susieti tik tas, kas jį turi. Sąrašas bus sunaikintas ne vėliau kaip ${day}, o kodai pakeisti atsitiktiniais numeriais.`,
    find: "Rašykite adresu {email} ir nurodykite savo kodą. Sunaikinus sąrašą, Jūsų atsakymų rasti nebegalėsime.",
  },
  bowl: {
    data: "kodas, siejantis Jūsų anketas",
    anonymous: (day) =>
      `Ar anketa anoniminė? Beveik. Kortelę ištraukėte patys, ir niekas neužrašė, kuri Jums teko, todėl organizatorius Jūsų atsakymų su Jumis susieti negali. Kas turi kortelę, gali atverti su ja pateiktus atsakymus, todėl ją saugokite. Pamestos kortelės pakeisti negalime. Ne vėliau kaip ${day} kodai bus pakeisti atsitiktiniais numeriais, ir kortelė nieko nebeatvers.`,
    find: "Savo atsakymus atversite kortelės nuoroda: juos galite peržiūrėti, taisyti ir ištrinti patys. Be kortelės Jūsų atsakymų rasti negalime. Klausimus siųskite adresu {email}.",
  },
  "self-made": {
    data: "Jūsų pačių sudarytas kodas, siejantis anketas (saugome ne atsakymus, iš kurių jis sudarytas, o tik iš jų apskaičiuotą ženklų eilutę)",
    anonymous: (day) =>
      `Ar anketa anoniminė? Ne visiškai. Kodą sudarote iš šešių dalykų, kuriuos žinote atmintinai. Kas juos visus apie Jus žino, galėtų sudaryti tą patį kodą; iš to, ką saugome, be atskirai laikomo rakto jų atkurti neįmanoma. Baigus sieti paskutines anketas, ne vėliau kaip ${day}, raktas ir ženklų eilutės bus sunaikinti.`,
    find: "Savo atsakymus galite peržiūrėti, taisyti ir ištrinti įrenginiu, kuriuo pildėte. Kitur jų rasti galime tik pagal Jūsų kodą: rašykite adresu {email} ir jį nurodykite.",
  },
};

function paragraphsLt(facts: NoticeFacts): string[] {
  const { controller } = facts;
  const linking = linkingLt[facts.mode];
  const email = given(controller.email);
  return [
    "Kodėl klausiame. Norime sužinoti, ar mokymai padėjo, juos tobulinti ir parengti projekto vertinimo ataskaitą.",
    "Dalyvavimas savanoriškas. Galite neatsakyti į bet kurį klausimą arba bet kada nustoti pildyti. Tai neturės įtakos nei dalyvavimui mokymuose, nei pažymėjimui, o Jūsų darbdavys atskirų atsakymų nematys.",
    `Kas atsako už duomenis. Duomenų valdytojas – ${given(controller.name)}, juridinio asmens kodas ${given(controller.code)}, ${given(controller.address)}, ${email}.`,
    `Kokie duomenys. Jūsų atsakymai, vietovė ir ${linking.data}. Vardo ir pavardės anketoje neklausiame, IP adreso su atsakymais nesaugome, o baigus pildymą lieka tik atsakymo diena.`,
    linking.anonymous(dayOf(facts.keyDestroyOn, "lt")),
    `Kam rodome. Vertintojas (${given(facts.evaluator)}) ir finansuotojai (${given(facts.funders.lt ?? "")}) mato tik apibendrintus grupių rezultatus. Atskirus atsakymus be vardų gali atverti tik organizatoriaus paskirtas už duomenis atsakingas žmogus; jis turi nurodyti priežastį, o kiekvienas toks atvejis įrašomas. Jei grupėje atsakė mažiau žmonių negu ${facts.threshold}, jos rezultatų nerodome.`,
    "Teisinis pagrindas. Mūsų teisėtas interesas įvertinti mokymų naudą ir atsiskaityti finansuotojams (BDAR 6 straipsnio 1 dalies f punktas).",
    `Kiek saugome. Atskirus atsakymus saugome iki ${dayOf(facts.answersDeleteOn, "lt")}, paskui ištriname. Apibendrinta ataskaita saugoma su projekto dokumentais.`,
    `Jūsų teisės. Galite susipažinti su savo duomenimis, prašyti juos ištaisyti, ištrinti ar apriboti jų tvarkymą, nesutikti su tvarkymu. ${linking.find.replace("{email}", email)} Skundą galite pateikti Valstybinei duomenų apsaugos inspekcijai (vdai.lrv.lt).`,
    facts.moreInfoUrl === "" ? "" : `Daugiau informacijos: ${facts.moreInfoUrl}`,
  ];
}

const linkingEn: typeof linkingLt = {
  register: {
    data: "the code that links your questionnaires",
    anonymous: (day) =>
      `Is it anonymous? Not fully. Your answers carry a pseudonym, the code of your card. The organiser holds a list of who was given which card, and can therefore replace a lost one. While that list is kept, only whoever holds it could link answers to a person. The list will be destroyed by ${day}, and codes replaced by random numbers.`,
    find: "Write to {email} and state your code. Once the list is destroyed we can no longer find your answers.",
  },
  bowl: {
    data: "the code that links your questionnaires",
    anonymous: (day) =>
      `Is it anonymous? Nearly. You drew the card yourself and nobody noted which one you got, so the organiser cannot link your answers to you. Whoever holds the card can open the answers given with it, so keep it safe. A lost card cannot be replaced. By ${day} codes will be replaced by random numbers, and the card will open nothing.`,
    find: "The link on your card opens your answers: you can see, correct and erase them yourself. Without the card we cannot find your answers. Questions: {email}.",
  },
  "self-made": {
    data: "the code you made yourself, which links your questionnaires (we do not store the answers it was made of, only a line of characters worked out from them)",
    anonymous: (day) =>
      `Is it anonymous? Not fully. You make the code of six things you know by heart. Somebody who knows all of them about you could make the same code; from what we store they cannot be restored without a key that is kept apart. The key and the lines of characters will be destroyed when the last questionnaires have been linked, by ${day} at the latest.`,
    find: "On the device you used you can see, correct and erase your answers. Elsewhere we can find them only by your code: write to {email} and state it.",
  },
};

function paragraphsEn(facts: NoticeFacts): string[] {
  const { controller } = facts;
  const linking = linkingEn[facts.mode];
  const email = given(controller.email);
  return [
    "Why we ask. We want to learn whether the training helped, to improve it, and to prepare the project's evaluation report.",
    "Taking part is voluntary. You may skip any question or stop at any time. This affects neither your training nor your certificate, and your employer will not see individual answers.",
    `Who is responsible. Controller: ${given(controller.name)}, legal entity code ${given(controller.code)}, ${given(controller.address)}, ${email}.`,
    `Which data. Your answers, your locality, and ${linking.data}. We do not ask your name in the questionnaire, we store no IP address with the answers, and once answering is over only the day of an answer stays.`,
    linking.anonymous(dayOf(facts.keyDestroyOn, "en")),
    `Who sees it. The evaluator (${given(facts.evaluator)}) and the funders (${given(facts.funders.en ?? "")}) see only summarised results of groups. Individual answers without names can be opened only by the person whom the organiser made responsible for the data; a reason must be given and each such access is recorded. Results of groups with fewer than ${facts.threshold} respondents are not shown.`,
    "Legal basis. Our legitimate interest in assessing the benefit of the training and in reporting to the funders (GDPR Article 6(1)(f)).",
    `How long. Individual answers until ${dayOf(facts.answersDeleteOn, "en")}. The summarised report is kept with the project documents.`,
    `Your rights. You may access your data, ask for correction, erasure or restriction, and object. ${linking.find.replace("{email}", email)} You may complain to the State Data Protection Inspectorate (vdai.lrv.lt).`,
    facts.moreInfoUrl === "" ? "" : `More information: ${facts.moreInfoUrl}`,
  ];
}

/** What a participant ticks below the notice; nothing is ever ticked beforehand. */
export const noticeStatements: readonly NoticeStatement[] = [
  {
    key: "participate",
    kind: "participation",
    isRequired: true,
    text: {
      lt: "Perskaičiau šią informaciją ir noriu pildyti anketą.",
      en: "I have read this information and want to fill in the questionnaire.",
    },
  },
  {
    key: "quote-open",
    kind: "consent",
    isRequired: false,
    text: {
      lt: "Sutinku, kad mano žodžiai iš atvirų atsakymų ataskaitoje būtų cituojami be vardo ir be detalių, iš kurių mane būtų galima atpažinti.",
      en: "I agree that my words from open answers be quoted in the report without my name and without details that could identify me.",
    },
  },
];
