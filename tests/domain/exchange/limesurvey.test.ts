import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { writeLimeSurveyText, writeLimeSurveyXml } from "../../../server/documents/limesurvey.ts";
import {
  isLimeSurveyTable,
  readLimeSurveyRows,
} from "../../../server/domain/exchange/limesurvey-rows.ts";
import {
  isLimeSurveyDocument,
  readLimeSurveyTables,
} from "../../../server/domain/exchange/limesurvey-tables.ts";
import { readLimeSurvey } from "../../../server/domain/exchange/read-limesurvey.ts";
import { writeLimeSurvey } from "../../../server/domain/exchange/write-limesurvey.ts";
import {
  type Item,
  questionnaireDocumentSchema,
} from "../../../server/domain/questionnaire/document.ts";
import { readTable } from "../../../server/uploads/read-table.ts";
import { readXml } from "../../../server/uploads/read-xml.ts";
import { taken, wish, words } from "./words.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

/** A file as LimeSurvey's manual describes it; columns in its order. */
function tabbed(lines: Record<string, string>[]): Uint8Array {
  const columns = [
    "id",
    "related_id",
    "class",
    "type/scale",
    "name",
    "relevance",
    "text",
    "help",
    "language",
    "validation",
    "mandatory",
    "other",
    "default",
    "same_default",
    "max_answers",
    "random_order",
    "num_value_int_only",
    "min_num_value_n",
    "suffix",
  ];
  const quoted = (cell: string) => (/["\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return utf8(
    [columns, ...lines.map((line) => columns.map((column) => quoted(line[column] ?? "")))]
      .map((row) => row.join("\t"))
      .join("\n"),
  );
}

function fromText(bytes: Uint8Array) {
  const table = readTable(bytes, "survey.txt");
  if (!table.ok) throw new Error(table.fault.code);
  const [sheet] = table.sheets;
  expect(isLimeSurveyTable(sheet!.rows)).toBe(true);
  return taken(readLimeSurvey(readLimeSurveyRows(sheet!.rows), wish, words));
}

function fromXml(bytes: Uint8Array) {
  const xml = readXml(bytes);
  if (!xml.ok) throw new Error(xml.fault.code);
  expect(isLimeSurveyDocument(xml.root)).toBe(true);
  return taken(readLimeSurvey(readLimeSurveyTables(xml.root), wish, words));
}

const block = (
  language: string,
  word: (lt: string, en: string) => string,
): Record<string, string>[] => [
  {
    class: "G",
    "type/scale": "1",
    name: word("Apie Jus", "About you"),
    text: word("<p>Trumpai.</p>", "<p>Briefly.</p>"),
    relevance: "1",
    language,
  },
  {
    class: "Q",
    "type/scale": "L",
    name: "town",
    relevance: "1",
    text: word(
      "<p>Kur <strong>gyvenate</strong>?</p>",
      "<p>Where do you <strong>live</strong>?</p>",
    ),
    help: word("Miestas", "Town"),
    language,
    mandatory: "Y",
    other: "Y",
  },
  { class: "A", "type/scale": "0", name: "A1", text: "Vilnius", language },
  { class: "A", "type/scale": "0", name: "A2", text: "Kaunas", language },
  {
    class: "Q",
    "type/scale": "M",
    name: "fields",
    relevance: 'town.NAOK == "A1"',
    text: word("Sritys?", "Fields?"),
    language,
    max_answers: "2",
  },
  { class: "SQ", name: "SQ001", text: word("Menas", "Art"), language },
  { class: "SQ", name: "SQ002", text: word("Sportas", "Sport"), language },
  {
    class: "Q",
    "type/scale": "N",
    name: "age",
    relevance: '((fields_SQ001.NAOK == "Y"))',
    text: word("Amžius", "Age"),
    language,
    num_value_int_only: "1",
    min_num_value_n: "16",
    suffix: "m.",
  },
  {
    class: "G",
    "type/scale": "2",
    name: word("Įgūdžiai", "Skills"),
    text: "",
    relevance: "age.NAOK > 17",
    language,
  },
  {
    class: "Q",
    "type/scale": "F",
    name: "skills",
    relevance: "1",
    text: word("Kiek sutinkate?", "How far do you agree?"),
    language,
  },
  { class: "SQ", name: "SQ001", text: word("Moku planuoti", "I can plan"), language },
  { class: "SQ", name: "LEAD", text: word("Moku vadovauti", "I can lead"), language },
  { class: "A", "type/scale": "0", name: "A1", text: word("Ne", "No"), language },
  { class: "A", "type/scale": "0", name: "A2", text: word("Taip", "Yes"), language },
  { class: "A", "type/scale": "0", name: "NA", text: word("Nežinau", "Don't know"), language },
  {
    class: "Q",
    "type/scale": "T",
    name: "why",
    relevance: 'skills_SQ001.NAOK == "A2"',
    text: word("Kodėl? =1+1", "Why? =1+1"),
    language,
  },
  { class: "Q", "type/scale": "1", name: "dual", relevance: "1", text: "x", language },
  { class: "Q", "type/scale": "*", name: "calc", relevance: "1", text: "{age + 1}", language },
  {
    class: "Q",
    "type/scale": "D",
    name: "day",
    relevance: "count(fields) > 1",
    text: word("Diena", "Day"),
    language,
  },
  {
    class: "Q",
    "type/scale": "R",
    name: "order",
    relevance: "1",
    text: word("Eilė", "Order"),
    language,
    random_order: "1",
  },
  { class: "A", "type/scale": "0", name: "a", text: word("Vienas", "One"), language },
  { class: "A", "type/scale": "0", name: "b", text: word("Du", "Two"), language },
  {
    class: "Q",
    "type/scale": "P",
    name: "agree",
    relevance: "1",
    text: word("Sutinku dalyvauti", "I agree to take part"),
    language,
  },
  { class: "SQ", name: "yes", text: word("Taip", "Yes"), language },
  {
    class: "Q",
    "type/scale": "5",
    name: "five",
    relevance: "1",
    text: word("Nuo 1 iki 5", "From 1 to 5"),
    language,
  },
  {
    class: "Q",
    "type/scale": "Y",
    name: "yesno",
    relevance: "1",
    text: word("Taip ar ne?", "Yes or no?"),
    language,
  },
  {
    class: "Q",
    "type/scale": "K",
    name: "hours",
    relevance: "1",
    text: word("Valandos", "Hours"),
    language,
  },
  { class: "SQ", name: "SQ001", text: word("Darbe", "At work"), language },
  {
    class: "Q",
    "type/scale": "X",
    name: "end",
    relevance: "1",
    text: word("Ačiū &amp; viso gero", "Thanks &amp; goodbye"),
    language,
  },
];

const text = tabbed([
  { class: "S", name: "sid", text: "123456" },
  { class: "S", name: "language", text: "lt" },
  { class: "S", name: "additional_languages", text: "en de" },
  { class: "SL", name: "surveyls_title", text: "Kultūros tyrimas", language: "lt" },
  { class: "SL", name: "surveyls_title", text: "Culture survey", language: "en" },
  { class: "SL", name: "surveyls_welcometext", text: "<p>Sveiki!</p>", language: "lt" },
  ...block("lt", (lt) => lt),
  ...block("en", (_, en) => en),
  ...block("de", (_, en) => `de: ${en}`),
]);

describe("LimeSurvey's tab separated file", () => {
  const read = fromText(text);

  it("becomes sections and items in both languages", () => {
    expect(read.document.title).toEqual({ lt: "Kultūros tyrimas", en: "Culture survey" });
    expect(read.document.waves.before).toMatchObject({ introduction: { lt: "Sveiki!" } });
    expect(
      read.document.sections.map(({ title, stem, items }) => [title.en, stem?.lt, items]),
    ).toEqual([
      ["About you", "Trumpai.", ["town", "fields", "age"]],
      [
        "Skills",
        undefined,
        [
          "skills_text",
          "skills_SQ001",
          "LEAD",
          "why",
          "day",
          "order",
          "agree",
          "five",
          "yesno",
          "hours_text",
          "hours_SQ001",
          "end",
        ],
      ],
    ]);
    expect(read.item("town")).toMatchObject({
      kind: "single",
      hasOther: true,
      isRequired: true,
      text: { lt: "Kur gyvenate?", en: "Where do you live?" },
      help: { lt: "Miestas" },
      options: [{ value: "a1", label: { lt: "Vilnius", en: "Vilnius" } }, { value: "a2" }],
    });
    expect(read.item("end")).toMatchObject({
      kind: "information",
      text: { lt: "Ačiū & viso gero" },
    });
  });

  it("keeps types, limits and the rows of tables", () => {
    expect(read.item("fields")).toMatchObject({ kind: "multiple", maximum: 2 });
    expect(read.item("age")).toMatchObject({
      kind: "number",
      decimals: 0,
      minimum: 16,
      unit: { lt: "m." },
    });
    expect(read.item("skills_SQ001")).toMatchObject({
      kind: "rating",
      answerSet: "set1",
      text: { en: "I can plan" },
    });
    expect(read.document.answerSets.set1).toMatchObject({
      points: [{ value: 1, label: { lt: "Ne", en: "No" } }, { value: 2 }],
      cannotAnswer: { en: "Don't know" },
    });
    expect(read.item("order")).toMatchObject({ kind: "ranking", isShuffled: true });
    expect(read.item("agree")).toMatchObject({ kind: "consent" });
    expect(read.item("five")).toMatchObject({ kind: "rating" });
    expect(read.item("yesno")).toMatchObject({
      kind: "single",
      options: [{ label: { en: "Yes" } }, { label: { lt: "Ne" } }],
    });
    expect(read.item("hours_SQ001")).toMatchObject({ kind: "number", text: { lt: "Darbe" } });
    expect(read.item("day")).toMatchObject({ kind: "date" });
  });

  it("keeps the relevance of questions and of groups", () => {
    expect(read.item("fields")!.showIf).toEqual({
      match: "all",
      conditions: [{ item: "town", is: "equal", value: "a1" }],
    });
    expect(read.item("age")!.showIf).toEqual({
      match: "all",
      conditions: [{ item: "fields", is: "includes", value: "sq001" }],
    });
    expect(read.item("why")!.showIf).toEqual({
      match: "all",
      conditions: [
        { item: "age", is: "at-least", value: 18 },
        { item: "skills_SQ001", is: "equal", value: 2 },
      ],
    });
  });

  it("tells what could not be taken over", () => {
    expect(read.codes).toEqual(
      expect.arrayContaining([
        "language-left-out",
        "choices-too-few dual",
        "calculation-left-out calc",
        "condition-not-expressible day",
        "comment-left-out agree",
      ]),
    );
  });
});

const oldXml = `<?xml version="1.0" encoding="UTF-8"?>
<document><LimeSurveyDocType>Survey</LimeSurveyDocType><DBVersion>178</DBVersion><languages><language>en</language></languages>
<answers><fields/><rows>
<row><qid><![CDATA[1]]></qid><code><![CDATA[A2]]></code><answer><![CDATA[Late]]></answer><sortorder>2</sortorder><language>en</language><scale_id>0</scale_id></row>
<row><qid><![CDATA[1]]></qid><code><![CDATA[A1]]></code><answer><![CDATA[Early]]></answer><sortorder>1</sortorder><language>en</language><scale_id>0</scale_id></row>
</rows></answers>
<conditions><rows><row><cid>1</cid><qid>2</qid><cqid>1</cqid><cfieldname>29846X1X1</cfieldname><method>==</method><value>A1</value></row></rows></conditions>
<groups><rows><row><gid>1</gid><sid>9</sid><group_name><![CDATA[When]]></group_name><group_order>0</group_order><description/><language>en</language></row></rows></groups>
<questions><rows>
<row><qid>2</qid><parent_qid>0</parent_qid><gid>1</gid><type>S</type><title>name</title><question><![CDATA[Who?]]></question><other>N</other><mandatory>N</mandatory><question_order>2</question_order><language>en</language></row>
<row><qid>1</qid><parent_qid>0</parent_qid><gid>1</gid><type>!</type><title>when</title><question><![CDATA[When?]]></question><help><![CDATA[Roughly]]></help><other>N</other><mandatory>Y</mandatory><question_order>1</question_order><language>en</language></row>
<row><qid>3</qid><parent_qid>0</parent_qid><gid>1</gid><type>A</type><title>tbl</title><question/><question_order>3</question_order><language>en</language></row>
</rows></questions>
<subquestions><rows><row><qid>4</qid><parent_qid>3</parent_qid><gid>1</gid><type>T</type><title>SQ1</title><question><![CDATA[Row <b>one</b>]]></question><question_order>1</question_order><language>en</language><scale_id>0</scale_id></row></rows></subquestions>
<surveys><rows><row><sid>9</sid><language>en</language><additional_languages/></row></rows></surveys>
<surveys_languagesettings><rows><row><surveyls_survey_id>9</surveyls_survey_id><surveyls_language>en</surveyls_language><surveyls_title><![CDATA[Old survey]]></surveyls_title></row></rows></surveys_languagesettings>
</document>`;

describe("an .lss file of before LimeSurvey 4", () => {
  it("is read with its texts in the rows, in their order", () => {
    const read = fromXml(utf8(oldXml));
    expect(read.document.languages).toEqual(["en"]);
    expect(read.document.title).toEqual({ en: "Old survey" });
    expect(read.document.items.map(({ key }) => key)).toEqual(["when", "name", "tbl_SQ1"]);
    expect(read.item("when")).toMatchObject({
      kind: "single",
      isRequired: true,
      help: { en: "Roughly" },
      options: [
        { value: "a1", label: { en: "Early" } },
        { value: "a2", label: { en: "Late" } },
      ],
    });
    expect(read.item("tbl_SQ1")).toMatchObject({ kind: "rating", text: { en: "Row one" } });
    expect(read.document.answerSets.set1!.points).toHaveLength(5);
    expect(read.codes).toContain("condition-not-expressible name");
  });

  it("of a single question is not taken for a survey", () => {
    const xml = readXml(utf8(oldXml.replace(">Survey<", ">Question<")));
    expect(xml.ok && isLimeSurveyDocument(xml.root)).toBe(false);
  });
});

describe("our questionnaire in LimeSurvey's files", () => {
  const document = questionnaireDocumentSchema.parse(
    JSON.parse(fs.readFileSync("db/seed/culture-identity.questionnaire.json", "utf8")),
  );
  const exported = writeLimeSurvey(document);

  /** What both can say: codes of options may differ, what they say may not. */
  function told(item: Item, of: typeof document) {
    return {
      kind: item.kind === "knowledge" ? "single" : item.kind,
      text: item.text,
      help: item.help,
      isRequired: item.isRequired,
      labels: "options" in item ? item.options.map(({ label }) => label) : undefined,
      points: item.kind === "rating" ? of.answerSets[item.answerSet] : undefined,
      hasOther: "hasOther" in item && item.hasOther,
    };
  }

  it.each([
    ["tab separated", () => fromText(writeLimeSurveyText(exported.content))],
    [".lss", () => fromXml(writeLimeSurveyXml(exported.content))],
  ])("comes back the same where LimeSurvey can say it: %s", (_, read) => {
    const again = read();
    expect(again.document.languages).toEqual(document.languages);
    expect(again.document.sections.map(({ title, stem }) => [title, stem])).toEqual(
      document.sections.map(({ title, stem }) => [title, stem]),
    );
    expect(again.document.items).toHaveLength(document.items.length);
    const placed = [...new Set(document.sections.flatMap(({ items }) => items))];
    placed.forEach((key, index) => {
      const ours = document.items.find((item) => item.key === key)!;
      const theirs = again.document.items[index]!;
      const wanted = told(ours, document);
      const found = told(theirs, again.document);
      if (ours.kind === "knowledge" && ours.dontKnow) found.labels = found.labels!.slice(0, -1);
      expect(found).toEqual(wanted);
      expect(theirs.showIf === undefined).toBe(ours.showIf === undefined);
    });
  });

  it("keeps hostile wordings as text", () => {
    const hostile = ']]><script>alert(1)</script> =1+1 "x"\t&amp; a < b';
    const first = document.items[0]!;
    const changed = {
      ...document,
      items: [{ ...first, text: { lt: hostile, en: hostile } }, ...document.items.slice(1)],
    };
    const { content } = writeLimeSurvey(changed);
    for (const read of [
      fromXml(writeLimeSurveyXml(content)),
      fromText(writeLimeSurveyText(content)),
    ]) {
      expect(JSON.stringify(read.document)).not.toContain("<script");
    }
  });
});
