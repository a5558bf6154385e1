import type { Context, Hono } from "hono";
import { listCodesOf, listSessions, type SessionRow } from "../../../db/queries/attendance.ts";
import {
  attendancePage,
  sessionAttendancePage,
} from "../../../web/pages/participants/attendance.tsx";
import { attendanceTexts } from "../../../web/texts/attendance.ts";
import type { Deps } from "../../deps.ts";
import type { SentMarks } from "../../domain/participant/attendance-marks.ts";
import { Problem } from "../../domain/problem.ts";
import { readFormFields } from "../../domain/response/form-fields.ts";
import type { StaffEnv } from "../../http/session.ts";
import { gatherSheet, shownAttendees, shownSession } from "./attendance-sheet.ts";
import { buildAttendanceList } from "./build-attendance-list.ts";
import { chooseLocality, type Desk, deskOf, idOf, listPlaces, savingOf } from "./desk.ts";
import { saveAttendance } from "./save-attendance.ts";

const base = "/programmes/:slug/attendance";

/** Who was at which session: marked one by one on a phone, or all at a desk; and the list to be signed. */
export function addAttendanceRoutes(routes: Hono<StaffEnv>, deps: Deps): void {
  const { db } = deps;

  routes.get(base, async (c) => {
    const desk = await deskOf(c, deps);
    const { localities, locality } = await chooseLocality(deps, desk, c.req.query("locality"));
    const key = { programmeId: desk.programme.id, localityId: locality.id };
    const sheet = await gatherSheet(db, key);
    return c.html(
      attendancePage({
        ...desk,
        localities,
        locality,
        sessions: sheet.sessions.map((session) => shownSession(sheet, session)),
        attendees: shownAttendees(sheet),
        marks: sheet.markOf,
        hasCodes: (await listCodesOf(db, key)).length > 0,
        isSaved: c.req.query("done") === "saved",
      }),
    );
  });

  routes.post(`${base}/locality/:locality`, async (c) => {
    const desk = await deskOf(c, deps);
    const { locality } = await chooseLocality(deps, desk, c.req.param("locality"));
    const sent = await marksIn(c);
    await saveAttendance(db, savingOf(desk), { localityId: locality.id, sent });
    return c.redirect(`${home(desk)}?locality=${locality.key}&done=saved`, 303);
  });

  routes.get(`${base}/:session`, async (c) => {
    const desk = await deskOf(c, deps);
    const { session, locality, localities } = await sessionOf(c, desk);
    const key = { programmeId: desk.programme.id, localityId: locality.id };
    const sheet = await gatherSheet(db, key);
    const { place, lecturer } = session;
    return c.html(
      sessionAttendancePage({
        ...desk,
        localities,
        locality,
        session: { ...shownSession(sheet, session), place, lecturer },
        attendees: shownAttendees(sheet),
        marks: sheet.markOf,
        isSaved: c.req.query("done") === "saved",
      }),
    );
  });

  routes.post(`${base}/:session`, async (c) => {
    const desk = await deskOf(c, deps);
    const { session, locality } = await sessionOf(c, desk);
    const sent = await marksIn(c);
    await saveAttendance(db, savingOf(desk), { localityId: locality.id, sent });
    return c.redirect(`${home(desk)}/${session.id}?done=saved`, 303);
  });

  routes.get(`${base}/:session/list.pdf`, async (c) => {
    const desk = await deskOf(c, deps);
    const { session, locality } = await sessionOf(c, desk);
    const key = { programmeId: desk.programme.id, localityId: locality.id };
    const sheet = await gatherSheet(db, key);
    const isByCode = c.req.query("with") === "codes";
    const list = await buildAttendanceList(db, desk, { locality, session, sheet, isByCode });
    const content = await deps.render({ kind: "attendance-list-pdf", list });
    const { fileName } = attendanceTexts[desk.language].paper;
    const name = `${desk.programme.slug}-${locality.key}-${session.heldOn}-${fileName}.pdf`;
    c.header("content-type", "application/pdf");
    c.header("content-disposition", `attachment; filename="${name}"`);
    return c.body(new Uint8Array(content));
  });

  async function sessionOf(c: Context<StaffEnv>, desk: Desk) {
    const id = idOf(c.req.param("session"));
    const { programme, within } = desk;
    const sessions = await listSessions(db, { programmeId: programme.id, within });
    const session: SessionRow | undefined = sessions.find((one) => one.id === id);
    const { localities } = await listPlaces(deps, desk);
    const locality = localities.find((one) => one.id === session?.localityId);
    if (!session || !locality) throw new Problem("not-found");
    return { session, locality, localities };
  }
}

async function marksIn(c: Context<StaffEnv>): Promise<SentMarks> {
  const fields = readFormFields(await c.req.text());
  const words = (name: string) => (fields.get(name)?.[0] ?? "").split(" ").filter(Boolean);
  const [sessions, people, was] = [words("sessions"), words("people"), words("was")];
  return { sessions, people, was, present: fields.get("present") ?? [] };
}

function home({ programme }: Desk): string {
  return `/programmes/${programme.slug}/attendance`;
}
