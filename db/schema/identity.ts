import type { Generated } from "kysely";
import type { AgeBand, Gender } from "../../server/domain/participant/person-facts.ts";
import type { Text } from "../../server/domain/text.ts";
import type { Json, JsonWithDefault } from "./column.ts";

// People by name: the schema `identity`. One interface a table; the migrations are the truth.

export interface PersonTable {
  programme_id: string;
  id: Generated<string>;
  full_name: string;
  organisation: Generated<string>;
  email: Generated<string>;
  phone: Generated<string>;
  is_contact_shared: Generated<boolean>;
  may_contact_for_followup: Generated<boolean>;
  gender: Gender | null;
  age_band: AgeBand | null;
  /** The address from which letters come back, in small letters; empty as long as none did. */
  returned_address: Generated<string>;
  returned_at: Date | null;
  created_at: Generated<Date>;
}

export interface EnrolmentTable {
  programme_id: string;
  id: Generated<string>;
  person_id: string;
  locality_id: string;
  group_id: string | null;
  sector_id: string | null;
  role: "involved" | "cycle-participant";
  enrolled_on: string;
  withdrawn_on: string | null;
}

export interface AttendanceTable {
  programme_id: string;
  session_id: string;
  enrolment_id: string;
  is_present: boolean;
}

export interface CertificateTable {
  programme_id: string;
  id: Generated<string>;
  enrolment_id: string;
  number: string;
  sequence_number: number;
  title: JsonWithDefault<Text>;
  hours: number | null;
  issued_on: string;
  /** Stands on the paper, for everybody who holds it. */
  verification_key: string;
  revoked_at: Date | null;
  revoked_because: string | null;
  text: JsonWithDefault<Text>;
  topics: JsonWithDefault<Text[]>;
  signatory: Json<Signatory> | null;
  /** The enrolment it was issued to, where that was merged into one with a valid certificate of its own. */
  merged_from: string | null;
}

/** Who signs a certificate, as it was when it was issued. */
export interface Signatory {
  position: string;
  name: string;
}

export interface CertificateTemplateTable {
  programme_id: string;
  title: Json<Text>;
  text: JsonWithDefault<Text>;
  are_topics_named: Generated<boolean>;
  number_prefix: Generated<string>;
  last_number: Generated<number>;
  least_attended_percent: Generated<number>;
  updated_at: Date;
}

/** A list between upload and import. */
export interface UploadedListTable {
  programme_id: string;
  id: Generated<string>;
  file_name: string;
  sheets: Json<{ name: string; rows: string[][]; mergedCells: number }[]>;
  choices: Json<unknown> | null;
  outcome: Json<unknown> | null;
  uploaded_by: string;
  uploaded_at: Date;
  expires_at: Date;
}

/** Two people who look like one and are not, as somebody decided. */
export interface DistinctPeopleTable {
  programme_id: string;
  one_id: string;
  other_id: string;
  decided_by: string;
  decided_at: Date;
}

export interface CardHolderTable {
  programme_id: string;
  access_code_id: string;
  enrolment_id: string;
  handed_at: Date;
}
