import { Hono } from "hono";
import type { SelectionDecision } from "../../../db/queries/selection.ts";
import { listEntries } from "../../../db/queries/setup-entries.ts";
import { sessionsManyPage } from "../../../web/pages/setup/sessions-many-page.tsx";
import { setupTexts } from "../../../web/texts/setup.ts";
import { Problem } from "../../domain/problem.ts";
import { cleanLine } from "../../domain/response/clean-text.ts";
import { entryFields } from "../../domain/setup/entry-fields.ts";
import { inputOf, type Typed } from "../../domain/setup/field.ts";
import { isDay, readForm } from "../../domain/setup/read-form.ts";
import { readSessionLines, type SessionLine } from "../../domain/setup/session-lines.ts";
import { languages } from "../../domain/text.ts";
import type { StaffEnv } from "../../http/session.ts";
import { addLocalities, addReadySectors, addSessions, keepDecisions } from "./add-many.ts";
import { type Desk, type Doing, frameOf, getDoing, readId, setupAddress } from "./desk.ts";
import { loadOptions } from "./entry-options.ts";
import { showEntries, showEntry } from "./entry-routes.ts";

const base = "/programmes/:slug/setup";
const mostLines = 200;

/** Several things at once: localities by name, the usual sectors, a timetable, decisions by one criterion. */
export function manyRoutes(desk: Desk): Hono<StaffEnv> {
  const { db } = desk;
  const routes = new Hono<StaffEnv>();

  routes.post(`${base}/localities/many`, async (c) => {
    const doing = await getDoing(desk, c);
    const typed = { names: textOf((await c.req.parseBody()).names) };
    const names = typed.names.split("\n").map(cleanLine).filter(Boolean).slice(0, mostLines);
    const wrong = await addLocalities(db, names, doing);
    if (wrong.length === 0) return c.redirect(setupAddress(doing, "localities"), 303);
    const { manyMistake } = setupTexts[doing.language].localities;
    const mistakes = wrong.map((place) => manyMistake(place + 1, names[place] ?? ""));
    const word = { typed, mistakes };
    return c.html(await showEntries(desk, "localities", doing, undefined, word), 422);
  });

  routes.post(`${base}/sectors/ready`, async (c) => {
    const doing = await getDoing(desk, c);
    await addReadySectors(db, doing);
    return c.redirect(setupAddress(doing, "sectors"), 303);
  });

  routes.get(`${base}/sessions/many`, async (c) => {
    const doing = await getDoing(desk, c);
    return c.html(await showMany(desk, doing, { ticked: [], typed: {}, mistakes: [] }));
  });

  routes.post(`${base}/sessions/many`, async (c) => {
    const doing = await getDoing(desk, c);
    const sent = await c.req.parseBody({ all: true });
    const ticked = [sent.localityIds ?? []].flat().filter((one) => typeof one === "string");
    const typed = {
      lines: textOf(sent.lines),
      topicId: textOf(sent.topicId),
      methodId: textOf(sent.methodId),
    };
    const mistakes = await saveTimetable(desk, { typed, localityIds: ticked }, doing);
    if (mistakes.length === 0) return c.redirect(setupAddress(doing, "sessions"), 303);
    return c.html(await showMany(desk, doing, { ticked, typed, mistakes }), 422);
  });

  routes.post(`${base}/criteria/:id/decisions`, async (c) => {
    const doing = await getDoing(desk, c);
    const criterionId = readId(c);
    const programmeId = doing.programme.id;
    const criteria = await listEntries(db, { programmeId, step: "criteria" });
    if (!criteria.some(({ id }) => id === criterionId)) throw new Problem("not-found");
    const localities = await listEntries(db, { programmeId, step: "localities" });
    const ids = localities.map(({ id }) => id);
    const typed = typedDecisions(ids, await c.req.parseBody());
    const { decisions, mistakes } = readDecisions(ids, typed);
    if (mistakes.length > 0) {
      const word = { typed, mistakes };
      const showing = { step: "criteria", id: criterionId, isSaved: false, word } as const;
      return c.html(await showEntry(desk, showing, doing), 422);
    }
    await keepDecisions(db, { criterionId, decisions }, doing);
    return c.redirect(setupAddress(doing, `criteria/${criterionId}?saved=1`), 303);
  });

  return routes;
}

function textOf(sent: unknown): string {
  return typeof sent === "string" ? sent.slice(0, 40_000) : "";
}

async function showMany(
  desk: Desk,
  doing: Doing,
  shown: { ticked: readonly string[]; typed: Typed; mistakes: readonly string[] },
): Promise<string> {
  const asking = { programmeId: doing.programme.id, language: doing.language };
  const {
    localityId = [],
    topicId = [],
    methodId = [],
  } = await loadOptions(desk.db, "sessions", asking);
  const choices = { topicId, methodId };
  return sessionsManyPage({
    frame: frameOf(desk, doing),
    localities: localityId,
    choices,
    ...shown,
  });
}

/** Saves a timetable, or says what is wrong with which line; then nothing of it was saved. */
async function saveTimetable(
  { db }: Desk,
  { typed, localityIds }: { typed: Typed; localityIds: readonly string[] },
  doing: Doing,
): Promise<string[]> {
  const texts = setupTexts[doing.language].sessions;
  const read = readSessionLines(typed.lines ?? "").slice(0, mostLines);
  if (read.length === 0) return [texts.noLines];
  if (localityIds.length === 0) return [texts.noLocality];
  const mistakes = read.flatMap(({ line, session }) =>
    mistakesOf(session, doing).map((what) => texts.lineMistake(line, what)),
  );
  if (mistakes.length > 0) return mistakes;
  const lines = read.map(({ session }) => ({ ...typedSession(session), ...choicesOf(typed) }));
  const wrong = await addSessions(db, { lines, localityIds }, doing);
  const { "not-offered": notOffered } = setupTexts[doing.language].mistakes;
  return wrong.map((place) => texts.lineMistake(read[place]?.line ?? 0, notOffered));
}

function choicesOf({ topicId = "", methodId = "" }: Typed): Typed {
  return { topicId, methodId };
}

/** A line of a timetable has one title; it stands in every language until somebody writes the others. */
function typedSession({ title, ...session }: SessionLine): Typed {
  const titles = languages.map((language) => [inputOf("title", language), title]);
  return { ...session, ...Object.fromEntries(titles) };
}

function mistakesOf(session: SessionLine, { language }: Doing): string[] {
  const { title, heldOn, hours, lecturer, place } = entryFields.sessions;
  const fields = { heldOn, hours, title, lecturer, place };
  const read = readForm(fields, typedSession(session), { languages: ["lt"], options: {} });
  if (read.ok) return [];
  const texts = setupTexts[language];
  const labels = texts.fields.sessions;
  return read.mistakes.map(({ input, code }) => {
    const name = Object.keys(fields).find((one) => input.startsWith(one)) as keyof typeof fields;
    return `${labels[name].label.toLocaleLowerCase(language)} – ${texts.mistakes[code]}`;
  });
}

function typedDecisions(ids: readonly string[], sent: Record<string, unknown>): Typed {
  const names = ids.flatMap((id) => [`met-${id}`, `evidence-${id}`, `decidedOn-${id}`]);
  return Object.fromEntries(names.map((name) => [name, textOf(sent[name]).slice(0, 1_000)]));
}

/** The decisions made, and the localities whose decision lacks its day. */
function readDecisions(ids: readonly string[], typed: Typed) {
  const decided = ids.filter((id) => ["yes", "no"].includes(typed[`met-${id}`] ?? ""));
  const decisions = decided.map(
    (id): SelectionDecision => ({
      localityId: id,
      isMet: typed[`met-${id}`] === "yes",
      evidence: cleanLine(typed[`evidence-${id}`] ?? ""),
      decidedOn: typed[`decidedOn-${id}`] ?? "",
    }),
  );
  const mistakes = decisions
    .filter(({ decidedOn }) => !isDay(decidedOn))
    .map(({ localityId }) => localityId);
  return { decisions, mistakes };
}
