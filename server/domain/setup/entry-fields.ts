import type { Fields } from "./field.ts";

// What is asked about a programme. Steps of the first kind hold a list of entries, steps of the second one record.

const pair = { kind: "pair", isRequired: false, most: 300 } as const;
const requiredPair = { kind: "pair", isRequired: true, most: 300 } as const;
const longPair = { kind: "pair", isRequired: false, most: 4_000, isLong: true } as const;
const line = { kind: "line", isRequired: false, most: 300 } as const;
const requiredLine = { kind: "line", isRequired: true, most: 200 } as const;
const day = { kind: "day", isRequired: false } as const;
const requiredDay = { kind: "day", isRequired: true } as const;
const address = { kind: "address", isRequired: false } as const;
const requiredChoice = { kind: "choice", isRequired: true, options: "given" } as const;
const choice = { kind: "choice", isRequired: false, options: "given" } as const;
const tick = { kind: "tick", isRequired: false } as const;
const amount = {
  kind: "number",
  isRequired: false,
  least: 0,
  most: 1_000_000_000,
  decimals: 2,
} as const;

export const entryFields = {
  funders: { name: requiredPair, nameGenitive: pair, share: line, publicityText: longPair },
  logos: { alt: { ...requiredPair, most: 200 } },
  localities: {
    nominative: { ...requiredLine, most: 80 },
    genitive: { ...line, most: 80 },
    locative: { ...line, most: 80 },
    municipality: { ...line, most: 120 },
    county: { ...line, most: 120 },
    latitude: { kind: "number", isRequired: false, least: -90, most: 90, decimals: 6 },
    longitude: { kind: "number", isRequired: false, least: -180, most: 180, decimals: 6 },
  },
  criteria: { text: { ...requiredPair, most: 500, isLong: true } },
  sectors: { label: { ...requiredPair, most: 120 } },
  groups: {
    localityId: requiredChoice,
    name: { ...requiredLine, most: 120 },
    plannedSize: { kind: "number", isRequired: false, least: 1, most: 1_000, decimals: 0 },
    startsOn: day,
    endsOn: day,
  },
  topics: { title: requiredPair, scaleKey: choice },
  methods: { title: requiredPair },
  sessions: {
    title: requiredPair,
    heldOn: requiredDay,
    hours: { kind: "number", isRequired: true, least: 0.25, most: 24, decimals: 2 },
    localityId: requiredChoice,
    groupId: choice,
    topicId: choice,
    methodId: choice,
    lecturer: line,
    place: line,
  },
  indicators: {
    code: { ...line, most: 40 },
    name: requiredPair,
    unit: { ...pair, most: 80 },
    definition: longPair,
    calculationType: line,
    calculationMethod: { kind: "words", isRequired: false, most: 2_000 },
    dataSource: line,
    achievedWhen: line,
    responsible: line,
    planned: amount,
    reached: amount,
    evidenceUrl: address,
    deviation: longPair,
  },
  visions: { localityId: requiredChoice, title: requiredPair, summary: longPair, authors: line },
  publicity: {
    publishedOn: requiredDay,
    channel: requiredLine,
    title: { ...requiredLine, most: 300 },
    url: address,
    areLogosShown: tick,
  },
} as const satisfies Record<string, Fields>;

export type EntryStep = keyof typeof entryFields;
export const entrySteps = Object.keys(entryFields) as EntryStep[];

export const recordFields = {
  basics: {
    title: { ...requiredPair, most: 250 },
    contractTitle: { ...pair, most: 500, isLong: true },
    contractNumber: { ...line, most: 80 },
    goal: longPair,
    startsOn: requiredDay,
    endsOn: requiredDay,
    languages: { kind: "choice", isRequired: true, options: ["lt,en", "lt", "en"] },
    moreInfoUrl: address,
    timeZone: { ...requiredLine, most: 60 },
    evaluatorName: { ...line, most: 200 },
    threshold: { kind: "number", isRequired: true, least: 5, most: 10, decimals: 0 },
    smallestWorthwhilePoints: {
      kind: "number",
      isRequired: false,
      least: 0.5,
      most: 50,
      decimals: 1,
    },
  },
  organisation: {
    name: requiredLine,
    legalForm: { ...line, most: 40 },
    code: { ...line, most: 40 },
    address: line,
    email: { ...line, most: 200 },
    phone: { ...line, most: 40 },
    website: address,
    signatoryPosition: { ...line, most: 120 },
    signatoryName: { ...line, most: 120 },
  },
  identity: {
    identityMode: {
      kind: "choice",
      isRequired: true,
      options: ["register", "bowl", "self-made"],
    },
    keyDestroyOn: day,
    answersDeleteOn: day,
  },
} as const satisfies Record<string, Fields>;

export type RecordStep = keyof typeof recordFields;
export const recordSteps = Object.keys(recordFields) as RecordStep[];
