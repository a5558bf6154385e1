import type { Context } from "hono";
import { type Locality, listLocalities, type Programme } from "../../../db/queries/programmes.ts";
import {
  listWaveQuestionnaires,
  type WaveQuestionnaire,
} from "../../../db/queries/questionnaires.ts";
import type { Deps } from "../../deps.ts";
import { itemsOfWaves } from "../../domain/earlier/choices.ts";
import type { EarlierTable } from "../../domain/earlier/earlier-rows.ts";
import type { Item } from "../../domain/questionnaire/document.ts";
import { calendarDay } from "../../domain/response/calendar-day.ts";
import type { Language } from "../../domain/text.ts";
import type { StaffRole } from "../../domain/words.ts";
import { getAccess } from "../../http/access.ts";
import { languageOf } from "../../http/language.ts";
import type { StaffEnv } from "../../http/session.ts";

/** What every page about earlier answers begins with: who asks, and what the programme's waves ask and where. */
export interface Desk {
  programme: Programme;
  roles: readonly StaffRole[];
  staffId: string;
  language: Language;
  styleUrl: string;
  now: Date;
  today: string;
  waves: WaveQuestionnaire[];
  documents: EarlierTable["documents"];
  items: Item[];
  localities: Locality[];
}

/** For the data role alone: whoever names the columns of such a file sees single answers. */
export async function deskOf(c: Context<StaffEnv>, deps: Deps): Promise<Desk> {
  const { db } = deps;
  const staff = c.get("staff");
  const slug = c.req.param("slug") ?? "";
  const { programme, roles } = await getAccess(db, { staff, slug, roles: ["data"] });
  const waves = await listWaveQuestionnaires(db, programme.id);
  const now = deps.now();
  return {
    programme,
    roles,
    staffId: staff.id,
    language: languageOf(c),
    styleUrl: deps.assets.url("web/styles/main.css"),
    now,
    today: calendarDay(now, programme.timeZone),
    waves,
    documents: Object.fromEntries(waves.map(({ kind, document }) => [kind, document])),
    items: itemsOfWaves(waves.map(({ document }) => document)),
    localities: await listLocalities(db, programme.id),
  };
}
