import { listRefusals } from "../../../db/queries/letters.ts";
import { countReachable, listMailings, type Mailing } from "../../../db/queries/mailings.ts";
import { listLocalities, listWaveWindows, type Programme } from "../../../db/queries/programmes.ts";
import { listReturnedPeople } from "../../../db/queries/returned-addresses.ts";
import type { Within } from "../../../db/queries/within.ts";
import type { MailingFormProps } from "../../../web/pages/mailings/mailing-form.tsx";
import type { OpenState, ShownMailing } from "../../../web/pages/mailings/mailing-list.tsx";
import { mailingsPage } from "../../../web/pages/mailings/mailings.tsx";
import { formatMoment } from "../../../web/texts/numbers.ts";
import type { Deps } from "../../deps.ts";
import { canCallOff } from "../../domain/mailing/calling-off.ts";
import { calendarDay } from "../../domain/response/calendar-day.ts";
import { inLanguage, type Language } from "../../domain/text.ts";
import { isReached, keepReached, type Reach } from "../../http/access.ts";
import { invitableWaves, type MailingContext } from "./read-mailing.ts";

/** Who asks, about which programme, and when. */
export interface MailingDesk {
  programme: Programme;
  staffId: string;
  language: Language;
  styleUrl: string;
  now: Date;
  /** Whose letters the asking person looks after: of the whole programme, or of some of its localities. */
  reach: Reach;
  within: Within;
}

export function canSend({ mailer, publicUrl }: Deps): boolean {
  return mailer !== undefined && publicUrl !== undefined;
}

export async function contextOf({ db }: Deps, desk: MailingDesk): Promise<MailingContext> {
  const { programme, reach, language, now } = desk;
  const windows = await listWaveWindows(db, programme.id);
  return {
    windows: windows.filter(({ localityId }) => isReached(reach, localityId)),
    localities: keepReached(await listLocalities(db, programme.id), desk),
    isWhole: !reach.isLimited,
    timeZone: programme.timeZone,
    language,
    now,
  };
}

export type ShownForm = Pick<MailingFormProps, "typed" | "chosen"> &
  Partial<Pick<MailingFormProps, "mistakes" | "preview" | "told">>;

export async function showMailings(
  deps: Deps,
  desk: MailingDesk,
  shown: {
    form?: ShownForm;
    links?: readonly { locality: string; url: string }[];
    notice?: string;
  } = {},
): Promise<string> {
  const context = await contextOf(deps, desk);
  const waves = invitableWaves(context);
  const { localities, timeZone, isWhole } = context;
  const around = {
    waves,
    localities,
    timeZone,
    isWhole,
    mistakes: [],
    preview: undefined,
    told: undefined,
  };
  return mailingsPage({
    ...desk,
    reachable: await countReachable(deps.db, queryOf(desk)),
    canSend: canSend(deps),
    isWhole,
    form: shown.form && { ...around, ...shown.form },
    hasWaves: waves.length > 0,
    mailings: await shownMailings(deps, desk, context),
    returned: await listReturned(deps, desk),
    links: shown.links ?? [],
    notice: shown.notice,
  });
}

async function listReturned({ db }: Deps, desk: MailingDesk) {
  const people = await listReturnedPeople(db, queryOf(desk));
  return people.map(({ returnedAt, ...person }) => ({
    ...person,
    on: calendarDay(returnedAt, desk.programme.timeZone),
  }));
}

async function shownMailings(
  { db }: Deps,
  desk: MailingDesk,
  context: MailingContext,
): Promise<ShownMailing[]> {
  const programmeId = desk.programme.id;
  const shown = [];
  for (const mailing of await listMailings(db, queryOf(desk))) {
    const progress = mailing.isBlind
      ? blindProgress(mailing)
      : openProgress(mailing, await listRefusals(db, { programmeId, mailingId: mailing.id }));
    shown.push(shownMailing(mailing, desk, { context, progress }));
  }
  return shown;
}

function queryOf({ programme, within }: MailingDesk) {
  return { programmeId: programme.id, within };
}

/**
 * Of a reminder to those who are missing nothing is told but what somebody did and when: any number, an end that came at
 * once, an address that was refused would say of a person whether they had answered, and participants are promised that
 * nobody is told. It stays so when the wave has closed, and however many reminders follow each other.
 */
function blindProgress({ cancelledAt, preparedAt }: Mailing): ShownMailing["progress"] {
  if (cancelledAt !== null) return { state: "cancelled" };
  return { state: preparedAt === null ? "waiting" : "handed-over" };
}

function openProgress(mailing: Mailing, refusals: Refusals): ShownMailing["progress"] {
  const { sent, waiting, sending, refused, unclear, "given-up": givenUp } = mailing.letters;
  const counts = { sent, left: waiting + sending, refused, unclear, givenUp };
  return { state: stateOf(mailing), counts, refusals };
}

type Refusals = Awaited<ReturnType<typeof listRefusals>>;

function shownMailing(
  mailing: Mailing,
  { language, programme, now }: MailingDesk,
  { context, progress }: { context: MailingContext; progress: ShownMailing["progress"] },
): ShownMailing {
  const locality = context.localities.find(({ id }) => id === mailing.localityId);
  return {
    id: mailing.id,
    kind: mailing.kind,
    wave: mailing.wave,
    locality: locality?.nominative ?? null,
    subject: inLanguage(mailing.subject, language),
    when: formatMoment(mailing.sendAt, language, programme.timeZone),
    progress,
    canCallOff: canCallOff(mailing, now),
  };
}

function stateOf({ cancelledAt, endedAt, preparedAt, letters }: Mailing): OpenState {
  if (cancelledAt !== null) return "cancelled";
  if (endedAt !== null) return "ended";
  const hasBegun = letters.sent + letters.sending + letters.refused + letters.unclear > 0;
  return preparedAt !== null && hasBegun ? "under-way" : "waiting";
}
