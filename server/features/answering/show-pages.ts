import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Invitation } from "../../../db/queries/invitations.ts";
import { allPage } from "../../../web/pages/answering/all.tsx";
import { emptyForm, type FormState } from "../../../web/pages/answering/field.tsx";
import type { AnsweringFrame } from "../../../web/pages/answering/frame.tsx";
import { type NoticeProps, noticePage } from "../../../web/pages/answering/notice.tsx";
import { offlinePage } from "../../../web/pages/answering/outcome.tsx";
import { partPage } from "../../../web/pages/answering/part.tsx";
import type { Part } from "../../domain/questionnaire/parts.ts";
import { dependsOnEarlier } from "../../domain/questionnaire/routing.ts";
import { shuffleSeedOf } from "../../domain/questionnaire/shuffle.ts";
import { isMissing } from "../../domain/response/answers.ts";
import { fillFields } from "../../domain/response/read-answers.ts";
import { seenOf } from "../../domain/response/seen.ts";
import { inLanguage, type Language } from "../../domain/text.ts";
import { type KeptPages, sendKeptPage, sendPage } from "./kept-pages.ts";
import type { AnsweringDeps, Participant } from "./participant.ts";
import { pick } from "./save-part.ts";

/** How a form is shown when it is not simply empty: again after a mistake, or beside what another window stored. */
export interface Showing extends Partial<Pick<FormState, "fields" | "mistakes" | "conflicts">> {
  status?: ContentfulStatusCode;
  seen?: string;
  conflict?: "shown" | "hidden";
  notice?: Pick<NoticeProps, "ticked" | "missing">;
  /** The copy that a device keeps for when it has no connection. */
  isBlank?: boolean;
}

export interface ShowingDeps extends AnsweringDeps {
  keptPages: KeptPages;
}

export function frameOf(
  { assets }: AnsweringDeps,
  {
    invitation,
    language,
    isKiosk,
  }: { invitation?: Invitation; language: Language; isKiosk?: boolean },
): AnsweringFrame {
  return {
    language,
    title: "",
    place: invitation && {
      locality: invitation.localityName,
      programme: inLanguage(invitation.programmeTitle, language),
    },
    isKiosk,
    isDemonstration: invitation !== undefined && invitation.programmeKind !== "real",
    styles: assets.inline("web/styles/answering.css").text,
    scriptUrl: assets.url("web/browser/answering.ts"),
  };
}

/** One part: from memory while this participant has nothing in it yet, else with what is theirs. */
export function showPart(
  deps: ShowingDeps,
  c: Context,
  { participant, part, showing = {} }: { participant: Participant; part: Part; showing?: Showing },
): Response {
  const { parts, response } = participant;
  const stored = pick(response?.answers ?? {}, part.items);
  const page = (more: { state: FormState; seen?: string; isBlank?: boolean }) =>
    partPage({
      frame: frameOf(deps, participant),
      part,
      current: parts.indexOf(part) + 1,
      total: parts.length,
      conflict: showing.conflict,
      isCorrection: response?.status === "submitted",
      keys: keysAround(parts, part),
      ...more,
    });
  if (showing.isBlank) {
    const state = { ...stateOf(participant), ...emptyForm };
    const key = keyOf(participant, `blank/${part.section.key}`);
    return sendKeptPage(
      c,
      deps.keptPages.get(key, () => page({ state, isBlank: true })),
    );
  }
  const isSame = showing.status === undefined && !dependsOnEarlier(part.items);
  if (isSame && Object.keys(stored).length === 0) {
    const key = keyOf(participant, `part/${part.section.key}`);
    const state = { ...stateOf(participant), ...emptyForm };
    return sendKeptPage(
      c,
      deps.keptPages.get(key, () => page({ state })),
    );
  }
  const seen = showing.seen ?? seenMark(participant, part.items);
  const state = filledState(participant, { items: part.items, showing });
  return sendPage(c, page({ state, seen }), showing.status);
}

function keysAround(parts: readonly Part[], part: Part) {
  const here = parts.indexOf(part);
  return {
    all: parts.map((each) => each.section.key),
    next: parts[here + 1]?.section.key,
    back: parts[here - 1]?.section.key,
  };
}

/** What a device shows where the review would be, while it has no connection. */
export function showOffline(deps: ShowingDeps, c: Context, participant: Participant): Response {
  const { parts } = participant;
  const render = () => offlinePage({ frame: frameOf(deps, participant), parts });
  return sendKeptPage(c, deps.keptPages.get(keyOf(participant, "offline"), render));
}

/** The notice before the first question. */
export async function showNotice(
  deps: ShowingDeps,
  c: Context,
  { participant, showing = {} }: { participant: Participant; showing?: Showing },
): Promise<Response> {
  const props = await noticeProps(deps, { participant, showing });
  const render = () => noticePage({ frame: frameOf(deps, participant), props });
  if (showing.notice) return sendPage(c, render(), showing.status);
  return sendKeptPage(c, deps.keptPages.get(keyOf(participant, "notice"), render));
}

/** Everything on one page. */
export async function showAll(
  deps: ShowingDeps,
  c: Context,
  { participant, showing = {} }: { participant: Participant; showing?: Showing },
): Promise<Response> {
  const { parts, response } = participant;
  const items = parts.flatMap((part) => part.items);
  const notice = await noticeProps(deps, { participant, showing });
  const hasBegun = response !== null;
  const page = (more: { state: FormState; seen?: string; isBlank?: boolean }) =>
    allPage({
      frame: frameOf(deps, participant),
      parts,
      notice,
      hasBegun,
      conflict: showing.conflict,
      ...more,
    });
  const { isBlank } = showing;
  const isEmpty = Object.keys(response?.answers ?? {}).length === 0;
  if (isBlank || (isEmpty && showing.status === undefined && !showing.notice)) {
    const key = keyOf(participant, `${isBlank ? "blank/" : ""}${hasBegun ? "all-begun" : "all"}`);
    const state = { ...stateOf(participant), ...emptyForm };
    return sendKeptPage(
      c,
      deps.keptPages.get(key, () => page({ state, isBlank })),
    );
  }
  const seen = showing.seen ?? seenMark(participant, items);
  return sendPage(
    c,
    page({ state: filledState(participant, { items, showing }), seen }),
    showing.status,
  );
}

async function noticeProps(
  { published }: AnsweringDeps,
  { participant, showing }: { participant: Participant; showing: Showing },
): Promise<NoticeProps> {
  const { invitation, wave, response, document, language } = participant;
  const notice = await published.notice({
    programmeId: invitation.programmeId,
    noticeId: response?.noticeId ?? wave.noticeId,
  });
  const nothing = { ticked: new Set<string>(), missing: [] };
  return { language, wave: document.waves[wave.kind], notice, ...(showing.notice ?? nothing) };
}

/** Everything that makes a page differ from another when it holds no answers. */
function keyOf(participant: Participant, page: string): string {
  const { invitation, wave, response, language, parts, isNewcomer, isKiosk } = participant;
  const isShuffled = parts.some((part) =>
    part.items.some((item) => "isShuffled" in item && item.isShuffled),
  );
  return [
    page,
    language,
    response?.versionId ?? wave.versionId,
    response?.noticeId ?? wave.noticeId,
    wave.kind,
    isNewcomer,
    isKiosk,
    isShuffled ? shuffleSeedOf(invitation.pairingCode) : "",
    invitation.programmeKind,
    invitation.localityName,
    inLanguage(invitation.programmeTitle, language),
  ].join("|");
}

function stateOf({ document, language, invitation }: Participant) {
  return { document, language, shuffleSeed: shuffleSeedOf(invitation.pairingCode) };
}

function filledState(
  participant: Participant,
  { items, showing }: { items: Part["items"]; showing: Showing },
): FormState {
  const { response, canRead } = participant;
  const answers = response?.answers ?? {};
  const stored = pick(answers, items);
  const answered = Object.entries(stored).filter(([, answer]) => !isMissing(answer));
  return {
    ...stateOf(participant),
    ...emptyForm,
    earlier: answers,
    fields: showing.fields ?? (canRead ? fillFields(items, stored) : emptyForm.fields),
    mistakes: showing.mistakes ?? [],
    conflicts: (canRead && showing.conflicts) || {},
    kept: new Set(canRead ? [] : answered.map(([key]) => key)),
  };
}

/** What a page tells of the part it shows; nothing when there is no response yet. */
export function seenMark(participant: Participant, items: Part["items"]): string | undefined {
  const { response, canRead } = participant;
  if (!response) return undefined;
  const answers = pick(response.answers, items);
  return seenOf({ revision: response.revision, answers }, canRead);
}
