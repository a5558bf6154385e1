import type { WaveWindow } from "../../../db/queries/programmes.ts";
import type { MailingField, TypedMailing } from "../../../web/pages/mailings/mailing-form.tsx";
import { type LetterField, type MailingKind, mailingTexts } from "../../../web/texts/mailings.ts";
import { faultOfBody, faultOfSubject, type LetterFault } from "../../domain/mailing/letter-text.ts";
import { windowState } from "../../domain/response/wave-window.ts";
import { momentOf } from "../../domain/setup/local-time.ts";
import { type Language, languages, type Text } from "../../domain/text.ts";
import { type WaveKind, waveKinds } from "../../domain/words.ts";

/** What a letter is read against. */
export interface MailingContext {
  windows: readonly WaveWindow[];
  localities: readonly { id: string; key: string; nominative: string }[];
  /** Whether the localities are all there are, so that a letter may go to all of them at once. */
  isWhole: boolean;
  timeZone: string;
  language: Language;
  now: Date;
}

export interface WrittenMailing {
  kind: MailingKind;
  waveId: string;
  localityId: string | null;
  subject: Text;
  body: Text;
  sendAt: Date;
}

export type MailingMistake = { field: MailingField; text: string };
export type ReadMailing =
  | { ok: true; mailing: WrittenMailing }
  | { ok: false; mistakes: MailingMistake[] };

/** The waves that somebody can still answer somewhere: those one may invite to. */
export function invitableWaves({ windows, now }: MailingContext): WaveKind[] {
  const isAnswerable = (window: WaveWindow) => ["ahead", "open"].includes(windowState(window, now));
  return waveKinds.filter((kind) =>
    windows.some((window) => window.kind === kind && isAnswerable(window)),
  );
}

/** A letter to begin with, in the organisation's name, for the wave that is open now. */
export function draftMailing(kind: MailingKind, context: MailingContext): TypedMailing {
  const { lt, en } = mailingTexts[context.language].drafts[kind];
  const isOpenNow = (wave: WaveKind) =>
    context.windows.some((one) => one.kind === wave && windowState(one, context.now) === "open");
  const waves = invitableWaves(context);
  return {
    kind,
    wave: waves.find(isOpenNow) ?? waves[0] ?? "",
    locality: onlyLocality(context)?.key ?? "",
    sendAt: "",
    subjectLt: lt.subject,
    bodyLt: lt.body,
    subjectEn: en.subject,
    bodyEn: en.body,
  };
}

function onlyLocality({ localities, isWhole }: MailingContext) {
  return isWhole || localities.length !== 1 ? undefined : localities[0];
}

export function typedMailing(sent: (name: string) => string): TypedMailing {
  const lines = (name: string) => sent(name).replace(/\r\n?/g, "\n");
  return {
    kind: sent("kind") === "reminder" ? "reminder" : "invitation",
    wave: sent("wave"),
    locality: sent("locality"),
    sendAt: sent("sendAt"),
    subjectLt: sent("subjectLt"),
    bodyLt: lines("bodyLt"),
    subjectEn: sent("subjectEn"),
    bodyEn: lines("bodyEn"),
  };
}

/** Reads a letter: what is to be sent, or which fields are wrong and why. Of people chosen by name nobody asks where. */
export function readMailing(
  typed: TypedMailing,
  context: MailingContext,
  { isChosen }: { isChosen: boolean },
): ReadMailing {
  const texts = mailingTexts[context.language].form;
  const mistakes: MailingMistake[] = mistakesInWording(typed, context.language);
  const kind = invitableWaves(context).find((wave) => wave === typed.wave);
  const waveId = context.windows.find((window) => window.kind === kind)?.waveId;
  if (waveId === undefined) mistakes.push({ field: "wave", text: texts.mistakes.wave });
  const locality = context.localities.find(({ key }) => key === typed.locality);
  const mayBeEverywhere = context.isWhole || isChosen;
  if (!locality && !(typed.locality === "" && mayBeEverywhere)) {
    mistakes.push({ field: "locality", text: texts.mistakes.locality });
  }
  const sendAt = sendAtOf(typed.sendAt, context);
  if (!sendAt) mistakes.push({ field: "sendAt", text: texts.mistakes.sendAt });
  if (mistakes.length > 0 || waveId === undefined || !sendAt) return { ok: false, mistakes };
  const localityId = locality?.id ?? null;
  return {
    ok: true,
    mailing: { kind: typed.kind, waveId, localityId, sendAt, ...wordingOf(typed) },
  };
}

/** The Lithuanian text has to be there; the English one is there whole or not at all. */
function mistakesInWording(typed: TypedMailing, language: Language): MailingMistake[] {
  const told = (field: LetterField, found: LetterFault | undefined): MailingMistake[] => {
    if (!found) return [];
    const words = mailingTexts[language].form.faults[found.fault];
    return [{ field, text: found.fault === "unknown" ? `${found.words}: ${words}` : words }];
  };
  const isEnglish = `${typed.subjectEn}${typed.bodyEn}`.trim() !== "";
  return [
    ...told("subjectLt", faultOfSubject(typed.subjectLt)),
    ...told("bodyLt", faultOfBody(typed.bodyLt)),
    ...(isEnglish ? told("subjectEn", faultOfSubject(typed.subjectEn)) : []),
    ...(isEnglish ? told("bodyEn", faultOfBody(typed.bodyEn)) : []),
  ];
}

function wordingOf(typed: TypedMailing): { subject: Text; body: Text } {
  const wordings = {
    lt: { subject: typed.subjectLt, body: typed.bodyLt },
    en: { subject: typed.subjectEn, body: typed.bodyEn },
  };
  const written = languages.filter((language) => wordings[language].body.trim() !== "");
  const texts = (part: "subject" | "body") =>
    Object.fromEntries(written.map((language) => [language, wordings[language][part].trim()]));
  return { subject: texts("subject"), body: texts("body") };
}

/** At once where nothing was said; undefined for what is no time, or over. */
function sendAtOf(typed: string, { timeZone, now }: MailingContext): Date | undefined {
  if (typed.trim() === "") return now;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(typed)) return undefined;
  const at = momentOf(typed, timeZone);
  return at >= now ? at : undefined;
}
