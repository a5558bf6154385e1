import { Hono } from "hono";
import { listVersions } from "../../../db/queries/questionnaire-versions.ts";
import { editorPage } from "../../../web/pages/questionnaires/editor-page.tsx";
import { toolId } from "../../../web/pages/questionnaires/outline.tsx";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import type { QuestionnaireDraft } from "../../domain/questionnaire/document.ts";
import { wavesOf } from "../../domain/questionnaire/draft.ts";
import { estimateMinutes } from "../../domain/questionnaire/reading-length.ts";
import { listRemarks, type Remark } from "../../domain/questionnaire/remarks.ts";
import { readRemoved } from "../../domain/questionnaire/removal.ts";
import { inLanguage } from "../../domain/text.ts";
import type { StaffEnv } from "../../http/session.ts";
import { changeDraft } from "./change-draft.ts";
import { changeStructure, readStructureDeed, type StructureDeed } from "./change-structure.ts";
import {
  type DeskContext,
  doneOf,
  frameOf,
  getDraft,
  one,
  readForm,
  type WithDraft,
} from "./desk.ts";

/** The draft as a whole: seeing it, moving and deleting its parts, and taking a deletion back. */
export function editorRoutes(deps: Deps): Hono<StaffEnv> {
  const { db } = deps;
  const routes = new Hono<StaffEnv>();

  routes.get(one, async (c) => {
    const { programme, questionnaire } = await getDraft(deps, c);
    return c.html(await showEditor(c, { programme, questionnaire }));
  });

  routes.post(`${one}/structure`, async (c) => {
    const { programme, questionnaire } = await getDraft(deps, c);
    const form = await readForm(c);
    const deed = readStructureDeed(form.get("do")?.[0] ?? "");
    if (!deed) throw new Problem("bad-request");
    const seen = Number(form.get("revision")?.[0]);
    let outcome = { done: "moved", key: "" };
    const key = { programmeId: programme.id, id: questionnaire.id };
    const by = { changedBy: c.get("staff").id, now: deps.now() };
    const part = [deed.what, deed.kind, deed.key].join(" ").trim();
    const changed = await changeDraft(db, { ...key, ...by, part }, (stored) => {
      const done = stored.revision === seen ? changeStructure(stored, deed) : undefined;
      if (!done) return { isChanged: false, outcome: stored };
      outcome = done.outcome;
      return done.change;
    });
    if (!changed.isChanged) {
      const now = { programme, questionnaire: changed.outcome, hasConflict: true };
      return c.html(await showEditor(c, now), 409);
    }
    return c.redirect(afterwards(c, deed, outcome), 303);
  });

  async function showEditor(
    c: DeskContext,
    shown: Pick<Awaited<ReturnType<typeof getDraft>>, "programme"> & {
      questionnaire: WithDraft;
      hasConflict?: boolean;
    },
  ): Promise<string> {
    const { programme, questionnaire, hasConflict } = shown;
    const { draft, id, revision, savedAt } = questionnaire;
    const frame = frameOf(deps, c, { programme, questionnaire: { id, title: draft.title } });
    const remarks = listRemarks(draft);
    const versions = await listVersions(db, { programmeId: programme.id, questionnaireId: id });
    return editorPage({
      frame,
      draft,
      revision,
      savedAt,
      remarks,
      missing: missingByLanguage(draft, remarks),
      minutes: minutesByWave(draft),
      lastVersion: versions[0]?.number ?? 0,
      removed: removedIn(questionnaire, frame.language),
      done: doneOf(c, frame.language),
      focus: c.req.query("focus"),
      hasConflict,
    });
  }

  return routes;
}

export function minutesByWave(draft: QuestionnaireDraft): Record<string, number> {
  return Object.fromEntries(wavesOf(draft).map((wave) => [wave, estimateMinutes(draft, wave)]));
}

function missingByLanguage(draft: QuestionnaireDraft, remarks: readonly Remark[]) {
  const missing = remarks.filter(({ code }) => code === "language-missing");
  return Object.fromEntries(
    draft.languages.map((language) => [
      language,
      missing.filter(({ key }) => key === language).length,
    ]),
  );
}

function removedIn({ lastRemoved }: WithDraft, language: string) {
  const removed = readRemoved(lastRemoved);
  if (!removed) return undefined;
  const { kind, key, before } = removed;
  const lists = { item: before.items, section: before.sections, scale: before.scales };
  const entries: readonly object[] = lists[kind as "item"] ?? [];
  const entry = entries.find((one) => (one as { key: string }).key === key);
  const named = entry as
    | { title?: Record<string, string>; text?: Record<string, string> }
    | undefined;
  const words = inLanguage(named?.title ?? named?.text ?? {}, language);
  return { kind, name: words ? `${key} (${words})` : key };
}

/**
 * Back to the editor, at the button that was pressed, so that the keyboard stays where it was. Without an anchor: browsers
 * give no focus of the page's choosing where an address names a place of its own.
 */
function afterwards(
  c: DeskContext,
  deed: StructureDeed,
  { done, key }: { done: string; key: string },
): string {
  const { slug, id } = c.req.param() as { slug: string; id: string };
  const of = [deed.kind, key, deed.kind === "item" ? deed.sectionKey : ""].filter(Boolean);
  const focus = deed.what === "remove" ? "undo" : toolId(deed.what, of.join(" "));
  const query = new URLSearchParams({ done, focus });
  return `/programmes/${slug}/questionnaires/${id}?${query}`;
}
