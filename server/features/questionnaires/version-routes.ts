import { Hono } from "hono";
import { listVersions, listWaveUses } from "../../../db/queries/questionnaire-versions.ts";
import { publishPage } from "../../../web/pages/questionnaires/publish-page.tsx";
import { versionPage } from "../../../web/pages/questionnaires/version-page.tsx";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import { tidyDraft } from "../../domain/questionnaire/draft.ts";
import type { FormMistake } from "../../domain/questionnaire/forms/form-words.ts";
import { listRemarks } from "../../domain/questionnaire/remarks.ts";
import { compareVersions } from "../../domain/questionnaire/version-changes.ts";
import type { FormFields } from "../../domain/response/form-fields.ts";
import type { StaffEnv } from "../../http/session.ts";
import { beginDraft } from "./begin-draft.ts";
import {
  type DeskContext,
  doneOf,
  frameOf,
  getDraft,
  getProgramme,
  getQuestionnaire,
  one,
  readForm,
} from "./desk.ts";
import { publishVersion } from "./publish-version.ts";

/** Publishing a draft, looking at a version, and beginning the next one. */
export function versionRoutes(deps: Deps): Hono<StaffEnv> {
  const { db } = deps;
  const routes = new Hono<StaffEnv>();

  routes.get(`${one}/publication`, async (c) => c.html(await showPublication(c, {})));

  routes.post(`${one}/publication`, async (c) => {
    const { programme, questionnaire } = await getDraft(deps, c);
    const decided = await readForm(c);
    const outcome = await publishVersion(db, {
      programmeId: programme.id,
      questionnaireId: questionnaire.id,
      revision: Number(decided.get("revision")?.[0]),
      decided,
      publishedBy: c.get("staff").id,
      now: deps.now(),
    });
    if (!outcome.published) {
      const { mistakes } = outcome;
      return c.html(await showPublication(c, { mistakes, fields: decided }), 422);
    }
    const place = `questionnaires/${questionnaire.id}/versions/${outcome.number}`;
    return c.redirect(`/programmes/${programme.slug}/${place}?done=published`, 303);
  });

  routes.get(`${one}/versions/:number{\\d+}`, async (c) => {
    const { programme, questionnaire, version } = await getVersion(deps, c);
    const frame = frameOf(deps, c, {
      programme,
      questionnaire: { id: questionnaire.id, title: version.document.title },
    });
    const uses = await listWaveUses(db, { programmeId: programme.id });
    return c.html(
      versionPage({
        frame,
        version,
        waves: uses.filter(({ versionId }) => versionId === version.id).map(({ kind }) => kind),
        hasWaves: uses.length > 0,
        hasDraft: questionnaire.draft !== undefined,
        done: doneOf(c, frame.language),
      }),
    );
  });

  routes.post(`${one}/draft`, async (c) => {
    const programme = await getProgramme(deps, c);
    const { id } = await getQuestionnaire(deps, c, programme);
    const deed = { programmeId: programme.id, id, doneBy: c.get("staff").id, now: deps.now() };
    await beginDraft(db, deed);
    return c.redirect(`/programmes/${programme.slug}/questionnaires/${id}`, 303);
  });

  async function showPublication(
    c: DeskContext,
    { mistakes = [], fields = new Map() }: { mistakes?: FormMistake[]; fields?: FormFields },
  ): Promise<string> {
    const { programme, questionnaire } = await getDraft(deps, c);
    const { draft, id, revision } = questionnaire;
    const [last] = await listVersions(db, { programmeId: programme.id, questionnaireId: id });
    return publishPage({
      frame: frameOf(deps, c, { programme, questionnaire: { id, title: draft.title } }),
      draft,
      revision,
      remarks: listRemarks(draft),
      number: (last?.number ?? 0) + 1,
      earlier: last && {
        number: last.number,
        document: last.document,
        changes: compareVersions(last.document, tidyDraft(draft)),
      },
      fields,
      mistakes,
    });
  }

  return routes;
}

/** The version that an address names. */
export async function getVersion(deps: Deps, c: DeskContext) {
  const programme = await getProgramme(deps, c);
  const questionnaire = await getQuestionnaire(deps, c, programme);
  const key = { programmeId: programme.id, questionnaireId: questionnaire.id };
  const versions = await listVersions(deps.db, key);
  const version = versions.find(({ number }) => String(number) === c.req.param("number"));
  if (!version) throw new Problem("not-found");
  return { programme, questionnaire, version };
}
