import { describe, expect, it } from "vitest";
import type { Item } from "../../../server/domain/questionnaire/document.ts";
import { rulesOf } from "../../../server/domain/questionnaire/kinds/all.ts";
import type { Answer, Answers } from "../../../server/domain/response/answers.ts";
import { fillFields, readAnswers } from "../../../server/domain/response/read-answers.ts";
import { answerInWords } from "../../../web/pages/answering/answer-words.ts";
import { emptyForm, type FormState } from "../../../web/pages/answering/field.tsx";
import { Items } from "../../../web/pages/answering/items.tsx";
import { aDocument, anItem } from "../../domain/questionnaire/documents.ts";

const rows: [Item, Answer, words: string][] = [
  [anItem("rating"), 4, "4"],
  [anItem("rating"), { missing: "cannot-answer" }, "cannot answer"],
  [anItem("rating"), "no-opportunity", "no opportunity"],
  [
    anItem("single", { hasOther: true }),
    { chosen: ["other"], other: "savais žodžiais" },
    "savais žodžiais",
  ],
  [anItem("single"), "b", "b"],
  [anItem("multiple", { hasOther: true }), { chosen: ["a", "other"], other: "dar" }, "a, dar"],
  [anItem("multiple"), ["a", "c"], "a, c"],
  [anItem("knowledge"), { missing: "dont-know" }, "I don't know"],
  [anItem("knowledge", { isShuffled: true }), "c", "c"],
  [anItem("recommendation"), 0, "0"],
  [anItem("short-text"), "trumpai", "trumpai"],
  [anItem("long-text"), "ilgai\nir dar", "ilgai\nir dar"],
  [anItem("number", { decimals: 1 }), 12.5, "12,5"],
  [anItem("date"), "2017-06-30", "2017-06-30"],
  [anItem("ranking"), ["c", "a", "b"], "c, a, b"],
  [anItem("consent"), "given", "Sutinku"],
];

function render(items: readonly Item[], more: Partial<FormState> = {}): string {
  const document = aDocument(items);
  const state: FormState = { document, language: "lt", shuffleSeed: 3, ...emptyForm, ...more };
  return String(<Items state={state} items={items} />);
}

/** What a browser would send of a page: names and values of marked choices, typed fields and selected places. */
function sentBy(html: string): Map<string, string[]> {
  const sent = new Map<string, string[]>();
  const add = (name: string, value: string) => sent.set(name, [...(sent.get(name) ?? []), value]);
  const attribute = (tag: string, name: string) =>
    new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const isChoice = /type="(radio|checkbox)"/.test(tag);
    if (!isChoice || /\bchecked\b/.test(tag))
      add(attribute(tag, "name")!, attribute(tag, "value")!);
  }
  for (const [tag, text] of html.matchAll(/<textarea[^>]*>([^<]*)/g))
    add(attribute(tag, "name")!, text!);
  for (const [, name, options] of html.matchAll(
    /<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/g,
  )) {
    const selected = /<option value="([^"]*)" selected/.exec(options!)?.[1];
    if (selected) add(name!, selected);
  }
  return sent;
}

describe.each(rows)("a question of kind $kind", (item, answer, words) => {
  const answers: Answers = { [item.key]: answer };

  it("shows a stored answer so that the page sends it back unchanged", () => {
    const html = render([item], { fields: fillFields([item], answers) });
    const read = readAnswers({ document: aDocument([item]), items: [item], sent: sentBy(html) });
    expect(read).toEqual({ ok: true, answers });
  });

  it("sends only fields that its kind reads, and nothing is marked beforehand", () => {
    const html = render([item]);
    const names = [...html.matchAll(/\bname="([^"]*)"/g)].map(([, name]) => name!);
    expect(new Set(names)).toEqual(new Set(rulesOf(item).fieldsOf(item)));
    expect(html).not.toMatch(/\b(checked|selected)\b/);
  });

  it("says the answer in words", () => {
    expect(answerInWords({ document: aDocument([item]), language: "lt" }, item, answer)).toBe(
      words,
    );
  });

  it("names its fields for those who do not see the page", () => {
    const html = render([item]);
    if (/<fieldset/.test(html)) expect(html).toMatch(/<legend>[^<]+/);
    else expect(html).toMatch(/<label[^>]*>/);
  });
});

describe("a page of questions", () => {
  it("shows looking back and now as one card of two questions", () => {
    const now = anItem("rating", { key: "NOW" });
    const back = anItem("rating", { key: "BACK", looksBackAt: "NOW" });
    const html = render([back, now]);
    expect(html.match(/class="pair"/g)).toHaveLength(1);
    expect(html).toMatch(/Prieš mokymus.*name="BACK".*Dabar.*name="NOW"/s);
    expect(html.match(/name="NOW" value="1"/g)).toHaveLength(1);
  });

  it("leaves out what earlier answers exclude and hands the browser what the page itself decides", () => {
    const onEarlier = anItem("rating", {
      key: "B",
      showIf: { match: "all", conditions: [{ item: "A", is: "equal", value: "a" }] },
    });
    const onSame = anItem("rating", {
      key: "D",
      showIf: { match: "any", conditions: [{ item: "C", is: "equal", value: "a" }] },
    });
    const items = [onEarlier, anItem("single", { key: "C" }), onSame];
    expect(render(items, { earlier: { A: "b" } })).not.toContain('name="B"');
    const html = render(items, { earlier: { A: "a" } });
    expect(html).toContain('name="B"');
    expect(html.match(/data-show-if=/g)).toHaveLength(1);
  });

  it("writes texts, whoever wrote them, as text", () => {
    const payload = `"><img src=x onerror=alert(1)>'&lt;script&gt;`;
    const text = { lt: payload, en: payload };
    const options = ["a", "b"].map((value) => ({ value, label: text }));
    const items = [
      anItem("single", { key: "A", text, help: text, options, hasOther: true }),
      anItem("long-text", { key: "B", text }),
      anItem("ranking", { key: "C", text, options }),
      anItem("information", { key: "D", text }),
      anItem("recommendation", { key: "E", text, lowLabel: text, highLabel: text }),
    ];
    const fields = new Map([
      ["A.other", [payload]],
      ["B", [`</textarea>${payload}`]],
    ]);
    const html = render(items, { fields, conflicts: { B: payload } });
    expect(html).not.toContain("<img");
    expect(html.match(/<\/textarea>/g)).toHaveLength(1);
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
  });
});
