import { type Context, Hono } from "hono";
import { z } from "zod";
import { listAnnexes } from "../../../db/queries/annexes.ts";
import { certificatesFileKind, certificatesJob } from "../../../db/queries/certificate-files.ts";
import { findExportFile } from "../../../db/queries/export-files.ts";
import { findJob } from "../../../db/queries/jobs.ts";
import { packageFileKind } from "../../../db/queries/packages.ts";
import { findLatestRelease } from "../../../db/queries/releases.ts";
import { annexDeskPage } from "../../../web/pages/annex-desk.tsx";
import { annexesPage, progressPage } from "../../../web/pages/annexes.tsx";
import { annexPageTexts } from "../../../web/texts/annexes.ts";
import { certificateTexts } from "../../../web/texts/certificates.ts";
import type { Deps } from "../../deps.ts";
import { writeCsv } from "../../documents/csv.ts";
import type { AnnexAudience } from "../../domain/annex/choices.ts";
import { Problem } from "../../domain/problem.ts";
import type { Language } from "../../domain/text.ts";
import type { StaffRole } from "../../domain/words.ts";
import { type Access, getAccess } from "../../http/access.ts";
import { languageOf } from "../../http/language.ts";
import { requireStaff, type StaffEnv } from "../../http/session.ts";
import { buildDataTable } from "./data-table.ts";
import { gatherAnnexSource } from "./gather-source.ts";
import { closedAnnexKind } from "./make-annex.ts";
import { orderAnnex } from "./order-annex.ts";
import { type ReadChoices, readChoices } from "./read-choices.ts";
import { beginChoices, showAnnexDesk } from "./show-desk.ts";

const roles: StaffRole[] = ["organiser", "data"];

/** Annexes: compose, order, watch, fetch; and the same tables as CSV. */
export function annexRoutes(deps: Deps): Hono<StaffEnv> {
  const { db } = deps;
  const styleUrl = deps.assets.url("web/styles/main.css");
  const isHttps = deps.publicUrl?.protocol === "https:";
  const routes = new Hono<StaffEnv>();
  routes.use("/programmes/:slug/*", requireStaff({ db, now: deps.now, isHttps }));

  const accessOf = (c: Context<StaffEnv>) =>
    getAccess(db, { staff: c.get("staff"), slug: c.req.param("slug") ?? "", roles });
  const access = async (c: Context<StaffEnv>) => (await accessOf(c)).programme;

  routes.get("/programmes/:slug/annexes", async (c) => {
    const programme = await access(c);
    const annexes = await listAnnexes(db, programme.id);
    const hasRelease = (await findLatestRelease(db, programme.id)) !== undefined;
    return c.html(
      annexesPage({ language: languageOf(c), styleUrl, programme, hasRelease, annexes }),
    );
  });

  const showDesk = async (c: Context<StaffEnv>, access: Access, read: ReadChoices) => {
    const { programme } = access;
    refuseNames(access, read.sent.audience);
    const page = await showAnnexDesk(db, { programme, read, now: deps.now() });
    const html = annexDeskPage({
      ...page,
      language: languageOf(c),
      styleUrl,
      scriptUrl: deps.assets.url("web/browser/annex-desk.ts"),
      programme,
    });
    return c.html(html, read.ok || c.req.method === "GET" ? 200 : 422);
  };

  routes.get("/programmes/:slug/annexes/compose", async (c) => {
    const granted = await accessOf(c);
    const { programme } = granted;
    const fields = c.req.queries();
    const isSent = fields.order !== undefined;
    const from = fields.from?.[0];
    const read = isSent
      ? readChoices(fields)
      : await beginChoices(db, {
          programme,
          language: languageOf(c),
          annexId: from && readId(from),
        });
    return await showDesk(c, granted, read);
  });

  routes.post("/programmes/:slug/annexes", async (c) => {
    const granted = await accessOf(c);
    const { programme } = granted;
    const read = readChoices(asFields(await c.req.parseBody({ all: true })));
    if (!read.ok) return await showDesk(c, granted, read);
    refuseNames(granted, read.choices.audience);
    const job = await orderAnnex(db, {
      programmeId: programme.id,
      choices: read.choices,
      orderedBy: c.get("staff").id,
      now: deps.now(),
    });
    return c.redirect(`/programmes/${programme.slug}/jobs/${job}`, 303);
  });

  routes.get("/programmes/:slug/annexes/data.csv", async (c) => {
    const programme = await access(c);
    const release = await findLatestRelease(db, programme.id);
    if (!release) throw new Problem("release-not-possible");
    const key = {
      programmeId: programme.id,
      releaseNumber: release.number,
      audience: "funder" as const,
    };
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
    const granted = await accessOf(c);
    const programmeId = granted.programme.id;
    const key = { programmeId, id: readId(c.req.param("file")), now: deps.now() };
    const file = await findExportFile(db, key);
    if (!file || behindOtherDoors.includes(file.kind)) throw new Problem("not-found");
    if (file.kind === closedAnnexKind) refuseNames(granted, "closed");
    c.header("content-type", file.mediaType);
    c.header("content-disposition", attachment(file.fileName));
    return c.body(new Uint8Array(file.content));
  });

  return routes;
}

/** Rows of people's data are for the data role alone, names on certificates for organisers alone. */
const behindOtherDoors = [packageFileKind, certificatesFileKind];

/** Names of people are for organisers, who enrolled them. */
function refuseNames({ roles }: Access, audience: AnnexAudience): void {
  if (audience === "closed" && !roles.includes("organiser")) throw new Problem("not-allowed");
}

/** The page from which a job was ordered, and how its progress is titled. */
function originOfJob(kind: string, language: Language) {
  if (kind === certificatesJob) {
    const { progressTitle, back } = certificateTexts[language].print;
    return { place: "certificates", title: progressTitle, back };
  }
  const { progressTitle, back } = annexPageTexts[language];
  return { place: "annexes", title: progressTitle, back };
}

function asFields(
  form: Record<string, string | File | (string | File)[]>,
): Record<string, string | string[]> {
  const texts = (value: string | File) => (typeof value === "string" ? [value] : []);
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, [value].flat().flatMap(texts)]),
  );
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
