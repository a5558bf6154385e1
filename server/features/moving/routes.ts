import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { Hono } from "hono";
import { BrokenFile, streamLines } from "../../../db/backup/lines.ts";
import { AlreadyHere } from "../../../db/backup/read-programme.ts";
import { writeProgramme } from "../../../db/backup/write-backup.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import type { Staff } from "../../../db/queries/staff.ts";
import { arrivalPage, leavingPage } from "../../../web/pages/moving.tsx";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import { getAccess } from "../../http/access.ts";
import { languageOf } from "../../http/language.ts";
import { requireStaff, type StaffEnv } from "../../http/session.ts";
import { takeIn } from "./take-in.ts";

/** A programme leaves for another installation as one file, or arrives from one. */
export function movingRoutes(deps: Deps): Hono<StaffEnv> {
  const { db, now } = deps;
  const isHttps = deps.publicUrl?.protocol === "https:";
  const styleUrl = deps.assets.url("web/styles/main.css");
  const guard = requireStaff({ db, now, isHttps });
  const routes = new Hono<StaffEnv>();

  const access = async (staff: Staff, slug: string) =>
    (await getAccess(db, { staff, slug, roles: ["data"] })).programme;

  routes.get("/programmes/arrival", guard, (c) => {
    requireAdministrator(c.get("staff"));
    return c.html(arrivalPage({ language: languageOf(c), styleUrl }));
  });

  routes.post("/programmes/arrival/upload", guard, async (c) => {
    const staff = c.get("staff");
    requireAdministrator(staff);
    const { file } = await c.req.parseBody();
    const refuse = (mistake: "missing" | "broken" | "already-here") =>
      c.html(arrivalPage({ language: languageOf(c), styleUrl, mistake }), 422);
    if (!(file instanceof File) || file.size === 0) return refuse("missing");
    const bytes = Buffer.from(await file.arrayBuffer());
    try {
      const open = () => Readable.from([bytes]);
      const slug = await takeIn(db, open, { staffId: staff.id, now: now() });
      return c.redirect(`/programmes/${slug}`, 303);
    } catch (error) {
      if (error instanceof AlreadyHere) return refuse("already-here");
      if (error instanceof BrokenFile) return refuse("broken");
      throw error;
    }
  });

  routes.get("/programmes/:slug/move", guard, async (c) => {
    const programme = await access(c.get("staff"), c.req.param("slug"));
    return c.html(leavingPage({ language: languageOf(c), styleUrl, programme }));
  });

  routes.post("/programmes/:slug/move", guard, async (c) => {
    const programme = await access(c.get("staff"), c.req.param("slug"));
    const reason = String((await c.req.parseBody()).reason ?? "").trim();
    if (reason.length < 3) {
      const props = { language: languageOf(c), styleUrl, programme, isReasonMissing: true };
      return c.html(leavingPage(props), 422);
    }
    let content: Buffer | undefined;
    const key = { programmeId: programme.id, now: now() };
    const counts = await writeProgramme(db, key, async (lines) => {
      content = await buffer(streamLines(lines));
    });
    await insertAuditEvent(db, {
      programmeId: programme.id,
      at: now(),
      actor: c.get("staff").id,
      action: "took-programme-along",
      reason: reason.slice(0, 300),
      detail: { responses: counts["answers.response"] ?? 0 },
    });
    c.header("cache-control", "no-store");
    c.header("content-type", "application/gzip");
    c.header("content-disposition", `attachment; filename="${programme.slug}.pokytis.gz"`);
    return c.body(new Uint8Array(content ?? []));
  });

  return routes;
}

function requireAdministrator(staff: Staff): void {
  if (!staff.isAdministrator) throw new Problem("not-allowed");
}
