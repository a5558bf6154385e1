import { type Context, Hono } from "hono";
import { z } from "zod";
import { findOrganisation } from "../../../db/queries/annex-source.ts";
import { findBrokenAuditEvent } from "../../../db/queries/audit.ts";
import { listAuditActions, listAuditRows } from "../../../db/queries/audit-log.ts";
import { listExportRegister } from "../../../db/queries/export-files.ts";
import { listNoticeVersions } from "../../../db/queries/notices.ts";
import { getOrganisationRecord } from "../../../db/queries/organisation-record.ts";
import { countPeople } from "../../../db/queries/participation.ts";
import { listFunders, type Programme } from "../../../db/queries/programmes.ts";
import { findRetention } from "../../../db/queries/retention.ts";
import { auditPage, exportsPage } from "../../../web/pages/privacy/records.tsx";
import { formatDay, formatPeriod, joinWords } from "../../../web/texts/numbers.ts";
import type { PrivacyFacts } from "../../../web/texts/privacy-documents.ts";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import { calendarDay } from "../../domain/response/calendar-day.ts";
import { inLanguage, type Language } from "../../domain/text.ts";
import { languageOf } from "../../http/language.ts";
import type { StaffEnv } from "../../http/session.ts";
import { buildPrivacyDocument } from "./build-privacy-document.ts";
import { getDesk } from "./desk.ts";

const rowsOnPage = 100;

const auditQuerySchema = z.object({
  before: z.coerce.number().int().positive().optional().catch(undefined),
  action: z
    .string()
    .regex(/^[a-z-]{1,80}$/)
    .optional()
    .catch(undefined),
  check: z.literal("1").optional().catch(undefined),
});
const documentSchema = z
  .string()
  .regex(/^(processing-record|impact-assessment)\.(pdf|docx)$/)
  .transform(
    (file) => file.split(".") as ["processing-record" | "impact-assessment", "pdf" | "docx"],
  );

const mediaTypes = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** What stands on record: the audit log, the register of exports, and documents made from the programme's own facts. */
export function recordRoutes(deps: Deps): Hono<StaffEnv> {
  const { db, now } = deps;
  const styleUrl = deps.assets.url("web/styles/main.css");
  const routes = new Hono<StaffEnv>();

  routes.get("/programmes/:slug/privacy/audit", async (c) => {
    const programme = await getDesk(deps, c);
    const { before, action, check } = auditQuerySchema.parse(c.req.query());
    const rows = await listAuditRows(db, {
      programmeId: programme.id,
      action,
      before,
      most: rowsOnPage + 1,
    });
    const shown = rows.slice(0, rowsOnPage);
    const page = auditPage({
      language: languageOf(c),
      styleUrl,
      programme,
      rows: shown,
      actions: await listAuditActions(db, programme.id),
      chosen: action,
      olderThan: rows.length > rowsOnPage ? shown.at(-1)?.id : undefined,
      check: check && (await checkChain(shown[0]?.hash ?? "")),
    });
    c.header("cache-control", "no-store");
    return c.html(page);
  });

  async function checkChain(lastHash: string) {
    return { brokenAt: await findBrokenAuditEvent(db), lastHash };
  }

  routes.get("/programmes/:slug/privacy/exports", async (c) => {
    const programme = await getDesk(deps, c);
    const files = await listExportRegister(db, programme.id);
    return c.html(exportsPage({ language: languageOf(c), styleUrl, programme, now: now(), files }));
  });

  routes.get("/programmes/:slug/privacy/:file{.+\\.(pdf|docx)}", async (c) => {
    const programme = await getDesk(deps, c);
    const file = documentSchema.safeParse(c.req.param("file"));
    if (!file.success) throw new Problem("not-found");
    const [name, format] = file.data;
    const language = languageOf(c);
    const organisation = await findOrganisation(db, programme.organisationId);
    const { signatoryName = "", signatoryPosition = "" } = organisation ?? {};
    const annex = buildPrivacyDocument(name, await gatherFacts(programme, language), {
      language,
      madeOnDay: calendarDay(now(), programme.timeZone),
      isInvented: programme.kind !== "real",
      signatory: signatoryName ? { position: signatoryPosition, name: signatoryName } : null,
    });
    const content = await deps.render({ kind: `annex-${format}`, annex });
    return sendFile(c, new Uint8Array(content), {
      mediaType: mediaTypes[format],
      fileName: `${programme.slug}-${name}.${format}`,
    });
  });

  async function gatherFacts(programme: Programme, language: Language): Promise<PrivacyFacts> {
    const retention = await findRetention(db, programme.id);
    const organisation = await getOrganisationRecord(db, programme.organisationId);
    const funders = await listFunders(db, programme.id);
    const people = await countPeople(db, programme.id);
    const notices = await listNoticeVersions(db, programme.id);
    const [notice] = notices;
    const day = (date: string | null | undefined) => (date ? formatDay(date, language) : "");
    return {
      organisation: [organisation.legalForm, organisation.name].filter(Boolean).join(" "),
      contact: [organisation.code, organisation.address, organisation.email]
        .filter(Boolean)
        .join(", "),
      programme: inLanguage(programme.title, language),
      period: formatPeriod(programme.startsOn, programme.endsOn, language),
      evaluator: programme.evaluatorName,
      funders: joinWords(
        funders.map(({ name }) => inLanguage(name, language)),
        language,
      ),
      mode: programme.identityMode,
      involved: people.involved,
      threshold: programme.threshold,
      keyDestroyOn: day(retention?.keyDestroyOn),
      answersDeleteOn: day(retention?.answersDeleteOn),
      peopleDeleteOn: day(retention?.peopleDeleteOn),
      notice: notice?.number ?? null,
      isWhoAnsweredTold: notices.some((version) => version.isWhoAnsweredTold),
    };
  }

  return routes;
}

function sendFile(
  c: Context,
  bytes: Uint8Array<ArrayBuffer>,
  { mediaType, fileName }: { mediaType: string; fileName: string },
) {
  c.header("cache-control", "no-store");
  c.header("content-type", mediaType);
  c.header("content-disposition", `attachment; filename="${fileName}"`);
  return c.body(bytes);
}
