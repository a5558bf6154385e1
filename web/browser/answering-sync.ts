import type { KeptForm, Slot } from "./answering-kept.ts";
import { bodyOf, type Reply } from "./answering-send.ts";

export type Send = (path: string, body: string) => Promise<Reply>;

/**
 * Brings one kept form to the server: first a message whose fate is unknown, unchanged, then what was typed since.
 * The server takes the same message twice as once, so nothing is lost and nothing newer is overwritten.
 * Null when there was nothing to bring.
 */
export async function syncForm(slot: Slot, send: Send): Promise<Reply | null> {
  let last: Reply | null = null;
  for (;;) {
    const form = slot.find();
    if (!form || form.isSent) return last;
    const pending = form.pending ?? { body: form.body, go: form.go, seen: form.seen };
    slot.keep({ ...form, pending });
    last = await send(slot.path, bodyOf(pending));
    if (!takeReply(slot, pending, last)) return last;
  }
}

/** Notes what the server said. True when there may be more to send. */
function takeReply(slot: Slot, pending: NonNullable<KeptForm["pending"]>, reply: Reply): boolean {
  const form = slot.find();
  if (!form) return false;
  if (reply.outcome === "saved") {
    const isSent = form.body === pending.body && form.go === pending.go;
    slot.keep({ ...form, seen: reply.seen, pending: null, isSent });
    return !isSent;
  }
  if (reply.outcome === "changed-elsewhere" && reply.isSame) {
    // Only other parts were saved meanwhile: what is here rests on the newest state all the same.
    slot.keep({ ...form, seen: reply.seen, pending: null });
    return true;
  }
  if (reply.outcome !== "away") slot.keep({ ...form, pending: null });
  return false;
}

/** Brings several kept forms to the server in their order. False when the connection stopped it. */
export async function syncAll(slots: readonly Slot[], send: Send): Promise<boolean> {
  for (const slot of slots) {
    const reply = await syncForm(slot, send);
    if (reply?.outcome === "away") return false;
  }
  return true;
}

/** How a form that was kept stands to the page that the server shows now. */
export type Restoring = "nothing" | "restore" | "offer";

/**
 * What to do with a kept form when its page is opened again. A page without a mark shows a part that the server has
 * nothing of, or comes from the device itself: what was typed stands. Otherwise it stands only where the part has not
 * changed since; else the person decides.
 */
export function restoringOf(
  form: KeptForm | null,
  page: { body: string; seen: string | null; isOffline: boolean },
): Restoring {
  if (!form || form.body === page.body) return "nothing";
  if (form.isSent) return page.isOffline ? "restore" : "nothing";
  if (page.seen === null || isUnchanged(form.seen, page.seen)) return "restore";
  return form.pending?.body === page.body ? "restore" : "offer";
}

/**
 * Whether the part is as it was. Where its answers may no longer be shown, as the device has forgotten who it was, the
 * mark is the revision alone: then the whole draft must not have moved.
 */
function isUnchanged(before: string | null, now: string): boolean {
  return partOf(before) === partOf(now) || before?.split(".")[0] === now.split(".")[0];
}

/** The mark of the part itself, behind the revision of the whole draft; without one, the revision has to do. */
function partOf(seen: string | null): string {
  return seen?.split(".")[1] ?? seen ?? "";
}
