import { Hono } from "hono";
import { listProgrammesOf, type Programme } from "../../../db/queries/programmes.ts";
import type { Staff } from "../../../db/queries/staff.ts";
import { startPage } from "../../../web/pages/setup/start-page.tsx";
import { Problem } from "../../domain/problem.ts";
import { type CopyPart, copyParts } from "../../domain/setup/copy-part.ts";
import { recordFields } from "../../domain/setup/entry-fields.ts";
import type { Mistake, Typed } from "../../domain/setup/field.ts";
import { readForm, typedOf } from "../../domain/setup/read-form.ts";
import { isSlug } from "../../domain/setup/slug.ts";
import { inLanguage } from "../../domain/text.ts";
import { languageOf, rememberLanguage } from "../../http/language.ts";
import type { StaffEnv } from "../../http/session.ts";
import { type Desk, languagesOf, type SetupContext } from "./desk.ts";
import { startProgramme } from "./start-programme.ts";

const path = "/programmes/new";
const { title, languages, startsOn, endsOn } = recordFields.basics;
const fields = {
  languages,
  title,
  startsOn,
  endsOn,
  slug: { kind: "line", isRequired: false, most: 80 },
  from: { kind: "choice", isRequired: false, options: "given" },
} as const;

/** Making a new programme: administrators of the organisation may, and whoever organises one already. */
export function startRoutes(desk: Desk): Hono<StaffEnv> {
  const { db, deps } = desk;
  const routes = new Hono<StaffEnv>();

  routes.get(path, async (c) => {
    const own = await listOwn(desk, c.get("staff"));
    if (c.req.query("language")) rememberLanguage(c, languageOf(c));
    const from = own.find(({ slug }) => slug === c.req.query("from"));
    const languages = from ? languagesOf(from).join(",") : languageOf(c);
    const typed = { from: from?.id ?? "", languages };
    return c.html(show(desk, c, own, { typed, parts: [...copyParts], mistakes: [] }));
  });

  routes.post(path, async (c) => {
    const staff = c.get("staff");
    const own = await listOwn(desk, staff);
    const sent = await c.req.parseBody({ all: true });
    const typed = typedOf(fields, sent);
    const parts = copyParts.filter((part) => [sent.parts ?? []].flat().includes(part));
    const read = readStart(typed, own);
    if (!read.ok) return c.html(show(desk, c, own, { typed, parts, mistakes: read.mistakes }), 422);
    const { from, ...start } = read.values;
    const copy = from ? { from, parts } : null;
    const slug = await startProgramme(db, {
      ...start,
      languages: start.languages.split(","),
      copy,
      staffId: staff.id,
      now: deps.now(),
    });
    if (slug) return c.redirect(`/programmes/${slug}/setup`, 303);
    const mistakes: Mistake[] = [{ input: "slug", code: "taken" }];
    return c.html(show(desk, c, own, { typed, parts, mistakes }), 422);
  });

  return routes;
}

/** The programmes that somebody organises; whoever may not make one is refused here. */
async function listOwn({ db }: Desk, staff: Staff): Promise<Programme[]> {
  const programmes = await listProgrammesOf(db, staff.id);
  const own = programmes.filter(({ roles }) => roles.includes("organiser"));
  if (own.length === 0 && !staff.isAdministrator) throw new Problem("not-allowed");
  return own;
}

/** The title is needed in the languages that the form itself chooses. */
function readStart(typed: Typed, own: readonly Programme[]) {
  const options = { from: own.map(({ id }) => id) };
  const read = readForm(fields, typed, { languages: (typed.languages ?? "").split(","), options });
  if (!read.ok) return read;
  const { values } = read;
  const mistakes: Mistake[] = [
    ...(values.endsOn < values.startsOn
      ? [{ input: "endsOn", code: "ends-before-start" } as const]
      : []),
    ...(values.slug !== "" && !isSlug(values.slug)
      ? [{ input: "slug", code: "not-a-slug" } as const]
      : []),
  ];
  return mistakes.length > 0 ? ({ ok: false, mistakes } as const) : read;
}

interface Shown {
  typed: Typed;
  parts: readonly CopyPart[];
  mistakes: readonly Mistake[];
}

function show({ deps }: Desk, c: SetupContext, own: readonly Programme[], shown: Shown): string {
  const language = languageOf(c);
  return startPage({
    language,
    styleUrl: deps.assets.url("web/styles/main.css"),
    fields,
    olds: own.map((programme) => ({
      value: programme.id,
      label: inLanguage(programme.title, language),
    })),
    ...shown,
  });
}
