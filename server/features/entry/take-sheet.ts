import type { Context } from "hono";
import { type SheetState, sheetPage } from "../../../web/pages/entry-sheet.tsx";
import type { Deps } from "../../deps.ts";
import { readKeyedSheet } from "../../domain/response/keyed-answers.ts";
import { languageOf } from "../../http/language.ts";
import type { StaffEnv } from "../../http/session.ts";
import { nextSheet, refuseSheet } from "./begin-entry.ts";
import { enterSheet } from "./enter-sheet.ts";
import { getSheet, type Sheet } from "./get-sheet.ts";
import { readSentSheet, type SentSheet } from "./sent-sheet.ts";
import { type Purpose, refusalOf } from "./sheet-state.ts";

/** An empty sheet to be keyed, for the first time or to be compared. */
export async function showEmptySheet(
  deps: Deps,
  c: Context<StaffEnv>,
  purpose: Purpose,
): Promise<Response> {
  const sheet = await getSheet(deps, c, purpose);
  const refusal = refusalOf(sheet.card, { purpose, now: deps.now() });
  if (refusal) return await refuseSheet(deps, c, { ...sheet, refusal });
  return showSheet(deps, c, sheet, { keyed: new Map(), ticked: new Set() });
}

/** A keyed sheet came: stores it once, or shows it again with all that was typed. */
export async function takeSheet(deps: Deps, c: Context<StaffEnv>): Promise<Response> {
  const sheet = await getSheet(deps, c, "entry");
  const refusal = refusalOf(sheet.card, { purpose: "entry", now: deps.now() });
  if (refusal) return await refuseSheet(deps, c, { ...sheet, refusal });
  const { card, document, statements } = sheet;
  const sent = await readSentSheet(c, statements);
  const read = readKeyedSheet(document, { wave: card.kind, keyed: sent.keyed });
  const missing = statements.filter(({ key, isRequired }) => isRequired && !sent.ticked.has(key));
  if (!read.ok || missing.length > 0) {
    const mistakes = read.ok ? [] : read.mistakes;
    return showSheet(deps, c, sheet, { ...sent, mistakes, missing: missing.map(({ key }) => key) });
  }
  return await store(deps, c, { sheet, sent, answers: read.answers });
}

async function store(
  deps: Deps,
  c: Context<StaffEnv>,
  { sheet, sent, answers }: { sheet: Sheet; sent: SentSheet; answers: KeyedAnswers },
): Promise<Response> {
  const { programme, card, document, statements } = sheet;
  const consents = Object.fromEntries(statements.map(({ key }) => [key, sent.ticked.has(key)]));
  const entered = await enterSheet(deps.db, {
    programmeId: programme.id,
    timeZone: programme.timeZone,
    card,
    document,
    answers,
    consents,
    language: languageOf(c),
    staffId: c.get("staff").id,
    now: deps.now(),
  });
  if (entered === "entered") {
    return nextSheet(c, { programme, wave: card.kind, purpose: "entry", news: "entered" });
  }
  // Read again, to say what has happened meanwhile; a draft that moved on is no refusal, but is to be seen.
  const latest = await getSheet(deps, c, "entry");
  const refusal = refusalOf(latest.card, { purpose: "entry", now: deps.now() });
  if (refusal) return await refuseSheet(deps, c, { ...latest, refusal });
  return showSheet(deps, c, latest, { ...sent, isChanged: true });
}

type KeyedAnswers = ReturnType<typeof readKeyedSheet>["answers"];

/** The sheet with what was keyed so far; with a mistake it is a 422, with a change meanwhile a 409. */
export function showSheet(
  { assets }: Deps,
  c: Context<StaffEnv>,
  sheet: Sheet,
  state: Omit<SheetState, "mistakes" | "missing"> & Partial<SheetState>,
): Response {
  const { mistakes = [], missing = [] } = state;
  const page = sheetPage({
    language: languageOf(c),
    styleUrl: assets.url("web/styles/main.css"),
    scriptUrl: assets.url("web/browser/entry.ts"),
    ...sheet,
    state: { ...state, mistakes, missing },
  });
  if (state.isChanged) return c.html(page, 409);
  return c.html(page, mistakes.length + missing.length > 0 ? 422 : 200);
}
