import { type Context, Hono } from "hono";
import { z } from "zod";
import { listAllLocalities, listLatePaper } from "../../../db/queries/corrections.ts";
import { findCardInWave } from "../../../db/queries/paper-entries.ts";
import { listWaveWindows, type Programme } from "../../../db/queries/programmes.ts";
import { findLatestRelease } from "../../../db/queries/releases.ts";
import { correctionsPage } from "../../../web/pages/corrections/page.tsx";
import type { CorrectionsProps } from "../../../web/pages/corrections/props.ts";
import { correctionTexts } from "../../../web/texts/corrections.ts";
import type { Deps } from "../../deps.ts";
import { formatCode } from "../../domain/pairing/access-code.ts";
import { Problem } from "../../domain/problem.ts";
import { type WaveKind, waveKinds } from "../../domain/words.ts";
import { getAccess } from "../../http/access.ts";
import { languageOf } from "../../http/language.ts";
import { requireStaff, type StaffEnv } from "../../http/session.ts";
import { endLatePaper, mostLateDays, takeLatePaper } from "./late-paper.ts";
import { moveKeyedSheet, planMove } from "./move-sheet.ts";
import { withdrawLocality } from "./withdraw-locality.ts";

const reasonSchema = z.string().trim().min(3).max(300);
const daysSchema = z
  .string()
  .trim()
  .regex(/^\d{1,2}$/)
  .transform(Number)
  .pipe(z.number().min(1).max(mostLateDays));
const waveSchema = z.enum(waveKinds);
const moveSchema = z.object({ wave: waveSchema, fromId: z.uuid(), toId: z.uuid() });

/** Late sheets, sheets keyed to the wrong code, localities that join or withdraw. */
export function correctionRoutes(deps: Deps): Hono<StaffEnv> {
  const { db, now } = deps;
  const isHttps = deps.publicUrl?.protocol === "https:";
  const routes = new Hono<StaffEnv>();
  const guard = requireStaff({ db, now, isHttps });
  const base = "/programmes/:slug/corrections";

  const access = async (c: Context<StaffEnv>) => {
    const staff = c.get("staff");
    const slug = c.req.param("slug") ?? "";
    const { programme } = await getAccess(db, { staff, slug, roles: ["organiser"] });
    return { programme, staffId: staff.id };
  };

  type Extra = Partial<
    Pick<CorrectionsProps, "late" | "move" | "planned" | "withdrawal" | "isMoved">
  >;
  const show = async (
    c: Context<StaffEnv>,
    programme: Programme,
    { status = 200, ...extra }: Extra & { status?: 200 | 422 } = {},
  ) => {
    const page = correctionsPage({
      language: languageOf(c),
      styleUrl: deps.assets.url("web/styles/main.css"),
      programme,
      closed: await listClosed(programme.id),
      localities: await listAllLocalities(db, programme.id),
      hasRelease: (await findLatestRelease(db, programme.id)) !== undefined,
      ...extra,
    });
    c.header("cache-control", "no-store");
    return c.html(page, status);
  };

  async function listClosed(programmeId: string): Promise<CorrectionsProps["closed"]> {
    const localities = await listAllLocalities(db, programmeId);
    const late = await listLatePaper(db, { programmeId, now: now() });
    const windows = await listWaveWindows(db, programmeId);
    return windows
      .filter(({ closedAt }) => closedAt !== null)
      .map(({ kind, localityKey }) => ({
        kind,
        localityKey,
        locality: localities.find(({ key }) => key === localityKey)?.nominative ?? localityKey,
        until:
          late.find((one) => one.kind === kind && one.localityKey === localityKey)?.until ?? null,
      }));
  }

  routes.get(base, guard, async (c) => {
    const { programme } = await access(c);
    return await show(c, programme, { isMoved: c.req.query("done") === "moved" });
  });

  routes.post(`${base}/late-paper`, guard, async (c) => {
    const { programme, staffId } = await access(c);
    const form = await readForm(c);
    const [days, reason] = [daysSchema.safeParse(form.days), reasonSchema.safeParse(form.reason)];
    if (!days.success || !reason.success) {
      const { place = "", reason: typed = "" } = form;
      const wrong = days.success ? "reason" : "days";
      const late = { place, days: form.days ?? "", reason: typed, wrong } as const;
      return await show(c, programme, { late, status: 422 });
    }
    const place = readPlace(form.place);
    const order = { ...place, programmeId: programme.id, staffId, now: now() };
    await takeLatePaper(db, { ...order, reason: reason.data, days: days.data });
    return c.redirect(`/programmes/${programme.slug}/corrections`, 303);
  });

  routes.post(`${base}/late-paper/end`, guard, async (c) => {
    const { programme, staffId } = await access(c);
    const place = readPlace((await readForm(c)).place);
    const order = { ...place, programmeId: programme.id, staffId, now: now() };
    await endLatePaper(db, { ...order, reason: "" });
    return c.redirect(`/programmes/${programme.slug}/corrections`, 303);
  });

  // Looks only: the codes typed never stand in an address.
  routes.post(`${base}/sheet/plan`, guard, async (c) => {
    const { programme } = await access(c);
    const { wave = "", from = "", to = "" } = await readForm(c);
    const kind = waveSchema.safeParse(wave);
    if (!kind.success) throw new Problem("bad-request");
    const planned = await planMove(db, { programmeId: programme.id, kind: kind.data, from, to });
    if (!planned.ok) {
      const { field, why } = planned.refusal;
      const words = correctionTexts[languageOf(c)].move.whys[why];
      return await show(c, programme, {
        move: { wave, from, to, wrong: { field, words } },
        status: 422,
      });
    }
    return await show(c, programme, { planned: planOf(kind.data, planned.move) });
  });

  routes.post(`${base}/sheet`, guard, async (c) => {
    const { programme, staffId } = await access(c);
    const form = await readForm(c);
    const read = moveSchema.safeParse(form);
    if (!read.success) throw new Problem("bad-request");
    const { wave: kind, fromId, toId } = read.data;
    const reason = reasonSchema.safeParse(form.reason);
    if (!reason.success) return await showPlanAgain(c, programme, read.data);
    const order = { programmeId: programme.id, kind, fromId, toId, staffId, now: now() };
    await moveKeyedSheet(db, { ...order, reason: reason.data });
    return c.redirect(`/programmes/${programme.slug}/corrections?done=moved`, 303);
  });

  /** Nothing has been done yet: the plan once more, with what is missing. */
  async function showPlanAgain(
    c: Context<StaffEnv>,
    programme: Programme,
    { wave: kind, fromId, toId }: z.infer<typeof moveSchema>,
  ) {
    const key = { programmeId: programme.id, kind };
    const from = await findCardInWave(db, { ...key, accessCodeId: fromId });
    const to = await findCardInWave(db, { ...key, accessCodeId: toId });
    if (!from || !to) throw new Problem("not-found");
    const planned = { ...planOf(kind, { from, to }), isReasonMissing: true };
    return await show(c, programme, { planned, status: 422 });
  }

  for (const deed of ["withdrawal", "return"] as const) {
    routes.post(`${base}/localities/:locality/${deed}`, guard, async (c) => {
      const { programme, staffId } = await access(c);
      const localityKey = c.req.param("locality");
      const reason = reasonSchema.safeParse((await readForm(c)).reason);
      if (!reason.success) {
        return await show(c, programme, { withdrawal: { key: localityKey }, status: 422 });
      }
      await withdrawLocality(db, {
        programmeId: programme.id,
        localityKey,
        isWithdrawn: deed === "withdrawal",
        reason: reason.data,
        staffId,
        now: now(),
      });
      return c.redirect(`/programmes/${programme.slug}/corrections`, 303);
    });
  }

  return routes;
}

async function readForm(c: Context): Promise<Record<string, string>> {
  const form = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, typeof value === "string" ? value : ""]),
  );
}

/** "after silute": a closed wave of a locality, as the page's own list names it. */
function readPlace(place = ""): { kind: WaveKind; localityKey: string } {
  const [kind, localityKey] = place.split(" ");
  const read = waveSchema.safeParse(kind);
  if (!read.success || !localityKey) throw new Problem("bad-request");
  return { kind: read.data, localityKey };
}

type PlannedCards = Extract<Awaited<ReturnType<typeof planMove>>, { ok: true }>["move"];

function planOf(kind: WaveKind, { from, to }: PlannedCards) {
  return {
    kind,
    fromId: from.accessCodeId,
    toId: to.accessCodeId,
    fromCode: formatCode(from.code ?? ""),
    toCode: formatCode(to.code ?? ""),
    fromLocality: from.localityName,
    toLocality: to.localityName,
  };
}
