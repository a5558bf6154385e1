import type { Generated } from "kysely";
import type { Loss } from "../../server/domain/exchange/loss.ts";
import type { QuestionnaireDocument } from "../../server/domain/questionnaire/document.ts";
import type { Json } from "./column.ts";

// Files from other systems between upload and use. One interface a table; the migrations are the truth.

export interface QuestionnaireImportTable {
  programme_id: string;
  id: Generated<string>;
  file_name: string;
  format: string;
  document: Json<QuestionnaireDocument>;
  losses: Json<Loss[]>;
  uploaded_by: string;
  expires_at: Date;
}

export interface EarlierUploadTable {
  programme_id: string;
  id: Generated<string>;
  file_name: string;
  file_hash: string;
  sheets: Json<{ name: string; rows: string[][] }[]>;
  choices: Json<unknown> | null;
  uploaded_by: string;
  expires_at: Date;
}

export interface EarlierImportTable {
  programme_id: string;
  file_hash: string;
  sheet: string;
  responses: number;
  imported_by: string;
  imported_on: string;
}

export interface EarlierCodeTable {
  programme_id: string;
  hash: Buffer;
  pairing_code: string;
  locality_id: string;
}
