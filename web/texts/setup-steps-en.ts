import type { SetupTexts } from "./setup.ts";

export const setupStepsEn: Pick<SetupTexts, "groups" | "steps" | "states" | "gaps"> = {
  groups: {
    programme: "Programme",
    places: "Localities and participants",
    training: "Training",
    survey: "Questionnaires",
    outcomes: "Outcomes and publicity",
  },
  steps: {
    basics: {
      title: "Basic facts",
      lead: "What the programme is called, when it takes place, and by what its change will be judged.",
    },
    organisation: {
      title: "Organisation",
      lead: "These stand in documents and in the privacy notice, where the organisation is the controller of the data.",
    },
    funders: {
      title: "Funders",
      lead: "Who funds the programme, what share of it, and which sentence of publicity is required.",
    },
    logos: {
      title: "Row of logos",
      lead: "Logos stand in one row, in the order given here, on pages, annexes and certificates.",
    },
    localities: {
      title: "Localities",
      lead: "Where the training takes place. Results are shown by locality, in documents in this order.",
    },
    criteria: {
      title: "Selection criteria",
      lead: "By what the localities were selected, and what was decided about each.",
    },
    sectors: {
      title: "Sectors",
      lead: "The fields that participants come from. They are noted at registration, not asked in the questionnaire.",
    },
    groups: {
      title: "Groups",
      lead: "If several groups train in a locality, list them. With one group in each, this step is not needed.",
    },
    topics: {
      title: "Topics",
      lead: "What is taught. A topic belongs to the competency scale that it should change.",
    },
    methods: {
      title: "Methods",
      lead: "How it is taught, such as practical sessions of design thinking.",
    },
    sessions: {
      title: "Sessions",
      lead: "When, where and for how many hours. Attendance and the hours on certificates follow from them.",
    },
    indicators: {
      title: "Indicators",
      lead: "What the funding contract promised, and what was reached.",
    },
    identity: {
      title: "Codes and retention",
      lead: "How one person's questionnaires are linked, and when the data is destroyed.",
    },
    planning: {
      title: "How many people it takes",
      lead: "How precisely the mean change will be known, by how many people answer both questionnaires.",
    },
    notice: {
      title: "Privacy notice",
      lead: "What a participant reads before the first question. It has to be true about what really happens to the data.",
    },
    questionnaire: {
      title: "Questionnaire",
      lead: "A published version of a questionnaire is needed before anything can open.",
    },
    waves: {
      title: "When questionnaires are answered",
      lead: "The dates of the questionnaire before the training, after it, and 3–6 months later.",
    },
    visions: {
      title: "Visions of localities",
      lead: "What the localities created in the training: a title, a summary and a document.",
    },
    publicity: {
      title: "Publicity",
      lead: "Where the programme was written about, and whether the funders' logos can be seen there.",
    },
  },
  states: {
    done: "done",
    missing: "missing",
    empty: "not filled in yet",
    "not-needed": "not needed",
    look: "to look at",
  },
  gaps: {
    "contract-title": "the title in the contract",
    goal: "the goal",
    evaluator: "the evaluator's name",
    "smallest-worthwhile": "the smallest worthwhile change",
    controller: "the organisation's code, address and e-mail",
    "logos-without-words": "descriptions of logos",
    localities: "at least one locality",
    retention: "retention dates",
    questionnaire: "a published version of a questionnaire",
    notice: "a published privacy notice",
    "notice-of-other-mode":
      "a privacy notice that fits the present way of codes (the published one was written for another)",
    "notice-language": "the privacy notice in every language of the programme",
    waves: "dates before and after the training",
    wave: "the questionnaire's dates",
  },
};
