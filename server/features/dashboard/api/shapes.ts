import { z } from "zod";
import { waveKinds } from "../../../domain/words.ts";

// What the API answers, as shapes of its own: releases may be stored otherwise one day, and programmes that read the
// API must not notice. The description for programmers is made from these very shapes.

const points = z.number().describe("Points of 100 (percent of the maximum possible).");

const gainSchema = z
  .discriminatedUnion("shown", [
    z.strictObject({
      shown: z.literal(false),
      reason: z
        .enum(["no-pairs", "few", "protecting", "not-closed", "changed"])
        .describe("Why nothing is shown: a withheld change has no numbers."),
    }),
    z.strictObject({
      shown: z.literal(true),
      pairs: z.number().int().describe("People who answered both before and after."),
      before: points.nullable(),
      after: points.nullable(),
      change: points,
      low: points.nullable().describe("Lower end of the 95 % t interval."),
      high: points.nullable().describe("Upper end of the 95 % t interval."),
      verdict: z
        .enum([
          "clear-rise",
          "clear-worthwhile-rise",
          "clear-fall",
          "clear-worthwhile-fall",
          "practically-unchanged",
          "too-uncertain",
        ])
        .nullable(),
      higher: z.number().int().nullable(),
      same: z.number().int().nullable(),
      lower: z.number().int().nullable(),
      nearlyAll: z
        .enum(["higher", "same", "lower"])
        .nullable()
        .describe(
          "Where all or nearly all went one way, this says which; then there are no counts.",
        ),
      decimals: z.union([z.literal(0), z.literal(1)]).describe("Decimals worth printing."),
      cautions: z.array(z.string()),
    }),
  ])
  .meta({ id: "Change" });

const countSchema = z
  .strictObject({ from: z.number().int(), to: z.number().int() })
  .meta({ id: "Count" })
  .describe(
    "A count; while a wave is open, the step it lies in. Where exact, both ends are equal.",
  );

const participationSchema = z
  .strictObject({
    enrolled: countSchema,
    before: countSchema,
    after: countSchema,
    pairs: countSchema,
    beforeOnly: countSchema,
    afterOnly: countSchema,
    followup: countSchema,
  })
  .meta({ id: "Participation" });

const head = {
  programme: z.string(),
  demonstration: z.boolean().describe("Whether the data is invented."),
};

export const programmeShape = z.strictObject({
  ...head,
  title: z.record(z.string(), z.string()),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  localities: z.array(z.strictObject({ key: z.string(), name: z.string() })),
  releases: z.array(
    z.strictObject({ number: z.number().int(), madeAt: z.iso.datetime(), hash: z.string() }),
  ),
});

export const resultsShape = z.strictObject({
  ...head,
  release: z.strictObject({
    number: z.number().int(),
    madeAt: z.iso.datetime(),
    hash: z.string(),
    threshold: z.number().int().describe("Groups smaller than this are never shown."),
  }),
  scales: z.array(
    z.strictObject({
      key: z.string(),
      title: z.record(z.string(), z.string()),
      kind: z.enum(["rating", "knowledge"]),
      all: gainSchema,
      localities: z.array(z.strictObject({ locality: z.string(), change: gainSchema })),
    }),
  ),
});

export const participationShape = z.strictObject({
  ...head,
  all: participationSchema,
  localities: z.array(
    z.strictObject({
      locality: z.string(),
      closedWaves: z.array(z.enum(waveKinds)),
      participation: participationSchema,
    }),
  ),
});

export const figuresShape = z.strictObject({
  ...head,
  figures: z.array(z.strictObject({ key: z.string(), title: z.string() })),
});

export const tableShape = z.strictObject({
  ...head,
  key: z.string(),
  title: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
});

export const problemShape = z
  .strictObject({
    problem: z.string(),
    detail: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .meta({ id: "Problem" });

export type GainAnswer = z.infer<typeof gainSchema>;
export type ParticipationAnswer = z.infer<typeof participationSchema>;
export type ProgrammeAnswer = z.infer<typeof programmeShape>;
export type ResultsAnswer = z.infer<typeof resultsShape>;
export type ParticipationTable = z.infer<typeof participationShape>;
export type FiguresAnswer = z.infer<typeof figuresShape>;
export type TableAnswer = z.infer<typeof tableShape>;
