import { z } from "zod";
import { textSchema } from "../text.ts";
import { waveKinds } from "../words.ts";

/**
 * One questionnaire document covers all waves of a programme: sections by wave, items with the waves they are asked in.
 * Publishing freezes the whole as one immutable version with one hash. docs/DATA.md describes the format for others.
 */
export const documentFormat = "pokytis-questionnaire/1";

/** Keys name properties of plain objects, so no key may be the name of something that every object has. */
const keySchema = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/)
  .refine((key) => !(key in {}), "this key is reserved");

const optionValueSchema = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/);
const waveSchema = z.enum(waveKinds);

const pointSchema = z.strictObject({ value: z.number().int(), label: textSchema });
const optionSchema = z.strictObject({ value: optionValueSchema, label: textSchema });

/** "Show this item if …": conditions on answers to earlier items, all or any of which must hold. */
const conditionSchema = z.strictObject({
  item: keySchema,
  is: z.enum(["answered", "equal", "not-equal", "includes", "at-least", "at-most"]),
  value: z.union([z.string(), z.number()]).optional(),
});
const ruleSchema = z.strictObject({
  match: z.enum(["all", "any"]),
  conditions: z.array(conditionSchema).min(1).max(10),
});

/** How much of a document has to be there: all that publishing needs, or as little as a draft begins with. */
interface Strictness {
  least: (count: number) => number;
  /** References that a draft may leave open. */
  key: z.ZodString;
  optionValue: z.ZodString;
}

const whole: Strictness = {
  least: (count) => count,
  key: keySchema,
  optionValue: optionValueSchema,
};
const unfinished: Strictness = {
  least: () => 0,
  key: z.string().max(40),
  optionValue: z.string().max(40),
};

/** Labelled points of a rating; `cannotAnswer` is stored as missing, `noOpportunity` as an ordinary answer that scales leave out. */
function answerSetSchema({ least }: Strictness) {
  return z.strictObject({
    points: z.array(pointSchema).min(least(2)).max(11),
    cannotAnswer: textSchema.optional(),
    noOpportunity: textSchema.optional(),
  });
}

function commonFields({ least }: Strictness) {
  return {
    key: keySchema,
    text: textSchema,
    help: textSchema.optional(),
    waves: z.array(waveSchema).min(least(1)),
    isRequired: z.boolean().default(false),
    showIf: ruleSchema.optional(),
  };
}

const hasOther = z.boolean().default(false);
const isShuffled = z.boolean().default(false);

function itemSchema(strictness: Strictness) {
  return z.discriminatedUnion("kind", [
    ...chosenItems(strictness),
    ...typedItems(strictness),
    ...toldItems(strictness),
  ]);
}

/** Items that are answered by choosing. */
function chosenItems(strictness: Strictness) {
  const common = commonFields(strictness);
  const options = z.array(optionSchema).min(strictness.least(2)).max(40);
  return [
    z.strictObject({
      kind: z.literal("rating"),
      ...common,
      answerSet: strictness.key,
      /** Set on the "looking back" half of a retrospective pair: the key of the "now" item shown beside it. */
      looksBackAt: keySchema.optional(),
    }),
    z.strictObject({ kind: z.literal("single"), ...common, options, hasOther, isShuffled }),
    z.strictObject({
      kind: z.literal("multiple"),
      ...common,
      options,
      hasOther,
      isShuffled,
      minimum: z.number().int().min(0).optional(),
      maximum: z.number().int().min(1).optional(),
    }),
    z.strictObject({
      kind: z.literal("knowledge"),
      ...common,
      options,
      correct: strictness.optionValue,
      dontKnow: textSchema.optional(),
      points: z.number().int().min(1).max(10).default(1),
      isShuffled,
    }),
    z.strictObject({
      kind: z.literal("recommendation"),
      ...common,
      lowLabel: textSchema,
      highLabel: textSchema,
    }),
  ] as const;
}

/** Items that are answered in one's own words, numbers or days. */
function typedItems(strictness: Strictness) {
  const common = commonFields(strictness);
  return [
    z.strictObject({
      kind: z.literal("short-text"),
      ...common,
      maximumLength: z.number().int().min(1).max(500).default(200),
    }),
    z.strictObject({
      kind: z.literal("long-text"),
      ...common,
      maximumLength: z.number().int().min(1).max(10_000).default(1500),
    }),
    z.strictObject({
      kind: z.literal("number"),
      ...common,
      minimum: z.number().optional(),
      maximum: z.number().optional(),
      decimals: z.number().int().min(0).max(6).default(0),
      unit: textSchema.optional(),
    }),
    z.strictObject({
      kind: z.literal("date"),
      ...common,
      earliest: z.iso.date().optional(),
      latest: z.iso.date().optional(),
    }),
  ] as const;
}

/** What is put in order, agreed to, or only read. */
function toldItems(strictness: Strictness) {
  const common = commonFields(strictness);
  const options = z.array(optionSchema).min(strictness.least(2)).max(40);
  return [
    z.strictObject({ kind: z.literal("ranking"), ...common, options, isShuffled }),
    z.strictObject({ kind: z.literal("consent"), ...common }),
    z.strictObject({ kind: z.literal("information"), ...common }),
  ] as const;
}

/** What a section is for, so that a figure finds its items. */
export const sectionPurposes = [
  "background",
  "competency",
  "overall",
  "looking-back",
  "knowledge",
  "satisfaction",
  "behaviour",
  "conditions",
  "open",
  "other",
] as const;

function sectionSchema({ least }: Strictness) {
  return z.strictObject({
    key: keySchema,
    title: textSchema,
    stem: textSchema.optional(),
    purpose: z.enum(sectionPurposes),
    items: z.array(keySchema).min(least(1)),
  });
}

function wavePartSchema({ least }: Strictness) {
  return z.strictObject({
    title: textSchema,
    introduction: textSchema.optional(),
    minutes: z.number().int().min(1).max(240).optional(),
    /** Sections in the order in which they are asked. Sections with purpose `background` are asked of newcomers only. */
    sections: z.array(keySchema).min(least(1)),
  });
}

function scaleSchema({ least }: Strictness) {
  return z.strictObject({
    key: keySchema,
    title: textSchema,
    kind: z.enum(["rating", "knowledge"]),
    items: z.array(keySchema).min(least(1)),
    reversed: z.array(keySchema).default([]),
    minimumAnswered: z.number().int().min(1).optional(),
  });
}

/** A breakdown that figures may use at programme level: an item of the background, its options recoded to broad groups. */
function breakdownSchema({ key, least }: Strictness) {
  const group = z.strictObject({
    key: optionValueSchema,
    label: textSchema,
    values: z.array(optionValueSchema).min(least(1)),
  });
  return z.strictObject({
    key: keySchema,
    title: textSchema,
    item: key,
    groups: z.array(group).min(least(2)),
  });
}

function documentSchema(strictness: Strictness) {
  return z.strictObject({
    format: z.literal(documentFormat),
    key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/),
    title: textSchema,
    languages: z
      .array(z.string().regex(/^[a-z]{2}$/))
      .min(1)
      .max(10),
    waves: z.partialRecord(waveSchema, wavePartSchema(strictness)),
    answerSets: z.record(keySchema, answerSetSchema(strictness)),
    sections: z.array(sectionSchema(strictness)).min(strictness.least(1)),
    items: z.array(itemSchema(strictness)).min(strictness.least(1)).max(500),
    scales: z.array(scaleSchema(strictness)).default([]),
    breakdowns: z.array(breakdownSchema(strictness)).default([]),
  });
}

export const questionnaireDocumentSchema = documentSchema(whole);
/** The same format while it is being written: lists may be empty and references open, but nothing is misshapen. */
export const questionnaireDraftSchema = documentSchema(unfinished);
export const itemDraftSchema = itemSchema(unfinished);

export type QuestionnaireDocument = z.infer<typeof questionnaireDocumentSchema>;
/** A document that may lack what publishing needs; by its type it is none other. */
export type QuestionnaireDraft = z.infer<typeof questionnaireDraftSchema>;
export type Item = QuestionnaireDocument["items"][number];
export type ItemKind = Item["kind"];
export type ItemOf<Kind extends ItemKind> = Extract<Item, { kind: Kind }>;
export type Section = QuestionnaireDocument["sections"][number];
export type Scale = QuestionnaireDocument["scales"][number];
export type Breakdown = QuestionnaireDocument["breakdowns"][number];
export type AnswerSet = QuestionnaireDocument["answerSets"][string];
export type Rule = z.infer<typeof ruleSchema>;
