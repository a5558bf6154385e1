import type { Db } from "../../../db/connect.ts";
import { findOrganisation } from "../../../db/queries/annex-source.ts";
import { listCodesOf, type SessionRow } from "../../../db/queries/attendance.ts";
import type { Locality } from "../../../db/queries/programmes.ts";
import { attendanceTexts } from "../../../web/texts/attendance.ts";
import { formatDay } from "../../../web/texts/numbers.ts";
import { siteTexts } from "../../../web/texts/site.ts";
import type { AttendanceList } from "../../documents/attendance-list.ts";
import { codeEndings, isMeantFor } from "../../domain/participant/attendance-marks.ts";
import { inLanguage } from "../../domain/text.ts";
import type { AttendanceSheet } from "./attendance-sheet.ts";
import type { Desk } from "./desk.ts";

/** Lines left empty for people whom nobody expected. */
const spareLines = 3;

/**
 * The list that goes round a room to be signed: by names, or by the ends of the codes on people's cards. Codes are those
 * of the locality; whose they are is not looked at.
 */
export async function buildAttendanceList(
  db: Db,
  desk: Desk,
  asked: { locality: Locality; session: SessionRow; sheet: AttendanceSheet; isByCode: boolean },
): Promise<AttendanceList> {
  const { programme, language } = desk;
  const { locality, session, isByCode } = asked;
  const texts = attendanceTexts[language].paper;
  const organisation = await findOrganisation(db, programme.organisationId);
  const title = inLanguage(session.title, language);
  const facts = [
    { label: texts.programme, value: inLanguage(programme.title, language) },
    { label: texts.session, value: session.group ? `${title} (${session.group})` : title },
    { label: texts.day, value: formatDay(session.heldOn, language) },
    { label: texts.place, value: [locality.nominative, session.place].filter(Boolean).join(", ") },
    { label: texts.lecturer, value: session.lecturer },
  ];
  return {
    language,
    title: `${texts.title}: ${locality.nominative}, ${session.heldOn}`,
    heading: texts.title,
    organisation: organisation?.name ?? "",
    madeOnDay: desk.today,
    demonstration: programme.kind === "real" ? null : siteTexts[language].demonstration,
    facts: facts.filter(({ value }) => value !== ""),
    note: isByCode ? texts.codeNote : null,
    columns: isByCode
      ? [texts.number, texts.code, texts.signature]
      : [texts.number, texts.name, texts.organisation, texts.signature],
    rows: isByCode ? await codeRows(db, desk, locality) : nameRows(asked),
    lecturerSignature: texts.lecturerSignature,
  };
}

function nameRows(asked: { session: SessionRow; sheet: AttendanceSheet }): string[][] {
  const people = asked.sheet.attendees.filter((person) => isMeantFor(asked.session, person));
  const named = people.map(({ fullName, organisation }) => [fullName, organisation]);
  return [...named, ...Array.from({ length: spareLines }, () => ["", ""])];
}

async function codeRows(db: Db, { programme }: Desk, locality: Locality): Promise<string[][]> {
  const key = { programmeId: programme.id, localityId: locality.id };
  return codeEndings(await listCodesOf(db, key)).map((ending) => [`… ${ending}`]);
}
