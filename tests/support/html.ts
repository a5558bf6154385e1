/** One tag of a page with its attributes, values unescaped. */
export interface Tag {
  name: string;
  isEnd: boolean;
  attributes: Map<string, string>;
}

/** A page as a browser's tokenizer sees it: tags, and the words between them. */
export interface Markup {
  tags: Tag[];
  /** Words between tags, unescaped. */
  words: string[];
  /** Text of elements whose content is not markup: scripts and styles. */
  code: string[];
}

const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const tag = /<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/giy;

/**
 * Reads a page by the rules browsers tokenize by, as far as they matter to telling words from code: what opens a tag,
 * what a quoted value ends at, and that scripts, styles and titles hold no tags.
 *
 * @throws Error at a comment or a bare "<": our pages have neither.
 */
export function readMarkup(html: string): Markup {
  const found: Markup = { tags: [], words: [], code: [] };
  let at = html.toLowerCase().startsWith("<!doctype html>") ? "<!doctype html>".length : 0;
  while (at < html.length) {
    const next = html.indexOf("<", at);
    const words = html.slice(at, next < 0 ? undefined : next);
    if (words.trim() !== "") found.words.push(unescaped(words));
    if (next < 0) break;
    tag.lastIndex = next;
    const match = tag.exec(html);
    if (!match) throw new Error(`no tag begins here: ${html.slice(next, next + 120)}`);
    const [whole, slash = "", name = "", rest = ""] = match;
    found.tags.push({ name: name.toLowerCase(), isEnd: slash === "/", attributes: read(rest) });
    at = next + whole.length;
    if (slash === "" && /^(script|style|title|textarea)$/i.test(name)) {
      const end = html.toLowerCase().indexOf(`</${name.toLowerCase()}`, at);
      const inside = html.slice(at, end);
      if (/^(title|textarea)$/i.test(name)) found.words.push(unescaped(inside));
      else found.code.push(inside);
      at = end;
    }
  }
  return found;
}

function read(rest: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", double, single, bare] of rest.matchAll(attribute)) {
    attributes.set(name.toLowerCase(), unescaped(double ?? single ?? bare ?? ""));
  }
  return attributes;
}

const named: Record<string, string> = { lt: "<", gt: ">", quot: '"', amp: "&", nbsp: "\u00a0" };

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return named[String(name)] ?? whole;
  });
}

/** A form of a page with what it would send if nothing were changed. */
export interface Form {
  action: string;
  method: string;
  hasFile: boolean;
  fields: Field[];
}

export interface Field {
  name: string;
  /** `text`, `textarea`, `date`, `hidden`, `checkbox`, `radio`, `select`, `submit` … */
  kind: string;
  /** What would be sent, or what a box or button stands for. */
  value: string;
  /** Whether a box is ticked. */
  isOn: boolean;
  isRequired: boolean;
  isWrong: boolean;
  /** Of a choice: what may be chosen. */
  options: string[];
}

/** Every form of a page. `at` is the page's own address, which a form without an action goes to. */
export function formsIn(html: string, at: string): Form[] {
  const forms: Form[] = [];
  const pattern = /<form\b([^>]*)>([\s\S]*?)<\/form>/g;
  for (const [, head = "", body = ""] of html.matchAll(pattern)) {
    const attributes = read(head);
    const id = attributes.get("id");
    // Buttons elsewhere may name the form they belong to.
    const outside = id ? elsewhere(html, id) : "";
    const fields = fieldsIn(body + outside);
    forms.push({
      action: attributes.get("action") || at,
      method: (attributes.get("method") ?? "get").toUpperCase(),
      hasFile: fields.some(({ kind }) => kind === "file"),
      fields: fields.filter(({ kind, name }) => kind !== "file" && name !== ""),
    });
  }
  return forms;
}

function elsewhere(html: string, id: string): string {
  const pattern = new RegExp(`<(?:input|button)\\b[^>]*\\sform="${id}"[^>]*>`, "g");
  return [...html.matchAll(pattern)].map(([whole]) => whole).join("");
}

function fieldsIn(body: string): Field[] {
  const pattern =
    /<(input|button)\b((?:"[^"]*"|[^">])*)>|<(textarea|select)\b((?:"[^"]*"|[^">])*)>([\s\S]*?)<\/\3>/g;
  return [...body.matchAll(pattern)].map(([, simple, head, paired, pairedHead, inside = ""]) => {
    const attributes = read(head ?? pairedHead ?? "");
    const field = {
      name: attributes.get("name") ?? "",
      kind: paired ?? (simple === "button" ? "submit" : (attributes.get("type") ?? "text")),
      value: attributes.get("value") ?? "",
      isOn: attributes.has("checked"),
      isRequired: attributes.has("required"),
      isWrong: attributes.get("aria-invalid") === "true",
      options: [] as string[],
    };
    if (paired === "textarea") return { ...field, value: unescaped(inside.replace(/^\n/, "")) };
    return paired === "select" ? withOptions(field, inside) : field;
  });
}

function withOptions(field: Field, inside: string): Field {
  const all = [...inside.matchAll(/<option\b((?:"[^"]*"|[^">])*)>/g)].map(([, head = ""]) =>
    read(head),
  );
  const options = all.map((one) => one.get("value") ?? "");
  const chosen = all.find((one) => one.has("selected"));
  return { ...field, options, value: chosen?.get("value") ?? options[0] ?? "" };
}
