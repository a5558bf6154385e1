import { inLanguage, type Language, type Text } from "../../../server/domain/text.ts";
import type { ProgrammeKind } from "../../../server/domain/words.ts";
import {
  type EnrolmentField,
  type ParticipantField,
  type PersonField,
  participantTexts,
} from "../../texts/participants.ts";
import { personFactTexts } from "../../texts/person-facts.ts";
import { MistakeSummary, SelectField, TextField } from "./fields.tsx";

export type PersonForm = Record<PersonField, string> & { isContactShared: boolean };
/** The locality as its key, group and sector by their ids and keys, days as typed. */
export type EnrolmentForm = Record<EnrolmentField, string>;

/** What the selects offer. */
export interface ParticipantChoices {
  localities: readonly { key: string; nominative: string }[];
  groups: readonly { id: string; name: string; locality: string; localityKey: string }[];
  sectors: readonly { key: string; label: Text }[];
}

/** A mistake in one field; `text` stands in for the usual sentence. */
export interface FieldMistake {
  field: ParticipantField;
  text?: string;
}

/** What both pages about a person are made from. */
export interface Common {
  language: Language;
  styleUrl: string;
  programme: { slug: string; title: Text; kind: ProgrammeKind };
  choices: ParticipantChoices;
}

/** Who somebody is. */
export function PersonFields(props: {
  language: Language;
  form: PersonForm;
  mistakes: readonly FieldMistake[];
}) {
  const texts = participantTexts[props.language];
  const field = (name: PersonField, type?: "email" | "tel") => (
    <TextField
      id={name}
      label={texts.fields[name]}
      hint={texts.hints[name]}
      value={props.form[name]}
      type={type}
      size={name === "phone" ? 20 : 40}
      mistake={mistakeOf(props.language, props.mistakes, name)}
    />
  );
  const facts = personFactTexts[props.language];
  const choice = (name: "gender" | "ageBand", labels: Record<string, string>) => (
    <SelectField
      id={name}
      label={texts.fields[name]}
      hint={texts.hints[name]}
      value={props.form[name]}
      options={[
        { value: "", label: texts.noChoice },
        ...Object.entries(labels).map(([value, label]) => ({ value, label })),
      ]}
      mistake={mistakeOf(props.language, props.mistakes, name)}
    />
  );
  return (
    <>
      {field("fullName")}
      {field("organisation")}
      {field("email", "email")}
      <p>
        <label class="tick">
          <input
            type="checkbox"
            name="isContactShared"
            value="yes"
            checked={props.form.isContactShared}
          />
          {texts.isContactShared}
        </label>
      </p>
      {field("phone", "tel")}
      {choice("gender", facts.genders)}
      {choice("ageBand", facts.ageBands)}
    </>
  );
}

interface EnrolmentFieldsProps {
  props: Common;
  prefix: string;
  form: EnrolmentForm;
  mistakes: readonly FieldMistake[];
  /** "choose", or the key of the locality that is settled. */
  locality: string;
}

/** Where somebody takes part. */
export function EnrolmentFields({ props, prefix, form, mistakes, locality }: EnrolmentFieldsProps) {
  const { language, choices } = props;
  const texts = participantTexts[language];
  const groups = choices.groups.filter(
    (group) => locality === "choose" || group.localityKey === locality,
  );
  const select = (name: EnrolmentField, options: { value: string; label: string }[]) => (
    <SelectField
      id={`${prefix}${name}`}
      name={name}
      label={texts.fields[name]}
      value={form[name]}
      options={options}
      mistake={mistakeOf(language, mistakes, name)}
    />
  );
  const day = (name: "enrolledOn" | "withdrawnOn") => (
    <TextField
      id={`${prefix}${name}`}
      name={name}
      label={texts.fields[name]}
      hint={texts.hints[name]}
      value={form[name]}
      inputmode="numeric"
      size={12}
      mistake={mistakeOf(language, mistakes, name)}
    />
  );
  const none = { value: "", label: texts.noChoice };
  return (
    <>
      {locality === "choose"
        ? select("locality", [
            none,
            ...choices.localities.map(({ key, nominative }) => ({ value: key, label: nominative })),
          ])
        : null}
      {groups.length > 0
        ? select("group", [
            none,
            ...groups.map((group) => ({
              value: group.id,
              label: locality === "choose" ? `${group.locality}: ${group.name}` : group.name,
            })),
          ])
        : null}
      {choices.sectors.length > 0
        ? select("sector", [
            none,
            ...choices.sectors.map(({ key, label }) => ({
              value: key,
              label: inLanguage(label, language),
            })),
          ])
        : null}
      {select("role", [
        { value: "cycle-participant", label: texts.roles["cycle-participant"] },
        { value: "involved", label: texts.roles.involved },
      ])}
      {day("enrolledOn")}
      {day("withdrawnOn")}
    </>
  );
}

function mistakeOf(
  language: Language,
  mistakes: readonly FieldMistake[],
  field: ParticipantField,
): string | undefined {
  const found = mistakes.find((mistake) => mistake.field === field);
  return found && (found.text ?? participantTexts[language].mistakes[field]);
}

/** The mistakes of one form, at the top of the page. */
export function Summary(props: {
  language: Language;
  prefix: string;
  mistakes: readonly FieldMistake[];
}) {
  const { language, mistakes } = props;
  const told = mistakes.map(({ field }) => ({
    id: `${props.prefix}${field}`,
    text: mistakeOf(language, mistakes, field) ?? "",
  }));
  return <MistakeSummary title={participantTexts[language].mistakesTitle} mistakes={told} />;
}
