import type { WaveKind } from "../words.ts";
import type { Range } from "./figures-expert.ts";

/** Gains by groups of a breakdown (a sector, a band of experience), for the programme as a whole. */
export type ReleasedBreakdown =
  | { key: string; shown: false; reason: WithheldTable }
  | { key: string; shown: true; groups: ReleasedGroup[] };

/**
 * `not-closed`: a wave is still open somewhere; `few`: too few people for such a table;
 * `protecting`: a person or a small group could be worked out.
 */
export type WithheldTable = "not-closed" | "few" | "protecting";

export type ReleasedGroup =
  | { group: string; shown: false; reason: "no-pairs" | "few" | "protecting" }
  | {
      group: string;
      shown: true;
      pairs: number;
      /** In whole points. */
      gain: number;
      /** With the spread of the whole programme. */
      interval: Range;
    };

/** How an item was answered in one wave by the programme as a whole: from twenty answers on. */
export type ReleasedItem =
  | { item: string; wave: WaveKind; shown: false; reason: WithheldTable }
  | {
      item: string;
      wave: WaveKind;
      shown: true;
      answered: number;
      distribution:
        | { kind: "nearly-all"; option: number }
        /** Neighbouring options stand together where fewer than three people chose one of them. */
        | { kind: "bars"; bars: { options: number[]; people: number }[] }
        /** Where several options may be chosen: each by itself. */
        | { kind: "choices"; choices: ToldChoice[] };
      /** The share in the two best options in percent; null where they cannot be told apart, or nearly all or none chose them. */
      topTwo: { percent: number; interval: Range } | null;
    };

/** `few`: fewer than three people chose it; `nearly-all`: all but two or fewer did. */
export type ToldChoice =
  | { option: number; people: number }
  | { option: number; said: "few" | "nearly-all" };

/** The same people before, "then" (looking back) and after, for the programme as a whole. */
export type ReleasedShift =
  | { key: string; shown: false; reason: WithheldTable }
  | {
      key: string;
      shown: true;
      people: number;
      meanBefore: number;
      meanThen: number;
      meanAfter: number;
      gain: ShiftedMean;
      /** then - before: how far the yardstick moved. */
      shift: ShiftedMean;
      /** after - then: the change as it was felt. */
      feltGain: ShiftedMean;
    };

export interface ShiftedMean {
  points: number;
  interval: Range;
}

/** Change by where people started, of the whole programme: bands of the score before. */
export interface ReleasedStartLevels {
  /** From the lowest; neighbouring thirds of the scale stand together where few people started in one. */
  bands: StartBand[];
}

export interface StartBand {
  /** In points of 100, both ends included. */
  from: number;
  to: number;
  people: number;
  /** In whole points. */
  meanBefore: number;
  gain: number;
  interval: Range;
}
