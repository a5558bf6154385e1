import { z } from "zod";
import type { Db } from "../../../db/connect.ts";
import { findOrganisation } from "../../../db/queries/annex-source.ts";
import { certificatesFileKind } from "../../../db/queries/certificate-files.ts";
import { listCertificates, type RegisteredCertificate } from "../../../db/queries/certificates.ts";
import { insertExportFile } from "../../../db/queries/export-files.ts";
import { findProgramme, listLogos, type Programme } from "../../../db/queries/programmes.ts";
import { Problem } from "../../domain/problem.ts";
import { type Language, languages } from "../../domain/text.ts";
import type { JobCompletion, JobContext } from "../../jobs/job-handler.ts";
import { buildCertificates } from "./build-certificates.ts";

const payloadSchema = z.object({
  programmeId: z.uuid(),
  language: z.enum(languages),
  origin: z.url(),
});
const keptDays = 7;

/** The job that makes one file of all valid certificates. It holds names, so its content is dropped after a week. */
export async function makeCertificates(
  payload: unknown,
  context: JobContext,
): Promise<JobCompletion> {
  const { programmeId, ...wish } = payloadSchema.parse(payload);
  const programme = await findProgramme(context.db, programmeId);
  if (!programme) throw new Problem("not-found");
  const certificates = (await listCertificates(context.db, programmeId)).filter(isValid);
  if (certificates.length === 0) throw new Problem("not-found");
  await context.progress(10);
  const batch = await gatherCertificates(context.db, programme, certificates, wish);
  const content = await context.render({ kind: "certificates-pdf", batch });
  return async (tx) => {
    const madeAt = context.now();
    const file = await insertExportFile(tx, {
      programmeId,
      kind: certificatesFileKind,
      fileName: `${programme.slug}-pazymejimai-${wish.language}.pdf`,
      mediaType: "application/pdf",
      content,
      rowCount: certificates.length,
      releaseId: null,
      madeBy: context.askedBy,
      reason: "",
      madeAt,
      expiresAt: new Date(madeAt.getTime() + keptDays * 86_400_000),
    });
    return { file: file.id };
  };
}

export function isValid({ revokedAt }: RegisteredCertificate): boolean {
  return revokedAt === null;
}

/** The document of these certificates, with the programme's logos. */
export async function gatherCertificates(
  db: Db,
  programme: Programme,
  certificates: readonly RegisteredCertificate[],
  wish: { language: Language; origin: string },
) {
  return buildCertificates({
    programme,
    organisation: await findOrganisation(db, programme.organisationId),
    logos: await listLogos(db, programme.id),
    certificates,
    ...wish,
  });
}
