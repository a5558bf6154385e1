import { type Context, Hono } from "hono";
import { z } from "zod";
import { listAnnexes } from "../../../db/queries/annexes.ts";
import { certificatesFileKind, certificatesJob } from "../../../db/queries/certificate-files.ts";
import { findExportFile } from "../../../db/queries/export-files.ts";
import { findJob } from "../../../db/queries/jobs.ts";
import { packageFileKind } from "../../../db/queries/packages.ts";
import { findLatestRelease } from "../../../db/queries/releases.ts";
import { annexesPage, progressPage } from "../../../web/pages/annexes.tsx";
import { annexPageTexts } from "../../../web/texts/annexes.ts";
import { certificateTexts } from "../../../web/texts/certificates.ts";
import type { Deps } from "../../deps.ts";
import { writeCsv } from "../../documents/csv.ts";
import { Problem } from "../../domain/problem.ts";
import { type Language, languages } from "../../domain/text.ts";
import type { StaffRole } from "../../domain/words.ts";
import { getAccess } from "../../http/access.ts";
import { languageOf } from "../../http/language.ts";
import { requireStaff, type StaffEnv } from "../../http/session.ts";
import { buildDataTable } from "./data-table.ts";
import { gatherAnnexSource } from "./gather-source.ts";
import { orderAnnex } from "./order-annex.ts";

const roles: StaffRole[] = ["organiser", "data"];

const orderSchema = z.object({
  number: z
    .string()
    .trim()
    .regex(/^[1-9]\d?$/)
    .transform(Number),
  language: z.enum(languages),
});

/** Annexes: order, watch, fetch; and the same tables as CSV. */
export function annexRoutes(deps: Deps): Hono<StaffEnv> {
  const { db } = deps;
  const styleUrl = deps.assets.url("web/styles/main.css");
  const isHttps = deps.publicUrl?.protocol === "https:";
  const routes = new Hono<StaffEnv>();
  routes.use("/programmes/:slug/*", requireStaff({ db, now: deps.now, isHttps }));

  const access = async (c: Context<StaffEnv>) =>
    (await getAccess(db, { staff: c.get("staff"), slug: c.req.param("slug") ?? "", roles }))
      .programme;

  const showPage = async (c: Context<StaffEnv>, mistake?: { number: string }) => {
    const programme = await access(c);
    const annexes = await listAnnexes(db, programme.id);
    const hasRelease = (await findLatestRelease(db, programme.id)) !== undefined;
    const language = languageOf(c);
    const page = annexesPage({ language, styleUrl, programme, hasRelease, annexes, mistake });
    return c.html(page, mistake ? 422 : 200);
  };

  routes.get("/programmes/:slug/annexes", (c) => showPage(c));

  routes.post("/programmes/:slug/annexes", async (c) => {
    const programme = await access(c);
    const form = await c.req.parseBody();
    const read = orderSchema.safeParse(form);
    if (!read.success) return await showPage(c, { number: String(form.number ?? "") });
    const order = { ...read.data, programmeId: programme.id, orderedBy: c.get("staff").id };
    const job = await orderAnnex(db, { ...order, now: deps.now() });
    return c.redirect(`/programmes/${programme.slug}/jobs/${job}`, 303);
  });

  routes.get("/programmes/:slug/annexes/data.csv", async (c) => {
    const programme = await access(c);
    const release = await findLatestRelease(db, programme.id);
    if (!release) throw new Problem("release-not-possible");
    const key = { programmeId: programme.id, releaseNumber: release.number };
    const table = buildDataTable(await gatherAnnexSource(db, key), languageOf(c));
    const variant = c.req.query("for") === "raw" ? "raw" : "excel";
    c.header("content-type", "text/csv; charset=utf-8");
    c.header(
      "content-disposition",
      attachment(`${programme.slug}-${release.number}-${variant}.csv`),
    );
    return c.body(new Uint8Array(writeCsv(table, variant)));
  });

  const readJob = async (c: Context<StaffEnv>) => {
    const programme = await access(c);
    const job = await findJob(db, {
      id: readId(c.req.param("job") ?? ""),
      programmeId: programme.id,
    });
    if (!job) throw new Problem("not-found");
    return { programme, job, isOver: job.status !== "waiting" && job.status !== "running" };
  };

  routes.get("/programmes/:slug/jobs/:job", async (c) => {
    const { programme, job, isOver } = await readJob(c);
    const from = originOfJob(job.kind, languageOf(c));
    if (isOver) return c.redirect(`/programmes/${programme.slug}/${from.place}`, 303);
    const page = progressPage({
      language: languageOf(c),
      styleUrl,
      scriptUrl: deps.assets.url("web/browser/poll.ts"),
      programme,
      ...from,
      jobId: job.id,
      percent: job.progress,
    });
    return c.html(page);
  });

  routes.get("/programmes/:slug/jobs/:job/progress", async (c) => {
    const { job, isOver } = await readJob(c);
    const words = annexPageTexts[languageOf(c)].progress(job.progress);
    return c.json({ percent: job.progress, words, isOver });
  });

  routes.get("/programmes/:slug/files/:file", async (c) => {
    const programme = await access(c);
    const key = { programmeId: programme.id, id: readId(c.req.param("file")), now: deps.now() };
    const file = await findExportFile(db, key);
    if (!file || behindOtherDoors.includes(file.kind)) throw new Problem("not-found");
    c.header("content-type", file.mediaType);
    c.header("content-disposition", attachment(file.fileName));
    return c.body(new Uint8Array(file.content));
  });

  return routes;
}

/** Rows of people's data are for the data role alone, names on certificates for organisers alone. */
const behindOtherDoors = [packageFileKind, certificatesFileKind];

/** The page from which a job was ordered, and how its progress is titled. */
function originOfJob(kind: string, language: Language) {
  if (kind === certificatesJob) {
    const { progressTitle, back } = certificateTexts[language].print;
    return { place: "certificates", title: progressTitle, back };
  }
  const { progressTitle, back } = annexPageTexts[language];
  return { place: "annexes", title: progressTitle, back };
}

/** Ids in addresses are UUIDs; anything else cannot exist. */
function readId(id: string): string {
  if (!z.uuid().safeParse(id).success) throw new Problem("not-found");
  return id;
}

/** File names of ours are made of slugs and numbers: nothing in them needs quoting. */
function attachment(fileName: string): string {
  return `attachment; filename="${fileName}"`;
}
