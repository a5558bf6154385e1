import { Hono } from "hono";
import { z } from "zod";
import {
  listCopyable,
  listQuestionnaires,
  type StoredDraft,
} from "../../../db/queries/questionnaire-drafts.ts";
import {
  listVersions,
  listWaveUses,
  type PublishedVersion,
  type WaveUse,
} from "../../../db/queries/questionnaire-versions.ts";
import { readyQuestionnaires } from "../../../db/seed/library.ts";
import {
  type ListedQuestionnaire,
  type ListPageProps,
  listPage,
} from "../../../web/pages/questionnaires/list-page.tsx";
import { questionnaireTexts } from "../../../web/texts/questionnaires.ts";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import { listRemarks } from "../../domain/questionnaire/remarks.ts";
import { cleanLine, lengthOf } from "../../domain/response/clean-text.ts";
import { inLanguage, type Language, languages } from "../../domain/text.ts";
import { waveKinds } from "../../domain/words.ts";
import { languageOf, rememberLanguage } from "../../http/language.ts";
import { requireStaff, type StaffEnv } from "../../http/session.ts";
import { assignVersion } from "./assign-version.ts";
import { discardQuestionnaire } from "./begin-draft.ts";
import { beginQuestionnaire } from "./begin-questionnaire.ts";
import {
  base,
  type DeskContext,
  doneOf,
  frameOf,
  getProgramme,
  getQuestionnaire,
  one,
  readForm,
} from "./desk.ts";
import { editorRoutes } from "./editor-routes.ts";
import { partRoutes } from "./part-routes.ts";
import { previewRoutes } from "./preview-routes.ts";
import { versionRoutes } from "./version-routes.ts";

const longestTitle = 300;

/** The questionnaires of a programme: the list, what is begun from where, and which wave uses which version. */
export function questionnaireRoutes(deps: Deps): Hono<StaffEnv> {
  const { db } = deps;
  const routes = new Hono<StaffEnv>();
  const isHttps = deps.publicUrl?.protocol === "https:";
  const guard = requireStaff({ db, now: deps.now, isHttps });
  routes.use(base, guard);
  routes.use(`${base}/*`, guard);
  routes.use(`${base}/*`, async (c, next) => {
    // The participant's language in a preview is not the organiser's own.
    if (c.req.query("language") && !c.req.path.endsWith("/preview/page")) {
      rememberLanguage(c, languageOf(c));
    }
    await next();
  });

  routes.get(base, async (c) => c.html(await showList(c, {})));

  routes.post(base, async (c) => {
    const programme = await getProgramme(deps, c);
    const fields = await readForm(c);
    const title = cleanLine(fields.get("title")?.[0] ?? "");
    if (lengthOf(title) > longestTitle) {
      const mistakes = [{ field: "title", code: "too-long" as const, detail: longestTitle }];
      return c.html(await showList(c, { fields, mistakes }), 422);
    }
    const id = await beginQuestionnaire(db, {
      programme,
      title,
      from: fields.get("from")?.[0] ?? "empty",
      language: languageOf(c),
      begunBy: c.get("staff").id,
      now: deps.now(),
    });
    return c.redirect(`/programmes/${programme.slug}/questionnaires/${id}`, 303);
  });

  routes.post(`${base}/waves/:kind`, async (c) => {
    const programme = await getProgramme(deps, c);
    const kind = waveKinds.find((one) => one === c.req.param("kind"));
    const versionId = (await readForm(c)).get("version")?.[0];
    if (!kind || !z.uuid().safeParse(versionId).success) throw new Problem("not-found");
    await assignVersion(db, {
      programmeId: programme.id,
      kind,
      versionId: versionId!,
      assignedBy: c.get("staff").id,
      now: deps.now(),
    });
    return c.redirect(`/programmes/${programme.slug}/questionnaires?done=assigned#waves`, 303);
  });

  routes.post(`${one}/removal`, async (c) => {
    const programme = await getProgramme(deps, c);
    const { id } = await getQuestionnaire(deps, c, programme);
    const deed = { programmeId: programme.id, id, doneBy: c.get("staff").id, now: deps.now() };
    await discardQuestionnaire(db, deed);
    return c.redirect(`/programmes/${programme.slug}/questionnaires?done=discarded`, 303);
  });

  routes.route("/", partRoutes(deps));
  routes.route("/", versionRoutes(deps));
  routes.route("/", previewRoutes(deps));
  routes.route("/", editorRoutes(deps));

  async function showList(
    c: DeskContext,
    { fields = new Map(), mistakes = [] }: Partial<Pick<ListPageProps, "fields" | "mistakes">>,
  ): Promise<string> {
    const programme = await getProgramme(deps, c);
    const programmeId = programme.id;
    const frame = frameOf(deps, c, { programme });
    const stored = await listQuestionnaires(db, programmeId);
    const versions = await listVersions(db, { programmeId });
    const uses = await listWaveUses(db, { programmeId });
    const others = await listCopyable(db, {
      staffUserId: c.get("staff").id,
      organisationId: programme.organisationId,
      exceptProgrammeId: programmeId,
    });
    return listPage({
      frame,
      questionnaires: stored.map((one) => listed(one, versions, uses)),
      waves: uses.map((use) => ({ ...use, choices: choicesOf(versions, use, frame.language) })),
      library: readyQuestionnaires().map(({ key, about, document }) => ({
        value: `library:${key}`,
        title: document.title,
        about,
      })),
      others: others.map(({ id, draft, programmeTitle }) => ({
        value: `copy:${id}`,
        title: draft.title,
        about: Object.fromEntries(
          languages.map((language) => {
            const { ofProgramme } = questionnaireTexts[language].list;
            return [language, ofProgramme(inLanguage(programmeTitle, language))];
          }),
        ),
      })),
      done: doneOf(c, frame.language),
      fields,
      mistakes,
    });
  }

  return routes;
}

function listed(
  { id, draft, savedAt }: StoredDraft,
  versions: readonly PublishedVersion[],
  uses: readonly WaveUse[],
): ListedQuestionnaire {
  const own = versions.filter(({ questionnaireId }) => questionnaireId === id);
  return {
    id,
    title: draft?.title ?? own[0]?.document.title ?? {},
    hasDraft: draft !== undefined,
    savedAt,
    errors: draft ? listRemarks(draft).filter(({ level }) => level === "error").length : 0,
    versions: own.map((version) => ({
      id: version.id,
      number: version.number,
      publishedAt: version.publishedAt,
      waves: uses.filter(({ versionId }) => versionId === version.id).map(({ kind }) => kind),
    })),
  };
}

/** Versions that ask something in a wave. */
function choicesOf(versions: readonly PublishedVersion[], { kind }: WaveUse, language: Language) {
  const { versionLabel } = questionnaireTexts[language].list;
  return versions
    .filter(({ document }) => document.waves[kind])
    .map(({ id, number, document }) => ({
      versionId: id,
      label: versionLabel(inLanguage(document.title, language), number),
    }));
}
