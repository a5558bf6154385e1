import { inLanguage, type Language, type Text } from "../../../server/domain/text.ts";
import type { ProgrammeKind } from "../../../server/domain/words.ts";
import { type AttendanceTexts, attendanceTexts } from "../../texts/attendance.ts";
import { formatDay } from "../../texts/numbers.ts";
import { document } from "../layout.tsx";
import { ProgrammePage } from "../programme-page.tsx";
import { DoneNotice } from "./fields.tsx";

export interface ShownSession {
  id: string;
  title: Text;
  group: string | null;
  heldOn: string;
  hours: number;
  /** Undefined while nobody was marked. */
  present: { count: number; all: number } | undefined;
}

export interface ShownAttendee {
  enrolmentId: string;
  fullName: string;
  isInvolvedOnly: boolean;
}

/** Marks by session and enrolment: undefined where a session is not meant for somebody. */
export type ShownMark = "present" | "absent" | "unmarked" | undefined;

interface Common {
  language: Language;
  styleUrl: string;
  programme: { slug: string; title: Text; kind: ProgrammeKind };
  localities: readonly { key: string; nominative: string }[];
  locality: { key: string; nominative: string };
  attendees: readonly ShownAttendee[];
  marks: (sessionId: string, enrolmentId: string) => ShownMark;
  isSaved: boolean;
}

interface PageProps extends Common {
  sessions: readonly ShownSession[];
  hasCodes: boolean;
}

/** A locality's sessions: each to be marked by itself, or all in one table. */
export function attendancePage(props: PageProps): string {
  const { language, locality, sessions } = props;
  const texts = attendanceTexts[language];
  const path = `/programmes/${props.programme.slug}/attendance`;
  return document(
    <ProgrammePage
      language={language}
      styleUrl={props.styleUrl}
      programme={props.programme}
      title={texts.title}
      place="attendance"
    >
      {props.isSaved ? <DoneNotice>{texts.saved}</DoneNotice> : null}
      <p>{texts.lead}</p>
      <LocalityNav path={path} label={texts.localities} {...props} />
      <h2>{`${texts.sessions}: ${locality.nominative}`}</h2>
      {sessions.length === 0 ? <p>{texts.noSessions}</p> : null}
      <ul class="session-list">
        {sessions.map((session) => (
          <li>
            <SessionLine props={props} session={session} path={path} />
          </li>
        ))}
      </ul>
      {sessions.length > 0 && props.attendees.length > 0 ? (
        <section class="wide-only">
          <h2>{texts.grid}</h2>
          <p class="soft">{texts.gridHint}</p>
          <form method="post" action={`${path}/locality/${locality.key}`}>
            <Sheet props={props} sessions={sessions} />
            <Grid props={props} />
            <p>
              <button type="submit">{texts.save}</button>
            </p>
          </form>
        </section>
      ) : null}
      {props.attendees.length === 0 ? <p>{texts.nobody}</p> : null}
    </ProgrammePage>,
  );
}

/** The localities side by side; the one that is shown is marked. */
export function LocalityNav(props: {
  path: string;
  label: string;
  localities: readonly { key: string; nominative: string }[];
  locality: { key: string };
}) {
  return (
    <nav class="tabs" aria-label={props.label}>
      {props.localities.map(({ key, nominative }) => (
        <a
          href={`${props.path}?locality=${key}`}
          aria-current={key === props.locality.key ? "page" : undefined}
        >
          {nominative}
        </a>
      ))}
    </nav>
  );
}

function SessionLine(line: { props: PageProps; session: ShownSession; path: string }) {
  const { props, session, path } = line;
  const { language } = props;
  const texts = attendanceTexts[language];
  const name = nameOf(texts, session, language);
  const { present } = session;
  return (
    <>
      <h3>{name}</h3>
      <p>
        {texts.facts(formatDay(session.heldOn, language), session.hours)}
        {". "}
        {present ? `${texts.present(present.count, present.all)}.` : `${texts.notMarked}.`}
      </p>
      <p class="actions">
        <a
          class="button quiet"
          href={`${path}/${session.id}`}
          aria-label={`${texts.mark}: ${name}`}
        >
          {texts.mark}
        </a>
        <a href={`${path}/${session.id}/list.pdf?with=names`}>{texts.listWithNames}</a>
        {props.hasCodes ? (
          <a href={`${path}/${session.id}/list.pdf?with=codes`}>{texts.listWithCodes}</a>
        ) : null}
      </p>
    </>
  );
}

function Grid({ props }: { props: PageProps }) {
  const { language, attendees, sessions } = props;
  const texts = attendanceTexts[language];
  return (
    <section class="table-box" aria-label={texts.grid} tabindex={0}>
      <table class="grid">
        <thead>
          <tr>
            <th scope="col">{texts.person}</th>
            {sessions.map((session) => (
              <th scope="col">
                {session.heldOn}
                <span class="soft hint">{nameOf(texts, session, language)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {attendees.map((person, column) => (
            <tr>
              <th scope="row">
                {person.fullName}
                {person.isInvolvedOnly ? <span class="soft hint">{texts.others}</span> : null}
              </th>
              {sessions.map((session, row) => (
                <td>
                  <MarkBox
                    mark={props.marks(session.id, person.enrolmentId)}
                    value={`${row}.${column}`}
                    label={texts.wasPresent(person.fullName, nameOf(texts, session, language))}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function MarkBox(props: { mark: ShownMark; value: string; label: string }) {
  if (props.mark === undefined) return null;
  return (
    <label class="box">
      <input
        type="checkbox"
        name="present"
        value={props.value}
        checked={props.mark === "present"}
        aria-label={props.label}
      />
    </label>
  );
}

interface OnePageProps extends Common {
  session: ShownSession & { place: string; lecturer: string };
}

/** One session, to be marked on a phone: a name a line, easy to hit with a thumb. */
export function sessionAttendancePage(props: OnePageProps): string {
  const { language, session, locality } = props;
  const texts = attendanceTexts[language];
  const path = `/programmes/${props.programme.slug}/attendance`;
  const meant = props.attendees.filter(
    ({ enrolmentId }) => props.marks(session.id, enrolmentId) !== undefined,
  );
  return document(
    <ProgrammePage
      language={language}
      styleUrl={props.styleUrl}
      programme={props.programme}
      title={nameOf(texts, session, language)}
      place={`attendance/${session.id}`}
    >
      {props.isSaved ? <DoneNotice>{texts.saved}</DoneNotice> : null}
      <p>
        {`${locality.nominative}, ${texts.facts(formatDay(session.heldOn, language), session.hours)}`}
      </p>
      <h2>{texts.oneTitle}</h2>
      {meant.length === 0 ? (
        <p>{texts.nobody}</p>
      ) : (
        <form method="post" action={`${path}/${session.id}`}>
          <p class="soft">{texts.oneHint}</p>
          <Sheet props={{ ...props, attendees: meant }} sessions={[session]} />
          <ul class="mark-list">
            {meant.map((person, column) => (
              <li>
                <label>
                  <input
                    type="checkbox"
                    name="present"
                    value={`0.${column}`}
                    checked={props.marks(session.id, person.enrolmentId) === "present"}
                  />
                  <span>
                    {person.fullName}
                    {person.isInvolvedOnly ? <span class="soft hint">{texts.others}</span> : null}
                  </span>
                </label>
              </li>
            ))}
          </ul>
          <p class="save-bar">
            <button type="submit">{texts.save}</button>
          </p>
        </form>
      )}
      <p>
        <a href={`${path}?locality=${locality.key}`}>{texts.back}</a>
      </p>
    </ProgrammePage>,
  );
}

/** What a sheet showed when it was opened, so that two people can mark at one time. */
function Sheet({ props, sessions }: { props: Common; sessions: readonly ShownSession[] }) {
  const { attendees } = props;
  const was = sessions.flatMap(({ id }, row) =>
    attendees.flatMap(({ enrolmentId }, column) =>
      props.marks(id, enrolmentId) === "present" ? [`${row}.${column}`] : [],
    ),
  );
  return (
    <>
      <input type="hidden" name="sessions" value={sessions.map(({ id }) => id).join(" ")} />
      <input
        type="hidden"
        name="people"
        value={attendees.map(({ enrolmentId }) => enrolmentId).join(" ")}
      />
      <input type="hidden" name="was" value={was.join(" ")} />
    </>
  );
}

function nameOf(texts: AttendanceTexts, session: ShownSession, language: Language): string {
  return texts.session(inLanguage(session.title, language), session.group);
}
