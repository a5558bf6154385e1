import type { Preview } from "../../../web/pages/participants/import-preview.tsx";
import { participantTexts } from "../../../web/texts/participants.ts";
import { personFactTexts } from "../../../web/texts/person-facts.ts";
import type {
  ChangeableField,
  Decisions,
  PlannedRow,
} from "../../domain/participant/import-plan.ts";
import type { ListColumns, ListField } from "../../domain/participant/list-columns.ts";
import type { ListedPerson, ParticipantRole } from "../../domain/participant/list-row.ts";
import type { AgeBand, Gender } from "../../domain/participant/person-facts.ts";
import { inLanguage, type Language } from "../../domain/text.ts";
import type { Places } from "./desk.ts";
import type { ListChoices } from "./list-choices.ts";
import type { ListPlan } from "./plan-list.ts";

const mostShown = 200;

interface Building {
  plan: ListPlan;
  language: Language;
  places: Places;
  choices: ListChoices;
  decisions?: Decisions;
}

/** A plan as it is looked at: of each outcome so many rows as a person can look through. */
export function buildPreview(building: Building): Preview {
  const { plan, choices } = building;
  const inPlace = localityNamer(building.places);
  return {
    counts: countsOf(plan),
    mistakes: plan.mistakes.slice(0, mostShown).map((mistake) => ({
      ...mistake,
      letter: letterOf(columnOf(choices.columns, mistake.field)),
    })),
    mistakeCount: plan.mistakes.length,
    unclear: unclearRows(building),
    changed: changedRows(building),
    added: rowsOf(plan, "new").map(({ person, sameAsRow, personId }) => ({
      ...toldPerson(building, person),
      sameAsRow,
      isKnownElsewhere: personId !== null,
    })),
    newGroups: plan.newGroups
      .map(({ localityId, name }) => `${name} (${inPlace(localityId)})`)
      .join(", "),
    fingerprint: plan.fingerprint,
  };
}

function unclearRows(building: Building): Preview["unclear"] {
  return rowsOf(building.plan, "unclear").map(({ person, candidates }) => ({
    ...toldPerson(building, person),
    candidates: candidates.map(({ enrolmentId, fullName, organisation }) => ({
      enrolmentId,
      name: fullName,
      organisation,
    })),
    decided: building.decisions?.get(person.row) ?? "",
  }));
}

function changedRows(building: Building): Preview["changed"] {
  const told = valueTeller(building.language, building.places);
  return rowsOf(building.plan, "changed").map(({ person, changes }) => ({
    ...toldPerson(building, person),
    changes: changes.map(({ field, before, after }) => ({
      field: field === "sectorId" ? ("sector" as const) : field,
      before: told(field, before),
      after: told(field, after),
    })),
  }));
}

function rowsOf<Outcome extends PlannedRow["outcome"]>(plan: ListPlan, outcome: Outcome) {
  type Row = Extract<PlannedRow, { outcome: Outcome }>;
  return plan.planned.filter((row): row is Row => row.outcome === outcome).slice(0, mostShown);
}

function toldPerson({ places }: Building, person: ListedPerson) {
  return {
    row: person.row,
    name: person.fullName,
    organisation: person.organisation,
    locality: localityNamer(places)(person.localityId),
  };
}

function localityNamer({ localities }: Places) {
  return (id: string) => localities.find((one) => one.id === id)?.nominative ?? "";
}

function countsOf({ planned, mistakes }: ListPlan): Preview["counts"] {
  const counts = { new: 0, changed: 0, same: 0, unclear: 0 };
  for (const { outcome } of planned) counts[outcome] += 1;
  return { ...counts, wrong: new Set(mistakes.map(({ row }) => row)).size };
}

/** What is stored as an id or a word of ours, in the reader's words. */
function valueTeller(language: Language, { sectors }: Places) {
  const { roles } = participantTexts[language];
  const facts = personFactTexts[language];
  return (field: ChangeableField, value: string): string => {
    if (value === "") return "";
    if (field === "role") return roles[value as ParticipantRole];
    if (field === "gender") return facts.genders[value as Gender];
    if (field === "ageBand") return facts.ageBands[value as AgeBand];
    if (field !== "sectorId") return value;
    const sector = sectors.find(({ id }) => id === value);
    return sector ? inLanguage(sector.label, language) : "";
  };
}

/** As spreadsheets name columns: A, B ... Z, AA. */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

/** A mistake about a name that is made of two columns points to the one that there is. */
function columnOf(columns: ListColumns, field: ListField): number {
  return columns[field] ?? columns.fullName ?? columns.lastName ?? 0;
}
