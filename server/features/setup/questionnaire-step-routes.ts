import { Hono } from "hono";
import { listPublishedVersions } from "../../../db/queries/wave-setup.ts";
import { questionnaireStepPage } from "../../../web/pages/setup/questionnaire-step-page.tsx";
import { inLanguage } from "../../domain/text.ts";
import type { StaffEnv } from "../../http/session.ts";
import { type Desk, frameOf, getDoing } from "./desk.ts";

/** Which versions of questionnaires are published; writing one has pages of its own. */
export function questionnaireStepRoutes(desk: Desk): Hono<StaffEnv> {
  return new Hono<StaffEnv>().get("/programmes/:slug/setup/questionnaire", async (c) => {
    const doing = await getDoing(desk, c);
    const versions = await listPublishedVersions(desk.db, doing.programme.id);
    return c.html(
      questionnaireStepPage({
        frame: frameOf(desk, doing),
        versions: versions.map(({ number, document }) => ({
          number,
          title: inLanguage(document.title, doing.language),
        })),
      }),
    );
  });
}
