import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { type Study, writeDdi } from "../../../server/documents/ddi.ts";
import { commandJudge, inFolder, unlessHere } from "../../support/judges.ts";
import { aVariable, someData } from "../../support/statistics-file.ts";

const xmllint = commandJudge("xmllint", "libxml2-utils");

const study: Study = {
  language: "lt",
  id: "KI-2017",
  producer: "VšĮ „Ateities visuomenės institutas“",
  abstract: "Dalyvių įsivertinimas prieš mokymus ir po jų.",
  universe: "Mokymų ciklo dalyviai",
  method: "Anketa telefone arba popieriuje; anketos susietos pagal kortelės kodą.",
  collected: { from: "2017-02-01", to: "2017-06-30" },
  conditions: "Tik vertinimo tikslais.",
  fileName: "duomenys.sav",
};

function textOf(data = someData(), about = study): string {
  return Buffer.from(writeDdi(data, about)).toString("utf8");
}

/** Empty when the file is valid by the schema of the DDI Alliance. */
function faultsOf(xml: string): string {
  return inFolder((folder) => {
    const file = path.join(folder, "codebook.xml");
    fs.writeFileSync(file, xml);
    const schema = "tests/golden/ddi-codebook-2.6/codebook.xsd";
    const ran = spawnSync("xmllint", ["--nonet", "--noout", "--schema", schema, file], {
      encoding: "utf8",
    });
    return ran.status === 0 ? "" : ran.stderr;
  });
}

test("tells of every variable its label, question, values and missing codes", () => {
  const xml = textOf();
  expect(xml.match(/<var /g)).toHaveLength(5);
  expect(xml).toContain("<qstnLit>Kiek sutinkate su teiginiu");
  expect(xml).toContain('<invalrng><range UNITS="REAL" min="-9" max="-5"/></invalrng>');
  expect(xml).toContain('<catgry missing="Y"><catValu>-9</catValu>');
  expect(xml).toContain("<catgry><catValu>3</catValu>");
});

test("what people typed is text", () => {
  const xml = textOf(someData(), { ...study, abstract: '</abstract> & "<x>" \u0000' });
  expect(xml).toContain("<abstract>&lt;/abstract&gt; &amp; &quot;&lt;x&gt;&quot; </abstract>");
});

describe.skipIf(!xmllint.isHere)(`by the official schema${unlessHere(xmllint)}`, () => {
  test.each([
    ["an ordinary code book", textOf()],
    ["one without days of collection", textOf(someData(), { ...study, collected: null })],
    ["one without variables", textOf(someData({ variables: [aVariable()] }))],
    [
      "one of single missing codes",
      textOf(someData({ variables: [aVariable({ missing: [8, 9] })] })),
    ],
  ])("%s is valid", (_, xml) => {
    expect(faultsOf(xml)).toBe("");
  });

  test("a fault would be found", () => {
    expect(faultsOf(textOf().replace("<stdyDscr>", "<studyDscr>"))).toContain("studyDscr");
  });
});
