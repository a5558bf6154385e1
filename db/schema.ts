import type {
  AccessCodeTable,
  CellTable,
  EntryTable,
  MatchingEndTable,
  RefusedMatchTable,
  ResponseTable,
  ScoreTable,
  SelfMadeHashTable,
  SettledAnswersTable,
} from "./schema/answers.ts";
import type {
  EarlierCodeTable,
  EarlierImportTable,
  EarlierUploadTable,
  QuestionnaireImportTable,
} from "./schema/exchange.ts";
import type {
  AttendanceTable,
  CardHolderTable,
  CertificateTable,
  CertificateTemplateTable,
  DistinctPeopleTable,
  EnrolmentTable,
  PersonTable,
  UploadedListTable,
} from "./schema/identity.ts";
import type { LetterTable, MailingTable } from "./schema/mailings.ts";
import type { DestructionTable, SubjectRequestTable } from "./schema/privacy.ts";
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
  PublicResultsTable,
  QuotationTable,
  ReleaseTable,
  ThemeMarkTable,
  ThemeTable,
} from "./schema/results.ts";
import type { NoticeDraftTable, SetupStepNotNeededTable, WavePlanTable } from "./schema/setup.ts";
import type {
  ApiTokenTable,
  AuditEventTable,
  ExternalIdentityTable,
  KnownBrowserTable,
  PasskeyTable,
  RateLimitTable,
  RecoveryCodeTable,
  SetUpLinkTable,
  SignInLinkTable,
  SignInStepTable,
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
  destruction: DestructionTable;
  evaluator_note: EvaluatorNoteTable;
  export_file: ExportFileTable;
  funder: FunderTable;
  indicator: IndicatorTable;
  job: JobTable;
  locality: LocalityTable;
  logo: LogoTable;
  method: MethodTable;
  notice_draft: NoticeDraftTable;
  notice_version: NoticeVersionTable;
  organisation: OrganisationTable;
  participant_group: ParticipantGroupTable;
  programme: ProgrammeTable;
  public_results: PublicResultsTable;
  publicity_record: PublicityRecordTable;
  questionnaire: QuestionnaireTable;
  questionnaire_import: QuestionnaireImportTable;
  questionnaire_version: QuestionnaireVersionTable;
  quotation: QuotationTable;
  rate_limit: RateLimitTable;
  release: ReleaseTable;
  sector: SectorTable;
  selection_criterion: SelectionCriterionTable;
  selection_decision: SelectionDecisionTable;
  setup_step_not_needed: SetupStepNotNeededTable;
  external_identity: ExternalIdentityTable;
  known_browser: KnownBrowserTable;
  passkey: PasskeyTable;
  recovery_code: RecoveryCodeTable;
  set_up_link: SetUpLinkTable;
  sign_in_link: SignInLinkTable;
  sign_in_step: SignInStepTable;
  staff_role: StaffRoleTable;
  staff_session: StaffSessionTable;
  staff_user: StaffUserTable;
  subject_request: SubjectRequestTable;
  theme: ThemeTable;
  theme_mark: ThemeMarkTable;
  topic: TopicTable;
  training_session: TrainingSessionTable;
  vision: VisionTable;
  wave: WaveTable;
  wave_plan: WavePlanTable;
  wave_window: WaveWindowTable;
  "identity.attendance": AttendanceTable;
  "identity.card_holder": CardHolderTable;
  "identity.certificate": CertificateTable;
  "identity.distinct_people": DistinctPeopleTable;
  "identity.enrolment": EnrolmentTable;
  "identity.letter": LetterTable;
  "identity.mailing": MailingTable;
  "identity.person": PersonTable;
  "identity.uploaded_list": UploadedListTable;
  "answers.access_code": AccessCodeTable;
  "answers.cell": CellTable;
  "answers.earlier_code": EarlierCodeTable;
  "answers.earlier_import": EarlierImportTable;
  "answers.earlier_upload": EarlierUploadTable;
  "answers.entry": EntryTable;
  "answers.matching_end": MatchingEndTable;
  "answers.refused_match": RefusedMatchTable;
  "answers.response": ResponseTable;
  "answers.score": ScoreTable;
  "answers.self_made_hash": SelfMadeHashTable;
  "answers.settled_answers": SettledAnswersTable;
}
