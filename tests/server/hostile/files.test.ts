import { beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "../../support/database.ts";
import { type Form, formsIn, readMarkup } from "../../support/html.ts";
import { faultsIn } from "./faults.ts";
import { mark, payloads } from "./payloads.ts";
import { aHostileScene, everywhere, type HostileScene } from "./scene.ts";
import { fill, isFree, type Page, walk } from "./walker.ts";

/** A cell as spreadsheets write it. */
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** A table whose heads, cells and unknown columns are strange words; some heads are ones that are known. */
function strangeTable(from: number): string {
  const word = (at: number) => payloads[(from + at) % payloads.length]!;
  const heads = ["Vardas, pavardė", "Vietovė", "Kodas", "El. paštas", word(0), word(1), word(2)];
  const rows = Array.from({ length: 12 }, (_, row) =>
    heads.map((_, column) => quoted(word(row * heads.length + column))),
  );
  return [heads.map(quoted), ...rows].map((cells) => cells.join(",")).join("\r\n");
}

describe("files whose every cell is strange", () => {
  const { db } = useDatabase();
  let scene: HostileScene;
  let uploads: Form[];

  beforeAll(() => {
    expect(payloads.length).toBeGreaterThan(50);
  });

  it("are refused or read, and show words alone: heads, cells, warnings and the file's own name", async () => {
    scene = await aHostileScene(db());
    const pages = await walk(scene.visitor, [...everywhere, "/programmes/arrival"]);
    const forms = pages.flatMap(({ html, path }) => formsIn(html, path));
    uploads = forms.filter(({ hasFile }) => hasFile);
    const places = new Set(uploads.map(({ action }) => action));
    for (const place of ["participants/upload", "questionnaires/import/upload"]) {
      expect([...places].some((action) => action.endsWith(place))).toBe(true);
    }
    const seen: Page[] = [];
    for (const [index, action] of [...places].entries()) {
      const form = uploads.find((one) => one.action === action)!;
      for (const ending of ["csv", "xlsx", "txt", "lss", "json", "svg"]) {
        const name = `${payloads[index]!.replaceAll("/", "")}.${ending}`;
        const file = new File([strangeTable(index * 7)], name);
        const fields = Object.fromEntries(form.fields.map((one) => [one.name, one.value]));
        const reply = await scene.visitor.upload(action, "file", file, fields);
        expect([action, ending, reply.status < 500]).toEqual([action, ending, true]);
        const html = await reply.text();
        if (html.startsWith("<!")) seen.push({ path: action, status: reply.status, html });
        const next = reply.headers.get("location");
        if (next) seen.push(...(await follow(next)));
      }
    }
    expect(seen.flatMap(faultsIn)).toEqual([]);
    const shown = seen.filter(({ html }) =>
      readMarkup(html).words.some((one) => one.includes(mark)),
    );
    expect(
      new Set(shown.map(({ path }) => path.replace(/[0-9a-f-]{36}.*/, ""))).size,
    ).toBeGreaterThan(1);
  });

  /** The page after an upload, and what its forms lead to. */
  async function follow(path: string): Promise<Page[]> {
    const reply = await scene.visitor.get(path);
    const html = await reply.text();
    const pages = [{ path, status: reply.status, html }];
    for (const form of formsIn(html, path)) {
      if (form.method !== "POST" || form.hasFile || /discard|sign-out/.test(form.action)) continue;
      if (!form.fields.some((one) => isFree(one) || one.kind === "select")) continue;
      for (const sent of await fill(scene.visitor, form, () => payloads[0]!)) {
        expect([form.action, sent.status < 500]).toEqual([form.action, true]);
        if (sent.html.startsWith("<!"))
          pages.push({ path: form.action, status: sent.status, html: sent.html });
      }
    }
    return pages;
  }
});
