import type { Language } from "../../server/domain/text.ts";

/** Words of the file in which somebody gets everything that is kept about them. */
export interface SubjectFileTexts {
  title: string;
  identity: string;
  enrolments: string;
  attendance: string;
  certificates: string;
  letters: string;
  answers: string;
  field: string;
  value: string;
  present: string;
  absent: string;
  fields: Record<
    | "fullName"
    | "organisation"
    | "email"
    | "phone"
    | "gender"
    | "ageBand"
    | "isContactShared"
    | "returnedAt"
    | "mayContactForFollowup"
    | "createdAt"
    | "locality"
    | "role"
    | "group"
    | "sector"
    | "enrolledOn"
    | "withdrawnOn"
    | "submittedOn"
    | "channel"
    | "consents",
    string
  >;
  yes: string;
  no: string;
  noAnswers: string;
}

const lt: SubjectFileTexts = {
  title: "Apie Jus saugomi duomenys",
  identity: "Asmens duomenys",
  enrolments: "Registracijos",
  attendance: "Lankomumas",
  certificates: "Pažymėjimai",
  letters: "Siųsti laiškai",
  answers: "Atsakymai",
  field: "Duomuo",
  value: "Reikšmė",
  present: "dalyvavo",
  absent: "nedalyvavo",
  fields: {
    fullName: "Vardas ir pavardė",
    organisation: "Darbovietė",
    email: "El. paštas",
    phone: "Telefonas",
    gender: "Lytis",
    ageBand: "Amžiaus grupė",
    isContactShared: "Adresas bendras keliems žmonėms",
    returnedAt: "Laiškai šiuo adresu grįžta nuo",
    mayContactForFollowup: "Sutiko, kad būtų kreiptasi vėliau",
    createdAt: "Įrašyta",
    locality: "Vietovė",
    role: "Dalyvavimas",
    group: "Grupė",
    sector: "Veiklos sritis",
    enrolledOn: "Užregistruota",
    withdrawnOn: "Pasitraukė",
    submittedOn: "Pateikta",
    channel: "Kaip pildyta",
    consents: "Sutikimai",
  },
  yes: "taip",
  no: "ne",
  noAnswers: "Atsakymų nerasta arba jų susieti su Jumis negalima.",
};

const en: SubjectFileTexts = {
  title: "The data kept about you",
  identity: "Personal data",
  enrolments: "Enrolments",
  attendance: "Attendance",
  certificates: "Certificates",
  letters: "Letters sent",
  answers: "Answers",
  field: "Item",
  value: "Value",
  present: "present",
  absent: "absent",
  fields: {
    fullName: "Name",
    organisation: "Workplace",
    email: "E-mail",
    phone: "Phone",
    gender: "Gender",
    ageBand: "Age band",
    isContactShared: "Address shared by several people",
    returnedAt: "Letters to this address come back since",
    mayContactForFollowup: "May be contacted later",
    createdAt: "Noted on",
    locality: "Locality",
    role: "Takes part as",
    group: "Group",
    sector: "Sector",
    enrolledOn: "Enrolled",
    withdrawnOn: "Withdrew",
    submittedOn: "Submitted",
    channel: "Filled in",
    consents: "Consents",
  },
  yes: "yes",
  no: "no",
  noAnswers: "No answers were found, or they cannot be linked to you.",
};

export const subjectFileTexts: Record<Language, SubjectFileTexts> = { lt, en };
