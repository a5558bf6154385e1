import type { Context } from "hono";
import { z } from "zod";
import { type ComparisonState, differencesPage } from "../../../web/pages/entry-check.tsx";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import { firstValueOf } from "../../domain/response/form-fields.ts";
import { readKeyedSheet } from "../../domain/response/keyed-answers.ts";
import { compareKeyings } from "../../domain/response/second-entry.ts";
import { languageOf } from "../../http/language.ts";
import type { StaffEnv } from "../../http/session.ts";
import { nextSheet, refuseSheet } from "./begin-entry.ts";
import { checkSheet, correctSheet, type SecondKeying } from "./check-sheet.ts";
import { getSheet, type Sheet } from "./get-sheet.ts";
import { readSentSheet, type SentSheet } from "./sent-sheet.ts";
import { refusalOf } from "./sheet-state.ts";
import { showSheet } from "./take-sheet.ts";

const reasonSchema = z.string().trim().min(3).max(200);
const revisionSchema = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

/** A sheet was keyed a second time: shows where the two keyings differ. */
export async function compareSheet(deps: Deps, c: Context<StaffEnv>): Promise<Response> {
  const sheet = await getSheet(deps, c, "check");
  const sent = await readSentSheet(c, []);
  const { card, document, programme } = sheet;
  const refusal = refusalOf(card, { purpose: "check", now: deps.now() });
  if (refusal) return await refuseSheet(deps, c, { ...sheet, refusal });
  const read = readKeyedSheet(document, { wave: card.kind, keyed: sent.keyed });
  if (!read.ok) return showSheet(deps, c, sheet, { ...sent, mistakes: read.mistakes });
  const differences = await checkSheet(deps.db, keyingOf(deps, c, sheet, read.answers));
  if (differences.length > 0) return show(deps, c, sheet, { differences, keyed: sent.keyed });
  return nextSheet(c, { programme, wave: card.kind, purpose: "check", news: "agreed" });
}

/** Somebody looked at the paper and says which of the two keyings is right. */
export async function correctFromSheet(deps: Deps, c: Context<StaffEnv>): Promise<Response> {
  const sheet = await getSheet(deps, c, "check");
  const sent = await readSentSheet(c, []);
  const { card, document, programme } = sheet;
  const refusal = refusalOf(card, { purpose: "check", now: deps.now() });
  if (refusal) return await refuseSheet(deps, c, { ...sheet, refusal });
  const revision = revisionSchema.safeParse(firstValueOf(sent.own, "_revision"));
  const read = readKeyedSheet(document, { wave: card.kind, keyed: sent.keyed });
  if (!read.ok || !revision.success) throw new Problem("bad-request");
  const keying = keyingOf(deps, c, sheet, read.answers);
  const choice = readChoice(keying, sent);
  if (!choice.ok) return show(deps, c, sheet, choice.shown);
  const corrected = await correctSheet(deps.db, keying, { ...choice, revision: revision.data });
  if (corrected === "changed-meanwhile") throw new Problem("conflict");
  if (corrected === "closed") return await refuseSheet(deps, c, { ...sheet, refusal: "closed" });
  return nextSheet(c, { programme, wave: card.kind, purpose: "check", news: "corrected" });
}

type Choice =
  | { ok: true; chosen: ReadonlySet<string>; reason: string }
  | { ok: false; shown: ComparisonState };

/** Only items that do differ can be chosen. */
function readChoice({ document, card, stored, answers }: SecondKeying, sent: SentSheet): Choice {
  const input = { wave: card.kind, stored: stored.answers, keyed: answers };
  const { differences } = compareKeyings(document, input);
  const isSecond = (key: string) => firstValueOf(sent.own, `_use.${key}`) === "second";
  const chosen = new Set(differences.map(({ item }) => item.key).filter(isSecond));
  const typedReason = firstValueOf(sent.own, "_reason") ?? "";
  const reason = reasonSchema.safeParse(typedReason);
  if (reason.success && chosen.size > 0) return { ok: true, chosen, reason: reason.data };
  const wrong = { reason: !reason.success, choice: chosen.size === 0 };
  return { ok: false, shown: { differences, keyed: sent.keyed, chosen, typedReason, wrong } };
}

function keyingOf(
  deps: Deps,
  c: Context<StaffEnv>,
  { programme, card, document }: Sheet,
  answers: SecondKeying["answers"],
): SecondKeying {
  if (!card.response) throw new Problem("not-found");
  const staffId = c.get("staff").id;
  const now = deps.now();
  return {
    programmeId: programme.id,
    card,
    stored: card.response,
    document,
    answers,
    staffId,
    now,
  };
}

function show(
  { assets }: Deps,
  c: Context<StaffEnv>,
  sheet: Sheet,
  state: ComparisonState,
): Response {
  const page = differencesPage({
    language: languageOf(c),
    styleUrl: assets.url("web/styles/main.css"),
    ...sheet,
    state,
  });
  return c.html(page, state.wrong ? 422 : 200);
}
