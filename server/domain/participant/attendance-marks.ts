/** Who may be at which session: a session of a group is for that group alone. */
export interface AttendancePlan {
  sessions: readonly { id: string; groupId: string | null }[];
  attendees: readonly { enrolmentId: string; groupId: string | null }[];
}

/** A sheet of marks as it was sent: lists of ids, and pairs "2.11" of places in them, all counted from 0. */
export interface SentMarks {
  sessions: readonly string[];
  people: readonly string[];
  /** The marks that stood there when the sheet was opened. */
  was: readonly string[];
  present: readonly string[];
}

export interface ReadMark {
  sessionId: string;
  enrolmentId: string;
  isPresent: boolean;
  /** Whether it differs from what stood there when the sheet was opened. */
  isChanged: boolean;
}

export function isMeantFor(
  session: { groupId: string | null },
  person: { groupId: string | null },
) {
  return session.groupId === null || session.groupId === person.groupId;
}

/**
 * The marks of a sheet. Sessions and people that are not (or no longer) of the plan are passed over, as are pairs that do
 * not belong together; what is left says both who was there and who was not.
 */
export function readMarks(sent: SentMarks, plan: AttendancePlan): ReadMark[] {
  const [was, present] = [new Set(sent.was), new Set(sent.present)];
  return sent.sessions.flatMap((sessionId, row) => {
    const session = plan.sessions.find(({ id }) => id === sessionId);
    if (!session) return [];
    return sent.people.flatMap((enrolmentId, column): ReadMark[] => {
      const person = plan.attendees.find((one) => one.enrolmentId === enrolmentId);
      if (!person || !isMeantFor(session, person)) return [];
      const pair = `${row}.${column}`;
      const isPresent = present.has(pair);
      return [{ sessionId, enrolmentId, isPresent, isChanged: isPresent !== was.has(pair) }];
    });
  });
}

const shortestEnding = 3;

/**
 * The ends of access codes, as long as it takes to tell them apart and at least three letters: enough to find one's own
 * line on a list that goes round a room, too little to answer in somebody else's place.
 */
export function codeEndings(codes: readonly string[]): string[] {
  const longest = Math.max(0, ...codes.map(({ length }) => length)) - 2;
  for (let letters = shortestEnding; letters < longest; letters++) {
    const endings = codes.map((code) => code.slice(-letters));
    if (new Set(endings).size === codes.length) return endings.sort();
  }
  return codes.map((code) => code.slice(-shortestEnding)).sort();
}
