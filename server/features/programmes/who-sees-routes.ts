import { Hono } from "hono";
import type { Db } from "../../../db/connect.ts";
import { findNotice } from "../../../db/queries/published.ts";
import { listWaveQuestionnaires } from "../../../db/queries/questionnaires.ts";
import { type TellingNotice, whoSeesPage } from "../../../web/pages/who-sees.tsx";
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
    const notices = await listNotices(db, programmeId);
    const isWhoAnsweredTold = notices.some((notice) => notice.isWhoAnsweredTold);
    const styleUrl = deps.assets.url("web/styles/main.css");
    const { programme } = access;
    return c.html(whoSeesPage({ language, styleUrl, programme, notices, isWhoAnsweredTold }));
  });
}

/** The notices of a programme's waves, each once with the waves that it is read in. */
async function listNotices(db: Db, programmeId: string): Promise<TellingNotice[]> {
  const waves = await listWaveQuestionnaires(db, programmeId);
  const ids = [...new Set(waves.map(({ noticeId }) => noticeId))];
  const notices = await Promise.all(
    ids.map(async (noticeId) => {
      const notice = await findNotice(db, { programmeId, noticeId });
      const kinds = waves.filter((wave) => wave.noticeId === noticeId).map(({ kind }) => kind);
      return notice && { ...notice, kinds };
    }),
  );
  return notices.filter((notice) => notice !== undefined);
}
