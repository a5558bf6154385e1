import type { Generated } from "kysely";
import type { Text } from "../../server/domain/text.ts";
import type { JsonWithDefault } from "./column.ts";

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
  gender: "woman" | "man" | "non-binary" | "undisclosed" | null;
  age_band: string | null;
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
  title: JsonWithDefault<Text>;
  hours: number | null;
  issued_on: string;
  verification_hash: Buffer | null;
  revoked_at: Date | null;
  revoked_because: string | null;
}

export interface CardHolderTable {
  programme_id: string;
  access_code_id: string;
  enrolment_id: string;
  handed_at: Date;
}
