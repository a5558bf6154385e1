import { savingTexts } from "../texts/saving.ts";
import {
  startReview,
  takeButtonOfWhole,
  takeButtonsOfPart,
  takeLeaving,
} from "./answering-buttons.ts";
import { offerClearing } from "./answering-clear.ts";
import { watchIdle } from "./answering-idle.ts";
import { forgetOthers, type Keeper, keeperOf, type Store } from "./answering-kept.ts";
import { neverShowAgain } from "./answering-left.ts";
import { stateLine } from "./answering-notice.ts";
import { forgetPages, keepPagesOffline } from "./answering-offline.ts";
import { followRules } from "./answering-rules.ts";
import { pathOf, startSaving } from "./answering-saving.ts";
import { openStore, ownerName, tabName } from "./answering-store.ts";

const texts = savingTexts[document.documentElement.lang === "en" ? "en" : "lt"];
const form = document.querySelector<HTMLFormElement>("main > form");

start();

function start(): void {
  neverShowAgain();
  const owner = ownerName(document.cookie);
  if (location.pathname.startsWith("/k")) void forgetPages();
  if (form) offerClearing(form, texts.clear);
  followRules(document);
  document.getElementById("summary")?.focus();
  if (!owner) return;
  const store = openStore();
  forgetOthers(owner, store, Date.now());
  const keeper = keeperOf({ owner, tab: tabName() }, store, Date.now);
  takeLeaving(keeper, texts);
  if (document.body.dataset.kiosk !== undefined) watchIdle(texts, () => handOver(keeper));
  if (location.pathname === "/a/receipt") keeper.forgetAll();
  else if (form) startForm(form, { keeper, store });
}

/** Presses "another person will fill in": what was typed is saved, and the device forgets it. Unsent answers wait. */
function handOver(keeper: Keeper): void {
  if (keeper.unsent().length > 0 && !navigator.onLine) return;
  const button = document.querySelector<HTMLButtonElement>("footer button");
  if (button) button.click();
  else location.assign("/k");
}

function startForm(
  form: HTMLFormElement,
  { keeper, store }: { keeper: Keeper; store: Store },
): void {
  const path = pathOf(form);
  // Corrections of what was sent already wait for their button.
  if (form.dataset.correction !== undefined) return;
  const line = stateLine(form);
  if (path === "/a/response") void startReview({ form, keeper, line, texts });
  const isWhole = path === "/a/all";
  if (isWhole || path.startsWith("/a/parts/")) {
    const state = { timer: 0, tries: 0, running: null, isStopped: false };
    const saving = { form, slot: keeper.slot(path), keeper, store, line, texts, ...state };
    startSaving(saving);
    if (isWhole) takeButtonOfWhole(saving);
    else takeButtonsOfPart(saving);
  }
  void keepPagesOffline(form);
}
