import type { SavingTexts } from "../texts/saving.ts";
import {
  fillIn,
  removeStatements,
  seenBy,
  setSeen,
  shownIn,
  statementsOf,
  typedFor,
  typedIn,
  withTouched,
} from "./answering-form.ts";
import type { Keeper, KeptForm, Slot, Store } from "./answering-kept.ts";
import type { StateLine } from "./answering-notice.ts";
import { type Reply, sendForm, waitBefore } from "./answering-send.ts";
import { restoringOf, syncAll, syncForm } from "./answering-sync.ts";

/** How saving stands on one page: at once on the device, soon on the server. */
export interface Saving {
  form: HTMLFormElement;
  slot: Slot;
  keeper: Keeper;
  store: Store;
  line: StateLine;
  texts: SavingTexts;
  timer: number;
  /** Failed tries in a row. */
  tries: number;
  running: Promise<Reply | null> | null;
  /** While the person has to decide something first. */
  isStopped: boolean;
}

/** The path that a form's entry is kept under and sent to. */
export function pathOf(form: HTMLFormElement): string {
  return new URL(form.action).pathname;
}

const quietSeconds = 1.2;

/** Puts back what was typed here before, and saves from now on. */
export function startSaving(saving: Saving): void {
  // On a slow phone somebody may have marked something before this script came.
  const isTouched = typedIn(saving.form) !== shownIn(saving.form);
  restore(saving);
  const onTyping = () => noteTyping(saving, "save");
  saving.form.addEventListener("input", onTyping);
  saving.form.addEventListener("change", onTyping);
  addEventListener("pagehide", onTyping);
  addEventListener("online", () => syncSoon(saving, 2 * Math.random()));
  if (isTouched) onTyping();
  const isBehind = saving.slot.find()?.isSent === false;
  if (isBehind || saving.keeper.unsent().length > 0) syncSoon(saving, 0);
}

interface Shown {
  body: string;
  seen: string | null;
  isOffline: boolean;
}

function restore(saving: Saving): void {
  const { form, keeper, slot, texts } = saving;
  const isOffline = form.dataset.blank !== undefined;
  const known = slot.find() ?? keeper.adopt(slot.path);
  // A copy may be older than the agreement, which the server's mark proves.
  if (isOffline && known?.seen) removeStatements(form);
  const shown: Shown = { body: shownIn(form), seen: seenBy(form), isOffline };
  const kept = settled(form, known);
  const restoring = restoringOf(kept, shown);
  const leaveShown = () => slot.keep({ ...shown, go: "save", pending: null, isSent: true });
  if (!kept || restoring === "nothing") leaveShown();
  else if (restoring === "restore") putBack(saving, kept, shown);
  else {
    decide(saving, texts.elsewhere, {
      useMine: () => putBack(saving, { ...kept, pending: null }, shown),
      useStored: leaveShown,
    });
  }
}

/** As it was typed, but without what is settled by now. */
function settled(form: HTMLFormElement, kept: KeptForm | null): KeptForm | null {
  if (!kept) return null;
  const { body, pending } = kept;
  const sent = pending && { ...pending, body: typedFor(form, pending.body) };
  return { ...kept, body: typedFor(form, body), pending: sent };
}

function putBack({ form, slot }: Saving, kept: KeptForm, shown: Shown): void {
  fillIn(form, withTouched(form, kept.body));
  // What the page shows already arrived, whatever was thought of it.
  const hasArrived = kept.pending?.body === shown.body;
  const seen = shown.seen ?? kept.seen;
  slot.keep({ ...kept, seen, pending: hasArrived ? null : kept.pending });
}

/** Nothing more is saved until the person has chosen. */
function decide(
  saving: Saving,
  question: string,
  { useMine, useStored }: { useMine: () => void; useStored: () => void },
): void {
  saving.isStopped = true;
  const then = (choose: () => void) => () => {
    choose();
    saving.isStopped = false;
    syncSoon(saving, 0);
  };
  saving.line.ask(question, [
    { label: saving.texts.useMine, choose: then(useMine) },
    { label: saving.texts.useStored, choose: then(useStored) },
  ]);
}

function noteTyping(saving: Saving, go: string): void {
  const { form, slot, line, texts } = saving;
  const body = typedIn(form);
  const known = slot.find();
  if (saving.isStopped || (known?.body === body && go === "save")) return;
  const seen = known ? known.seen : seenBy(form);
  slot.keep({ body, go, seen, pending: known?.pending ?? null, isSent: false });
  line.say(texts.saving);
  syncSoon(saving, quietSeconds);
}

function syncSoon(saving: Saving, seconds: number): void {
  clearTimeout(saving.timer);
  if (isUnagreed(saving.form)) {
    saving.line.say(saving.texts.unagreed);
    return;
  }
  saving.timer = window.setTimeout(() => void sync(saving), seconds * 1000);
}

/** The page with everything may still ask for agreement; before that, answers stay where they are typed. */
function isUnagreed(form: HTMLFormElement): boolean {
  const statements = statementsOf(form);
  return statements.length > 0 && !statements.some((statement) => statement.checked);
}

/** Sends what is unsent, here and from other pages; one round at a time. */
export async function sync(saving: Saving): Promise<Reply | null> {
  if (saving.isStopped) return null;
  clearTimeout(saving.timer);
  saving.running ??= syncRound(saving).finally(() => {
    saving.running = null;
  });
  return await saving.running;
}

async function syncRound(saving: Saving): Promise<Reply | null> {
  const { keeper, slot } = saving;
  const others = keeper.unsent().filter((other) => other.path !== slot.path);
  const isOnline = await syncAll(others, sendForm);
  const reply = isOnline ? await syncForm(slot, sendForm) : ({ outcome: "away" } as const);
  tell(saving, reply);
  return reply;
}

function tell(saving: Saving, reply: Reply | null): void {
  const { form, line, store, texts } = saving;
  switch (reply?.outcome) {
    case "saved":
      saving.tries = 0;
      setSeen(form, reply.seen);
      line.say(texts.saved);
      break;
    case "away":
      saving.tries += 1;
      syncSoon(saving, waitBefore(saving.tries, Math.random));
      line.say(store.isDurable ? texts.kept : texts.unkept);
      break;
    case "changed-elsewhere":
      offerOtherWindow(saving, reply.seen);
      break;
    case "unagreed":
      line.say(texts.unagreed);
      break;
    case "closed":
      saving.isStopped = true;
      line.say(texts.closed);
      break;
    case "unknown":
      saving.isStopped = true;
      line.ask(texts.expired, [{ label: "→", choose: () => location.assign("/k") }]);
      break;
    default:
      // A mistake is told when the part is sent; until then what was typed waits on the device.
      line.say("");
  }
}

function offerOtherWindow(saving: Saving, seen: string): void {
  const { slot, texts } = saving;
  decide(saving, texts.elsewhere, {
    useMine: () => {
      const form = slot.find();
      if (form) slot.keep({ ...form, seen, pending: null });
    },
    useStored: () => {
      slot.forget();
      location.reload();
    },
  });
}

/** A button was pressed: notes with which, and says what became of it. */
export async function saveBy(saving: Saving, go: string): Promise<Reply | null> {
  await saving.running;
  noteTyping(saving, go);
  return await sync(saving);
}
