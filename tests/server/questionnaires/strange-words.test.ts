import { describe, expect, it } from "vitest";
import { visitorOf } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { cardsOf } from "../../support/programme.ts";
import { anOrganiser, begun, draftAt, list, now, rowAt } from "./desk.ts";

/** Words that would be code where a page forgets to escape them (OWASP XSS filter evasion, shortened). */
const corpus = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  "</textarea><script>alert(1)</script>",
  "</title><script>alert(1)</script>",
  "<!--<img src='--><img src=x onerror=alert(1)>'>",
  "javascript:alert(1)",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "{{7*7}}$\u007b7*7}",
  "\u202egnp.exe",
  "a\u0000b",
  '<a href="javascript:alert(1)" style="x:expression(1)">',
];

describe("strange words in every field", () => {
  const { db } = useDatabase();

  it.each(corpus)(
    "%j stay words on the editor, the preview and the answering page",
    async (text) => {
      const { app, organiser, programme } = await anOrganiser(db());
      const address = await begun(organiser, "empty", text);
      const pair = (name: string) => ({ [`${name}.lt`]: text, [`${name}.en`]: text });
      const post = async (place: string, form: Record<string, string | string[]>) => {
        const response = await organiser.post(`${address}/${place}/new`, form);
        expect(response.status).toBe(303);
      };
      await post("sections", {
        ...pair("title"),
        ...pair("stem"),
        purpose: "competency",
        key: "ONE",
      });
      await post("answer-sets", {
        ...pair("point.0"),
        ...pair("point.1"),
        ...pair("cannotAnswer"),
        ...pair("noOpportunity"),
        key: "set",
      });
      const item = { section: "ONE", wave: ["before"], ...pair("text"), ...pair("help") };
      const options = {
        ...pair("option.0"),
        ...pair("option.1"),
        ...pair("dontKnow"),
        correct: "0",
      };
      await post("items", { ...item, kind: "rating", answerSet: "set" });
      await post("items", { ...item, kind: "knowledge", ...options });
      await post("items", { ...item, kind: "ranking", ...options });
      await post("items", { ...item, kind: "recommendation", ...pair("low"), ...pair("high") });
      await post("items", {
        ...item,
        kind: "number",
        "unit.lt": text.slice(0, 40),
        "unit.en": "h",
        decimals: "0",
      });
      await post("items", { ...item, kind: "information" });
      await post("scales", { ...pair("title"), kind: "rating", item: ["ONE1"], key: "SC" });
      const settings = { ...pair("title"), language: ["lt", "en"], "has-before": "yes" };
      const wave = { ...pair("title-before"), ...pair("introduction-before") };
      const page = await (await organiser.get(`${address}/settings`)).text();
      const _seen = /name="_seen" value="(\w+)"/.exec(page)![1]!;
      await organiser.post(`${address}/settings`, { ...settings, ...wave, _seen });
      const draft = await draftAt(db(), address);
      expect(draft.items[0]!.text.lt).toBe(text.replace("\u0000", ""));

      const places = [
        "",
        "/items/ONE1",
        "/items/ONE2",
        "/items/ONE4",
        "/items/ONE5",
        "/sections/ONE",
      ];
      const more = ["/answer-sets/set", "/scales/SC", "/settings", "/publication", "/preview"];
      for (const place of [...places, ...more, "/preview/page?wave=before"]) {
        const response = await organiser.get(address + place);
        expect(response.status).toBe(200);
        expectOnlyWords(await response.text());
      }
      expectOnlyWords(await (await organiser.get(list)).text());
      const wrong = { kind: "number", section: "ONE", ...pair("text"), minimum: text };
      expectOnlyWords(await (await organiser.post(`${address}/items/new`, wrong)).text());

      const revision = String((await rowAt(db(), address)).draft_revision);
      const published = await organiser.post(`${address}/publication`, { revision });
      expect(published.status).toBe(303);
      expectOnlyWords(await (await organiser.get(`${address}/versions/1`)).text());
      const { id } = await db()
        .selectFrom("questionnaire_version")
        .select("id")
        .orderBy("published_at", "desc")
        .where("questionnaire_id", "=", address.split("/").at(-1)!)
        .executeTakeFirstOrThrow();
      await organiser.post(`${list}/waves/before`, { version: id });
      const [card] = await cardsOf(db(), programme, { locality: "silute", count: 1, now });
      const participant = visitorOf(app);
      await participant.get(`/l/${card!.token}`);
      expectOnlyWords(await (await participant.get("/a")).text());
      await participant.post("/a", { "_statement.participate": "yes", _go: "next" });
      const part = await participant.get("/a/parts/ONE");
      expect(part.status).toBe(200);
      expectOnlyWords(await part.text());
    },
  );
});

/** No element, handler or address in a page came out of the words: quotes in words are escaped, so values end where they end. */
function expectOnlyWords(html: string): void {
  const tags = html.replace(/"[^"]*"/g, '""');
  expect(tags).not.toMatch(/<script>|<img|<!--/i);
  expect(tags).not.toMatch(/<[a-z][^>]*\s(on[a-z]+|style)=/i);
  expect(html).not.toMatch(/(href|src|action)="javascript:/i);
  for (const [script] of html.matchAll(/<script[^>]*>/g)) {
    expect(script).toMatch(/^<script type="module" src="\/assets\/[\w.-]+">$/);
  }
}
