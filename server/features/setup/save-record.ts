import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import {
  type OrganisationRecord,
  updateOrganisationRecord,
} from "../../../db/queries/organisation-record.ts";
import {
  getProgrammeRecord,
  hasAnswers,
  hasCardHolders,
  hasReleases,
  lockProgramme,
  type ProgrammeRecord,
  updateProgrammeRecord,
} from "../../../db/queries/setup-programme.ts";
import { haveWavesBegun } from "../../../db/queries/wave-setup.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { FrozenBecause } from "../../../web/texts/setup.ts";
import { recordFields } from "../../domain/setup/entry-fields.ts";
import type { Fields, Mistake, Typed } from "../../domain/setup/field.ts";
import { isTimeZone } from "../../domain/setup/local-time.ts";
import { readForm } from "../../domain/setup/read-form.ts";
import { type Doing, languagesOf } from "./desk.ts";
import { planWavesAgain } from "./save-waves.ts";

export type Frozen = Readonly<Record<string, FrozenBecause>>;
export type SavedRecord = { ok: true } | { ok: false; mistakes: Mistake[] };

/** What can no longer be changed, and why: what answers were given under has to stay true. */
export async function listFrozen(
  db: Db,
  { programmeId, now }: { programmeId: string; now: Date },
): Promise<Frozen> {
  const frozen: Record<string, FrozenBecause> = {};
  if (await haveWavesBegun(db, { programmeId, now })) frozen.identityMode = "begun";
  if (await hasCardHolders(db, programmeId)) frozen.identityMode = "cards";
  if (await hasAnswers(db, programmeId)) {
    for (const name of ["identityMode", "smallestWorthwhilePoints", "timeZone", "languages"]) {
      frozen[name] = "answers";
    }
  }
  return frozen;
}

type ProgrammeStep = "basics" | "identity";

/** Changes the programme's own record, except for what is frozen. */
export async function saveProgrammeRecord(
  db: Db,
  { step, typed }: { step: ProgrammeStep; typed: Typed },
  doing: Doing,
): Promise<SavedRecord> {
  const programmeId = doing.programme.id;
  return await inTransaction(db, async (tx) => {
    await lockProgramme(tx, programmeId);
    const frozen = await listFrozen(tx, { programmeId, now: doing.now });
    const fields = without(recordFields[step], frozen);
    const read = readForm(fields, typed, { languages: spokenAfter(typed, doing), options: {} });
    if (!read.ok) return read;
    const before = await getProgrammeRecord(tx, programmeId);
    const after = { ...before, ...asRecord(read.values) };
    const isReleased = await hasReleases(tx, programmeId);
    const mistakes = judge(step, { before, after, isReleased });
    if (mistakes.length > 0) return { ok: false, mistakes };
    await updateProgrammeRecord(tx, programmeId, after);
    if (after.identityMode !== before.identityMode) await planWavesAgain(tx, programmeId);
    await insertAuditEvent(tx, {
      programmeId,
      at: doing.now,
      actor: doing.staffId,
      action: "changed-programme",
      detail: { step, threshold: after.threshold, identityMode: after.identityMode },
    });
    return { ok: true };
  });
}

function without(fields: Fields, frozen: Frozen): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !frozen[name]));
}

/** Texts are required in the languages that the form itself chooses, so that both can be changed at once. */
function spokenAfter({ languages }: Typed, { programme }: Doing): string[] {
  return languages ? languages.split(",") : languagesOf(programme);
}

/** The form's names are the record's; only the languages are typed as one choice. */
function asRecord(values: Record<string, unknown>): Partial<ProgrammeRecord> {
  const { languages, ...others } = values;
  const record = others as Partial<ProgrammeRecord>;
  return typeof languages === "string" ? { ...record, languages: languages.split(",") } : record;
}

interface Judged {
  before: ProgrammeRecord;
  after: ProgrammeRecord;
  isReleased: boolean;
}

function judge(step: ProgrammeStep, { before, after, isReleased }: Judged): Mistake[] {
  const mistakes: [boolean, Mistake][] =
    step === "basics"
      ? [
          [after.endsOn < after.startsOn, { input: "endsOn", code: "ends-before-start" }],
          [!isTimeZone(after.timeZone), { input: "timeZone", code: "not-a-zone" }],
          [
            isReleased && after.threshold < before.threshold,
            { input: "threshold", code: "out-of-range" },
          ],
        ]
      : [
          [
            isBefore(after.keyDestroyOn, after.endsOn),
            { input: "keyDestroyOn", code: "before-programme-ends" },
          ],
          [
            isBefore(after.answersDeleteOn, after.keyDestroyOn),
            { input: "answersDeleteOn", code: "before-key" },
          ],
        ];
  return mistakes.filter(([isWrong]) => isWrong).map(([, mistake]) => mistake);
}

function isBefore(day: string | null, other: string | null): boolean {
  return day !== null && other !== null && day < other;
}

/** Changes the organisation's facts, which every programme of it shares. */
export async function saveOrganisation(db: Db, typed: Typed, doing: Doing): Promise<SavedRecord> {
  const read = readForm(recordFields.organisation, typed, { languages: [], options: {} });
  if (!read.ok) return read;
  const record: OrganisationRecord = read.values;
  await inTransaction(db, async (tx) => {
    await updateOrganisationRecord(tx, doing.programme.organisationId, record);
    await insertAuditEvent(tx, {
      at: doing.now,
      actor: doing.staffId,
      action: "changed-organisation",
      subject: doing.programme.organisationId,
    });
  });
  return { ok: true };
}
