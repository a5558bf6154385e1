import { Hono } from "hono";
import { findNotice } from "../../../db/queries/published.ts";
import { listWaveQuestionnaires } from "../../../db/queries/questionnaires.ts";
import { whoSeesPage } from "../../../web/pages/who-sees.tsx";
import type { Deps } from "../../deps.ts";
import type { StaffRole } from "../../domain/words.ts";
import { getLocalAccess } from "../../http/access.ts";
import { languageOf, rememberLanguage } from "../../http/language.ts";
import { requireStaff, type StaffEnv } from "../../http/session.ts";

const everybody: StaffRole[] = ["organiser", "data", "data-entry", "evaluator", "funder"];

/** Who can see what, for everybody of the staff: what evaluators are not shown has a reason, and it stands here. */
export function whoSeesRoutes(deps: Deps): Hono<StaffEnv> {
  const { db } = deps;
  const isHttps = deps.publicUrl?.protocol === "https:";
  const guard = requireStaff({ db, now: deps.now, isHttps });
  return new Hono<StaffEnv>().get("/programmes/:slug/who-sees", guard, async (c) => {
    const { slug } = c.req.param();
    const access = await getLocalAccess(db, { staff: c.get("staff"), slug, roles: everybody });
    const language = languageOf(c);
    if (c.req.query("language")) rememberLanguage(c, language);
    const programmeId = access.programme.id;
    const waves = await listWaveQuestionnaires(db, programmeId);
    const notices = await Promise.all(
      waves.map(({ noticeId }) => findNotice(db, { programmeId, noticeId })),
    );
    const isWhoAnsweredTold = notices.some((notice) => notice?.isWhoAnsweredTold);
    const styleUrl = deps.assets.url("web/styles/main.css");
    const { programme } = access;
    const notice = notices[0]?.text;
    return c.html(whoSeesPage({ language, styleUrl, programme, notice, isWhoAnsweredTold }));
  });
}
