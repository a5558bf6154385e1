import { expect, test } from "vitest";
import {
  dropExpiredContent,
  findExportFile,
  insertExportFile,
  listExportFiles,
} from "../../../db/queries/export-files.ts";
import { useDatabase } from "../../support/database.ts";
import { aProgramme } from "../../support/programme.ts";

const { db } = useDatabase();
const noon = new Date("2026-03-02T12:00:00Z");
const evening = new Date("2026-03-02T18:00:00Z");

async function aFile(expiresAt: Date | null) {
  const programme = await aProgramme(db(), noon);
  const file = await insertExportFile(db(), {
    programmeId: programme.id,
    kind: "data-csv",
    fileName: "duomenys.csv",
    mediaType: "text/csv",
    content: Buffer.from("ąčę"),
    rowCount: 1,
    releaseId: null,
    madeBy: null,
    reason: "Duomenų patikra",
    madeAt: noon,
    expiresAt,
  });
  return { programmeId: programme.id, ...file };
}

test("a file comes back with its size and its hash", async () => {
  const { programmeId, id, sha256 } = await aFile(null);
  expect(sha256).toBe("c6f44798f77e15cfbd45b34ce6f93b50949d1e48193479024d408683e58e262c");
  expect(await findExportFile(db(), { programmeId, id, now: noon })).toMatchObject({
    content: Buffer.from("ąčę"),
    sizeBytes: 6,
    sha256,
    rowCount: 1,
  });
});

test("a file cannot be had after it expired, and its bytes are dropped while its record stays", async () => {
  const { programmeId, id } = await aFile(evening);
  const before = new Date(evening.getTime() - 1);
  expect(await findExportFile(db(), { programmeId, id, now: before })).toBeDefined();
  expect(await findExportFile(db(), { programmeId, id, now: evening })).toBeUndefined();
  expect(await dropExpiredContent(db(), before)).toBe(0);
  expect(await dropExpiredContent(db(), evening)).toBe(1);
  expect(await dropExpiredContent(db(), evening)).toBe(0);
  expect(await listExportFiles(db(), programmeId)).toMatchObject([
    { id, fileName: "duomenys.csv" },
  ]);
});

test("one programme does not get another's file", async () => {
  const { id } = await aFile(null);
  const programmeId = "00000000-0000-4000-8000-000000000001";
  expect(await findExportFile(db(), { programmeId, id, now: noon })).toBeUndefined();
});
