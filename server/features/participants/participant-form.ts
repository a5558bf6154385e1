import { z } from "zod";
import type { EnrolmentFields, PersonFields } from "../../../db/queries/participant-edits.ts";
import type {
  EnrolmentForm,
  FieldMistake,
  PersonForm,
} from "../../../web/pages/participants/person-fields.tsx";
import { personFields } from "../../../web/texts/participants.ts";
import { isEmailAddress } from "../../domain/participant/contact.ts";
import { nameKey } from "../../domain/participant/folded-text.ts";
import { participantRoles } from "../../domain/participant/list-row.ts";
import { ageBands, genders } from "../../domain/participant/person-facts.ts";
import { cleanLine, lengthOf } from "../../domain/response/clean-text.ts";
import type { Places } from "./desk.ts";

const line = (most: number) =>
  z
    .string()
    .transform(cleanLine)
    .refine((text) => lengthOf(text) <= most);

const personSchema = z.object({
  fullName: line(200).refine((name) => nameKey(name) !== ""),
  organisation: line(200),
  email: line(254).refine((email) => email === "" || isEmailAddress(email)),
  phone: line(50),
  gender: z.enum(["", ...genders]).transform((gender) => gender || null),
  ageBand: z.enum(["", ...ageBands]).transform((band) => band || null),
});

/** Reads who somebody is: the record, or which fields are wrong. */
export function readPerson(
  form: PersonForm,
): { ok: true; person: PersonFields } | { ok: false; mistakes: FieldMistake[] } {
  const read = personSchema.safeParse(form);
  if (read.success) {
    return { ok: true, person: { ...read.data, isContactShared: form.isContactShared } };
  }
  const wrong = new Set(read.error.issues.map(({ path }) => path[0]));
  return {
    ok: false,
    mistakes: personFields.filter((field) => wrong.has(field)).map((field) => ({ field })),
  };
}

export type ReadEnrolment =
  | { ok: true; localityId: string; enrolment: EnrolmentFields }
  | { ok: false; mistakes: FieldMistake[] };

/** Reads where somebody takes part. A group has to be of the same locality. */
export function readEnrolment(form: EnrolmentForm, places: Places): ReadEnrolment {
  const locality = places.localities.find(({ key }) => key === form.locality);
  const group = places.groups.find(({ id }) => id === form.group);
  const sector = places.sectors.find(({ key }) => key === form.sector);
  const role = participantRoles.find((one) => one === form.role);
  const mistakes: FieldMistake[] = [];
  if (!locality) mistakes.push({ field: "locality" });
  if (form.group !== "" && (!group || group.localityId !== locality?.id)) {
    mistakes.push({ field: "group" });
  }
  if (form.sector !== "" && !sector) mistakes.push({ field: "sector" });
  if (!role) mistakes.push({ field: "role" });
  mistakes.push(...mistakesInDays(form));
  if (mistakes.length > 0 || !locality || !role) return { ok: false, mistakes };
  return {
    ok: true,
    localityId: locality.id,
    enrolment: {
      groupId: group?.id ?? null,
      sectorId: sector?.id ?? null,
      role,
      enrolledOn: form.enrolledOn,
      withdrawnOn: form.withdrawnOn || null,
    },
  };
}

const isCalendarDay = (text: string) => z.iso.date().safeParse(text).success;

function mistakesInDays({ enrolledOn, withdrawnOn }: EnrolmentForm): FieldMistake[] {
  if (!isCalendarDay(enrolledOn)) return [{ field: "enrolledOn" }];
  const isFine = withdrawnOn === "" || (isCalendarDay(withdrawnOn) && withdrawnOn >= enrolledOn);
  return isFine ? [] : [{ field: "withdrawnOn" }];
}

export type SentFields = Record<string, unknown>;

export function personFormOf(sent: SentFields): PersonForm {
  return {
    fullName: typed(sent, "fullName"),
    organisation: typed(sent, "organisation"),
    email: typed(sent, "email"),
    phone: typed(sent, "phone"),
    gender: typed(sent, "gender"),
    ageBand: typed(sent, "ageBand"),
    isContactShared: typed(sent, "isContactShared") === "yes",
  };
}

/** `locality` where it is settled already. */
export function enrolmentFormOf(sent: SentFields, locality?: string): EnrolmentForm {
  return {
    locality: locality ?? typed(sent, "locality"),
    group: typed(sent, "group"),
    sector: typed(sent, "sector"),
    role: typed(sent, "role"),
    enrolledOn: typed(sent, "enrolledOn").trim(),
    withdrawnOn: typed(sent, "withdrawnOn").trim(),
  };
}

export function typed(sent: SentFields, name: string): string {
  const value = sent[name];
  return (typeof value === "string" ? value : "").slice(0, 2_000);
}
