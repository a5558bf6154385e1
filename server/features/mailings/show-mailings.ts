import { listRefusals } from "../../../db/queries/letters.ts";
import { countReachable, listMailings, type Mailing } from "../../../db/queries/mailings.ts";
import { listLocalities, listWaveWindows, type Programme } from "../../../db/queries/programmes.ts";
import type { MailingFormProps } from "../../../web/pages/mailings/mailing-form.tsx";
import type { ShownMailing } from "../../../web/pages/mailings/mailing-list.tsx";
import { mailingsPage } from "../../../web/pages/mailings/mailings.tsx";
import { formatMoment } from "../../../web/texts/numbers.ts";
import type { Deps } from "../../deps.ts";
import { progressStep } from "../../domain/disclosure/progress-step.ts";
import { inLanguage, type Language } from "../../domain/text.ts";
import { invitableWaves, type MailingContext } from "./read-mailing.ts";

/** Who asks, about which programme, and when. */
export interface MailingDesk {
  programme: Programme;
  staffId: string;
  language: Language;
  styleUrl: string;
  now: Date;
}

export function canSend({ mailer, publicUrl }: Deps): boolean {
  return mailer !== undefined && publicUrl !== undefined;
}

export async function contextOf({ db }: Deps, desk: MailingDesk): Promise<MailingContext> {
  const { programme, language, now } = desk;
  return {
    windows: await listWaveWindows(db, programme.id),
    localities: await listLocalities(db, programme.id),
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
  const { localities, timeZone } = context;
  const around = { waves, localities, timeZone, mistakes: [], preview: undefined, told: undefined };
  return mailingsPage({
    ...desk,
    reachable: await countReachable(deps.db, desk.programme.id),
    canSend: canSend(deps),
    form: shown.form && { ...around, ...shown.form },
    hasWaves: waves.length > 0,
    mailings: await shownMailings(deps, desk, context),
    links: shown.links ?? [],
    notice: shown.notice,
  });
}

async function shownMailings(
  { db }: Deps,
  desk: MailingDesk,
  context: MailingContext,
): Promise<ShownMailing[]> {
  const programmeId = desk.programme.id;
  const shown = [];
  for (const mailing of await listMailings(db, programmeId)) {
    const isBlind = isBlindNow(mailing, desk, context);
    const refusals = isAimed(mailing, desk)
      ? []
      : await listRefusals(db, { programmeId, mailingId: mailing.id });
    shown.push({ ...shownMailing(mailing, desk, { context, isBlind }), refusals });
  }
  return shown;
}

/**
 * Whether a letter went only to those who had not answered by then. Addresses that refused it are never listed: they
 * would say so of a person, also when the wave has closed, and participants are promised that nobody is told.
 */
function isAimed(mailing: Mailing, { programme }: MailingDesk): boolean {
  return mailing.kind === "reminder" && programme.identityMode === "register";
}

/**
 * Whether a mailing's numbers would tell who has not answered: of reminders that were not sent to everybody, until the
 * wave has closed everywhere they went.
 */
function isBlindNow(mailing: Mailing, desk: MailingDesk, { windows }: MailingContext) {
  if (!isAimed(mailing, desk)) return false;
  return windows.some(
    ({ waveId, localityId, closedAt }) =>
      waveId === mailing.waveId &&
      (mailing.localityId === null || mailing.localityId === localityId) &&
      closedAt === null,
  );
}

function shownMailing(
  mailing: Mailing,
  { language, programme }: MailingDesk,
  { context, isBlind }: { context: MailingContext; isBlind: boolean },
): Omit<ShownMailing, "refusals"> {
  const { letters } = mailing;
  const locality = context.localities.find(({ id }) => id === mailing.localityId);
  const rest = letters.waiting + letters.sending;
  return {
    id: mailing.id,
    kind: mailing.kind,
    wave: mailing.wave,
    locality: locality?.nominative ?? null,
    subject: inLanguage(mailing.subject, language),
    when: formatMoment(mailing.sendAt, language, programme.timeZone),
    state: stateOf(mailing),
    sent: isBlind ? blindStep(letters.sent) : letters.sent,
    left: isBlind ? undefined : rest,
    refused: isBlind ? 0 : letters.refused,
    unclear: letters.unclear,
    givenUp: isBlind ? 0 : letters["given-up"],
  };
}

/** In steps, and nobody apart from a few: where one person alone can be written to, "0" would tell that they answered. */
function blindStep(sent: number): { low: number; high: number } {
  const step = progressStep(sent);
  return step.low < 5 ? { low: 0, high: 4 } : step;
}

function stateOf({ cancelledAt, endedAt, preparedAt, letters }: Mailing): ShownMailing["state"] {
  if (cancelledAt !== null) return "cancelled";
  if (endedAt !== null) return "ended";
  const hasBegun = letters.sent + letters.sending + letters.refused + letters.unclear > 0;
  return preparedAt !== null && hasBegun ? "under-way" : "waiting";
}
