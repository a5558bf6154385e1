import fs from "node:fs";
import { closeDb, connect } from "../../db/connect.ts";
import { startEmbedded } from "../../db/embedded.ts";
import { migrateToLatest } from "../../db/migrate.ts";
import { writeCsv } from "../../server/documents/csv.ts";
import { writeAnnexDocx } from "../../server/documents/docx.ts";
import { writeCertificatesPdf, writeCodeCardsPdf } from "../../server/documents/paper-pdf.ts";
import { writeAnnexPdf } from "../../server/documents/pdf.ts";
import { writeSav } from "../../server/documents/sav.ts";
import { writeAnnexXlsx, writeDataXlsx } from "../../server/documents/xlsx.ts";
import { usualParts } from "../../server/domain/annex/choices.ts";
import type { AnnexBlock, AnnexDocument } from "../../server/domain/annex/document.ts";
import { makeDataFolder } from "../processes/product.ts";
import { annexOf, aReleasedDemonstration } from "../server/annexes/annex-desk.ts";
import { anAnnex, aTable } from "../support/annex.ts";
import { aForestChart } from "../support/charts.ts";
import { bundlePrograms } from "../support/child-process.ts";
import { aCard, someCards, someCertificates } from "../support/paper.ts";
import { inventTable, type TableMemory } from "./processes/write-table.ts";
import type { BenchRow } from "./statistics.ts";

const rounds = 3;
const dataRows = 100_000;
const dataColumns = 30;

/** Processor time of every writer on a large and lifelike task, median of three rounds after a first that is not counted. */
export async function benchDocuments(): Promise<BenchRow[]> {
  const annex = longAnnex();
  const demonstration = await demonstrationWriter();
  const cards = someCards({
    cards: Array.from({ length: 500 }, (_, index) => aCard({ url: `${aCard().url}${index}` })),
  });
  const table = someTable();
  const variables = table.columns.map((name) => ({
    name,
    label: name,
    kind: "number" as const,
    measure: "ordinal" as const,
  }));
  const data = { title: "Duomenys", day: "2017-07-14", notes: [], variables, rowCount: dataRows };
  const about = { title: "Duomenys", author: "", day: "2017-07-14", demonstration: null };
  const size = `${dataRows} rows of ${dataColumns}`;
  return [
    await measure("annex as PDF", "ten charts and tables", () => writeAnnexPdf(annex)),
    await measure("annex as DOCX", "the same", () => writeAnnexDocx(annex)),
    await measure("annex as XLSX", "the same", () => writeAnnexXlsx(annex)),
    await measure("500 certificates", "aim: under 4", () =>
      writeCertificatesPdf(someCertificates(500)),
    ),
    await measure("500 code cards", "", () => writeCodeCardsPdf(cards)),
    await measure("annex of the demonstration", "its usual parts as PDF; aim: 1.5", demonstration),
    await measure("data as CSV", size, () => writeCsv(table, "excel")),
    await measure("data as XLSX", size, () => writeDataXlsx(table, about)),
    await measure("data as SPSS", size, () => drain(writeSav({ ...data, rows: table.rows }))),
    ...(await measurePeak(size)),
  ];
}

/** The annex as an organiser finds it chosen, of the demonstration's first release; gathered beforehand. */
async function demonstrationWriter(): Promise<() => Promise<Uint8Array>> {
  const dir = makeDataFolder();
  const engine = await startEmbedded({ dir });
  const db = connect(engine.config);
  try {
    await migrateToLatest(db);
    const { id } = await aReleasedDemonstration(db);
    const annex = await annexOf(db, id, { parts: usualParts("funder") });
    return () => writeAnnexPdf(annex);
  } finally {
    await closeDb(db);
    await engine.stop();
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

/** The most memory that a process needs which does nothing but write the table as XLSX. */
async function measurePeak(size: string): Promise<BenchRow[]> {
  if (process.platform !== "linux") return [];
  const programs = await bundlePrograms(["tests/bench/processes/write-table.ts"]);
  try {
    const child = programs.start("write-table", [String(dataRows), String(dataColumns)]);
    const { before, peak } = JSON.parse(await child.line(0)) as TableMemory;
    await child.finish();
    const note = `${size}; ${Math.round(before)} MB before it begins; aim: at most 200`;
    return [{ name: "data as XLSX, peak of its process", value: peak, unit: "MB", note }];
  } finally {
    programs.remove();
  }
}

async function measure(name: string, note: string, work: () => unknown): Promise<BenchRow> {
  await work();
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    seconds.push((user + system) / 1_000_000);
  }
  const value = seconds.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
  return { name, value, unit: "s of CPU", note };
}

function longAnnex(): AnnexDocument {
  const scale = (index: number): AnnexBlock[] => [
    { kind: "heading", level: 2, text: `Skalė ${index}` },
    {
      kind: "figure",
      key: `figure-${index}`,
      caption: "Pokytis pagal vietoves",
      alt: "Pokytis pagal vietoves",
      chart: aForestChart(),
    },
    aTable(),
  ];
  const scales = Array.from({ length: 10 }, (_, index) => scale(index + 1)).flat();
  const annex = anAnnex();
  return { ...annex, blocks: [...annex.blocks, ...scales] };
}

function someTable() {
  const { columns, rows } = inventTable(dataRows, dataColumns);
  return { columns, rows: [...rows] };
}

function drain(pieces: Iterable<Uint8Array>): number {
  let bytes = 0;
  for (const piece of pieces) bytes += piece.length;
  return bytes;
}
