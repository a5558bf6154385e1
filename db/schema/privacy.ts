import type { Generated } from "kysely";
import type { DestructionKind } from "../../server/domain/retention/retention.ts";
import type { RequestKind, RequestOutcome } from "../../server/domain/retention/subject-request.ts";
import type { Json } from "./column.ts";

// What is owed to people whose data this is. One interface a table; the migrations are the truth.

export interface SubjectRequestTable {
  programme_id: string;
  id: Generated<string>;
  number: number;
  kind: RequestKind;
  received_on: string;
  due_on: string;
  note: Generated<string>;
  opened_by: string | null;
  opened_at: Date;
  outcome: RequestOutcome | null;
  answer: Generated<string>;
  handled_by: string | null;
  handled_at: Date | null;
}

export interface DestructionTable {
  programme_id: string;
  id: Generated<string>;
  kind: DestructionKind;
  done_at: Date;
  done_by: string | null;
  /** Rows destroyed, by table. */
  counts: Json<Record<string, number>>;
  content_hash: string;
}
