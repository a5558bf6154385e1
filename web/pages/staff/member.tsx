import { staffRoles } from "../../../server/domain/staff/roles.ts";
import type { Text } from "../../../server/domain/text.ts";
import { inLanguage } from "../../../server/domain/text.ts";
import { programmeTexts } from "../../texts/programmes.ts";
import { type TeamNews, teamTexts } from "../../texts/team.ts";
import { document } from "../layout.tsx";
import { Field, MistakeSummary, News } from "./fields.tsx";
import { StaffFrame, type StaffPageProps } from "./frame.tsx";
import { memberFacts, type ShownMember, type ShownRole } from "./team.tsx";

export type MemberMistake =
  | { kind: "notLocal"; programmeId: string }
  | { kind: "lastAdministrator" }
  | { kind: "reason"; typed: string };

interface MemberProps extends StaffPageProps {
  member: ShownMember;
  isOwn: boolean;
  roles: readonly (ShownRole & { programmeId: string })[];
  programmes: readonly { id: string; title: Text; localities: { id: string; name: string }[] }[];
  news?: TeamNews;
  /** A link to hand over; it stands in this one answer alone. */
  link?: string;
  mistake?: MemberMistake;
}

/** One person of the team: what they may do where, and their account. */
export function memberPage(props: MemberProps): string {
  const { language, member, mistake } = props;
  const texts = teamTexts[language];
  const facts = memberFacts(member).map((fact) => texts.states[fact]);
  return document(
    <StaffFrame
      language={language}
      styleUrl={props.styleUrl}
      title={member.displayName}
      path={`/team/${member.id}`}
      isSignedIn
    >
      <p>
        <a href="/team">{texts.back}</a>
      </p>
      <p class="soft">{[member.email, ...facts].join(" · ")}</p>
      {props.news ? <News>{texts.news[props.news]}</News> : null}
      {mistake ? (
        <MistakeSummary title={texts.mistakesTitle} mistakes={[sayMistake(props, mistake)]} />
      ) : null}
      {props.link ? <HandedLink props={props} link={props.link} /> : null}
      <RoleSection props={props} />
      <AccountSection props={props} />
    </StaffFrame>,
  );
}

function sayMistake({ language }: MemberProps, mistake: MemberMistake) {
  const texts = teamTexts[language];
  if (mistake.kind === "notLocal") {
    return { id: `role-${mistake.programmeId}`, words: texts.notLocal };
  }
  if (mistake.kind === "reason") return { id: "reason", words: texts.reasonMissing };
  return { id: "account", words: texts.lastAdministrator };
}

function HandedLink({ props, link }: { props: MemberProps; link: string }) {
  const texts = teamTexts[props.language];
  return (
    <section class="notice-box" role="status">
      <h2>{texts.linkTitle}</h2>
      <p>{texts.linkAdvice(props.member.displayName)}</p>
      <p class="hash">
        <code>{link}</code>
      </p>
    </section>
  );
}

function RoleSection({ props }: { props: MemberProps }) {
  const { language, roles, member } = props;
  const texts = teamTexts[language];
  return (
    <section>
      <h2>{texts.rolesTitle}</h2>
      {roles.length === 0 ? <p class="soft">{texts.noRoles}</p> : null}
      <ul class="plain-list">
        {roles.map((held) => {
          const name = programmeTexts[language].roles[held.role];
          const title = inLanguage(held.programmeTitle, language);
          const place = held.localityName ?? texts.wholeProgramme;
          return (
            <li>
              {title}
              <br />
              <strong>{name}</strong>
              {`, ${place}`}
              <form method="post" action={`/team/${member.id}/roles/${held.id}/removal`}>
                <button
                  class="quiet"
                  type="submit"
                  aria-label={`${texts.takeRole}: ${name}, ${place}, ${title}`}
                >
                  {texts.takeRole}
                </button>
              </form>
            </li>
          );
        })}
      </ul>
      <h3>{texts.giveTitle}</h3>
      {props.programmes.length === 0 ? <p class="soft">{texts.noProgrammes}</p> : null}
      {props.programmes.map((programme) => (
        <GiveForm props={props} programme={programme} />
      ))}
    </section>
  );
}

interface GiveProps {
  props: MemberProps;
  programme: MemberProps["programmes"][number];
}

/** One form a programme, folded: localities of one programme mean nothing in another. */
function GiveForm({ props, programme }: GiveProps) {
  const { language, member, mistake } = props;
  const texts = teamTexts[language];
  const id = `role-${programme.id}`;
  const isWrong = mistake?.kind === "notLocal" && mistake.programmeId === programme.id;
  return (
    <details open={isWrong || props.programmes.length === 1}>
      <summary>{inLanguage(programme.title, language)}</summary>
      <form class="fields" method="post" action={`/team/${member.id}/roles`}>
        <input type="hidden" name="programme" value={programme.id} />
        <p>
          <label for={id}>{texts.role}</label>
          <select
            id={id}
            name="role"
            aria-invalid={isWrong ? "true" : undefined}
            aria-describedby={isWrong ? `${id}-mistake` : undefined}
          >
            {staffRoles.map((role) => (
              <option value={role}>{texts.roleWords[role]}</option>
            ))}
          </select>
          {isWrong ? (
            <span id={`${id}-mistake`} class="mistake">
              {texts.notLocal}
            </span>
          ) : null}
        </p>
        <fieldset class="choices" aria-describedby={`${id}-hint`}>
          <legend>{texts.localities}</legend>
          <span id={`${id}-hint`} class="soft hint">
            {texts.localitiesHint}
          </span>
          {programme.localities.map((locality) => (
            <label class="tick">
              <input type="checkbox" name="locality" value={locality.id} />
              {locality.name}
            </label>
          ))}
        </fieldset>
        <button class="quiet" type="submit">
          {texts.giveRole}
        </button>
      </form>
    </details>
  );
}

function AccountSection({ props }: { props: MemberProps }) {
  const { language, member } = props;
  const texts = teamTexts[language];
  const deed = (name: string, label: string) => (
    <form method="post" action={`/team/${member.id}/${name}`}>
      <button class="quiet" type="submit">
        {label}
      </button>
    </form>
  );
  return (
    <section id="account">
      <h2>{texts.accountTitle}</h2>
      {member.disabledAt ? (
        <>
          <p>{texts.disabledAdvice}</p>
          {deed("enabling", texts.enable)}
        </>
      ) : (
        <>
          <p>{texts.sessions(member.sessions)}</p>
          {member.sessions > 0 ? deed("sessions-ending", texts.endSessions) : null}
          <h3>{texts.inviteAgain}</h3>
          <p>{texts.inviteAgainAdvice}</p>
          {deed("invitation", texts.inviteAgain)}
          <h3>{texts.makeAdministrator}</h3>
          <p>{member.isAdministrator ? texts.administratorNow : texts.administratorHint}</p>
          {member.isAdministrator
            ? deed("administration-ending", texts.unmakeAdministrator)
            : deed("administration", texts.appointAdministrator)}
          <ResetForm props={props} />
          <h3>{texts.disable}</h3>
          <p>{texts.disableAdvice}</p>
          {deed("disabling", texts.disable)}
        </>
      )}
    </section>
  );
}

/** Folded away, so that nobody presses it by accident. */
function ResetForm({ props }: { props: MemberProps }) {
  const { language, member, mistake } = props;
  const texts = teamTexts[language];
  const isWrong = mistake?.kind === "reason";
  return (
    <details open={isWrong}>
      <summary>{texts.resetTitle}</summary>
      <p>{texts.resetAdvice}</p>
      <form class="fields" method="post" action={`/team/${member.id}/second-factor-reset`}>
        <Field
          name="reason"
          label={texts.reason}
          value={isWrong ? mistake.typed : ""}
          mistake={isWrong ? texts.reasonMissing : undefined}
          maxlength={200}
        />
        <button class="quiet" type="submit">
          {texts.reset}
        </button>
      </form>
    </details>
  );
}
