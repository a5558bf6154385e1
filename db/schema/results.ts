import type { Generated } from "kysely";
import type { Text } from "../../server/domain/text.ts";
import type { Json, JsonWithDefault } from "./column.ts";

// What is made of the answers. One interface a table; the migrations are the truth.

export type JobStatus = "waiting" | "running" | "done" | "failed" | "cancelled";

export interface ReleaseTable {
  programme_id: string;
  id: Generated<string>;
  number: number;
  made_at: Date;
  made_by: string | null;
  reason: string;
  parameters: Json<unknown>;
  evaluator_figures: Json<unknown>;
  public_figures: Json<unknown>;
  content_hash: string;
}

export interface ExportFileTable {
  programme_id: string;
  id: Generated<string>;
  kind: string;
  file_name: string;
  media_type: string;
  content: Buffer | null;
  size_bytes: number;
  sha256: string;
  row_count: number | null;
  release_id: string | null;
  made_by: string | null;
  reason: Generated<string>;
  made_at: Date;
  expires_at: Date | null;
}

export interface AnnexTable {
  programme_id: string;
  id: Generated<string>;
  number: number;
  revision: number;
  release_id: string;
  audience: "public" | "funder" | "closed";
  language: string;
  options: JsonWithDefault<unknown>;
  changes: JsonWithDefault<unknown>;
  printed: JsonWithDefault<unknown>;
  made_at: Date;
  made_by: string | null;
}

export interface EvaluatorNoteTable {
  programme_id: string;
  id: Generated<string>;
  figure_key: string;
  kind: "finding" | "recommendation";
  text: Json<Text>;
  version: number;
  written_by: string;
  written_at: Date;
}

export interface ThemeTable {
  programme_id: string;
  id: Generated<string>;
  item_key: string;
  title: Json<Text>;
  merged_into: string | null;
}

export interface ThemeMarkTable {
  programme_id: string;
  theme_id: string;
  response_id: string;
}

/** Words of an open answer that were chosen to be quoted. */
export interface QuotationTable {
  programme_id: string;
  response_id: string;
  item_key: string;
  text: string;
}

export interface JobTable {
  id: Generated<string>;
  programme_id: string | null;
  kind: string;
  payload: Json<unknown>;
  status: Generated<JobStatus>;
  progress: Generated<number>;
  attempts: Generated<number>;
  problem: string | null;
  result: Json<unknown> | null;
  asked_by: string | null;
  created_at: Generated<Date>;
  run_after: Generated<Date>;
  heartbeat_at: Date | null;
  finished_at: Date | null;
}

export interface AnnexFileTable {
  programme_id: string;
  annex_id: string;
  export_file_id: string;
}

/** Whether a programme's results are open to everybody, and of which release. */
export interface PublicResultsTable {
  programme_id: string;
  release_id: string;
  published_at: Date;
  published_by: string | null;
  withdrawn_at: Date | null;
}
