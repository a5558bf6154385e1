import { counted, formatDay } from "./numbers.ts";
import type { PrivacyTexts } from "./privacy.ts";

const enRow = (one: string, other: string) => (count: number) =>
  counted(count, { one, other }, "en");

export const privacyEn: PrivacyTexts = {
  title: "Data protection",
  lead: "What you keep, for how long, who asked about it and who worked with it.",
  requests: "People's requests",
  requestsOpen: (open) =>
    open === 0
      ? "No request waits for an answer."
      : `Waiting for an answer: ${counted(open, { one: "request", other: "requests" }, "en")}.`,
  audit: "Audit log",
  exports: "Register of files made",
  documents: "Documents",
  documentNames: {
    "processing-record": "Record of processing activities",
    "impact-assessment": "Short data protection impact assessment",
  },
  documentsAdvice:
    "These documents are made from the programme's data. Read them, add what is missing and sign them: the organisation answers for them.",
  datesTitle: "Kept until",
  datesLead:
    "These days must be those that the privacy notice promises. When a day has come, the data are destroyed by themselves; as long as somebody may still answer in any locality, that waits.",
  dates: {
    key: "Day on which the code list is destroyed",
    answers: "Day on which single answers are destroyed",
    people: "Day on which the list of people is destroyed",
  },
  datesAdvice: {
    key: "From then on nobody can link an answer to a person. Results stay as they are.",
    answers: "Only the released results of groups stay.",
    people:
      "Names, attendance and certificates. Certificates can no longer be verified from then on.",
  },
  saveDates: "Save the days",
  dateMistake: "Write a day such as 2027-06-30, or leave it empty.",
  dateOrder: "This day must not be before the programme ends.",
  fixed: "Already destroyed.",
  dryRunTitle: "What would be destroyed now",
  dryRunLead: "Only counted: nothing is touched yet.",
  kinds: { key: "Code list", answers: "Single answers", people: "List of people" },
  states: {
    "no-date": () => "no day set",
    waiting: (date) => `will be destroyed on ${formatDay(date, "en")}`,
    "held-up": (date) =>
      `was to be destroyed on ${formatDay(date, "en")}; waits for the last questionnaire to close`,
    due: () => "will be destroyed within minutes",
    done: () => "destroyed",
  },
  data: "Data",
  whatGoes: "How much",
  when: "When",
  rows: {
    "answers.access_code": enRow("code", "codes"),
    "answers.entry": enRow("link or typed code", "links and typed codes"),
    "answers.response": enRow("answer sheet", "answer sheets"),
    "answers.score": enRow("scale score", "scale scores"),
    "answers.cell": enRow("counted group", "counted groups"),
    "answers.settled_answers": enRow("table of counted answers", "tables of counted answers"),
    "identity.card_holder": enRow("note of whose card it is", "notes of whose card it is"),
    "identity.person": enRow("person", "people"),
    "identity.enrolment": enRow("enrolment", "enrolments"),
    "identity.attendance": enRow("attendance entry", "attendance entries"),
    "identity.certificate": enRow("certificate", "certificates"),
    export_file: enRow("file made from them", "files made from them"),
  },
  nothing: "nothing there",
  destroyNow: {
    key: "Destroy the code list now",
    answers: "Destroy single answers now",
    people: "Destroy the list of people now",
  },
  destroyWarning: {
    key: "This cannot be undone. Cards and links stop working, participants no longer see their answers, and you can no longer find one person's answers. Released results do not change. Backups made earlier are yours to destroy.",
    answers:
      "This cannot be undone. Without single answers no corrected results can be released and no data package made. Released results and annexes stay.",
    people:
      "This cannot be undone. Names, attendance and the register of certificates go, so certificates can no longer be verified.",
  },
  dataRoleNeeded:
    "Only the person responsible for data may destroy them before their day. The administrator gives that role on the team page.",
  heldUp: "This can be done once the last questionnaire has closed in all localities.",
  confirmLabel: (slug) =>
    `So that it does not happen by accident, type the end of the programme's address: ${slug}`,
  confirmMistake: "That is not what is shown. Nothing was destroyed: type it again.",
  reason: "Reason",
  reasonMistake: "Give a reason: it stays in the audit log.",
  proofs: "Proofs of destruction",
  noProofs: "Nothing has been destroyed yet.",
  proofTitle: "Certificate of destruction",
  proofOf: {
    key: "Destruction of the code list",
    answers: "Destruction of single answers",
    people: "Destruction of the list of people",
  },
  proofLead: {
    key: "The notes of whose card is which, all codes and all links were destroyed. Answers were given new random pair ids that were never printed or sent anywhere. So no answer can be linked to a person any more.",
    answers:
      "All single answer sheets, their scores and the groups counted from them were destroyed. Released results of groups stayed as they were.",
    people: "Names, contacts, enrolments, attendance and certificates were destroyed.",
  },
  proofDone: (moment, who) =>
    who === null
      ? `Destroyed on ${moment}, its day having come.`
      : `Destroyed on ${moment} by ${who}.`,
  proofHash: "Checksum of this certificate (SHA-256); the audit log holds the same",
  proofLimits:
    "It covers this system's database. Backups made earlier and data packages handed out are not part of it: whoever has them destroys them.",
  print: "Print",
  noticesTitle: "Versions of the privacy notice",
  noticeVersion: (number, day) => `Version ${number}, published ${formatDay(day, "en")}`,
  noticeHash: "Checksum",
  consentsTitle: "Consents",
  consentsLead: "Optional consents on submitted answer sheets. None was ticked beforehand.",
  consentCount: (given, asked) => `${given} of ${asked} agreed`,
};
