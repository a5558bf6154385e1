import type { Hono } from "hono";
import { type Attendee, listCertifiedEnrolments } from "../../../db/queries/attendance.ts";
import { listCardHolders } from "../../../db/queries/card-holders.ts";
import { findCertificateTemplate } from "../../../db/queries/certificate-templates.ts";
import { completionPage } from "../../../web/pages/participants/completion.tsx";
import type { Lacking } from "../../../web/texts/attendance.ts";
import type { Deps } from "../../deps.ts";
import { attendedShare, hasAttendedEnough } from "../../domain/certificate/attendance.ts";
import type { StaffEnv } from "../../http/session.ts";
import { type AttendanceSheet, gatherSheet } from "./attendance-sheet.ts";
import { chooseLocality, deskOf } from "./desk.ts";
import { readWhoAnswered } from "./who-answered.ts";

/** What most programmes ask for, until one has said otherwise. */
const usualPercent = 80;

/** Who of a locality still lacks what: attendance, a card, a certificate. Answers are not among it. */
export function addCompletionRoutes(routes: Hono<StaffEnv>, deps: Deps): void {
  const { db } = deps;

  routes.get("/programmes/:slug/completion", async (c) => {
    const desk = await deskOf(c, deps);
    const { programme } = desk;
    const { localities, locality } = await chooseLocality(deps, desk, c.req.query("locality"));
    const key = { programmeId: programme.id, localityId: locality.id };
    const sheet = await gatherSheet(db, key);
    const template = await findCertificateTemplate(db, programme.id);
    const rows = rowsOf(sheet, {
      holders: await listCardHolders(db, key),
      certified: await listCertifiedEnrolments(db, key),
      leastPercent: template?.leastAttendedPercent ?? usualPercent,
    });
    const whoAnswered = await readWhoAnswered(db, desk, locality.id);
    const lacking = lackingOf(c.req.query("lacking"));
    return c.html(
      completionPage({
        ...desk,
        localities,
        locality,
        sessions: sheet.sessions,
        rows: rows
          .filter((row) => lacks[lacking](row))
          .map((row) => ({ ...row, handedIn: whoAnswered?.of(row.enrolmentId) ?? [] })),
        wavesTold: whoAnswered?.waves ?? [],
        lacking,
        knowsCards: programme.identityMode === "register",
        canWrite: deps.mailer !== undefined && deps.publicUrl !== undefined,
        isNobodyChosen: c.req.query("done") === "nobody",
      }),
    );
  });
}

type Row = ReturnType<typeof rowsOf>[number];

const lacks: Record<Lacking | "all", (row: Row) => boolean> = {
  all: () => true,
  card: ({ hasCard }) => !hasCard,
  certificate: ({ hasCertificate }) => !hasCertificate,
  attendance: ({ isEnough }) => !isEnough,
};

function lackingOf(asked: string | undefined): Lacking | "all" {
  return asked === "card" || asked === "certificate" || asked === "attendance" ? asked : "all";
}

function rowsOf(
  sheet: AttendanceSheet,
  known: {
    holders: readonly { enrolmentId: string; hasCard: boolean }[];
    certified: readonly string[];
    leastPercent: number;
  },
) {
  const withCard = new Set(
    known.holders.filter(({ hasCard }) => hasCard).map(({ enrolmentId }) => enrolmentId),
  );
  const certified = new Set(known.certified);
  return sheet.attendees
    .filter(({ role }) => role === "cycle-participant")
    .map((person) => {
      const attended = attendanceOf(sheet, person);
      return {
        enrolmentId: person.enrolmentId,
        fullName: person.fullName,
        ...attended,
        share: attendedShare(attended),
        isEnough: hasAttendedEnough(attended, known.leastPercent),
        hasCard: withCard.has(person.enrolmentId),
        hasCertificate: certified.has(person.enrolmentId),
      };
    });
}

/** The sessions that were meant for somebody, in number and in hours, and those they were at. */
function attendanceOf(sheet: AttendanceSheet, { enrolmentId }: Attendee) {
  const marks = sheet.sessions.map(({ id }) => sheet.markOf(id, enrolmentId));
  const hoursWhere = (isCounted: (mark: (typeof marks)[number]) => boolean) =>
    sheet.sessions.reduce(
      (sum, { hours }, place) => sum + (isCounted(marks[place]) ? hours : 0),
      0,
    );
  return {
    marks,
    present: marks.filter((mark) => mark === "present").length,
    meant: marks.filter((mark) => mark !== undefined).length,
    hoursHeld: hoursWhere((mark) => mark !== undefined),
    hoursAttended: hoursWhere((mark) => mark === "present"),
  };
}
