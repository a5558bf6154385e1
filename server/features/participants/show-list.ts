import { z } from "zod";
import {
  countParticipants,
  countPeopleByLocality,
  listParticipants,
  type ParticipantFilter,
} from "../../../db/queries/participants.ts";
import { findUploadedList } from "../../../db/queries/uploaded-lists.ts";
import { participantsPage } from "../../../web/pages/participants/list.tsx";
import type { ParticipantSearch } from "../../../web/pages/participants/list-search.tsx";
import { participantTexts } from "../../../web/texts/participants.ts";
import type { Deps } from "../../deps.ts";
import { foldText } from "../../domain/participant/folded-text.ts";
import { participantRoles } from "../../domain/participant/list-row.ts";
import { choicesOf, type Desk, listPlaces, type Places, uploaderOf } from "./desk.ts";
import { type SentFields, typed } from "./participant-form.ts";

const pageRows = 50;

export function searchOf(sent: SentFields): ParticipantSearch {
  return {
    words: typed(sent, "words").slice(0, 100),
    locality: typed(sent, "locality"),
    group: typed(sent, "group"),
    sector: typed(sent, "sector"),
    role: typed(sent, "role"),
  };
}

/** The list as it was searched, one page of it. */
export async function showList(
  deps: Deps,
  desk: Desk,
  asked: { search: ParticipantSearch; page: string; notice?: string },
): Promise<string> {
  const { programme } = desk;
  const places = await listPlaces(deps, desk);
  const ask = { programmeId: programme.id, filter: filterOf(asked.search, places, desk) };
  const found = await countParticipants(deps.db, ask);
  const pages = Math.max(1, Math.ceil(found.enrolments / pageRows));
  const page = Math.min(pages, /^[1-9]\d{0,5}$/.test(asked.page) ? Number(asked.page) : 1);
  const offset = (page - 1) * pageRows;
  return participantsPage({
    ...desk,
    counts: await countsOf(deps, desk, places),
    search: asked.search,
    choices: choicesOf(places),
    found,
    participants: await listParticipants(deps.db, { ...ask, limit: pageRows, offset }),
    page,
    pages,
    isNarrowed: Object.values(asked.search).some((value) => value !== ""),
    notice: asked.notice,
  });
}

/** What nobody could choose (an address changed by hand) narrows nothing. */
function filterOf(search: ParticipantSearch, places: Places, { within }: Desk): ParticipantFilter {
  return {
    within,
    words: foldText(search.words)
      .split(" ")
      .filter((word) => word !== ""),
    localityId: places.localities.find(({ key }) => key === search.locality)?.id,
    groupId: places.groups.find(({ id }) => id === search.group)?.id,
    sectorId: places.sectors.find(({ key }) => key === search.sector)?.id,
    role: participantRoles.find((role) => role === search.role),
    isWithdrawn: search.role === "withdrawn",
  };
}

async function countsOf(deps: Deps, { programme, within }: Desk, { localities }: Places) {
  const counts = await countPeopleByLocality(deps.db, { programmeId: programme.id, within });
  const none = { involved: 0, cycleParticipants: 0, certified: 0 };
  const countOf = (localityId: string | null) =>
    counts.find((count) => count.localityId === localityId) ?? none;
  return {
    localities: localities.map(({ id, nominative }) => ({ ...countOf(id), locality: nominative })),
    whole: { ...countOf(null), locality: null },
  };
}

const outcomeSchema = z.object({
  added: z.number(),
  changed: z.number(),
  same: z.number(),
  leftOut: z.number(),
});

/** What became of a list that was just imported, as a sentence. */
export async function importNotice(
  deps: Deps,
  desk: Desk,
  id: string,
): Promise<string | undefined> {
  if (!z.uuid().safeParse(id).success) return undefined;
  const key = { programmeId: desk.programme.id, id, by: uploaderOf(desk), now: desk.now };
  const list = await findUploadedList(deps.db, key);
  const outcome = outcomeSchema.safeParse(list?.outcome);
  return outcome.success ? participantTexts[desk.language].imported(outcome.data) : undefined;
}
