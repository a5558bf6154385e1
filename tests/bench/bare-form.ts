import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import type { Item, QuestionnaireDocument } from "../../server/domain/questionnaire/document.ts";
import type { Part } from "../../server/domain/questionnaire/parts.ts";
import { inLanguage } from "../../server/domain/text.ts";

const language = "lt";

/** A questionnaire as somebody would write it by hand in an afternoon: a plain form, without style or script. */
export function bareForm(document: QuestionnaireDocument, parts: readonly Part[]): string {
  const sections = parts.map(
    (part) =>
      `<h2>${inLanguage(part.section.title, language)}</h2>${part.items.map((item) => field(document, item)).join("")}`,
  );
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${inLanguage(document.title, language)}</title></head><body><h1>${inLanguage(document.title, language)}</h1><form method="post">${sections.join("")}<button>Toliau</button></form></body></html>`;
}

function field(document: QuestionnaireDocument, item: Item): string {
  const text = inLanguage(item.text, language);
  const choices = choicesOf(document, item);
  if (choices.length === 0) {
    return `<p><label>${text} <input name="${item.key}"></label></p>`;
  }
  const radios = choices.map(
    ([value, label]) =>
      `<label><input type="radio" name="${item.key}" value="${value}"> ${label}</label> `,
  );
  return `<fieldset><legend>${text}</legend>${radios.join("")}</fieldset>`;
}

function choicesOf(document: QuestionnaireDocument, item: Item): [string, string][] {
  if (item.kind === "rating") {
    const points = document.answerSets[item.answerSet]?.points ?? [];
    return points.map(({ value, label }) => [String(value), inLanguage(label, language)]);
  }
  if ("options" in item) {
    return item.options.map(({ value, label }) => [value, inLanguage(label, language)]);
  }
  return [];
}

/** Serves pages from memory by their paths, compressed. */
export async function serveBare(pages: Record<string, string>): Promise<{
  origin: string;
  close(): void;
}> {
  const packed = new Map(Object.entries(pages).map(([path, html]) => [path, gzipSync(html)]));
  const server: Server = createServer((request, response) => {
    const page = packed.get(request.url ?? "");
    if (!page) {
      response.writeHead(404).end();
      return;
    }
    const headers = { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip" };
    response.writeHead(200, { ...headers, "content-length": page.length }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => void server.close() };
}
