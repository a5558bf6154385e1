import type { Db } from "../../../db/connect.ts";
import {
  countBySector,
  findOrganisation,
  type IndicatorRow,
  listIndicators,
  listWaveDates,
  type Organisation,
  type SectorCount,
  type WaveDates,
} from "../../../db/queries/annex-source.ts";
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
import {
  listWaveQuestionnaires,
  type WaveQuestionnaire,
} from "../../../db/queries/questionnaires.ts";
import { findRelease, type Release } from "../../../db/queries/releases.ts";
import { Problem } from "../../domain/problem.ts";

/** Everything an annex is assembled from: facts of the programme, and one frozen release. */
export interface AnnexSource {
  programme: Programme;
  organisation: Organisation;
  funders: Funder[];
  logos: Logo[];
  localities: Locality[];
  people: { involved: number; cycleParticipants: number; certified: number };
  sectors: SectorCount[];
  indicators: IndicatorRow[];
  waves: WaveDates[];
  questionnaires: WaveQuestionnaire[];
  release: Release;
}

export async function gatherAnnexSource(
  db: Db,
  { programmeId, releaseNumber }: { programmeId: string; releaseNumber: number },
): Promise<AnnexSource> {
  const programme = await findProgramme(db, programmeId);
  const release = await findRelease(db, { programmeId, number: releaseNumber });
  if (!programme || !release) throw new Problem("not-found");
  const organisation = await findOrganisation(db, programme.organisationId);
  return {
    programme,
    organisation: organisation!,
    release,
    funders: await listFunders(db, programmeId),
    logos: await listLogos(db, programmeId),
    localities: await listLocalities(db, programmeId),
    people: await countPeople(db, programmeId),
    sectors: await countBySector(db, programmeId),
    indicators: await listIndicators(db, programmeId),
    waves: await listWaveDates(db, programmeId),
    questionnaires: await listWaveQuestionnaires(db, programmeId),
  };
}
