import type {
  AccessCodeTable,
  CellTable,
  EntryTable,
  ResponseTable,
  ScoreTable,
  SelfMadeHashTable,
} from "./schema/answers.ts";
import type {
  AttendanceTable,
  CardHolderTable,
  CertificateTable,
  CertificateTemplateTable,
  EnrolmentTable,
  PersonTable,
} from "./schema/identity.ts";
import type {
  FunderTable,
  IndicatorTable,
  LocalityTable,
  LogoTable,
  MethodTable,
  NoticeVersionTable,
  OrganisationTable,
  ParticipantGroupTable,
  ProgrammeTable,
  PublicityRecordTable,
  QuestionnaireTable,
  QuestionnaireVersionTable,
  SectorTable,
  SelectionCriterionTable,
  SelectionDecisionTable,
  TopicTable,
  TrainingSessionTable,
  VisionTable,
  WaveTable,
  WaveWindowTable,
} from "./schema/programme.ts";
import type {
  AnnexFileTable,
  AnnexTable,
  EvaluatorNoteTable,
  ExportFileTable,
  JobTable,
  ReleaseTable,
  ThemeMarkTable,
  ThemeTable,
} from "./schema/results.ts";
import type {
  ApiTokenTable,
  AuditEventTable,
  RateLimitTable,
  SignInLinkTable,
  StaffRoleTable,
  StaffSessionTable,
  StaffUserTable,
} from "./schema/staff.ts";

/** All tables, as Kysely sees them. */
export interface Database {
  annex: AnnexTable;
  annex_file: AnnexFileTable;
  api_token: ApiTokenTable;
  audit_event: AuditEventTable;
  certificate_template: CertificateTemplateTable;
  evaluator_note: EvaluatorNoteTable;
  export_file: ExportFileTable;
  funder: FunderTable;
  indicator: IndicatorTable;
  job: JobTable;
  locality: LocalityTable;
  logo: LogoTable;
  method: MethodTable;
  notice_version: NoticeVersionTable;
  organisation: OrganisationTable;
  participant_group: ParticipantGroupTable;
  programme: ProgrammeTable;
  publicity_record: PublicityRecordTable;
  questionnaire: QuestionnaireTable;
  questionnaire_version: QuestionnaireVersionTable;
  rate_limit: RateLimitTable;
  release: ReleaseTable;
  sector: SectorTable;
  selection_criterion: SelectionCriterionTable;
  selection_decision: SelectionDecisionTable;
  sign_in_link: SignInLinkTable;
  staff_role: StaffRoleTable;
  staff_session: StaffSessionTable;
  staff_user: StaffUserTable;
  theme: ThemeTable;
  theme_mark: ThemeMarkTable;
  topic: TopicTable;
  training_session: TrainingSessionTable;
  vision: VisionTable;
  wave: WaveTable;
  wave_window: WaveWindowTable;
  "identity.attendance": AttendanceTable;
  "identity.card_holder": CardHolderTable;
  "identity.certificate": CertificateTable;
  "identity.enrolment": EnrolmentTable;
  "identity.person": PersonTable;
  "answers.access_code": AccessCodeTable;
  "answers.cell": CellTable;
  "answers.entry": EntryTable;
  "answers.response": ResponseTable;
  "answers.score": ScoreTable;
  "answers.self_made_hash": SelfMadeHashTable;
}
