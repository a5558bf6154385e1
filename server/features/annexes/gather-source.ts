import type { Db } from "../../../db/connect.ts";
import {
  countExcluded,
  countRegistered,
  type ExcludedCount,
  listNamedParticipants,
  listPublicity,
  listSessions,
  listVisionTitles,
  type NamedParticipant,
  type PublicityRow,
  type SessionRow,
  type VisionRow,
} from "../../../db/queries/annex-registers.ts";
import {
  countBySector,
  findOrganisation,
  getContractNumber,
  type IndicatorRow,
  listIndicators,
  listWaveDates,
  type Organisation,
  type SectorCount,
  type WaveDates,
} from "../../../db/queries/annex-source.ts";
import { listCertificates, type RegisteredCertificate } from "../../../db/queries/certificates.ts";
import { type EvaluatorNote, listNotes } from "../../../db/queries/evaluator-notes.ts";
import { countPeople } from "../../../db/queries/participation.ts";
import {
  type Funder,
  findProgramme,
  type Locality,
  type Logo,
  listFunders,
  listLocalities,
  listLogos,
  type Programme,
} from "../../../db/queries/programmes.ts";
import { findPublicFigures } from "../../../db/queries/public-results.ts";
import { findNotice, type PublishedNotice } from "../../../db/queries/published.ts";
import {
  listWaveQuestionnaires,
  type WaveQuestionnaire,
} from "../../../db/queries/questionnaires.ts";
import { findRelease, type Release } from "../../../db/queries/releases.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { AnnexAudience } from "../../domain/annex/choices.ts";
import type { PeopleCount } from "../../domain/annex/merge-small.ts";
import { publicThreshold } from "../../domain/disclosure/input.ts";
import { Problem } from "../../domain/problem.ts";
import { gatherOpenAnswers, type ToldQuestion } from "./gather-open-answers.ts";

/** Everything an annex is assembled from: facts of the programme, and one frozen release as its audience may see it. */
export interface AnnexSource {
  audience: AnnexAudience;
  /** Fewer people than this are not told apart to this audience. */
  least: number;
  programme: Programme;
  organisation: Organisation;
  contractNumber: string;
  funders: Funder[];
  logos: Logo[];
  localities: Locality[];
  people: { involved: number; cycleParticipants: number; certified: number };
  registered: { gender: PeopleCount[]; ageBand: PeopleCount[] };
  sectors: SectorCount[];
  indicators: IndicatorRow[];
  waves: WaveDates[];
  questionnaires: WaveQuestionnaire[];
  notices: { waveId: string; notice: PublishedNotice }[];
  openAnswers: ToldQuestion[];
  notes: EvaluatorNote[];
  excluded: ExcludedCount[];
  sessions: SessionRow[];
  visions: VisionRow[];
  publicity: PublicityRow[];
  certificates: RegisteredCertificate[];
  /** Empty for everybody but the closed file. */
  namedParticipants: NamedParticipant[];
  release: Release;
}

export interface SourceKey {
  programmeId: string;
  releaseNumber: number;
  audience: AnnexAudience;
}

/** Reads all of it as it stood at one moment, so that no list of an annex contradicts another. */
export async function gatherAnnexSource(db: Db, key: SourceKey): Promise<AnnexSource> {
  return await inTransaction(db, (tx) => gather(tx, key), { isolation: "repeatable read" });
}

async function gather(db: Db, { programmeId, releaseNumber, audience }: SourceKey) {
  const programme = await findProgramme(db, programmeId);
  const frozen = await findRelease(db, { programmeId, number: releaseNumber });
  if (!programme || !frozen) throw new Problem("not-found");
  const organisation = await findOrganisation(db, programme.organisationId);
  const release = audience === "public" ? await publicRelease(db, programmeId, frozen) : frozen;
  const questionnaires = await listWaveQuestionnaires(db, programmeId);
  const least = audience === "public" ? publicThreshold : release.figures.threshold;
  return {
    audience,
    least,
    programme,
    organisation: organisation!,
    release,
    questionnaires,
    notices: await noticesOf(db, programmeId, questionnaires),
    openAnswers: await gatherOpenAnswers(db, { programmeId, questionnaires, audience }),
    ...(await gatherFacts(db, programmeId)),
    ...(await gatherRegisters(db, programmeId, audience)),
  };
}

async function gatherFacts(db: Db, programmeId: string) {
  return {
    contractNumber: await getContractNumber(db, programmeId),
    funders: await listFunders(db, programmeId),
    logos: await listLogos(db, programmeId),
    localities: await listLocalities(db, programmeId),
    people: await countPeople(db, programmeId),
    registered: await countRegistered(db, programmeId),
    sectors: await countBySector(db, programmeId),
    indicators: await listIndicators(db, programmeId),
    waves: await listWaveDates(db, programmeId),
    notes: await listNotes(db, programmeId),
    excluded: await countExcluded(db, programmeId),
  };
}

async function gatherRegisters(db: Db, programmeId: string, audience: AnnexAudience) {
  const isClosed = audience === "closed";
  return {
    sessions: await listSessions(db, programmeId),
    visions: await listVisionTitles(db, programmeId),
    publicity: await listPublicity(db, programmeId),
    certificates: await listCertificates(db, programmeId),
    namedParticipants: isClosed ? await listNamedParticipants(db, programmeId) : [],
  };
}

async function publicRelease(db: Db, programmeId: string, release: Release): Promise<Release> {
  const figures = await findPublicFigures(db, { programmeId, releaseId: release.id });
  if (!figures) throw new Problem("not-found");
  return { ...release, figures };
}

async function noticesOf(
  db: Db,
  programmeId: string,
  questionnaires: readonly WaveQuestionnaire[],
): Promise<AnnexSource["notices"]> {
  const notices = [];
  for (const { waveId, noticeId } of questionnaires) {
    const notice = await findNotice(db, { programmeId, noticeId });
    if (notice) notices.push({ waveId, notice });
  }
  return notices;
}
