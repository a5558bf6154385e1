import { Hono } from "hono";
import { findOrganisation } from "../../../db/queries/annex-source.ts";
import { findNotice } from "../../../db/queries/published.ts";
import { listWaveQuestionnaires } from "../../../db/queries/questionnaires.ts";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import { getLocalAccess } from "../../http/access.ts";
import { originOf } from "../../http/host.ts";
import { languageOf } from "../../http/language.ts";
import { requireStaff, type StaffEnv } from "../../http/session.ts";
import { buildPaper } from "./build-paper.ts";

/** The questionnaire of a wave as a PDF to be printed. */
export function paperRoutes(deps: Deps): Hono<StaffEnv> {
  const { db } = deps;
  const isHttps = deps.publicUrl?.protocol === "https:";
  const routes = new Hono<StaffEnv>();

  routes.get(
    "/programmes/:slug/waves/:kind/paper.pdf",
    requireStaff({ db, now: deps.now, isHttps }),
    async (c) => {
      const { slug, kind } = c.req.param();
      const staff = c.get("staff");
      const roles = ["organiser", "data-entry"] as const;
      const { programme } = await getLocalAccess(db, { staff, slug, roles });
      const questionnaires = await listWaveQuestionnaires(db, programme.id);
      const questionnaire = questionnaires.find((one) => one.kind === kind);
      if (!questionnaire) throw new Problem("not-found");
      const { noticeId } = questionnaire;
      const notice = await findNotice(db, { programmeId: programme.id, noticeId });
      const organisation = await findOrganisation(db, programme.organisationId);
      const paper = buildPaper({
        questionnaire,
        programme: { title: programme.title, isDemonstration: programme.kind !== "real" },
        organisation: organisation?.name ?? "",
        notice: notice ?? { text: {}, statements: [] },
        language: languageOf(c),
        address: originOf(deps.publicUrl, c.req.url),
        madeOnDay: programme.startsOn,
      });
      const content = await deps.render({ kind: "paper-questionnaire-pdf", paper });
      c.header("content-type", "application/pdf");
      c.header("content-disposition", `attachment; filename="${slug}-${kind}.pdf"`);
      return c.body(new Uint8Array(content));
    },
  );

  return routes;
}
