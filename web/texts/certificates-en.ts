import type { CertificateTexts } from "./certificates.ts";
import { counted, type PluralForms } from "./numbers.ts";

const hoursEn: PluralForms = { one: "hour", other: "hours" };
const certificatesEn: PluralForms = { one: "certificate", other: "certificates" };
const participantsEn: PluralForms = { one: "participant", other: "participants" };

export const certificateTextsEn: CertificateTexts = {
  title: "Certificates",
  lead: "A certificate is given for attendance. Whether somebody answered the questionnaires, and what, plays no part.",
  paper: {
    heading: "CERTIFICATE",
    fileTitle: "Certificates",
    number: (number) => `No. ${number}`,
    took: (title, hours) =>
      hours === null
        ? `took part in the training “${title}”.`
        : `took part in the training “${title}”, which lasted ${hoursIn(hours)}.`,
    topics: (topics) => `Topics of the training: ${topics.join("; ")}.`,
    issued: (place, day) => `${place}, ${day}`,
    check: "Whether this certificate is valid can be checked at:",
    qrAlt: "QR code that opens the page where the certificate can be checked",
  },
  template: {
    title: "What certificates say and who gets one",
    none: "Look these settings over and save them before the first certificate is issued.",
    fields: {
      titleLt: "Title of the training in Lithuanian",
      titleEn: "Title of the training in English",
      textLt: "Further text in Lithuanian",
      textEn: "Further text in English",
      prefix: "Beginning of the number",
      percent: "Least attendance in percent",
    },
    hints: {
      titleLt: "Without quotation marks; they are added.",
      textLt: "For example, the competences gained. May stay empty.",
      prefix: "The running number follows: “KI-2017-” and 14 make “KI-2017-014”.",
      percent: "The share of the locality's session hours at which a participant must have been.",
    },
    mistakes: {
      titleLt: "Enter a title of at most 250 characters.",
      titleEn: "A title has at most 250 characters.",
      textLt: "Shorten the text to 500 characters and 5 lines.",
      textEn: "Shorten the text to 500 characters and 5 lines.",
      prefix:
        "Use letters, digits, hyphens, full stops and slashes; it has at most 24 characters and must not end in a digit.",
      percent: "Enter a whole number from 1 to 100.",
    },
    areTopicsNamed: "Name the topics of the training",
    signatory: "Signed by",
    noSignatory:
      "nobody is named in the organisation's details, so there is no place for a signature",
    save: "Save the settings",
  },
  issue: {
    title: "Issue",
    rule: (percent) =>
      `They are given to those who attended at least ${percent} of their locality's session hours.`,
    count: (ready) =>
      ready === 0
        ? "At present there is nobody to give one to."
        : `${counted(ready, participantsEn, "en")} can be given a certificate.`,
    issue: "Issue to everybody who qualifies",
    waiting: (count) => `Participants of the cycle without a valid certificate: ${count}`,
    nobody: "Everybody in the training cycle has a certificate, or there are no participants yet.",
    columns: {
      person: "Participant",
      locality: "Locality",
      attended: "Attendance",
      state: "State",
    },
    ready: "qualifies",
    tooLittle: "attended too little",
    revoked: "certificate revoked",
    again: "Issue again",
  },
  register: {
    title: "Register",
    none: "No certificate has been issued yet.",
    columns: {
      number: "No.",
      name: "Name",
      locality: "Locality",
      title: "Title",
      hours: "Hours",
      day: "Issued",
      state: "State",
    },
    valid: "valid",
    revoked: (day, reason) => `revoked on ${day}: ${reason}`,
    paper: { lt: "PDF in Lithuanian", en: "PDF in English" },
    revoke: "Revoke",
    reason: "Reason for revoking",
    reasonMissing: "Say why the certificate is revoked, for example “wrong name”.",
  },
  print: {
    title: "Print all",
    advice:
      "All valid certificates in one file, one a page. The file holds names, so it is deleted after a week.",
    order: { lt: "Make the file in Lithuanian", en: "Make the file in English" },
    inProgress: "The file is being made …",
    failed: "The file could not be made. Try again.",
    file: (count, until) => `${counted(count, certificatesEn, "en")}, kept until ${until}`,
    progressTitle: "The certificates are being made",
    back: "Back to the certificates",
  },
  verify: {
    title: "Check a certificate",
    valid: "The certificate is valid",
    revoked: "The certificate was revoked and is no longer valid",
    number: "No.",
    training: "Training",
    day: "Issued on",
    isSomebodys: "Is it this person's certificate?",
    advice:
      "The name is not shown here. Type it as it stands on the certificate to learn whether it agrees with the register.",
    name: "Name and surname",
    compare: "Compare",
    isSame: (name) => `Yes, the certificate was issued in this name: ${name}.`,
    isOther: "The certificate was not issued in that name. Compare it with the paper.",
    nameMissing: "Type the name and surname.",
    tooManyTries: "Too many names that did not agree. Wait a few minutes and try again.",
  },
};

/** A fraction of an hour is printed with one decimal, a whole number with none. */
function hoursIn(value: number): string {
  return counted(value, hoursEn, "en", Number.isInteger(value) ? 0 : 1);
}
