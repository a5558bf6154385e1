import { formatDay } from "../../texts/numbers.ts";
import { participantTexts } from "../../texts/participants.ts";
import { returnedTexts } from "../../texts/returned-letters.ts";
import { document } from "../layout.tsx";
import { ProgrammePage } from "../programme-page.tsx";
import { DoneNotice, MistakeSummary } from "./fields.tsx";
import {
  type Common,
  EnrolmentFields,
  type EnrolmentForm,
  type FieldMistake,
  PersonFields,
  type PersonForm,
  Summary,
} from "./person-fields.tsx";

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
  /** The day on which letters to the address were found to come back. */
  returnedOn: string | null;
  /** Takes part in localities of others too: who they are is shown, and not to be changed. */
  isHeld: boolean;
  /** Whether the reader may go to the data protection desk. */
  hasPrivacyDesk: boolean;
  /** Merely listed, and so taken off the list without a request. */
  isRemovable: boolean;
  isRemovalUnsure: boolean;
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
      {props.isRemovalUnsure ? (
        <MistakeSummary
          title={texts.mistakesTitle}
          mistakes={[{ id: "sure", text: texts.removal.mustBeSure }]}
        />
      ) : null}
      {[...enrolments, ...(adding ? [adding] : [])].map(({ id, mistakes }) => (
        <Summary language={language} prefix={`${id}-`} mistakes={mistakes} />
      ))}
      <Returned props={props} />
      {props.isHeld ? (
        <HeldFacts props={props} />
      ) : (
        <form class="fields" method="post" action={path}>
          <PersonFields language={language} form={props.person} mistakes={props.mistakes} />
          <button type="submit">{texts.person.save}</button>
        </form>
      )}
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
      {props.isHeld ? null : <Removal props={props} />}
      <BackLink props={props} />
    </ProgrammePage>,
  );
}

/** That letters come back, what to do, and how to say that they do not. */
function Returned({ props }: { props: PersonPageProps }) {
  const { language, returnedOn, isHeld, programme } = props;
  if (returnedOn === null) return null;
  const texts = returnedTexts[language].person;
  const home = `/programmes/${programme.slug}`;
  return (
    <div class="notice-box wrong">
      <p>
        {`${texts.comesBack(formatDay(returnedOn, language))} ${texts.whatToDo} `}
        <a href={`${home}/cards`}>{texts.cards}</a>
      </p>
      {isHeld ? null : (
        <form method="post" action={`${home}/mailings/returned/${props.id}/removal`}>
          <button class="quiet" type="submit">
            {texts.removeMark}
          </button>
        </form>
      )}
    </div>
  );
}

/** Who somebody is, where that is for others to change. */
function HeldFacts({ props }: { props: PersonPageProps }) {
  const { language, person } = props;
  const texts = participantTexts[language];
  const told = (["organisation", "email", "phone"] as const).filter((field) => person[field]);
  return (
    <>
      <p class="notice-box">{texts.person.held}</p>
      <dl class="facts">
        {told.map((field) => (
          <>
            <dt>{texts.fields[field]}</dt>
            <dd>{person[field]}</dd>
          </>
        ))}
      </dl>
    </>
  );
}

/** Taking somebody off the list; who has left traces is erased at the data protection desk. */
function Removal({ props }: { props: PersonPageProps }) {
  const texts = participantTexts[props.language].removal;
  const mistake = props.isRemovalUnsure ? texts.mustBeSure : undefined;
  return (
    <details open={props.isRemovalUnsure}>
      <summary>{texts.title}</summary>
      {props.isRemovable ? (
        <form class="fields" method="post" action={`${pathOf(props)}/${props.id}/removal`}>
          <p>{texts.lead}</p>
          <p>
            <label class="tick">
              <input
                type="checkbox"
                id="sure"
                name="sure"
                value="yes"
                aria-invalid={mistake ? "true" : undefined}
                aria-describedby={mistake ? "sure-mistake" : undefined}
              />
              {texts.sure(props.name)}
            </label>
            {mistake ? (
              <span id="sure-mistake" class="mistake">
                {mistake}
              </span>
            ) : null}
          </p>
          <button class="quiet" type="submit">
            {texts.button}
          </button>
        </form>
      ) : (
        <p>
          {`${texts.hasTraces} `}
          {props.hasPrivacyDesk ? (
            <a href={`/programmes/${props.programme.slug}/privacy`}>{texts.desk}</a>
          ) : (
            texts.askWhole
          )}
        </p>
      )}
    </details>
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
