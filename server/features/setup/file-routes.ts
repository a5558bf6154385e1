import { Hono } from "hono";
import { findPublicityCopy, findVisionFile } from "../../../db/queries/setup-files.ts";
import { setupTexts } from "../../../web/texts/setup.ts";
import { Problem } from "../../domain/problem.ts";
import { documentKind } from "../../domain/setup/document-kind.ts";
import { entryFields } from "../../domain/setup/entry-fields.ts";
import { readForm, typedOf } from "../../domain/setup/read-form.ts";
import { slugOf } from "../../domain/setup/slug.ts";
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
import { readLogo } from "./read-logo.ts";

const base = "/programmes/:slug/setup";
const mostDocumentBytes = 8 * 1024 * 1024 - 64 * 1024;
const readers: StaffRole[] = ["organiser", "data", "evaluator", "funder"];
const findDocument = { visions: findVisionFile, publicity: findPublicityCopy };
/** What a document is called whose own name has no letters that an address can hold. */
const unnamed = { visions: "vizija", publicity: "kopija" };

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
    const read = await readSentDocument(c, unnamed[step]);
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

/** The name is made anew of letters and digits, with the ending of what the document really is. */
async function readSentDocument(c: SetupContext, unnamed: string) {
  const file = await readUpload(c);
  if (!file) return { ok: false, fault: "nothing" } as const;
  if (file.size > mostDocumentBytes) return { ok: false, fault: "too-large" } as const;
  const content = Buffer.from(await file.arrayBuffer());
  const kind = documentKind(content);
  if (!kind) return { ok: false, fault: "not-a-file" } as const;
  const name = slugOf(file.name.replace(/\.[^.]*$/, "")) || unnamed;
  const fileName = `${name}.${kind.ending}`;
  return { ok: true, file: { fileName, mediaType: kind.mediaType, content } } as const;
}
