import { PDFDocument } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import {
  type AttendanceList,
  writeAttendanceListPdf,
} from "../../../server/documents/attendance-list.ts";

function aList(people: number): AttendanceList {
  return {
    language: "lt",
    title: "Dalyvių sąrašas",
    heading: "Užsiėmimo dalyvių sąrašas",
    organisation: "VšĮ Ateities visuomenės institutas",
    madeOnDay: "2026-03-02",
    demonstration: "Demonstraciniai duomenys",
    facts: ["Programa", "Užsiėmimas", "Data", "Vieta"].map((label) => ({ label, value: label })),
    note: null,
    columns: ["Nr.", "Vardas ir pavardė", "Įstaiga", "Parašas"],
    rows: Array.from({ length: people }, (_, index) => [`Dalyvė ${index + 1}`, ""]),
    lecturerSignature: "Lektoriaus parašas",
  };
}

test.each([
  [0, 1],
  [5, 1],
  [20, 1],
  [22, 1],
  [30, 2],
])("a list of %i lines stands on %i pages", async (people, pages) => {
  const file = await PDFDocument.load(await writeAttendanceListPdf(aList(people)));
  expect(file.getPageCount()).toBe(pages);
});
