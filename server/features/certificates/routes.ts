import { type Context, Hono } from "hono";
import { z } from "zod";
import { findOrganisation } from "../../../db/queries/annex-source.ts";
import {
  certificatesFileKind,
  findLastPrintJob,
  listPrintedFiles,
} from "../../../db/queries/certificate-files.ts";
import { findCertificateTemplate } from "../../../db/queries/certificate-templates.ts";
import { listCandidates, listCertificates } from "../../../db/queries/certificates.ts";
import { findExportFile } from "../../../db/queries/export-files.ts";
import type { Programme } from "../../../db/queries/programmes.ts";
import { type CertificateMistake, certificatesPage } from "../../../web/pages/certificates.tsx";
import type { Deps } from "../../deps.ts";
import { attendedShare, hasAttendedEnough } from "../../domain/certificate/attendance.ts";
import { Problem } from "../../domain/problem.ts";
import { type Language, languages } from "../../domain/text.ts";
import { getAccess } from "../../http/access.ts";
import { originOf } from "../../http/host.ts";
import { languageOf } from "../../http/language.ts";
import { requireStaff, type StaffEnv } from "../../http/session.ts";
import { isReady, issueCertificates, replaceCertificate } from "./issue-certificates.ts";
import { gatherCertificates, isValid } from "./make-certificates.ts";
import { orderCertificates } from "./order-certificates.ts";
import { revokeCertificate } from "./revoke-certificate.ts";
import { saveTemplate } from "./save-template.ts";
import { readTemplateForm, templateForm } from "./template-form.ts";

const reasonSchema = z
  .string()
  .trim()
  .min(3)
  .max(200)
  .refine((reason) => !/\p{Cc}/u.test(reason));
const base = "/programmes/:slug/certificates";

/** The organiser's register of certificates: whom they go to, what they say, issuing, printing, revoking. */
export function certificateRoutes(deps: Deps): Hono<StaffEnv> {
  const { db } = deps;
  const isHttps = deps.publicUrl?.protocol === "https:";
  const routes = new Hono<StaffEnv>();
  const guard = requireStaff({ db, now: deps.now, isHttps });
  routes.use(base, guard);
  routes.use(`${base}/*`, guard);

  routes.get(base, async (c) => c.html(await showPage(c, await access(c))));

  routes.post(`${base}/template`, async (c) => {
    const programme = await access(c);
    const read = readTemplateForm(await c.req.parseBody());
    if (!read.ok) return c.html(await showPage(c, programme, { template: read }), 422);
    const { template } = read;
    const [savedBy, now] = [c.get("staff").id, deps.now()];
    await saveTemplate(db, { programmeId: programme.id, template, savedBy, now });
    return back(c);
  });

  routes.post(base, async (c) => {
    await issueCertificates(db, issuing(c, await access(c)));
    return back(c);
  });

  routes.post(`${base}/enrolments/:id/replacement`, async (c) => {
    const programme = await access(c);
    await replaceCertificate(db, issuing(c, programme), readId(c));
    return back(c);
  });

  routes.post(`${base}/:id/revocation`, async (c) => {
    const programme = await access(c);
    const certificate = await getCertificate(c, programme);
    const typed = String((await c.req.parseBody()).reason ?? "").slice(0, 1_000);
    const reason = reasonSchema.safeParse(typed);
    if (!reason.success) {
      const mistake = { revocation: { certificateId: certificate.id, typed } };
      return c.html(await showPage(c, programme, mistake), 422);
    }
    await revokeCertificate(db, {
      programmeId: programme.id,
      certificateId: certificate.id,
      reason: reason.data,
      revokedBy: c.get("staff").id,
      now: deps.now(),
    });
    return back(c);
  });

  routes.get(`${base}/:id/paper.pdf`, async (c) => {
    const programme = await access(c);
    const certificate = await getCertificate(c, programme);
    if (!isValid(certificate)) throw new Problem("not-found");
    const wish = { language: languageOf(c), origin: originOf(deps.publicUrl, c.req.url) };
    const batch = await gatherCertificates(db, programme, [certificate], wish);
    const content = await deps.render({ kind: "certificates-pdf", batch });
    const fileName = `${programme.slug}-pazymejimas-${certificate.sequenceNumber}.pdf`;
    return sendPdf(c, fileName, content);
  });

  routes.post(`${base}/print`, async (c) => {
    const programme = await access(c);
    const language = readLanguage((await c.req.parseBody()).language);
    const job = await orderCertificates(db, {
      programmeId: programme.id,
      language,
      origin: originOf(deps.publicUrl, c.req.url),
      orderedBy: c.get("staff").id,
      now: deps.now(),
    });
    return c.redirect(`/programmes/${programme.slug}/jobs/${job}`, 303);
  });

  routes.get(`${base}/files/:id`, async (c) => {
    const programme = await access(c);
    const key = { programmeId: programme.id, id: readId(c), now: deps.now() };
    const file = await findExportFile(db, key);
    if (file?.kind !== certificatesFileKind) throw new Problem("not-found");
    return sendPdf(c, file.fileName, file.content);
  });

  async function access(c: Context<StaffEnv>): Promise<Programme> {
    const slug = c.req.param("slug") ?? "";
    return (await getAccess(db, { staff: c.get("staff"), slug, roles: ["organiser"] })).programme;
  }

  function issuing(c: Context<StaffEnv>, programme: Programme) {
    return { programme, issuedBy: c.get("staff").id, now: deps.now() };
  }

  async function getCertificate(c: Context<StaffEnv>, programme: Programme) {
    const id = readId(c);
    const found = (await listCertificates(db, programme.id)).find((one) => one.id === id);
    if (!found) throw new Problem("not-found");
    return found;
  }

  function back(c: Context<StaffEnv>): Response {
    return c.redirect(`/programmes/${c.req.param("slug")}/certificates`, 303);
  }

  async function showPage(
    c: Context<StaffEnv>,
    programme: Programme,
    mistake?: CertificateMistake,
  ) {
    const template = await findCertificateTemplate(db, programme.id);
    const form = templateForm(template, programme);
    const least = template?.leastAttendedPercent ?? Number(form.percent);
    const organisation = await findOrganisation(db, programme.organisationId);
    const candidates = await listCandidates(db, programme.id);
    return certificatesPage({
      language: languageOf(c),
      styleUrl: deps.assets.url("web/styles/main.css"),
      programme,
      template: { form, isSaved: template !== undefined, leastAttendedPercent: least },
      signatory: {
        name: organisation?.signatoryName ?? "",
        position: organisation?.signatoryPosition ?? "",
      },
      waiting: candidates
        .filter(({ hasValid }) => !hasValid)
        .map((candidate) => ({
          ...candidate,
          share: attendedShare(candidate),
          isEnough: hasAttendedEnough(candidate, least),
          isReady: isReady(candidate, least),
        })),
      certificates: await listCertificates(db, programme.id),
      print: {
        job: await findLastPrintJob(db, programme.id),
        files: await listPrintedFiles(db, { programmeId: programme.id, now: deps.now() }),
      },
      mistake,
    });
  }

  return routes;
}

/** File names of ours are made of slugs and numbers: nothing in them needs quoting. */
function sendPdf(c: Context<StaffEnv>, fileName: string, content: Uint8Array): Response {
  c.header("content-type", "application/pdf");
  c.header("content-disposition", `attachment; filename="${fileName}"`);
  return c.body(new Uint8Array(content));
}

/** Ids in addresses are UUIDs; anything else cannot exist. */
function readId(c: Context<StaffEnv>): string {
  const id = c.req.param("id") ?? "";
  if (!z.uuid().safeParse(id).success) throw new Problem("not-found");
  return id;
}

function readLanguage(sent: unknown): Language {
  const language = languages.find((one) => one === sent);
  if (!language) throw new Problem("bad-request");
  return language;
}
