import { Hono } from "hono";
import type { FormView } from "../../../web/pages/questionnaires/form.tsx";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import { afterRowDeed, readRowDeed } from "../../domain/questionnaire/forms/form-rows.ts";
import type { FormMistake } from "../../domain/questionnaire/forms/form-words.ts";
import { asKind, readKindDeed } from "../../domain/questionnaire/forms/item-kinds.ts";
import { type FormFields, firstValueOf } from "../../domain/response/form-fields.ts";
import { languageOf } from "../../http/language.ts";
import type { StaffEnv } from "../../http/session.ts";
import { changeDraft } from "./change-draft.ts";
import {
  type DeskContext,
  frameOf,
  getDraft,
  one,
  readForm,
  seenOf,
  type WithDraft,
} from "./desk.ts";
import { type PartKind, partKinds, settings } from "./part-kinds.ts";

/** Said instead of a mark by the form of something that was deleted meanwhile: saving it makes it anew. */
const goneMark = "gone";

type Shown = Awaited<ReturnType<typeof getDraft>>;
type Wrong = { why: "mistakes"; mistakes: FormMistake[] } | { why: "changed"; stored: WithDraft };

/** Forms of all parts of a draft. A form that is not right comes back as it was typed, with 422; over something newer, with 409. */
export function partRoutes(deps: Deps): Hono<StaffEnv> {
  const routes = new Hono<StaffEnv>();
  for (const kind of partKinds) {
    const address = `${one}/${kind.place}`;
    routes.get(`${address}/new`, (c) => showNew(c, kind));
    routes.post(`${address}/new`, (c) => save(c, kind, undefined));
    routes.get(`${address}/:key`, (c) => showStored(c, kind, c.req.param("key")));
    routes.post(`${address}/:key`, (c) => save(c, kind, c.req.param("key")));
  }
  routes.get(`${one}/settings`, (c) => showStored(c, settings, ""));
  routes.post(`${one}/settings`, (c) => save(c, settings, ""));

  async function showNew(c: DeskContext, kind: PartKind) {
    const shown = await getDraft(deps, c);
    const fields = kind.blank(shown.questionnaire.draft, (name) => c.req.query(name) ?? "");
    return c.html(show(c, { shown, kind, key: undefined, fields, seen: "" }));
  }

  async function showStored(c: DeskContext, kind: PartKind, key: string) {
    const shown = await getDraft(deps, c);
    const { draft } = shown.questionnaire;
    const part = kind.find(draft, key);
    if (part === undefined) throw new Problem("not-found");
    const fields = kind.fill(draft, key);
    return c.html(show(c, { shown, kind, key, fields, seen: seenOf(part) }));
  }

  async function save(c: DeskContext, kind: PartKind, key: string | undefined) {
    const shown = await getDraft(deps, c);
    const fields = await readForm(c);
    const go = firstValueOf(fields, "_go") ?? "save";
    const seen = firstValueOf(fields, "_seen") ?? "";
    const form = { shown, kind, key, fields, seen };
    const deed = readRowDeed(go);
    if (deed) return c.html(show(c, { ...form, fields: afterRowDeed(fields, deed) }));
    const kindDeed = readKindDeed(go, storedKind(shown, kind, key));
    if (kindDeed) return c.html(show(c, { ...form, fields: asKind(fields, kindDeed) }));
    const saved = await store(c, form);
    if (!("why" in saved)) return c.redirect(nextAddress(c, go, fields, saved.anchor), 303);
    if (saved.why === "mistakes") {
      return c.html(show(c, { ...form, mistakes: saved.mistakes }), 422);
    }
    return c.html(showConflict(c, { ...form, now: saved.stored }), 409);
  }

  async function store(
    c: DeskContext,
    { shown, kind, key, fields, seen }: Form,
  ): Promise<Wrong | { anchor: string }> {
    let anchor = "";
    const change = {
      programmeId: shown.programme.id,
      id: shown.questionnaire.id,
      changedBy: c.get("staff").id,
      now: deps.now(),
      part: `${kind.place} ${key ?? "new"}`.trim(),
    };
    const changed = await changeDraft<Wrong>(deps.db, change, (stored) => {
      const part = key === undefined ? undefined : kind.find(stored.draft, key);
      const isAsSeen =
        part === undefined ? key === undefined || seen === goneMark : seenOf(part) === seen;
      if (!isAsSeen) return { isChanged: false, outcome: { why: "changed", stored } };
      const read = kind.read(stored.draft, fields, part === undefined ? undefined : key);
      if (!read.ok) {
        return { isChanged: false, outcome: { why: "mistakes", mistakes: read.mistakes } };
      }
      anchor = read.anchor;
      return { isChanged: true, draft: read.draft };
    });
    return changed.isChanged ? { anchor } : changed.outcome;
  }

  /** The same form over what is stored by now: what was typed stays, and what differs is told beside it. */
  function showConflict(c: DeskContext, { now, ...form }: Form & { now: WithDraft }): string {
    const part = form.kind.find(now.draft, form.key ?? "");
    const stored = part === undefined ? new Map() : form.kind.fill(now.draft, form.key ?? "");
    const shown = { ...form.shown, questionnaire: now };
    const seen = part === undefined ? goneMark : seenOf(part);
    return show(c, { ...form, shown, stored, seen });
  }

  function show(c: DeskContext, { shown, kind, key, fields, seen, ...more }: Form): string {
    const { programme, questionnaire } = shown;
    const { draft, id } = questionnaire;
    const view: FormView = {
      language: languageOf(c),
      languages: kind === settings ? ["lt", "en"] : draft.languages,
      fields,
      mistakes: more.mistakes ?? [],
      seen,
      stored: more.stored,
    };
    const frame = frameOf(deps, c, { programme, questionnaire: { id, title: draft.title } });
    return kind.page({ frame, view, draft, partKey: key });
  }

  return routes;
}

interface Form {
  shown: Shown;
  kind: PartKind;
  /** Undefined for something new. */
  key: string | undefined;
  fields: FormFields;
  seen: string;
  mistakes?: FormMistake[];
  stored?: FormFields;
}

/** The kind of the question that a form is about. */
function storedKind({ questionnaire }: Shown, { place }: PartKind, key: string | undefined) {
  if (place !== "items") return undefined;
  return questionnaire.draft.items.find((item) => item.key === key)?.kind;
}

/** Back to the editor, where it was saved; or on to another of the kind. */
function nextAddress(c: DeskContext, go: string, fields: FormFields, anchor: string): string {
  const { slug, id } = c.req.param() as { slug: string; id: string };
  const editor = `/programmes/${slug}/questionnaires/${id}`;
  if (go !== "save-more") {
    return anchor ? `${editor}?done=saved&at=${anchor}#${anchor}` : `${editor}?done=saved`;
  }
  const query = new URLSearchParams({
    section: firstValueOf(fields, "section") ?? "",
    kind: firstValueOf(fields, "kind") ?? "",
  });
  return `${editor}/items/new?${query}`;
}
