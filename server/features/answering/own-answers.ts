import type { Invitation, InvitationWave } from "../../../db/queries/invitations.ts";
import { deleteResponses, updateConsents } from "../../../db/queries/own-responses.ts";
import type { OwnChangeProps, OwnResponse } from "../../../web/pages/answering/own.tsx";
import { partsOf } from "../../domain/questionnaire/parts.ts";
import { isMissing } from "../../domain/response/answers.ts";
import { ownChanges } from "../../domain/response/own-change.ts";
import { isOpen, windowState } from "../../domain/response/wave-window.ts";
import { inLanguage } from "../../domain/text.ts";
import { waveKinds } from "../../domain/words.ts";
import { type Credential, canRead } from "./credential.ts";
import type { AnsweringDeps, FoundParticipant } from "./participant.ts";

/** A participant as their own pages know them: also before, between and after the waves. */
export interface Owner {
  credential: Credential;
  invitation: Invitation;
  /** The wave that can be answered now, if there is one. */
  current: InvitationWave | undefined;
  isKiosk: boolean;
  language: "lt" | "en";
}

export function ownerOf(found: Exclude<FoundParticipant, { state: "unknown" }>): Owner {
  if (found.state === "closed") return { ...found, current: undefined };
  return { ...found.participant, current: found.participant.wave };
}

/** The waves whose answers this device may show: all with the card's link, else those that it wrote itself. */
export function readableWaves({ invitation, credential }: Owner): InvitationWave[] {
  return invitation.waves.filter((wave) => wave.response && canRead(credential, wave.response));
}

/** Everything that is stored of a participant's answering, as far as this device may show it. */
export async function listOwnResponses(deps: AnsweringDeps, owner: Owner): Promise<OwnResponse[]> {
  const { invitation } = owner;
  const order = [...readableWaves(owner)].sort(
    (one, other) => one.opensAt.getTime() - other.opensAt.getTime(),
  );
  const { programmeId } = invitation;
  return await Promise.all(
    order.map(async (wave) => {
      const response = wave.response!;
      const key = { programmeId, versionId: response.versionId, noticeId: response.noticeId };
      const document = await deps.published.document(key);
      const { statements } = await deps.published.notice(key);
      return {
        waveKind: wave.kind,
        title: inLanguage(document.waves[wave.kind]?.title ?? {}, owner.language),
        submittedOn: response.submittedOn,
        document,
        parts: answeredParts(document, wave),
        answers: response.answers,
        consents: response.consents,
        statements: statements.filter((statement) => !statement.isRequired),
        isCorrectable:
          owner.current?.id === wave.id && isOpen(wave, { now: deps.now(), hasBegun: true }),
      };
    }),
  );
}

/** Without what was not asked: background in later waves, and what routing left out. */
function answeredParts(
  document: Parameters<typeof partsOf>[0],
  { kind, response }: InvitationWave,
) {
  const wasAsked = (key: string) => {
    const answer = response?.answers[key];
    return !isMissing(answer) || answer.missing !== "not-asked";
  };
  return partsOf(document, { wave: kind, isNewcomer: true })
    .map((part) => ({
      ...part,
      items: part.items.filter((item) => item.kind !== "information" && wasAsked(item.key)),
    }))
    .filter((part) => part.items.length > 0);
}

/** How this participant's own scores moved, in later waves whose answers can no longer be corrected. */
export async function listOwnChanges(deps: AnsweringDeps, owner: Owner): Promise<OwnChangeProps[]> {
  const now = deps.now();
  const sent = readableWaves(owner).filter(
    (wave) => wave.response?.status === "submitted" && windowState(wave, now) === "closed",
  );
  const before = sent.find((wave) => wave.kind === "before");
  if (!before) return [];
  const withKnowledge = isKeyShown(owner, now);
  const earlier = await sheetOf(deps, owner, before);
  const later = waveKinds.flatMap((kind) => sent.filter((wave) => wave.kind === kind));
  const compared = later
    .filter((wave) => wave !== before)
    .map(async (wave) => {
      const sheet = await sheetOf(deps, owner, wave);
      const title = inLanguage(sheet.document.waves[wave.kind]?.title ?? {}, owner.language);
      return { title, changes: ownChanges(earlier, sheet, { withKnowledge }) };
    });
  return (await Promise.all(compared)).filter(({ changes }) => changes.length > 0);
}

async function sheetOf({ published }: AnsweringDeps, { invitation }: Owner, wave: InvitationWave) {
  const { versionId, answers } = wave.response!;
  const { programmeId } = invitation;
  return { document: await published.document({ programmeId, versionId }), answers };
}

/** Knowledge questions come again in a later wave; only after the last has closed is their key no help. */
export function isKeyShown({ invitation }: Owner, now: Date): boolean {
  return invitation.waves.every((wave) => windowState(wave, now) === "closed");
}

/** Gives or withdraws the optional consents of one wave; what had to be agreed to cannot be changed here. */
export async function changeConsents(
  deps: AnsweringDeps,
  owner: Owner,
  { waveKind, ticked }: { waveKind: string; ticked: ReadonlySet<string> },
): Promise<boolean> {
  const wave = readableWaves(owner).find((each) => each.kind === waveKind);
  if (!wave?.response) return false;
  const { programmeId, pairingCode } = owner.invitation;
  const notice = await deps.published.notice({ programmeId, noticeId: wave.response.noticeId });
  const optional = notice.statements.filter((statement) => !statement.isRequired);
  const consents = Object.fromEntries(optional.map(({ key }) => [key, ticked.has(key)]));
  await updateConsents(deps.db, { programmeId, pairingCode, waveId: wave.id }, consents);
  return true;
}

/** Erases what this device may show; released figures stay, as they are frozen. */
export async function eraseAnswers({ db }: AnsweringDeps, owner: Owner): Promise<number> {
  const { programmeId, pairingCode } = owner.invitation;
  const waveIds = readableWaves(owner).map((wave) => wave.id);
  return await deleteResponses(db, { programmeId, pairingCode, waveIds });
}
