import type { Context } from "hono";
import { z } from "zod";
import {
  type CardInWave,
  countPaperSheets,
  tallyPaperChecks,
} from "../../../db/queries/paper-entries.ts";
import type { Programme } from "../../../db/queries/programmes.ts";
import { listWaveQuestionnaires } from "../../../db/queries/questionnaires.ts";
import { type EntryMistake, type EntryPageProps, entryPage } from "../../../web/pages/entry.tsx";
import { entryNews } from "../../../web/texts/entry.ts";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import { type WaveKind, waveKinds } from "../../domain/words.ts";
import { isReached } from "../../http/access.ts";
import { languageOf } from "../../http/language.ts";
import type { StaffEnv } from "../../http/session.ts";
import { findCard } from "./find-card.ts";
import { getEntryAccess } from "./get-sheet.ts";
import { type Purpose, purposes, refusalOf, type SheetRefusal } from "./sheet-state.ts";

const startSchema = z.object({
  wave: z.enum(waveKinds),
  purpose: z.enum(purposes),
  code: z.string(),
});

/** The page on which every sheet begins: wave, code, and how the keying goes so far. */
export async function showStart(deps: Deps, c: Context<StaffEnv>): Promise<Response> {
  const { programme } = await getEntryAccess(deps, c);
  const wave = waveKinds.find((kind) => kind === c.req.query("wave"));
  const purpose = purposes.find((each) => each === c.req.query("purpose"));
  const news = entryNews.find((one) => one === c.req.query("done"));
  return c.html(await startPage(deps, c, programme, { wave, purpose, news }));
}

/** A code was typed: on to its sheet, or back with the reason. The code itself never stands in an address. */
export async function openSheet(deps: Deps, c: Context<StaffEnv>): Promise<Response> {
  const { programme, reach } = await getEntryAccess(deps, c);
  const sent = startSchema.safeParse(await c.req.parseBody());
  if (!sent.success) throw new Problem("bad-request");
  const { wave, purpose, code } = sent.data;
  const staffId = c.get("staff").id;
  const asked = { programmeId: programme.id, kind: wave, typed: code, staffId };
  const found = await findCard(deps, asked);
  // A card of a locality that is somebody else's to key is as good as unknown.
  if (!found.found || !isReached(reach, found.card.localityId)) {
    const mistake: EntryMistake = { reason: found.found ? "unknown" : found.reason };
    const page = await startPage(deps, c, programme, { wave, purpose, typed: code, mistake });
    return c.html(page, 422);
  }
  const refusal = refusalOf(found.card, { purpose, now: deps.now() });
  if (refusal) return await refuseSheet(deps, c, { programme, card: found.card, purpose, refusal });
  const path = `/programmes/${programme.slug}/entry/${wave}/${found.card.accessCodeId}`;
  return c.redirect(purpose === "check" ? `${path}/check` : path, 303);
}

/** Says why this sheet cannot be keyed, and what to do. */
export async function refuseSheet(
  deps: Deps,
  c: Context<StaffEnv>,
  refused: { programme: Programme; card: CardInWave; purpose: Purpose; refusal: SheetRefusal },
): Promise<Response> {
  const { programme, card, purpose, refusal } = refused;
  const mistake: EntryMistake = { reason: refusal, opensAt: card.opensAt };
  const typed = card.code ?? "";
  const state = { wave: card.kind, purpose, typed, mistake };
  return c.html(await startPage(deps, c, programme, state), 409);
}

/** Back to the start for the next sheet, with a word about the last. */
export function nextSheet(
  c: Context<StaffEnv>,
  last: {
    programme: Programme;
    wave: WaveKind;
    purpose: Purpose;
    news: (typeof entryNews)[number];
  },
): Response {
  const query = new URLSearchParams({ wave: last.wave, purpose: last.purpose, done: last.news });
  return c.redirect(`/programmes/${last.programme.slug}/entry?${query}`, 303);
}

async function startPage(
  { db, assets }: Deps,
  c: Context<StaffEnv>,
  programme: Programme,
  state: Pick<EntryPageProps, "wave" | "purpose" | "typed" | "mistake" | "news">,
): Promise<string> {
  const waves = (await listWaveQuestionnaires(db, programme.id)).map(({ kind }) => kind);
  return entryPage({
    language: languageOf(c),
    styleUrl: assets.url("web/styles/main.css"),
    programme,
    waves: waves.length > 0 ? waves : waveKinds,
    sheets: await countPaperSheets(db, programme.id),
    checks: await tallyPaperChecks(db, programme.id),
    ...state,
  });
}
