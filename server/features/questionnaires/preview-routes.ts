import { Hono } from "hono";
import type { Programme } from "../../../db/queries/programmes.ts";
import { previewPage } from "../../../web/pages/questionnaires/preview-page.tsx";
import { previewPartPage } from "../../../web/pages/questionnaires/preview-part.tsx";
import { questionnaireTexts } from "../../../web/texts/questionnaires.ts";
import type { Deps } from "../../deps.ts";
import type { QuestionnaireDocument } from "../../domain/questionnaire/document.ts";
import { tidyDraft, wavesOf } from "../../domain/questionnaire/draft.ts";
import { type FormFields, firstValueOf } from "../../domain/response/form-fields.ts";
import { inLanguage, type Language, languages } from "../../domain/text.ts";
import type { WaveKind } from "../../domain/words.ts";
import type { StaffEnv } from "../../http/session.ts";
import { type DeskContext, frameOf, getDraft, one, readForm } from "./desk.ts";
import { walkPreview } from "./preview-walk.ts";
import { getVersion } from "./version-routes.ts";

interface Previewed {
  programme: Programme;
  id: string;
  document: QuestionnaireDocument;
  /** Below the questionnaire's address: "" for the draft, `/versions/2` for a version. */
  place: string;
}

/**
 * A draft or a version as participants will see it, made by the same components. Answers given in it travel in the form
 * from page to page and are stored nowhere.
 */
export function previewRoutes(deps: Deps): Hono<StaffEnv> {
  const routes = new Hono<StaffEnv>();
  const places = [
    [one, getPreviewedDraft],
    [`${one}/versions/:number{\\d+}`, getPreviewedVersion],
  ] as const;
  for (const [address, get] of places) {
    routes.get(`${address}/preview`, async (c) => showChoices(c, await get(c)));
    routes.get(`${address}/preview/page`, async (c) => showPart(c, await get(c), new Map()));
    routes.post(`${address}/preview/page`, async (c) => {
      const previewed = await get(c);
      return showPart(c, previewed, await readForm(c));
    });
  }

  async function getPreviewedDraft(c: DeskContext): Promise<Previewed> {
    const { programme, questionnaire } = await getDraft(deps, c);
    return { programme, id: questionnaire.id, document: tidyDraft(questionnaire.draft), place: "" };
  }

  async function getPreviewedVersion(c: DeskContext): Promise<Previewed> {
    const { programme, questionnaire, version } = await getVersion(deps, c);
    const place = `/versions/${version.number}`;
    return { programme, id: questionnaire.id, document: version.document, place };
  }

  function showChoices(c: DeskContext, { programme, id, document, place }: Previewed) {
    const questionnaire = { id, title: document.title };
    const frame = frameOf(deps, c, { programme, questionnaire });
    setFramePolicy(c, "default-src 'none'", "default-src 'none'; frame-src 'self'");
    return c.html(
      previewPage({
        frame,
        document,
        place,
        wave: waveOf(c, document),
        shownLanguage: languageIn(document, c.req.query("shown") ?? frame.language),
        width: c.req.query("width") === "desktop" ? "desktop" : "phone",
      }),
    );
  }

  function showPart(c: DeskContext, previewed: Previewed, sent: FormFields) {
    const { programme, document } = previewed;
    const wave = waveOf(c, document);
    const language = languageIn(document, c.req.query("language") ?? "");
    const walk = walkPreview({ document, wave, sent, go: firstValueOf(sent, "_go") });
    setFramePolicy(c, "frame-ancestors 'none'", "frame-ancestors 'self'");
    const action = `${c.req.path}?wave=${wave}&language=${language}`;
    return c.html(
      previewPartPage({
        frame: {
          language,
          title: "",
          place: {
            locality: questionnaireTexts[language].preview.locality,
            programme: inLanguage(programme.title, language),
          },
          isDemonstration: programme.kind !== "real",
          styles: deps.assets.inline("web/styles/answering.css").text,
          scriptUrl: deps.assets.url("web/browser/preview.ts"),
        },
        state: {
          document,
          language,
          shuffleSeed: 0,
          kept: new Set(),
          conflicts: {},
          ...walk.state,
        },
        parts: walk.parts,
        at: walk.at,
        carried: walk.carried,
        action,
        wave: document.waves[wave],
      }),
      walk.state.mistakes.length > 0 ? 422 : 200,
    );
  }

  return routes;
}

function waveOf(c: DeskContext, document: QuestionnaireDocument): WaveKind {
  const waves = wavesOf(document);
  return waves.find((wave) => wave === c.req.query("wave")) ?? waves[0] ?? "before";
}

/** A language that both the product and the document speak. */
function languageIn(document: QuestionnaireDocument, wanted: string): Language {
  const both = languages.filter((language) => document.languages.includes(language));
  return both.find((language) => language === wanted) ?? both[0] ?? "lt";
}

/** Pages of ours are in no frame and hold none; these two are the exception, for each other alone. */
function setFramePolicy(c: DeskContext, rule: string, instead: string): void {
  const policy = c.res.headers.get("content-security-policy") ?? "";
  c.header("content-security-policy", policy.replace(rule, instead));
}
