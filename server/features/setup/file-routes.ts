import { Hono } from "hono";
import { findPublicityCopy, findVisionFile } from "../../../db/queries/setup-files.ts";
import { setupTexts } from "../../../web/texts/setup.ts";
import { Problem } from "../../domain/problem.ts";
import { entryFields } from "../../domain/setup/entry-fields.ts";
import { readForm, typedOf } from "../../domain/setup/read-form.ts";
import type { StaffRole } from "../../domain/words.ts";
import { getAccess } from "../../http/access.ts";
import type { StaffEnv } from "../../http/session.ts";
import {
  type Desk,
  getDoing,
  languagesOf,
  readId,
  readUpload,
  type SetupContext,
  setupAddress,
} from "./desk.ts";
import { showEntries, showEntry } from "./entry-routes.ts";
import {
  addLogo,
  type DocumentStep,
  documentSteps,
  keepDocument,
  replaceLogo,
} from "./keep-file.ts";
import { readDocument } from "./read-document.ts";
import { readLogo } from "./read-logo.ts";

const base = "/programmes/:slug/setup";
const readers: StaffRole[] = ["organiser", "data", "evaluator", "funder"];
const findDocument = { visions: findVisionFile, publicity: findPublicityCopy };

/** Logos and the documents of visions: uploading them, and reading a document again. */
export function fileRoutes(desk: Desk): Hono<StaffEnv> {
  const { db } = desk;
  const routes = new Hono<StaffEnv>();

  routes.post(`${base}/logos/upload`, async (c) => {
    const doing = await getDoing(desk, c);
    const texts = setupTexts[doing.language];
    const typed = typedOf(entryFields.logos, await c.req.parseBody());
    const alt = readForm(entryFields.logos, typed, {
      languages: languagesOf(doing.programme),
      options: {},
    });
    const read = await readSentLogo(c);
    const mistakes = [
      ...(read.ok ? [] : [texts.logos.faults[read.fault]]),
      ...(alt.ok ? [] : [`${texts.fields.logos.alt.label}: ${texts.mistakes.missing}`]),
    ];
    if (read.ok && alt.ok) {
      await addLogo(db, { logo: read.logo, alt: alt.values.alt }, doing);
      return c.redirect(setupAddress(doing, "logos"), 303);
    }
    return c.html(await showEntries(desk, "logos", doing, undefined, { typed, mistakes }), 422);
  });

  routes.post(`${base}/logos/:id/upload`, async (c) => {
    const doing = await getDoing(desk, c);
    const id = readId(c);
    const read = await readSentLogo(c);
    if (!read.ok) {
      const word = { mistakes: [setupTexts[doing.language].logos.faults[read.fault]] };
      return c.html(await showEntry(desk, { step: "logos", id, isSaved: false, word }, doing), 422);
    }
    await replaceLogo(db, { id, logo: read.logo }, doing);
    return c.redirect(setupAddress(doing, `logos/${id}?saved=1`), 303);
  });

  for (const step of documentSteps) addDocumentRoutes(routes, desk, step);
  return routes;
}

/** The document of a vision, or the archived copy of what was published: put in, taken away, and read again. */
function addDocumentRoutes(routes: Hono<StaffEnv>, desk: Desk, step: DocumentStep): void {
  const { db } = desk;

  routes.post(`${base}/${step}/:id/upload`, async (c) => {
    const doing = await getDoing(desk, c);
    const id = readId(c);
    const read = await readSentDocument(c, step);
    if (!read.ok) {
      const word = { mistakes: [setupTexts[doing.language][step].faults[read.fault]] };
      const showing = { step, id, isSaved: false, word } as const;
      return c.html(await showEntry(desk, showing, doing), 422);
    }
    await keepDocument(db, { step, id, file: read.file }, doing);
    return c.redirect(setupAddress(doing, `${step}/${id}?saved=1`), 303);
  });

  routes.post(`${base}/${step}/:id/file-removal`, async (c) => {
    const doing = await getDoing(desk, c);
    const id = readId(c);
    await keepDocument(db, { step, id, file: null }, doing);
    return c.redirect(setupAddress(doing, `${step}/${id}`), 303);
  });

  routes.get(`/programmes/:slug/${step}/:id/file`, async (c) => {
    const slug = c.req.param("slug") ?? "";
    const { programme } = await getAccess(db, { staff: c.get("staff"), slug, roles: readers });
    const file = await findDocument[step](db, { programmeId: programme.id, id: readId(c) });
    if (!file) throw new Problem("not-found");
    c.header("content-type", file.mediaType);
    // What staff upload is never shown as a page of ours: it is saved, and opened by the reader's own programs.
    c.header("content-disposition", `attachment; filename="${file.fileName}"`);
    c.header("content-security-policy", "default-src 'none'; sandbox");
    return c.body(new Uint8Array(file.content));
  });
}

async function readSentLogo(c: SetupContext) {
  const file = await readUpload(c);
  if (!file) return { ok: false, fault: "nothing" } as const;
  return await readLogo(new Uint8Array(await file.arrayBuffer()));
}

async function readSentDocument(c: SetupContext, step: DocumentStep) {
  const file = await readUpload(c);
  if (!file) return { ok: false, fault: "nothing" } as const;
  const content = Buffer.from(await file.arrayBuffer());
  return await readDocument({ name: file.name, content }, step);
}
