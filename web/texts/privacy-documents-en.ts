import type { IdentityMode } from "../../server/domain/words.ts";
import type { PrivacyDocumentTexts, PrivacyFacts } from "./privacy-documents.ts";

const unset = "no day set yet";

const pairing: Record<IdentityMode, string> = {
  register:
    "Cards with a random code are noted in the list of participants, so answers are pseudonymous: only whoever holds the list can link them to a person.",
  bowl: "Cards with a random code are drawn unseen, and there is no list of who got which. Only the holder of a card can link answers to a person.",
  "self-made":
    "Participants make a code of six things that only they know. Only lines of characters worked out from the code with a secret key (keyed hashes) are stored; key and lines are destroyed when matching is over.",
};

const keyRow = (facts: PrivacyFacts) =>
  facts.mode === "register"
    ? [["Code list (who holds which card)", facts.keyDestroyOn || unset]]
    : [["Codes and links", facts.keyDestroyOn || unset]];

export const privacyDocumentsEn: PrivacyDocumentTexts = {
  record: {
    title: "Record of processing activities",
    sections: (facts) => [
      {
        title: "Controller",
        paragraphs: [
          [facts.organisation, facts.contact].filter(Boolean).join(", "),
          `Programme: ${facts.programme}. Period: ${facts.period}.`,
        ],
      },
      {
        title: "Purposes and legal bases",
        paragraphs: [
          "Organising the training, attendance and certificates (contract with the participant or their employer, GDPR Article 6(1)(b) or (f)).",
          "Assessing the benefit of the training and reporting to the funders (legitimate interest, GDPR Article 6(1)(f)).",
          "Quoting words of open answers (consent, GDPR Article 6(1)(a)); it can be withdrawn at any time.",
        ],
      },
      {
        title: "Whose data, and which",
        paragraphs: [
          `Participants of the training and other people involved; the list holds ${facts.involved} of them at present.`,
          "By name: name, workplace, contacts, locality, group, sector, attendance, certificates; gender and age band where people gave them.",
          "By code: answers to questionnaires before the training, after it and later. Questionnaires ask no name, and no IP address is stored with answers.",
          pairing[facts.mode],
        ],
      },
      {
        title: "Who sees them",
        paragraphs: [
          `The evaluator${facts.evaluator ? ` (${facts.evaluator})` : ""} and the funders${facts.funders ? ` (${facts.funders})` : ""}: released results of groups alone; results of groups with fewer than ${facts.threshold} people are not shown.`,
          "The organiser: the list of participants and overall counts. Single answers without names: only the person responsible for data, for a stated reason, and each such access is recorded.",
          "No data go to third countries or international organisations. The system uses no outside services, tracking or advertising.",
        ],
      },
      {
        title: "How long",
        paragraphs: [],
        table: {
          head: ["Data", "Until"],
          rows: [
            ...keyRow(facts),
            ["Single answers", facts.answersDeleteOn || unset],
            ["List of people, attendance, certificates", facts.peopleDeleteOn || unset],
            ["Released results of groups and the report", "with the project's documents"],
          ],
        },
      },
      {
        title: "Security",
        paragraphs: [
          "Names and answers are stored apart; one task alone can bring them together, and each time it does so stands in the audit log, which cannot be changed.",
          "The database holds links and passwords as hashes only. Access follows roles in a programme. Connections are encrypted where the site's address begins with https.",
          "When its day has come, data are destroyed by themselves and a certificate of destruction is made.",
          facts.notice === null
            ? "No privacy notice has been published yet."
            : `Participants are shown version ${facts.notice} of the privacy notice.`,
        ],
      },
    ],
  },
  assessment: {
    title: "Short data protection impact assessment",
    sections: (facts) => [
      {
        title: "What is done",
        paragraphs: [
          `${facts.organisation} assesses the benefit of the training “${facts.programme}”: participants answer the same questionnaire before it, after it and 3–6 months later, and results are counted by locality.`,
          pairing[facts.mode],
        ],
      },
      {
        title: "Is it necessary and proportionate",
        paragraphs: [
          "Change cannot be learnt without linking the answers of the same person, so questionnaires are linked by a code. That needs no name, and none is asked.",
          "Only what the evaluation uses is asked. Gender and age come from registration and are told for the whole programme only.",
          "Taking part is voluntary; neither training nor certificate depends on it.",
        ],
      },
      {
        title: "Risks and measures",
        paragraphs: [],
        table: {
          head: ["What could happen", "What is done", "Risk left"],
          rows: [
            [
              "Somebody in a small locality is recognised from the results",
              `Results of groups with fewer than ${facts.threshold} people are not shown; numbers are rounded so that nothing can be worked out by subtraction or by comparing releases`,
              "low",
            ],
            [
              "An employer learns who answered what",
              facts.isWhoAnsweredTold
                ? "Employers have no access; who has handed a sheet in is seen by the organiser alone, because the notice says so, and each look is recorded; not even the organiser sees who answered what"
                : "Employers have no access; screens show steps of counts only, and never who has not answered",
              "low",
            ],
            [
              "The code list falls into wrong hands",
              facts.mode === "register"
                ? "The list is kept apart from answers and destroyed on its day"
                : "There is no list",
              facts.mode === "register" ? "medium while the list is kept" : "low",
            ],
            [
              "Somebody is described recognisably in an open answer",
              "Open answers are shown from ten on and shuffled; quoted only with consent and after a person has read them",
              "low",
            ],
            [
              "Data of the server are lost or leak",
              "Backups, encrypted connections, access by roles, audit log",
              "medium: depends on how the server is looked after",
            ],
          ],
        },
      },
      {
        title: "Conclusion",
        paragraphs: [
          "No data on a large scale and none of GDPR Article 9 are processed, and nothing is decided about people automatically. The risk left is small as long as the retention dates are kept.",
          "The organisation's additions and decision: ______________________________",
        ],
      },
    ],
  },
};
