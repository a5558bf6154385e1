import type { Generated } from "kysely";
import type { QuestionnaireDocument } from "../../server/domain/questionnaire/document.ts";
import type { Text } from "../../server/domain/text.ts";
import type {
  IdentityMode,
  NoticeStatement,
  ProgrammeKind,
  WaveKind,
} from "../../server/domain/words.ts";
import type { Json, JsonWithDefault } from "./column.ts";

// Programmes and what describes them. One interface a table; the migrations are the truth.

export interface OrganisationTable {
  id: Generated<string>;
  name: string;
  legal_form: Generated<string>;
  code: Generated<string>;
  address: Generated<string>;
  email: Generated<string>;
  phone: Generated<string>;
  website: Generated<string>;
  signatory_name: Generated<string>;
  signatory_position: Generated<string>;
  created_at: Generated<Date>;
}

export interface ProgrammeTable {
  id: Generated<string>;
  organisation_id: string;
  slug: string;
  title: Json<Text>;
  contract_title: Json<Text>;
  contract_number: Generated<string>;
  goal: JsonWithDefault<Text>;
  languages: Generated<string[]>;
  starts_on: string;
  ends_on: string;
  more_info_url: Generated<string>;
  time_zone: Generated<string>;
  identity_mode: Generated<IdentityMode>;
  threshold: Generated<number>;
  smallest_worthwhile_points: number | null;
  evaluator_name: Generated<string>;
  key_destroy_on: string | null;
  answers_delete_on: string | null;
  people_delete_on: string | null;
  kind: Generated<ProgrammeKind>;
  created_at: Generated<Date>;
  archived_at: Date | null;
}

export interface FunderTable {
  programme_id: string;
  id: Generated<string>;
  name: Json<Text>;
  name_genitive: JsonWithDefault<Text>;
  share: Generated<string>;
  publicity_text: JsonWithDefault<Text>;
  display_order: number;
}

export interface LogoTable {
  programme_id: string;
  id: Generated<string>;
  alt: Json<Text>;
  media_type: "image/svg+xml" | "image/png";
  content: Buffer;
  display_order: number;
}

export interface LocalityTable {
  programme_id: string;
  id: Generated<string>;
  key: string;
  name_nominative: string;
  name_genitive: string;
  name_locative: string;
  municipality: Generated<string>;
  county: Generated<string>;
  latitude: number | null;
  longitude: number | null;
  display_order: number;
  withdrawn_at: Date | null;
}

export interface SectorTable {
  programme_id: string;
  id: Generated<string>;
  key: string;
  label: Json<Text>;
  broad_key: Generated<string>;
  display_order: number;
}

export interface SelectionCriterionTable {
  programme_id: string;
  id: Generated<string>;
  text: Json<Text>;
  display_order: number;
}

export interface SelectionDecisionTable {
  programme_id: string;
  criterion_id: string;
  locality_id: string;
  is_met: boolean;
  evidence: Generated<string>;
  decided_on: string;
}

export interface TopicTable {
  programme_id: string;
  id: Generated<string>;
  title: Json<Text>;
  scale_key: string | null;
  display_order: number;
}

export interface MethodTable {
  programme_id: string;
  id: Generated<string>;
  title: Json<Text>;
  display_order: number;
}

export interface ParticipantGroupTable {
  programme_id: string;
  id: Generated<string>;
  locality_id: string;
  name: string;
  planned_size: number | null;
  starts_on: string | null;
  ends_on: string | null;
}

export interface TrainingSessionTable {
  programme_id: string;
  id: Generated<string>;
  locality_id: string;
  group_id: string | null;
  topic_id: string | null;
  method_id: string | null;
  title: Json<Text>;
  held_on: string;
  hours: number;
  lecturer: Generated<string>;
  place: Generated<string>;
}

export interface IndicatorTable {
  programme_id: string;
  id: Generated<string>;
  code: Generated<string>;
  name: Json<Text>;
  unit: JsonWithDefault<Text>;
  definition: JsonWithDefault<Text>;
  calculation_type: Generated<string>;
  calculation_method: Generated<string>;
  data_source: Generated<string>;
  achieved_when: Generated<string>;
  responsible: Generated<string>;
  planned: number | null;
  reached: number | null;
  evidence_url: Generated<string>;
  deviation: JsonWithDefault<Text>;
  display_order: number;
}

export interface VisionTable {
  programme_id: string;
  id: Generated<string>;
  locality_id: string;
  title: Json<Text>;
  summary: JsonWithDefault<Text>;
  file_name: string | null;
  media_type: string | null;
  content: Buffer | null;
  authors: Generated<string>;
}

export interface PublicityRecordTable {
  programme_id: string;
  id: Generated<string>;
  published_on: string;
  channel: string;
  title: string;
  url: Generated<string>;
  archived_copy: Buffer | null;
  copy_name: string | null;
  copy_media_type: string | null;
  are_logos_shown: Generated<boolean>;
}

export interface NoticeVersionTable {
  programme_id: string;
  id: Generated<string>;
  number: number;
  text: Json<Text>;
  statements: Json<NoticeStatement[]>;
  content_hash: string;
  published_at: Date;
  identity_mode: IdentityMode | null;
  /** It says that the organiser sees who has handed a sheet in, so the organiser may. */
  tells_who_answered: Generated<boolean>;
}

export interface QuestionnaireTable {
  programme_id: string;
  id: Generated<string>;
  key: string;
  draft: Json<unknown> | null;
  draft_revision: Generated<number>;
  draft_saved_at: Date | null;
  last_removed: Json<unknown> | null;
  created_at: Generated<Date>;
}

export interface QuestionnaireVersionTable {
  programme_id: string;
  id: Generated<string>;
  questionnaire_id: string;
  number: number;
  document: Json<QuestionnaireDocument>;
  content_hash: string;
  published_at: Date;
  equivalent_items: JsonWithDefault<Record<string, string>>;
}

export interface WaveTable {
  programme_id: string;
  id: Generated<string>;
  kind: WaveKind;
  questionnaire_version_id: string;
  notice_version_id: string;
  opens_at: Date;
  closes_at: Date;
  grace_minutes: Generated<number>;
}

export interface WaveWindowTable {
  programme_id: string;
  wave_id: string;
  locality_id: string;
  opens_at: Date | null;
  closes_at: Date | null;
  closed_at: Date | null;
  closed_by: string | null;
  paper_until: Date | null;
}
