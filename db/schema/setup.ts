import type { Generated } from "kysely";
import type { Text } from "../../server/domain/text.ts";
import type { WaveKind } from "../../server/domain/words.ts";
import type { Json, JsonWithDefault } from "./column.ts";

// What setting a programme up leaves behind while it is under way.

export interface SetupStepNotNeededTable {
  programme_id: string;
  step: string;
}

export interface NoticeDraftTable {
  programme_id: string;
  text: Json<Text>;
  tells_who_answered: Generated<boolean>;
  saved_at: Date;
}

export interface PlannedWindow {
  localityId: string;
  opensAt: string | null;
  closesAt: string | null;
}

export interface WavePlanTable {
  programme_id: string;
  kind: WaveKind;
  opens_at: Date;
  closes_at: Date;
  grace_minutes: number;
  windows: JsonWithDefault<PlannedWindow[]>;
  /** The version chosen with the dates, where one could be. */
  questionnaire_version_id: string | null;
}
