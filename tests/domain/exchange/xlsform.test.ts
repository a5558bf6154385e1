// biome-ignore-all lint/suspicious/noTemplateCurlyInString: XLSForm writes references so
import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { readXlsform } from "../../../server/domain/exchange/read-xlsform.ts";
import { writeXlsform } from "../../../server/domain/exchange/write-xlsform.ts";
import { questionnaireDocumentSchema } from "../../../server/domain/questionnaire/document.ts";
import { sheet, taken, wish, words } from "./words.ts";

const survey = [
  [
    "type",
    "name",
    "label::English (en)",
    "label::Lietuvių (lt)",
    "label::Polski (pl)",
    "hint::English (en)",
    "required",
    "relevant",
    "constraint",
    "appearance",
    "parameters",
    "calculation",
  ],
  ["start", "start", "", "", "", "", "", "", "", "", "", ""],
  ["begin group", "about", "About you", "Apie Jus", "O tobie", "", "", "", "", "", "", ""],
  [
    "select_one town or_other",
    "town",
    "Where do you live?",
    "Kur gyvenate?",
    "Gdzie?",
    "Your town",
    "yes",
    "",
    "",
    "",
    "",
    "",
  ],
  [
    "integer",
    "age",
    "How old are you?",
    "Kiek Jums metų?",
    "Ile lat?",
    "",
    "",
    "",
    ". >= 16 and . <= 120",
    "",
    "",
    "",
  ],
  ["begin_group", "work", "Work", "Darbas", "Praca", "", "", "${age} > 17", "", "", "", ""],
  [
    "select_multiple sector",
    "sector",
    "Your fields",
    "Jūsų sritys",
    "Dziedziny",
    "",
    "",
    "",
    "count-selected(.) <= 2",
    "",
    "randomize=true",
    "",
  ],
  [
    "text",
    "job",
    "What do you do?",
    "Ką dirbate?",
    "Co robisz?",
    "",
    "",
    "selected(${sector}, 'art')",
    "",
    "multiline",
    "",
    "",
  ],
  ["end_group", "", "", "", "", "", "", "", "", "", "", ""],
  ["date", "since", "Since when?", "Nuo kada?", "Od kiedy?", "", "", "", "", "", "", ""],
  ["end group", "", "", "", "", "", "", "", "", "", "", ""],
  ["begin_group", "skills", "Skills", "Įgūdžiai", "", "", "", "", "", "", "", ""],
  [
    "note",
    "intro",
    "<b>How far</b> do you agree?<br>Think of today.",
    "Kiek sutinkate?",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
  ],
  ["select_one agree", "s1", "I can plan", "Moku planuoti", "", "", "", "", "", "", "", ""],
  [
    "select_one agree",
    "s2",
    "I can lead",
    "Moku vadovauti",
    "",
    "",
    "",
    "${s1} >= 3 or ${town} = 'kaunas'",
    "",
    "",
    "",
    "",
  ],
  [
    "range",
    "confidence",
    "How confident?",
    "Kiek pasitikite?",
    "",
    "",
    "",
    "",
    "",
    "",
    "start=1 end=5 step=1",
    "",
  ],
  ["end_group", "", "", "", "", "", "", "", "", "", "", ""],
  ["begin_repeat", "child", "Child", "Vaikas", "", "", "", "", "", "", "", ""],
  ["text", "child_name", "Name", "Vardas", "", "", "", "", "", "", "", ""],
  ["end_repeat", "", "", "", "", "", "", "", "", "", "", ""],
  ["rank sector", "order", "Put in order", "Išrikiuokite", "", "", "", "", "", "", "", ""],
  ["calculate", "sum", "", "", "", "", "", "", "", "", "", "${s1} + ${s2}"],
  ["geopoint", "place", "Where are you?", "Kur esate?", "", "", "", "", "", "", "", ""],
  ["acknowledge", "agreed", "I agree", "Sutinku", "", "", "", "", "", "", "", ""],
  ["text", "late", "Odd", "Keista", "", "", "", "${s1} + 1 = ${s2}", "", "", "", ""],
];
const choices = [
  ["list_name", "name", "label::English (en)", "label::Lietuvių (lt)", "label::Polski (pl)"],
  ["town", "vilnius", "Vilnius", "Vilnius", "Wilno"],
  ["town", "kaunas", "Kaunas", "Kaunas", "Kowno"],
  ["", "", "", "", ""],
  ["sector", "art", "Art", "Menas", "Sztuka"],
  ["sector", "Žinios", "News", "Žinios", "Wieści"],
  ["agree", "1", "No", "Ne", "Nie"],
  ["agree", "2", "Partly", "Iš dalies", ""],
  ["agree", "3", "Yes", "Taip", ""],
  ["agree", "99", "Cannot say", "Negaliu atsakyti", ""],
];
const settings = [
  ["form_title", "form_id", "default_language"],
  ["Kultūros tyrimas", "x", "English (en)"],
];

describe("an XLSForm", () => {
  const read = taken(
    readXlsform(
      [sheet("survey", survey), sheet("choices", choices), sheet("settings", settings)],
      wish,
      words,
    ),
  );

  it("with groups becomes sections in both languages", () => {
    const title = "Kultūros tyrimas";
    expect(read.document.title).toEqual({ lt: title, en: title });
    expect(read.document.languages).toEqual(["lt", "en"]);
    expect(read.document.sections.map(({ key, title, items }) => [key, title.lt, items])).toEqual([
      ["about", "Apie Jus", ["town", "age"]],
      ["work", "Darbas", ["sector", "job"]],
      ["about_2", "Apie Jus", ["since"]],
      ["skills", "Įgūdžiai", ["intro", "s1", "s2", "confidence"]],
      ["form", "Klausimai", ["order", "agreed", "late"]],
    ]);
  });

  it("keeps choices, limits, hints, and what is required", () => {
    expect(read.item("town")).toMatchObject({
      kind: "single",
      hasOther: true,
      isRequired: true,
      help: { en: "Your town" },
    });
    expect(read.item("age")).toMatchObject({
      kind: "number",
      minimum: 16,
      maximum: 120,
      decimals: 0,
    });
    expect(read.item("sector")).toMatchObject({
      kind: "multiple",
      isShuffled: true,
      options: [
        { value: "art", label: { lt: "Menas", en: "Art" } },
        { value: "zinios", label: { lt: "Žinios", en: "News" } },
      ],
    });
    expect(read.item("job")).toMatchObject({ kind: "long-text" });
    expect(read.item("order")).toMatchObject({ kind: "ranking" });
    expect(read.item("agreed")).toMatchObject({ kind: "consent" });
    expect(read.item("intro")).toMatchObject({
      kind: "information",
      text: { en: "How far do you agree?\nThink of today." },
    });
  });

  it("takes a shared list of numbers for a scale, with its way out", () => {
    expect(read.item("s1")).toMatchObject({ kind: "rating", answerSet: "set1" });
    expect(read.document.answerSets.set1).toEqual({
      points: [
        { value: 1, label: { lt: "Ne", en: "No" } },
        { value: 2, label: { lt: "Iš dalies", en: "Partly" } },
        { value: 3, label: { lt: "Taip", en: "Yes" } },
      ],
      cannotAnswer: { lt: "Negaliu atsakyti", en: "Cannot say" },
    });
    expect(read.item("confidence")).toMatchObject({ kind: "rating", answerSet: "set2" });
    expect(read.document.answerSets.set2!.points).toHaveLength(5);
  });

  it("keeps conditions, those of groups too", () => {
    expect(read.item("sector")!.showIf).toEqual({
      match: "all",
      conditions: [{ item: "age", is: "at-least", value: 18 }],
    });
    expect(read.item("job")!.showIf).toEqual({
      match: "all",
      conditions: [
        { item: "age", is: "at-least", value: 18 },
        { item: "sector", is: "includes", value: "art" },
      ],
    });
    expect(read.item("s2")!.showIf).toEqual({
      match: "any",
      conditions: [
        { item: "s1", is: "at-least", value: 3 },
        { item: "town", is: "equal", value: "kaunas" },
      ],
    });
  });

  it("tells what could not be taken over, one by one", () => {
    expect(read.codes).toEqual(
      expect.arrayContaining([
        "language-left-out",
        "repeat-refused child",
        "calculation-left-out sum",
        "type-not-known place",
        "condition-not-expressible late",
        "check-left-out sector",
        "taken-as-rating s1",
        "taken-as-rating s2",
      ]),
    );
    expect(read.losses).toContainEqual({ code: "language-left-out", detail: "pl" });
    expect(read.item("child_name")).toBeUndefined();
    expect(read.item("late")).not.toHaveProperty("showIf");
  });

  it("in one unnamed language is taken in the language that the person named", () => {
    const plain = [
      ["type", "name", "label"],
      ["text", "a b!", "Klausimas"],
      ["text", "a b?", "Kitas"],
      ["text", "constructor", "Trečias"],
    ];
    const { document, losses } = taken(
      readXlsform([sheet("Survey ", plain)], { ...wish, language: "en" }, words),
    );
    expect(document.languages).toEqual(["en"]);
    expect(document.items.map(({ key, text }) => [key, text])).toEqual([
      ["a_b", { en: "Klausimas" }],
      ["a_b_2", { en: "Kitas" }],
      ["Q_constructor", { en: "Trečias" }],
    ]);
    expect(losses).toContainEqual({ code: "name-changed", name: "a b?", detail: "a_b_2" });
  });

  it("in none of our languages is taken as it is, and told", () => {
    const rows = [
      ["type", "name", "label::Polski (pl)", "label::Deutsch (de)"],
      ["text", "a", "Pytanie", "Frage"],
    ];
    const { document, losses } = taken(readXlsform([sheet("survey", rows)], wish, words));
    expect(document.items[0]!.text).toEqual({ lt: "Pytanie" });
    expect(losses).toEqual(
      expect.arrayContaining([
        { code: "language-taken-as", detail: "pl" },
        { code: "language-left-out", detail: "de" },
      ]),
    );
  });

  it("without a survey sheet, or without questions, is refused", () => {
    expect(readXlsform([sheet("Lapas1", survey)], wish, words)).toEqual({
      ok: false,
      fault: { code: "no-survey-sheet" },
    });
    expect(
      readXlsform(
        [
          sheet("survey", [
            ["type", "name"],
            ["geopoint", "x"],
          ]),
        ],
        wish,
        words,
      ),
    ).toEqual({ ok: false, fault: { code: "no-questions" } });
  });
});

describe("our questionnaire as an XLSForm", () => {
  const document = questionnaireDocumentSchema.parse(
    JSON.parse(fs.readFileSync("db/seed/culture-identity.questionnaire.json", "utf8")),
  );
  const exported = writeXlsform(document);
  const again = taken(
    readXlsform(
      exported.content.map(({ name, rows }) => sheet(name, rows)),
      { waves: Object.keys(document.waves) as never, language: "lt" },
      words,
    ),
  );

  it("comes back with the same questions, options, languages and conditions", () => {
    expect(again.document.languages).toEqual(document.languages);
    const told = (item: (typeof document.items)[number], of: typeof document) => ({
      key: item.key,
      text: item.text,
      help: item.help,
      isRequired: item.isRequired,
      showIf: item.showIf,
      kind: item.kind === "knowledge" ? "single" : item.kind,
      options: "options" in item ? item.options : undefined,
      points: item.kind === "rating" ? of.answerSets[item.answerSet] : undefined,
    });
    const ours = new Map(document.items.map((item) => [item.key, told(item, document)]));
    const theirs = again.document.items.filter(({ key }) => !key.endsWith("_stem"));
    expect(theirs).toHaveLength(document.items.length);
    for (const item of theirs) {
      const wanted = ours.get(item.key)!;
      const found = told(item, again.document);
      if (document.items.find(({ key }) => key === item.key)!.kind === "knowledge") {
        expect(found.options!.slice(0, wanted.options!.length)).toEqual(wanted.options);
        delete (found as Partial<typeof found>).options;
        delete (wanted as Partial<typeof wanted>).options;
      }
      expect(found).toEqual(wanted);
    }
  });

  it("says what an XLSForm cannot", () => {
    const codes = new Set(exported.losses.map(({ code }) => code));
    for (const code of [
      "waves-left-out",
      "scale-left-out",
      "knowledge-key-left-out",
      "way-out-as-option",
    ])
      expect(codes).toContain(code);
  });
});
