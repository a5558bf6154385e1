import type { SavingTexts } from "../texts/saving.ts";
import type { Keeper } from "./answering-kept.ts";
import type { StateLine } from "./answering-notice.ts";
import { pathOf, type Saving, saveBy } from "./answering-saving.ts";
import { bodyOf, type Reply, sendForm, waitBefore } from "./answering-send.ts";
import { syncAll } from "./answering-sync.ts";

/** The buttons of a part: the server's word decides where to go; without a connection, the device's own pages do. */
export function takeButtonsOfPart(saving: Saving): void {
  onSubmit(saving.form, async (go) => {
    if (saving.isStopped) return true;
    const reply = await saveBy(saving, go);
    return follow(saving, go, reply);
  });
}

/** True when the form has to go its ordinary way, for the server to show what is wrong with it. */
function follow({ form }: Saving, go: string, reply: Reply | null): boolean {
  if (reply?.outcome === "saved") {
    location.assign(reply.next);
    return false;
  }
  if (reply?.outcome !== "away") return true;
  const path = go === "next" ? form.dataset.next : form.dataset.back;
  const hasOwnPages = navigator.serviceWorker?.controller;
  if (path && hasOwnPages && (go === "next" || go === "back")) location.assign(path);
  return false;
}

/** The button of the page with everything: what is typed arrives first, however long that takes; then the form goes. */
export function takeButtonOfWhole(saving: Saving): void {
  onSubmit(saving.form, async () => {
    for (let tries = 1; !saving.isStopped; tries++) {
      const reply = await saveBy(saving, "save");
      if (reply?.outcome !== "away") break;
      saving.line.say(saving.texts.notSent);
      await waitOrOnline(waitBefore(tries, Math.random));
    }
    return true;
  });
}

/** What the review's button needs. */
export interface Sending {
  form: HTMLFormElement;
  keeper: Keeper;
  line: StateLine;
  texts: SavingTexts;
}

/** Before the review counts, everything that was kept on the device is sent; then the page is read again. */
export async function startReview(sending: Sending): Promise<void> {
  onSubmit(sending.form, () => sendAway(sending));
  const { keeper, line, texts } = sending;
  if (keeper.unsent().length === 0) return;
  line.say(texts.sending);
  const isSynced = await syncAll(keeper.unsent(), sendForm);
  const [left] = keeper.unsent();
  if (!isSynced) line.say(texts.notSent);
  else if (left) sayLeft({ line, texts }, left.path);
  else location.reload();
}

function sayLeft({ line, texts }: Pick<Sending, "line" | "texts">, path: string): void {
  line.ask(texts.left, [{ label: texts.openLeft, choose: () => location.assign(path) }]);
}

/** Thanks come only after the server's word; until then it is tried again and again. */
async function sendAway({ form, keeper, line, texts }: Sending): Promise<boolean> {
  line.say(texts.sending);
  for (let tries = 1; ; tries++) {
    const isSynced = await syncAll(keeper.unsent(), sendForm);
    const [left] = keeper.unsent();
    if (isSynced && left) {
      sayLeft({ line, texts }, left.path);
      return false;
    }
    const message = bodyOf({ body: "", go: "next", seen: null });
    const reply = isSynced ? await sendForm(pathOf(form), message) : { outcome: "away" as const };
    if (reply.outcome === "submitted") {
      keeper.forgetAll();
      location.assign(reply.next);
      return false;
    }
    if (reply.outcome !== "away") return true;
    line.say(texts.notSent);
    await waitOrOnline(waitBefore(tries, Math.random));
  }
}

function waitOrOnline(seconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, seconds * 1000);
    addEventListener("online", () => resolve(), { once: true });
  });
}

/** "Another person will fill in": nothing unsent is left behind unasked, and nothing at all afterwards. */
export function takeLeaving(keeper: Keeper, texts: SavingTexts): void {
  document.addEventListener("submit", (event) => {
    const button = event.submitter as HTMLButtonElement | null;
    const form = event.target as HTMLFormElement;
    if (button?.value !== "leave" && pathOf(form) !== "/a/leave") return;
    const isUnsent = keeper.unsent().length > 0 && !navigator.onLine;
    if (isUnsent && !confirm(texts.leaveAnyway)) return event.preventDefault();
    keeper.forgetAll();
  });
}

/**
 * Runs `take` instead of the form's own way, one press at a time. Handing over to another person always goes the
 * ordinary way, and so does everything that `take` answers with true.
 */
function onSubmit(form: HTMLFormElement, take: (go: string) => Promise<boolean>): void {
  let isBusy = false;
  let isLetThrough = false;
  form.addEventListener("submit", (event) => {
    const button = event.submitter as HTMLButtonElement | null;
    const go = button?.value || "next";
    if (isLetThrough || go === "leave") return;
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    // A form can only be sent again after its submit event is over, however soon the answer is known.
    const over = new Promise((resolve) => setTimeout(resolve));
    void Promise.all([take(go), over]).then(([isOrdinary]) => {
      isBusy = false;
      if (!isOrdinary) return;
      isLetThrough = true;
      if (button) form.requestSubmit(button);
      else form.requestSubmit();
      isLetThrough = false;
    });
  });
}
