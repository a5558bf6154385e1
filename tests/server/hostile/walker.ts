import type { Visitor } from "../../support/app.ts";
import { type Field, type Form, formsIn, readMarkup } from "../../support/html.ts";
import { mark } from "./payloads.ts";

export interface Page {
  path: string;
  status: number;
  html: string;
}

/** Files are looked at by tests of their own; leaving and a language's change would end or alter the walk. */
const noPages =
  /\.(pdf|docx|xlsx|csv|svg|zip|json|txt|lss|gz|sav)(\?|$)|\/files?\/|\/export\/|\/assets\/|[?&]language=|^\/sign-|\/progress$/;

/**
 * Opens a page and whatever it leads to, each address once; of addresses that differ only in what follows the question
 * mark, two.
 */
export async function walk(visitor: Visitor, from: readonly string[], most = 400): Promise<Page[]> {
  const waiting = [...from];
  const seen = new Map<string, number>();
  const pages: Page[] = [];
  for (let path = waiting.shift(); path && pages.length < most; path = waiting.shift()) {
    const bare = path.split("?")[0] ?? path;
    const times = seen.get(bare) ?? 0;
    if (seen.has(path) || times >= 2) continue;
    seen.set(path, 1).set(bare, times + 1);
    const response = await visitor.get(path);
    const html = await response.text();
    if (!(response.headers.get("content-type") ?? "").startsWith("text/html")) continue;
    pages.push({ path, status: response.status, html });
    waiting.push(...linksIn(html, path));
  }
  return pages;
}

function linksIn(html: string, at: string): string[] {
  return readMarkup(html)
    .tags.filter(({ name }) => name === "a")
    .map(({ attributes }) => attributes.get("href") ?? "")
    .filter((href) => href !== "" && !href.startsWith("#"))
    .map((href) => new URL(href, `http://localhost${at}`))
    .filter(({ origin }) => origin === "http://localhost")
    .map(({ pathname, search }) => pathname + search)
    .filter((path) => !noPages.test(path));
}

/** What to type into a field of free text. */
export type Words = (field: Field, form: Form) => string;

/** Forms that end the walk itself, or belong to somebody's own way of signing in. */
export const endings =
  /\/sign-out|\/account\/(password|passkeys|second-factor|sessions|other-sessions)|\/team\/|removal|erasure|discard|destruction|withdrawal|revocation|forgetting|closure|ending|\/end$|cancellation|\/move$|companions|kiosk/;

export interface Sent {
  form: Form;
  status: number;
  html: string;
  location: string | null;
  typed: Record<string, string | string[]>;
}

/**
 * Fills a form with strange words in every field of free text. Where the page comes back with mistakes, the fields it
 * names get something proper instead, and the rest stays strange; so as much as possible is stored.
 */
export async function fill(visitor: Visitor, form: Form, words: Words): Promise<Sent[]> {
  const sent: Sent[] = [];
  const proper = new Set<string>();
  for (let round = 0; round < 4; round++) {
    const typed = fieldsOf(form, words, proper, round);
    const response = await visitor.post(form.action, typed);
    const html = await response.text();
    const { status } = response;
    sent.push({ form, status, html, location: response.headers.get("location"), typed });
    if (status !== 422) break;
    const wrong = formsIn(html, form.action)
      .flatMap(({ fields }) => fields)
      .filter(({ isWrong }) => isWrong)
      .map(({ name }) => name);
    for (const name of wrong) proper.add(name);
  }
  return sent;
}

/** What the button does that a person would press to keep what they typed. */
const keeping = /^(save|send|next|add|look|)$/;

function fieldsOf(form: Form, words: Words, proper: ReadonlySet<string>, round: number) {
  const typed: Record<string, string | string[]> = {};
  const add = (name: string, value: string) => {
    const there = typed[name];
    typed[name] = there === undefined ? value : [there, value].flat();
  };
  const { fields } = form;
  const buttons = fields.filter(({ kind }) => kind === "submit");
  const button = buttons.find(({ value }) => keeping.test(value)) ?? buttons[0];
  const radios = new Set(fields.filter(isChosenRadio).map(({ name }) => name));
  for (const field of fields) {
    const { kind, name, value, isOn, isRequired } = field;
    if (kind === "submit") {
      if (field === button) add(name, value);
    } else if (kind === "checkbox") {
      if (isOn || isRequired || proper.has(name)) add(name, value || "on");
    } else if (kind === "radio") {
      if (isOn || !radios.has(name)) add(name, value);
      radios.add(name);
    } else if (kind === "select") add(name, optionOf(field, proper.has(name) ? round : 0));
    else if (isFree(field) && !proper.has(name)) add(name, words(field, form));
    else add(name, properly(field, round));
  }
  return typed;
}

const isChosenRadio = ({ kind, isOn }: Field) => kind === "radio" && isOn;

function optionOf({ value, options }: Field, round: number): string {
  const real = options.filter((one) => one !== "");
  return round === 0 && value !== "" ? value : (real[round % Math.max(real.length, 1)] ?? "");
}

/** Whether anything may be typed there as far as the page is concerned. */
export function isFree({ kind }: Field): boolean {
  return ["text", "search", "textarea", "email", "url", "tel"].includes(kind);
}

let number = 0;

/** Something that such a field may well hold; another thing in each round, as a page does not say what it wants. */
function properly({ kind, value, name }: Field, round: number): string {
  if (kind === "hidden" || (round < 2 && value !== "" && !value.includes(mark))) return value;
  number += 1;
  if (/email/i.test(name)) return `zmogus${number}@example.org`;
  if (/url|website/i.test(name)) return "https://example.org/x";
  if (/latitude|longitude/.test(name)) return name === "latitude" ? "55.1" : "23.9";
  if (kind === "date" || /On$/.test(name)) return "2026-03-10";
  if (kind === "datetime-local" || /At$/.test(name)) return "2026-03-10T10:00";
  if (kind === "number" || round === 2) return "5";
  return round === 3 ? "" : `Z${number}`;
}

/** Forms that differ only in whose they are count as one. */
const shapeOf = ({ action, fields }: Form) => {
  const place = action.replace(/[0-9a-f-]{36}/g, ":id").replace(/\?.*/, "");
  const names = fields.map(({ name }) => name.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g, "#"));
  return `${place} ${[...new Set(names)].sort().join(" ")}`;
};

export interface Walked {
  /** Every page that was seen, also those that came back with mistakes. */
  pages: Page[];
  sent: Sent[];
}

/**
 * Opens everything from `from` on and fills every form with free text once a round; in the next round the pages show
 * what was stored, and there are more of them.
 */
export async function fillEverything(
  visitor: Visitor,
  { from, words, rounds, prepare = (form) => form }: Walk,
): Promise<Walked> {
  const walked: Walked = { pages: [], sent: [] };
  const filled = new Map<string, number>();
  for (let round = 0; round <= rounds; round++) {
    const pages = await walk(visitor, from);
    walked.pages.push(...pages);
    if (round === rounds) break;
    for (const form of pages.flatMap(({ html, path }) => formsIn(html, path))) {
      const shape = shapeOf(form);
      const times = filled.get(shape) ?? 0;
      if (times > round || !isToFill(form)) continue;
      filled.set(shape, times + 1);
      walked.sent.push(...(await fill(visitor, prepare(form), words)));
    }
  }
  for (const { form, html, status } of walked.sent) {
    if (html.startsWith("<!")) walked.pages.push({ path: `${form.action} (sent)`, status, html });
  }
  return walked;
}

export interface Walk {
  from: readonly string[];
  words: Words;
  rounds: number;
  /** What to add to a form before it is sent. */
  prepare?: (form: Form) => Form;
}

function isToFill(form: Form): boolean {
  const { method, hasFile, action, fields } = form;
  return method === "POST" && !hasFile && !endings.test(action) && fields.some(isFree);
}
