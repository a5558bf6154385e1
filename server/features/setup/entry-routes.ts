import { Hono } from "hono";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import { isOrdered, listEntries } from "../../../db/queries/setup-entries.ts";
import {
  deleteStepNotNeeded,
  hasAnswers,
  insertStepNotNeeded,
  listStepsNotNeeded,
} from "../../../db/queries/setup-programme.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { entriesPage, entryPage } from "../../../web/pages/setup/entries-page.tsx";
import type { FormProps } from "../../../web/pages/setup/form.tsx";
import { setupTexts } from "../../../web/texts/setup.ts";
import { Problem } from "../../domain/problem.ts";
import { type EntryStep, entryFields } from "../../domain/setup/entry-fields.ts";
import type { Mistake, Typed } from "../../domain/setup/field.ts";
import { formOf, typedOf } from "../../domain/setup/read-form.ts";
import { dispensable } from "../../domain/setup/steps.ts";
import type { StaffEnv } from "../../http/session.ts";
import {
  type Desk,
  type Doing,
  frameOf,
  getDoing,
  readEntryStep,
  readId,
  setupAddress,
} from "./desk.ts";
import { entryLine } from "./entry-lines.ts";
import { loadOptions, type Options } from "./entry-options.ts";
import { entryExtras, listExtras, type Word } from "./extras.ts";
import { moveEntry, removeEntry, saveEntry } from "./save-entry.ts";

const base = "/programmes/:slug/setup/:step";

/** The steps that hold lists: looking, adding, changing, ordering, removing. */
export function entryRoutes(desk: Desk): Hono<StaffEnv> {
  const { db } = desk;
  const routes = new Hono<StaffEnv>();

  routes.get(base, async (c) => {
    const step = readEntryStep(c);
    return c.html(await showEntries(desk, step, await getDoing(desk, c)));
  });

  routes.post(base, async (c) => {
    const step = readEntryStep(c);
    const doing = await getDoing(desk, c);
    if (step === "logos") throw new Problem("not-found");
    const typed = typedOf(entryFields[step], await c.req.parseBody());
    const saved = await saveEntry(db, { step, id: undefined, typed }, doing);
    if (saved.ok) {
      const place =
        step === "localities" || step === "criteria" ? `${step}/${saved.id}?saved=1` : step;
      return c.redirect(setupAddress(doing, place), 303);
    }
    return c.html(await showEntries(desk, step, doing, { typed, mistakes: saved.mistakes }), 422);
  });

  routes.post(`${base}/need`, async (c) => {
    const step = readEntryStep(c);
    const doing = await getDoing(desk, c);
    if (!dispensable.includes(step)) throw new Problem("not-found");
    const isNeeded = (await c.req.parseBody()).isNeeded === "yes";
    await markNeed(desk, { step, isNeeded }, doing);
    return c.redirect(setupAddress(doing, isNeeded ? step : ""), 303);
  });

  routes.get(`${base}/:id`, async (c) => {
    const [step, id] = [readEntryStep(c), readId(c)];
    const isSaved = c.req.query("saved") === "1";
    return c.html(await showEntry(desk, { step, id, isSaved }, await getDoing(desk, c)));
  });

  routes.post(`${base}/:id`, async (c) => {
    const [step, id] = [readEntryStep(c), readId(c)];
    const doing = await getDoing(desk, c);
    const typed = typedOf(entryFields[step], await c.req.parseBody());
    const saved = await saveEntry(db, { step, id, typed }, doing);
    if (saved.ok) return c.redirect(setupAddress(doing, `${step}/${id}?saved=1`), 303);
    const form = { typed, mistakes: saved.mistakes };
    return c.html(await showEntry(desk, { step, id, isSaved: false, form }, doing), 422);
  });

  routes.post(`${base}/:id/removal`, async (c) => {
    const [step, id] = [readEntryStep(c), readId(c)];
    const doing = await getDoing(desk, c);
    if (await removeEntry(db, { step, id }, doing)) {
      return c.redirect(setupAddress(doing, step), 303);
    }
    return c.html(await showEntry(desk, { step, id, isSaved: false, isInUse: true }, doing), 409);
  });

  routes.post(`${base}/:id/order`, async (c) => {
    const [step, id] = [readEntryStep(c), readId(c)];
    const doing = await getDoing(desk, c);
    const { direction } = await c.req.parseBody();
    if (!isOrdered(step)) throw new Problem("not-found");
    if (direction !== "up" && direction !== "down") throw new Problem("bad-request");
    await moveEntry(db, { step, id, direction }, doing);
    return c.redirect(setupAddress(doing, step), 303);
  });

  return routes;
}

interface SentForm {
  typed: Typed;
  mistakes: readonly Mistake[];
}

/** The page of a step's list; with a form that was sent with mistakes, that form as it was typed. */
export async function showEntries(
  desk: Desk,
  step: EntryStep,
  doing: Doing,
  sent?: SentForm,
  word?: Word,
): Promise<string> {
  const { db } = desk;
  const programmeId = doing.programme.id;
  const options = await loadOptions(db, step, { programmeId, language: doing.language });
  const entries = await listEntries(db, { programmeId, step });
  const isFixed = step === "localities" && (await hasAnswers(db, programmeId));
  const telling = { step, language: doing.language, options };
  const lines = entries.map((entry) => entryLine(entry, telling));
  return entriesPage({
    frame: frameOf(desk, doing),
    step,
    entries: lines,
    isOrdered: isOrdered(step),
    isNotNeeded: await isNotNeeded(desk, step, programmeId),
    form: isFixed || step === "logos" ? null : formProps(step, doing, options, sent),
    ...listExtras(desk, { step, doing, entries, options, isFixed, word }),
  });
}

async function isNotNeeded({ db }: Desk, step: EntryStep, programmeId: string) {
  if (!dispensable.includes(step)) return null;
  return (await listStepsNotNeeded(db, programmeId)).includes(step);
}

interface Showing {
  step: EntryStep;
  id: string;
  isSaved: boolean;
  isInUse?: boolean;
  form?: SentForm;
  word?: Word;
}

/** The page of one entry. */
export async function showEntry(desk: Desk, showing: Showing, doing: Doing): Promise<string> {
  const { step, id, isSaved } = showing;
  const programmeId = doing.programme.id;
  const options = await loadOptions(desk.db, step, { programmeId, language: doing.language });
  const entry = (await listEntries(desk.db, { programmeId, step })).find((one) => one.id === id);
  if (!entry) throw new Problem("not-found");
  const isFixed = step === "localities" && (await hasAnswers(desk.db, programmeId));
  const stored = { typed: formOf(entryFields[step], entry.values), mistakes: [] };
  const { frozen } = setupTexts[doing.language].localities;
  return entryPage({
    frame: frameOf(desk, doing),
    step,
    id,
    heading: entryLine(entry, { step, language: doing.language, options }).heading,
    form: formProps(step, doing, options, showing.form ?? stored),
    isSaved,
    removal: isFixed ? { because: frozen } : showing.isInUse ? "in-use" : "possible",
    ...(await entryExtras(desk, { step, doing, entry, isSaved, word: showing.word })),
  });
}

function formProps(
  step: EntryStep,
  { language }: Doing,
  options: Options,
  sent: SentForm = { typed: {}, mistakes: [] },
): FormProps {
  const texts = setupTexts[language].fields[step];
  return { language, fields: entryFields[step], texts, options, ...sent };
}

async function markNeed(
  { db }: Desk,
  { step, isNeeded }: { step: EntryStep; isNeeded: boolean },
  { programme, staffId, now }: Doing,
): Promise<void> {
  const key = { programmeId: programme.id, step };
  await inTransaction(db, async (tx) => {
    await (isNeeded ? deleteStepNotNeeded(tx, key) : insertStepNotNeeded(tx, key));
    await insertAuditEvent(tx, {
      programmeId: programme.id,
      at: now,
      actor: staffId,
      action: "marked-setup-step",
      detail: { step, isNeeded },
    });
  });
}
