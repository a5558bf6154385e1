import type { Db } from "../../../db/connect.ts";
import {
  type Attendee,
  listAttendance,
  listAttendees,
  listSessions,
  type SessionRow,
} from "../../../db/queries/attendance.ts";
import type {
  ShownAttendee,
  ShownMark,
  ShownSession,
} from "../../../web/pages/participants/attendance.tsx";
import { isMeantFor } from "../../domain/participant/attendance-marks.ts";

/** A locality's sessions, its people, and who was marked at which. */
export interface AttendanceSheet {
  sessions: SessionRow[];
  attendees: Attendee[];
  markOf(sessionId: string, enrolmentId: string): ShownMark;
}

export async function gatherSheet(
  db: Db,
  key: { programmeId: string; localityId: string },
): Promise<AttendanceSheet> {
  const sessions = await listSessions(db, key);
  const attendees = await listAttendees(db, key);
  const marks = await listAttendance(db, key);
  const presence = new Map(
    marks.map((mark) => [`${mark.sessionId} ${mark.enrolmentId}`, mark.isPresent]),
  );
  const markOf = (sessionId: string, enrolmentId: string): ShownMark => {
    const session = sessions.find(({ id }) => id === sessionId);
    const person = attendees.find((one) => one.enrolmentId === enrolmentId);
    if (!session || !person || !isMeantFor(session, person)) return undefined;
    const isPresent = presence.get(`${sessionId} ${enrolmentId}`);
    if (isPresent === undefined) return "unmarked";
    return isPresent ? "present" : "absent";
  };
  return { sessions, attendees, markOf };
}

/** A session with how many of the cycle participants it was meant for were there. */
export function shownSession(sheet: AttendanceSheet, session: SessionRow): ShownSession {
  const marks = sheet.attendees
    .filter(({ role }) => role === "cycle-participant")
    .map(({ enrolmentId }) => sheet.markOf(session.id, enrolmentId))
    .filter((mark) => mark !== undefined);
  const isMarked = marks.some((mark) => mark !== "unmarked");
  const count = marks.filter((mark) => mark === "present").length;
  const { id, title, group, heldOn, hours } = session;
  const present = isMarked ? { count, all: marks.length } : undefined;
  return { id, title, group, heldOn, hours, present };
}

export function shownAttendees({ attendees }: AttendanceSheet): ShownAttendee[] {
  return attendees.map(({ enrolmentId, fullName, role }) => ({
    enrolmentId,
    fullName,
    isInvolvedOnly: role === "involved",
  }));
}
