import { type Context, Hono } from "hono";
import { z } from "zod";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { findExportFile } from "../../../db/queries/export-files.ts";
import { listPackageJobs, listPackages, packageFileKind } from "../../../db/queries/packages.ts";
import { findLatestRelease } from "../../../db/queries/releases.ts";
import { packagesPage } from "../../../web/pages/packages.tsx";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import { getAccess } from "../../http/access.ts";
import { languageOf } from "../../http/language.ts";
import { requireStaff, type StaffEnv } from "../../http/session.ts";
import { orderPackage } from "./order-package.ts";

const orderSchema = z.strictObject({
  reason: z.string().trim().min(5).max(300),
  openTexts: z.literal("on").optional(),
});

const failuresShownMilliseconds = 24 * 3_600_000;

/** Data packages: ordered with a reason, registered with their hashes, and fetched by the data role alone. */
export function packageRoutes(deps: Deps): Hono<StaffEnv> {
  const { db, now } = deps;
  const styleUrl = deps.assets.url("web/styles/main.css");
  const isHttps = deps.publicUrl?.protocol === "https:";
  const routes = new Hono<StaffEnv>();
  routes.use("/programmes/:slug/*", requireStaff({ db, now, isHttps }));

  const access = async (c: Context<StaffEnv>) => {
    const slug = c.req.param("slug") ?? "";
    return (await getAccess(db, { staff: c.get("staff"), slug, roles: ["data"] })).programme;
  };

  const showPage = async (
    c: Context<StaffEnv>,
    mistake?: { reason: string; openTexts: boolean },
  ) => {
    const programme = await access(c);
    const failedSince = new Date(now().getTime() - failuresShownMilliseconds);
    const page = packagesPage({
      language: languageOf(c),
      styleUrl,
      programme,
      now: now(),
      hasRelease: (await findLatestRelease(db, programme.id)) !== undefined,
      packages: await listPackages(db, programme.id),
      jobs: await listPackageJobs(db, { programmeId: programme.id, failedSince }),
      mistake,
    });
    c.header("cache-control", "no-store");
    return c.html(page, mistake ? 422 : 200);
  };

  routes.get("/programmes/:slug/packages", (c) => showPage(c));

  routes.post("/programmes/:slug/packages", async (c) => {
    const programme = await access(c);
    const form = await c.req.parseBody();
    const read = orderSchema.safeParse(form);
    if (!read.success) {
      const sent = { reason: String(form.reason ?? ""), openTexts: form.openTexts !== undefined };
      return await showPage(c, sent);
    }
    await orderPackage(db, {
      programmeId: programme.id,
      reason: read.data.reason,
      hasOpenTexts: read.data.openTexts === "on",
      language: languageOf(c),
      orderedBy: c.get("staff").id,
      now: now(),
    });
    return c.redirect(`/programmes/${programme.slug}/packages`, 303);
  });

  routes.get("/programmes/:slug/packages/:file", async (c) => {
    const programme = await access(c);
    const id = c.req.param("file");
    if (!z.uuid().safeParse(id).success) throw new Problem("not-found");
    const file = await findExportFile(db, { programmeId: programme.id, id, now: now() });
    if (file?.kind !== packageFileKind) throw new Problem("not-found");
    await insertAuditEvent(db, {
      programmeId: programme.id,
      at: now(),
      actor: c.get("staff").id,
      action: "downloaded-data-package",
      subject: file.id,
    });
    c.header("cache-control", "no-store");
    c.header("content-type", file.mediaType);
    c.header("content-disposition", `attachment; filename="${file.fileName}"`);
    return c.body(new Uint8Array(file.content));
  });

  return routes;
}
