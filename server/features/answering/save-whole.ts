import type { Context } from "hono";
import { hasChangedSince, seenOf } from "../../domain/response/seen.ts";
import type { SentAll } from "./answer-all.ts";
import { beginResponse } from "./begin-response.ts";
import { writeCredential } from "./credential.ts";
import { findParticipant, type Participant } from "./participant.ts";
import { repeatWhileOutdated } from "./repeat.ts";
import { pick, savePart } from "./save-part.ts";
import { type ShowingDeps, seenMark } from "./show-pages.ts";

/** Where somebody comes back to who was filling in the page with everything. */
export const wholePlace = "all";

/**
 * The page with everything, saved while it is being filled in, for its script alone. The response begins with the
 * agreement; before it nothing is stored, and the script is told so.
 */
export async function saveWhole(
  deps: ShowingDeps,
  c: Context,
  { participant, sent }: { participant: Participant; sent: SentAll },
): Promise<Response> {
  const begun = participant.response ? participant : await beginWhole(deps, c, participant, sent);
  if (!begun) return c.json({ outcome: "unagreed" });
  const { canRead } = begun;
  return await repeatWhileOutdated(deps, c, {
    participant: begun,
    attempt: (latest) => saveDraft(deps, c, { participant: { ...latest, canRead }, sent }),
  });
}

/** Undefined while what has to be agreed to is not ticked. Who began it elsewhere at this very moment is not this device. */
async function beginWhole(
  deps: ShowingDeps,
  c: Context,
  participant: Participant,
  { agreement }: SentAll,
): Promise<Participant | undefined> {
  if (!agreement.ok) return undefined;
  const { deviceKey } = await beginResponse(deps, participant, agreement.consents);
  const credential = { ...participant.credential, deviceKey };
  writeCredential(c, { ...participant.invitation, credential }, deps.isHttps);
  const found = await findParticipant(deps, c);
  if (found.state !== "open" || !found.participant.response) return undefined;
  const isOurs = found.participant.response.deviceKey === deviceKey;
  return { ...found.participant, canRead: found.participant.canRead || isOurs };
}

async function saveDraft(
  deps: ShowingDeps,
  c: Context,
  { participant, sent }: { participant: Participant; sent: SentAll },
): Promise<Response | undefined> {
  const items = participant.parts.flatMap((part) => part.items);
  const { fields, seen } = sent.form;
  const saved = await savePart(deps, participant, {
    items,
    sent: fields,
    seen,
    isByScript: true,
    isUnfinished: true,
    placeAfter: () => wholePlace,
  });
  switch (saved.outcome) {
    case "outdated":
      return undefined;
    case "mistaken":
      return c.json({ outcome: "mistaken" }, 422);
    case "changed-elsewhere": {
      const isSame = !hasChangedSince(seen, saved.stored);
      const mark = seenMark(participant, items);
      return c.json({ outcome: "changed-elsewhere", seen: mark, isSame }, 409);
    }
    case "saved": {
      const stored = { revision: saved.revision, answers: pick(saved.answers, items) };
      const mark = seenOf(stored, participant.canRead);
      return c.json({ outcome: "saved", seen: mark, next: "/a/all" });
    }
  }
}
