import type { Db } from "../../../db/connect.ts";
import { findInvitation } from "../../../db/queries/invitations.ts";
import type { Programme } from "../../../db/queries/programmes.ts";
import { findDocument } from "../../../db/queries/published.ts";
import { countEvent } from "../../../db/queries/rate-limits.ts";
import {
  findSubjectPerson,
  listCodesOfPerson,
  listSubjectEnrolments,
  listSubjectPeople,
  listSubjectResponses,
  type SubjectEnrolment,
  type SubjectPerson,
  type SubjectResponse,
} from "../../../db/queries/subject-data.ts";
import type { Deps } from "../../deps.ts";
import { readAccessCode } from "../../domain/pairing/access-code.ts";
import { foldText } from "../../domain/participant/folded-text.ts";
import { Problem } from "../../domain/problem.ts";
import type { QuestionnaireDocument } from "../../domain/questionnaire/document.ts";
import { hashOf } from "../../http/session.ts";

/** Whose data it is: somebody on the list, or whoever holds a code. */
export type SubjectKey = { personId: string } | { accessCodeId: string };

export interface AnsweredSheet extends SubjectResponse {
  document: QuestionnaireDocument;
}

/** Everything kept about one person, as far as the asking person of the staff may see it. */
export interface Subject {
  key: SubjectKey;
  person: SubjectPerson | null;
  enrolments: SubjectEnrolment[];
  accessCodeIds: string[];
  /** Null for whoever may not open answers. */
  sheets: AnsweredSheet[] | null;
}

const mostFound = 10;
const mostUnknown = 100;
const windowSeconds = 600;

/** People whose name holds all words typed, whatever marks and capitals; undefined when too many do. */
export async function findPeopleByName(
  db: Db,
  { programmeId, name }: { programmeId: string; name: string },
): Promise<SubjectPerson[] | undefined> {
  const words = foldText(name).split(" ");
  const people = await listSubjectPeople(db, programmeId);
  const found = people.filter(({ fullName }) => {
    const folded = foldText(fullName);
    return words.every((word) => folded.includes(word));
  });
  return found.length > mostFound ? undefined : found;
}

/** What a code opens in this programme. Codes of others are unknown, like those that never were; failed tries are limited. */
export async function findByCode(
  { db, now }: Pick<Deps, "db" | "now">,
  search: { programmeId: string; typed: string; staffId: string },
): Promise<{ accessCodeId: string } | "mistyped" | "unknown"> {
  const typed = readAccessCode(search.typed);
  if (!typed.ok) return "mistyped";
  const entry = await findInvitation(db, hashOf(typed.code));
  if (entry?.entryKind === "code" && entry.programmeId === search.programmeId) {
    return { accessCodeId: entry.accessCodeId };
  }
  const limit = { key: `privacy ${search.staffId}`, now: now(), windowSeconds };
  if ((await countEvent(db, limit)) > mostUnknown) throw new Problem("too-many-tries");
  return "unknown";
}

/** Gathers what is kept. With `canOpenAnswers` it follows the notes of cards from a name to answers: audit that. */
export async function getSubject(
  db: Db,
  programme: Pick<Programme, "id">,
  { key, canOpenAnswers }: { key: SubjectKey; canOpenAnswers: boolean },
): Promise<Subject> {
  const programmeId = programme.id;
  if ("accessCodeId" in key) {
    const accessCodeIds = [key.accessCodeId];
    const sheets = canOpenAnswers ? await listSheets(db, { programmeId, accessCodeIds }) : null;
    return { key, person: null, enrolments: [], accessCodeIds, sheets };
  }
  const person = await findSubjectPerson(db, { programmeId, personId: key.personId });
  if (!person) throw new Problem("not-found");
  const accessCodeIds = await listCodesOfPerson(db, { programmeId, personId: person.id });
  return {
    key,
    person,
    enrolments: await listSubjectEnrolments(db, { programmeId, personId: person.id }),
    accessCodeIds,
    sheets: canOpenAnswers ? await listSheets(db, { programmeId, accessCodeIds }) : null,
  };
}

async function listSheets(
  db: Db,
  key: { programmeId: string; accessCodeIds: readonly string[] },
): Promise<AnsweredSheet[]> {
  const responses = await listSubjectResponses(db, key);
  return await Promise.all(
    responses.map(async (response) => {
      const { programmeId } = key;
      const document = await findDocument(db, { programmeId, versionId: response.versionId });
      if (!document) throw new Error("a response without its questionnaire");
      return { ...response, document };
    }),
  );
}
