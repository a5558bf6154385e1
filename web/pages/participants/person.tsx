import { inLanguage, type Language, type Text } from "../../../server/domain/text.ts";
import type { ProgrammeKind } from "../../../server/domain/words.ts";
import {
  type EnrolmentField,
  type ParticipantField,
  type PersonField,
  participantTexts,
} from "../../texts/participants.ts";
import { document } from "../layout.tsx";
import { ProgrammePage } from "../programme-page.tsx";
import { DoneNotice, MistakeSummary, SelectField, TextField } from "./fields.tsx";

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

interface Common {
  language: Language;
  styleUrl: string;
  programme: { slug: string; title: Text; kind: ProgrammeKind };
  choices: ParticipantChoices;
}

interface NewPageProps extends Common {
  person: PersonForm;
  enrolment: EnrolmentForm;
  mistakes: readonly FieldMistake[];
}

/** Where somebody is added to the list, in their first locality. */
export function newParticipantPage(props: NewPageProps): string {
  const { language, mistakes } = props;
  const texts = participantTexts[language];
  return document(
    <ProgrammePage
      language={language}
      styleUrl={props.styleUrl}
      programme={props.programme}
      title={texts.person.newTitle}
      place="participants/new"
    >
      <Summary language={language} prefix="" mistakes={mistakes} />
      <form class="fields" method="post" action={pathOf(props)}>
        <PersonFields language={language} form={props.person} mistakes={mistakes} />
        <EnrolmentFields
          props={props}
          prefix=""
          form={props.enrolment}
          mistakes={mistakes}
          locality="choose"
        />
        <button type="submit">{texts.person.add}</button>
      </form>
      <BackLink props={props} />
    </ProgrammePage>,
  );
}

/** One enrolment as it is edited; `id` is "new" for the one to be added. */
export interface ShownEnrolment {
  id: string;
  locality: string;
  localityKey: string;
  isCertified: boolean;
  form: EnrolmentForm;
  mistakes: readonly FieldMistake[];
}

interface PersonPageProps extends Common {
  id: string;
  name: string;
  person: PersonForm;
  mistakes: readonly FieldMistake[];
  enrolments: readonly ShownEnrolment[];
  /** Undefined where the person is enrolled everywhere. */
  adding: ShownEnrolment | undefined;
  notice?: string;
}

/** One person: who they are, and where they take part. */
export function personPage(props: PersonPageProps): string {
  const { language, enrolments, adding } = props;
  const texts = participantTexts[language];
  const path = `${pathOf(props)}/${props.id}`;
  return document(
    <ProgrammePage
      language={language}
      styleUrl={props.styleUrl}
      programme={props.programme}
      title={props.name}
      place={`participants/${props.id}`}
    >
      {props.notice ? <DoneNotice>{props.notice}</DoneNotice> : null}
      <Summary language={language} prefix="" mistakes={props.mistakes} />
      {[...enrolments, ...(adding ? [adding] : [])].map(({ id, mistakes }) => (
        <Summary language={language} prefix={`${id}-`} mistakes={mistakes} />
      ))}
      <form class="fields" method="post" action={path}>
        <PersonFields language={language} form={props.person} mistakes={props.mistakes} />
        <button type="submit">{texts.person.save}</button>
      </form>
      <h2>{texts.person.enrolments}</h2>
      <p class="soft">{texts.person.withdrawHint}</p>
      {enrolments.map((enrolment) => (
        <details open={enrolment.mistakes.length > 0}>
          <summary>{enrolmentLine(props, enrolment)}</summary>
          <EnrolmentEditor
            props={props}
            enrolment={enrolment}
            action={`${path}/enrolments/${enrolment.id}`}
          />
        </details>
      ))}
      {adding ? (
        <details open={adding.mistakes.length > 0}>
          <summary>{texts.person.addEnrolment}</summary>
          <EnrolmentEditor props={props} enrolment={adding} action={`${path}/enrolments`} />
        </details>
      ) : (
        <p class="soft">{texts.person.everywhere}</p>
      )}
      <BackLink props={props} />
    </ProgrammePage>,
  );
}

function enrolmentLine(props: PersonPageProps, enrolment: ShownEnrolment): string {
  const texts = participantTexts[props.language];
  const { form, isCertified } = enrolment;
  const role = texts.roles[form.role === "involved" ? "involved" : "cycle-participant"];
  const withdrawn = form.withdrawnOn ? [texts.list.withdrawn(form.withdrawnOn)] : [];
  const certified = isCertified ? [texts.person.isCertified] : [];
  return `${enrolment.locality}: ${[role, ...withdrawn, ...certified].join(", ")}`;
}

function EnrolmentEditor({
  props,
  enrolment,
  action,
}: {
  props: PersonPageProps;
  enrolment: ShownEnrolment;
  action: string;
}) {
  const texts = participantTexts[props.language].person;
  const isNew = enrolment.id === "new";
  return (
    <form class="fields" method="post" action={action}>
      <EnrolmentFields
        props={props}
        prefix={`${enrolment.id}-`}
        form={enrolment.form}
        mistakes={enrolment.mistakes}
        locality={isNew ? "choose" : enrolment.localityKey}
      />
      <button type="submit" aria-label={isNew ? undefined : `${texts.save}: ${enrolment.locality}`}>
        {isNew ? texts.add : texts.save}
      </button>
    </form>
  );
}

function PersonFields(props: {
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

function EnrolmentFields({ props, prefix, form, mistakes, locality }: EnrolmentFieldsProps) {
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

function Summary(props: { language: Language; prefix: string; mistakes: readonly FieldMistake[] }) {
  const { language, mistakes } = props;
  const told = mistakes.map(({ field }) => ({
    id: `${props.prefix}${field}`,
    text: mistakeOf(language, mistakes, field) ?? "",
  }));
  return <MistakeSummary title={participantTexts[language].mistakesTitle} mistakes={told} />;
}

function BackLink({ props }: { props: Common }) {
  return (
    <p>
      <a href={pathOf(props)}>{participantTexts[props.language].links.back}</a>
    </p>
  );
}

function pathOf(props: Common): string {
  return `/programmes/${props.programme.slug}/participants`;
}
