import type { Context } from "hono";
import { listGroups, listSectors } from "../../../db/queries/participants.ts";
import { type Locality, listLocalities, type Programme } from "../../../db/queries/programmes.ts";
import type { Within } from "../../../db/queries/within.ts";
import type { ParticipantChoices } from "../../../web/pages/participants/person-fields.tsx";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import { calendarDay } from "../../domain/response/calendar-day.ts";
import type { Language } from "../../domain/text.ts";
import {
  getLocalAccess,
  isReached,
  keepReached,
  type Reach,
  requireReach,
  withinOf,
} from "../../http/access.ts";
import { languageOf } from "../../http/language.ts";
import type { StaffEnv } from "../../http/session.ts";

/** Who asks, about which programme, and when: what every page about people begins with. */
export interface Desk {
  programme: Programme;
  staffId: string;
  language: Language;
  styleUrl: string;
  now: Date;
  /** The day in the programme's time zone. */
  today: string;
  /** Whose people the asking person looks after: of the whole programme, or of some of its localities. */
  reach: Reach;
  within: Within;
}

/** For organisers alone: names and contacts are nobody else's business. */
export async function deskOf(c: Context<StaffEnv>, deps: Deps): Promise<Desk> {
  const slug = c.req.param("slug") ?? "";
  const staff = c.get("staff");
  const asked = { staff, slug, roles: ["organiser"] as const };
  const { programme, reach } = await getLocalAccess(deps.db, asked);
  const now = deps.now();
  return {
    programme,
    staffId: staff.id,
    language: languageOf(c),
    styleUrl: deps.assets.url("web/styles/main.css"),
    now,
    today: calendarDay(now, programme.timeZone),
    reach,
    within: withinOf(reach),
  };
}

/** The localities, groups and sectors that people whom the desk looks after can belong to. */
export interface Places {
  localities: Locality[];
  /** The programme's other localities, whose people somebody else looks after. */
  elsewhere: Locality[];
  groups: { id: string; localityId: string; name: string }[];
  sectors: { id: string; key: string; label: Record<string, string> }[];
}

export async function listPlaces({ db }: Deps, desk: Desk): Promise<Places> {
  const programmeId = desk.programme.id;
  const all = await listLocalities(db, programmeId);
  return {
    localities: keepReached(all, desk),
    elsewhere: all.filter(({ id }) => !isReached(desk.reach, id)),
    groups: await listGroups(db, { programmeId, within: desk.within }),
    sectors: await listSectors(db, programmeId),
  };
}

/** The same as the pages offer them. */
export function choicesOf({ localities, groups, sectors }: Places): ParticipantChoices {
  return {
    localities,
    sectors,
    groups: groups.flatMap(({ id, localityId, name }) => {
      const locality = localities.find((one) => one.id === localityId);
      return locality
        ? [{ id, name, locality: locality.nominative, localityKey: locality.key }]
        : [];
    }),
  };
}

/** The localities of the desk, and the one that was asked for, else the first. */
export async function chooseLocality(
  { db }: Deps,
  desk: Desk,
  key: string | undefined,
): Promise<{ localities: Locality[]; locality: Locality }> {
  const all = await listLocalities(db, desk.programme.id);
  const localities = keepReached(all, desk);
  const locality = key === undefined ? localities[0] : all.find((one) => one.key === key);
  if (!locality) throw new Problem("not-found");
  requireReach(desk, locality.id);
  return { localities, locality };
}

/** Whose uploaded lists the desk sees: a list may hold people of all localities, so others' are not shown to some. */
export function uploaderOf({ reach, staffId }: Desk): string | null {
  return reach.isLimited ? staffId : null;
}

/** Who does it, in which programme, within which of its localities, and when. */
export function savingOf({ programme, staffId, within, now }: Desk) {
  return { programmeId: programme.id, savedBy: staffId, within, now };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id in an address; anything else is no such page, and never reaches the database. */
export function idOf(text: string | undefined): string {
  if (text === undefined || !uuid.test(text)) throw new Problem("not-found");
  return text;
}
