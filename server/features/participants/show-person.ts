import {
  type EnrolmentRecord,
  findPerson,
  type PersonRecord,
} from "../../../db/queries/participants.ts";
import { findPersonTraces } from "../../../db/queries/person-traces.ts";
import {
  newParticipantPage,
  personPage,
  type ShownEnrolment,
} from "../../../web/pages/participants/person.tsx";
import type {
  EnrolmentForm,
  FieldMistake,
  PersonForm,
} from "../../../web/pages/participants/person-fields.tsx";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import { calendarDay } from "../../domain/response/calendar-day.ts";
import { choicesOf, type Desk, listPlaces, type Places } from "./desk.ts";
import { isMerelyListed } from "./remove-person.ts";

export const emptyPerson: PersonForm = {
  fullName: "",
  organisation: "",
  email: "",
  phone: "",
  gender: "",
  ageBand: "",
  isContactShared: false,
};

export function emptyEnrolment({ today }: Desk, locality = ""): EnrolmentForm {
  return {
    locality,
    group: "",
    sector: "",
    role: "cycle-participant",
    enrolledOn: today,
    withdrawnOn: "",
  };
}

export async function showNew(
  deps: Deps,
  desk: Desk,
  typed?: { person: PersonForm; enrolment: EnrolmentForm; mistakes: readonly FieldMistake[] },
): Promise<string> {
  const choices = choicesOf(await listPlaces(deps, desk));
  const [only] = choices.localities.length === 1 ? choices.localities : [];
  const fresh = {
    person: emptyPerson,
    enrolment: emptyEnrolment(desk, only?.key),
    mistakes: [],
  };
  return newParticipantPage({ ...desk, choices, ...(typed ?? fresh) });
}

/** What was typed in one of the page's forms and is to be mended; `enrolment` names the form, "new" the one to add. */
export interface PersonMistake {
  /** It was not said that the person is really to be removed. */
  removal?: true;
  person?: { form: PersonForm; mistakes: readonly FieldMistake[] };
  enrolment?: { id: string; form: EnrolmentForm; mistakes: readonly FieldMistake[] };
}

export async function showPerson(
  deps: Deps,
  desk: Desk,
  shown: { id: string; notice?: string; mistake?: PersonMistake },
): Promise<string> {
  const key = { programmeId: desk.programme.id, id: shown.id };
  const person = await findPerson(deps.db, { ...key, within: desk.within });
  if (!person) throw new Problem("not-found");
  const places = await listPlaces(deps, desk);
  const { mistake } = shown;
  return personPage({
    ...desk,
    choices: choicesOf(places),
    id: person.id,
    name: person.fullName,
    person: mistake?.person?.form ?? personForm(person),
    mistakes: mistake?.person?.mistakes ?? [],
    enrolments: person.enrolments.map((one) => shownEnrolment(one, places, mistake)),
    adding: addingForm(desk, person, places, mistake),
    notice: shown.notice,
    isHeld: person.isHeld,
    returnedOn: person.returnedAt && calendarDay(person.returnedAt, desk.programme.timeZone),
    hasPrivacyDesk: !desk.reach.isLimited,
    isRemovable: isMerelyListed(await findPersonTraces(deps.db, key)),
    isRemovalUnsure: mistake?.removal ?? false,
  });
}

function personForm({
  id: _id,
  enrolments: _all,
  isHeld: _held,
  returnedAt: _since,
  ...form
}: PersonRecord): PersonForm {
  return { ...form, gender: form.gender ?? "", ageBand: form.ageBand ?? "" };
}

function shownEnrolment(
  enrolment: EnrolmentRecord,
  places: Places,
  mistake: PersonMistake | undefined,
): ShownEnrolment {
  const typed = mistake?.enrolment?.id === enrolment.id ? mistake.enrolment : undefined;
  const localityKey = keyOf(places, enrolment);
  const form = {
    locality: localityKey,
    group: enrolment.groupId ?? "",
    sector: places.sectors.find(({ id }) => id === enrolment.sectorId)?.key ?? "",
    role: enrolment.role,
    enrolledOn: enrolment.enrolledOn,
    withdrawnOn: enrolment.withdrawnOn ?? "",
  };
  const { id, locality, isCertified } = enrolment;
  const shown = { form: typed?.form ?? form, mistakes: typed?.mistakes ?? [] };
  return { id, locality, localityKey, isCertified, ...shown };
}

export function keyOf({ localities }: Places, { localityId }: { localityId: string }): string {
  return localities.find(({ id }) => id === localityId)?.key ?? "";
}

function addingForm(
  desk: Desk,
  person: PersonRecord,
  { localities }: Places,
  mistake: PersonMistake | undefined,
): ShownEnrolment | undefined {
  const isThere = (id: string) => person.enrolments.some(({ localityId }) => localityId === id);
  if (localities.every(({ id }) => isThere(id))) return undefined;
  const typed = mistake?.enrolment?.id === "new" ? mistake.enrolment : undefined;
  return {
    id: "new",
    locality: "",
    localityKey: "",
    isCertified: false,
    form: typed?.form ?? emptyEnrolment(desk),
    mistakes: typed?.mistakes ?? [],
  };
}
