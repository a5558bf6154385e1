import type { Db } from "../../../db/connect.ts";
import { countParticipation, countPeople } from "../../../db/queries/participation.ts";
import {
  listFunders,
  listLocalities,
  listLogos,
  listWaveWindows,
} from "../../../db/queries/programmes.ts";
import { gatherSetupFacts } from "../../../db/queries/setup-facts.ts";
import { programmePage } from "../../../web/pages/programme.tsx";
import { type OpeningGap, openingGaps } from "../../domain/setup/steps.ts";
import type { Language } from "../../domain/text.ts";
import { waveKinds } from "../../domain/words.ts";
import { type Access, isReached, keepReached, reachFor } from "../../http/access.ts";

interface Showing extends Access {
  language: Language;
  styleUrl: string;
  now: Date;
  /** What kept a wave from opening just now. */
  gaps?: readonly OpeningGap[];
}

/** One programme's page. Its organiser is told what is missing as long as the first two waves are not set. */
export async function showProgramme(db: Db, showing: Showing): Promise<string> {
  const { programme, roles, language, styleUrl, now } = showing;
  const { id } = programme;
  const windows = await listWaveWindows(db, id);
  const isSet = waveKinds.slice(0, 2).every((kind) => windows.some((one) => one.kind === kind));
  const organised = reachFor(showing, ["organiser"]);
  const isTold = roles.includes("organiser") && !isSet;
  return programmePage({
    language,
    styleUrl,
    programme,
    roles,
    gaps: showing.gaps ?? (isTold ? openingGaps(await gatherSetupFacts(db, programme)) : []),
    people: await countPeople(db, id),
    funders: await listFunders(db, id),
    logos: await listLogos(db, id),
    localRoles: showing.localRoles,
    waves: {
      localities: keepReached(await listLocalities(db, id), showing).map((locality) => ({
        ...locality,
        isOrganised: isReached(organised, locality.id),
      })),
      windows,
      participation: await countParticipation(db, id),
      now,
    },
  });
}
