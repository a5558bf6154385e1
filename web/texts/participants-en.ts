import { counted, type PluralForms } from "./numbers.ts";
import type { ParticipantTexts } from "./participants.ts";

const people: PluralForms = { one: "person", other: "people" };
const lines: PluralForms = { one: "enrolment", other: "enrolments" };
const pairs: PluralForms = { one: "pair", other: "pairs" };
const rows: PluralForms = { one: "row", other: "rows" };

export const participantTextsEn: ParticipantTexts = {
  title: "Participants",
  lead: "Names, contacts and attendance are kept here. Answers to questionnaires are kept apart; there are none in this list.",
  roles: { "cycle-participant": "participant of the cycle", involved: "otherwise involved" },
  fields: {
    fullName: "Name",
    organisation: "Organisation",
    email: "E-mail",
    phone: "Telephone",
    gender: "Gender",
    ageBand: "Age",
    locality: "Locality",
    group: "Group",
    sector: "Sector",
    role: "Takes part as",
    enrolledOn: "Enrolled on",
    withdrawnOn: "Withdrew on",
  },
  hints: {
    email: "May be left empty, or be an office’s shared address.",
    gender: "Not required. Shown only in totals of the whole programme.",
    ageBand: "Not required. Shown only in totals of the whole programme.",
    withdrawnOn: "A date such as 2017-03-01. Leave empty for somebody who takes part.",
    enrolledOn: "A date such as 2017-03-01.",
  },
  mistakes: {
    fullName: "Enter a name of at most 200 characters.",
    organisation: "Shorten the organisation’s name to 200 characters.",
    email: "This does not look like an e-mail address. Enter one address, without a name.",
    phone: "Shorten the telephone number to 50 characters.",
    gender: "Choose a gender from the list, or leave “not said”.",
    ageBand: "Choose an age from the list, or leave “not said”.",
    locality: "Choose a locality.",
    group: "Choose a group of the same locality.",
    sector: "Choose a sector from the list.",
    role: "Choose how the person takes part.",
    enrolledOn: "Enter a date such as 2017-03-01.",
    withdrawnOn: "Enter a date such as 2017-03-01, not before the day of enrolment.",
  },
  mistakesTitle: "Please correct:",
  isContactShared: "Several people use this address (no personal link is sent to it)",
  noChoice: "not said",
  counts: {
    title: "How many people",
    byLocality: "By locality, and how this is counted",
    columns: {
      locality: "Locality",
      involved: "Involved",
      cycleParticipants: "Participants of the cycle",
      certified: "Certified",
    },
    whole: "People in all",
    sentence: (involved, certified) =>
      `${counted(involved, people, "en")} involved, ${counted(certified, people, "en")} certified.`,
    definition:
      "Counted now, from this list. Involved: everybody on it who has not withdrawn. Participants of the cycle: those of them who take part in the training cycle. Certified: those participants whose certificate is valid. Each person counts once.",
    moreThanWhole:
      "The localities sum to more than the whole, as some people take part in several: they count once in each, and once in the whole.",
  },
  search: {
    title: "The list",
    words: "Name or organisation",
    hint: "Letters may be typed without their marks.",
    everywhere: "all localities",
    everyGroup: "all groups",
    everySector: "all sectors",
    everyRole: "everybody",
    withdrawn: "withdrawn",
    submit: "Search",
    all: "Show everybody",
    found: (enrolments, count) =>
      enrolments === count
        ? `Found: ${counted(count, people, "en")}.`
        : `Found: ${counted(count, people, "en")}, ${counted(enrolments, lines, "en")}.`,
    none: "There are no such participants.",
    empty: "There are no participants yet. Import a list, or add the first person.",
    previous: "Previous",
    next: "Next",
    page: (page, all) => `Page ${page} of ${all}`,
  },
  list: {
    columns: {
      person: "Person",
      locality: "Locality",
      sector: "Sector",
      role: "Takes part as",
      contact: "Contact",
    },
    shared: "shared address",
    withdrawn: (day) => `withdrew ${day}`,
  },
  links: {
    add: "Add a person",
    import: "Import a list",
    duplicates: "Possible duplicates",
    attendance: "Attendance",
    completion: "Who lacks what",
    back: "Back to the list of participants",
  },
  person: {
    newTitle: "New participant",
    add: "Add",
    save: "Save",
    saved: "Saved.",
    added:
      "The person was added. You can correct the record here, or enrol them in another locality.",
    enrolments: "Takes part in",
    addEnrolment: "Enrol in another locality",
    everywhere: "The person is enrolled in every locality.",
    alreadyEnrolled: "The person is enrolled in this locality already.",
    certifiedStays:
      "The person holds a valid certificate of this locality and so stays a participant of the cycle. Revoke the certificate first.",
    groupElsewhere: "This group is in another locality.",
    look: "Edit",
    isCertified: "holds a valid certificate",
    held: "This person also takes part in localities that others look after, so their name, contacts and other facts are changed by the organiser of the whole programme alone. Here you can change how they take part in your localities.",
    withdrawHint:
      "Somebody who withdrew is not counted and gets no letters; attendance and certificates stay.",
  },
  removal: {
    title: "Take off the list",
    lead: "For somebody entered by mistake: without a card or certificate, no attendance marked, no letter sent. Do not remove somebody who merely no longer takes part: enter when they withdrew.",
    sure: (name) => `Yes, take off the list: ${name}`,
    mustBeSure: "Tick that you really want to remove this person.",
    button: "Remove",
    removed: "The person was taken off the list.",
    hasTraces:
      "This person has a card or certificate, marked attendance, or was sent a letter, and so is not removed from here. If they ask for their data to be erased, take the request on the page of data protection.",
    askWhole: "Ask the organiser of the whole programme.",
    desk: "Data protection",
  },
  duplicates: {
    title: "Possible duplicates",
    lead: "These are suggestions: whether two records are one person is for you to say. When they are merged, attendance, certificates and cards go to the person you keep; where details differ, that person’s stay.",
    none: "No records look alike.",
    count: (count) => `Found: ${counted(count, pairs, "en")}.`,
    more: (count) => `${counted(count, pairs, "en")} more will be shown once these are settled.`,
    reasons: {
      "same-name-and-address": "same name and same e-mail",
      "same-name": "same name",
      "close-name": "names one letter apart",
    },
    keep: (name) => `Merge, keep: ${name}`,
    distinct: "They are two people",
    merged: "Merged.",
    noted: "Noted: they are two people.",
    pair: (one, other) => `${one} and ${other}`,
    keptExplained: "Certificates of both stay valid, with their numbers.",
  },
  imported: ({ added, changed, same, leftOut }) =>
    `The list was imported. New rows: ${added}, changed: ${changed}, the same: ${same}${
      leftOut > 0 ? `, left out: ${counted(leftOut, rows, "en")}` : ""
    }.`,
};
