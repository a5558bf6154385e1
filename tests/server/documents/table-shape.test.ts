import { expect, test } from "vitest";
import { columnWidths, isHeldTogether, textWidth } from "../../../server/documents/table-shape.ts";
import { aTable, cellsOf } from "../../support/annex.ts";

const row = (...cells: (string | number)[]) => ({ cells: cellsOf(...cells), isTotal: false });
const aList = (rows: number, text: string) =>
  aTable({
    columns: [{ title: "Klausimas", align: "start", width: 1 }],
    rows: Array.from({ length: rows }, () => row(text)),
    note: null,
  });

test("a table is held together by its height, not by its number of rows", () => {
  expect(isHeldTogether(aList(6, "trumpai"))).toBe(true);
  expect(isHeldTogether(aList(10, "trumpai"))).toBe(true);
  expect(isHeldTogether(aList(13, "trumpai"))).toBe(false);
  expect(isHeldTogether(aList(6, "Ilgas klausimas apie vietovę. ".repeat(16)))).toBe(false);
});

test("a long note counts", () => {
  const table = aList(9, "trumpai");
  expect(isHeldTogether(table)).toBe(true);
  expect(isHeldTogether({ ...table, note: "Kaip skaičiuota. ".repeat(60) })).toBe(false);
});

test("no column breaks its words where all of them fit", () => {
  const columns = [
    { title: "Vietovė", align: "start" as const, width: 3 },
    { title: "Kaip suprasti", align: "start" as const, width: 1 },
  ];
  const verdict = "Aiškus padidėjimas, bet tik šioje vietovėje";
  const [place = 0, words = 0] = columnWidths(aTable({ columns, rows: [row("Prienai", verdict)] }));
  expect(words).toBeGreaterThan(verdict.length * 90);
  expect(place + words).toBeGreaterThan(textWidth - 3);
  expect(place + words).toBeLessThan(textWidth + 3);
});
