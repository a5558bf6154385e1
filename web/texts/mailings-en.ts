import type { MailingTexts } from "./mailings.ts";
import { mailingDrafts } from "./mailings-lt.ts";
import { counted, formatNumber, type PluralForms } from "./numbers.ts";

const addresses: PluralForms = { one: "address was refused", other: "addresses were refused" };
const letters: PluralForms = { one: "letter", other: "letters" };
const people: PluralForms = { one: "person", other: "people" };

export const mailingTextsEn: MailingTexts = {
  title: "Invitations and reminders",
  lead: {
    register:
      "A letter carries a personal link, the same each time. An office’s shared address gets the locality’s general link, which asks for the code on the card. Reminders go only to those who have not answered; nobody sees to whom or to how many they went.",
    bowl: "Nobody knows who drew which card, so everybody gets the locality’s general link, which asks for the code on the card, and reminders go to everybody.",
    "self-made":
      "Nobody knows who made which code, so everybody gets the locality’s general link, and reminders go to everybody.",
  },
  reachable: (withAddress, all) =>
    `${formatNumber(withAddress, "en")} of ${formatNumber(all, "en")} participants of the cycle have an e-mail address that works, as far as is known.`,
  noMail:
    "Letters cannot be sent from here: no mail server, or no public address of this system, was set. Hand out cards, or copy links.",
  noMailOperator: "For whoever runs the system: set SMTP_URL, MAIL_FROM and PUBLIC_URL.",
  cards: "Print cards",
  links: {
    title: "The localities’ links",
    lead: "A locality’s general link is always the same. It asks for the code on the card, so it may be sent to everybody and put up.",
    show: "Show the localities’ links",
    mark: "Locality",
  },
  form: {
    title: "New letter",
    kind: "What is sent",
    kinds: { invitation: "Invitation", reminder: "Reminder" },
    begin: { invitation: "Write an invitation", reminder: "Write a reminder" },
    wave: "Which questionnaire",
    waves: {
      before: "before the training",
      after: "after the training",
      followup: "3–6 months later",
    },
    locality: "To whom",
    everywhere: "participants of all localities",
    chooseLocality: "choose a locality",
    sendAt: "When to send",
    sendAtHint: (zone) => `Leave empty to send at once. Times are of ${zone}.`,
    fields: {
      subjectLt: "Subject in Lithuanian",
      bodyLt: "Text in Lithuanian",
      subjectEn: "Subject in English",
      bodyEn: "Text in English",
    },
    english:
      "Leave both fields empty where English is not needed. Where it is there, it follows the Lithuanian.",
    placeholders: "In each letter, words in braces are replaced by:",
    placeholderMeanings: {
      programme: "the programme’s title",
      organisation: "the organisation",
      locality: "the locality",
      closes: "until when it can be answered",
      link: "the link",
    },
    preview: "Preview",
    test: "Send a test to myself",
    send: "Send",
    testSent: (address) => `A test letter was sent to ${address}.`,
    testRefused:
      "The mail server did not take the test letter. Try later, or ask whoever runs the system.",
    noAddress: "Your account has no e-mail address to send a test letter to.",
    previewTitle: "This is how the letter will look",
    previewSubject: "Subject:",
    mistakesTitle: "Please correct:",
    faults: {
      empty: "Enter a text.",
      "too-long": "Too long: a subject may have 200 characters, a letter 5,000.",
      "line-break": "A subject is one line.",
      "no-link": "The text has to contain {link}: the link is put there.",
      "link-in-subject": "The link cannot stand in the subject.",
      unknown: "The system does not know this word in braces: correct it or delete it.",
    },
    mistakes: {
      wave: "Choose a questionnaire that can still be answered.",
      locality: "Choose a locality from the list.",
      sendAt: "Enter a time to come.",
    },
    chosen: (count) => `The letter will go to ${counted(count, people, "en")} chosen by you.`,
    noWaves:
      "There is no questionnaire that can still be answered, so there is nothing to invite to.",
  },
  list: {
    title: "Mailings",
    none: "Nothing has been sent yet.",
    columns: { mailing: "Letter", when: "When", state: "State", act: "What to do" },
    waiting: "Waits for its time.",
    underWay: "Being sent.",
    handedOver:
      "Handed over for sending to those who had not answered by then. To whom, to how many and whether to anybody is not shown. Whether mail works, a test letter to yourself will tell.",
    ownOnly:
      "These are letters to your localities alone. Letters to all localities at once are not among them.",
    ended: "Done.",
    cancelled: "Called off.",
    sent: (words) => `Sent: ${words}.`,
    left: (count) => `Left: ${formatNumber(count, "en")}.`,
    refused: (count) => `${counted(count, addresses, "en")}.`,
    unclear: (count) =>
      `Not known whether sent: ${counted(count, letters, "en")} (sending was broken off; they are not sent again, so that nobody gets one twice).`,
    givenUp: (count) => `Could not be sent: ${counted(count, letters, "en")}.`,
    cancel: "Call off",
    again: "Send again all the same",
    againHint: "Some may get the letter twice.",
    refusals: "Refused addresses",
    created: "The letter was put into the queue.",
    stopped: "The mailing was called off.",
    returned: "The letters were put back into the queue.",
  },
  drafts: mailingDrafts,
};
