import type { Context } from "hono";
import { listGroups, listSectors } from "../../../db/queries/participants.ts";
import { type Locality, listLocalities, type Programme } from "../../../db/queries/programmes.ts";
import type { ParticipantChoices } from "../../../web/pages/participants/person-fields.tsx";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import { calendarDay } from "../../domain/response/calendar-day.ts";
import type { Language } from "../../domain/text.ts";
import { getAccess } from "../../http/access.ts";
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
}

/** For organisers alone: names and contacts are nobody else's business. */
export async function deskOf(c: Context<StaffEnv>, deps: Deps): Promise<Desk> {
  const slug = c.req.param("slug") ?? "";
  const staff = c.get("staff");
  const { programme } = await getAccess(deps.db, { staff, slug, roles: ["organiser"] });
  const now = deps.now();
  return {
    programme,
    staffId: staff.id,
    language: languageOf(c),
    styleUrl: deps.assets.url("web/styles/main.css"),
    now,
    today: calendarDay(now, programme.timeZone),
  };
}

/** The localities, groups and sectors that people of a programme can belong to. */
export interface Places {
  localities: Locality[];
  groups: { id: string; localityId: string; name: string }[];
  sectors: { id: string; key: string; label: Record<string, string> }[];
}

export async function listPlaces({ db }: Deps, programmeId: string): Promise<Places> {
  return {
    localities: await listLocalities(db, programmeId),
    groups: await listGroups(db, programmeId),
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

export function localityOf(localities: readonly Locality[], key: string): Locality {
  const locality = localities.find((one) => one.key === key);
  if (!locality) throw new Problem("not-found");
  return locality;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id in an address; anything else is no such page, and never reaches the database. */
export function idOf(text: string | undefined): string {
  if (text === undefined || !uuid.test(text)) throw new Problem("not-found");
  return text;
}
