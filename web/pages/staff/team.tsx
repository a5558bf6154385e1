import type { Text } from "../../../server/domain/text.ts";
import { inLanguage, languages } from "../../../server/domain/text.ts";
import type { StaffRole } from "../../../server/domain/words.ts";
import { accountTexts } from "../../texts/account.ts";
import { programmeTexts } from "../../texts/programmes.ts";
import { teamTexts } from "../../texts/team.ts";
import { document } from "../layout.tsx";
import { Field, MistakeSummary } from "./fields.tsx";
import { StaffFrame, type StaffPageProps } from "./frame.tsx";

export interface ShownMember {
  id: string;
  displayName: string;
  email: string;
  isAdministrator: boolean;
  disabledAt: Date | null;
  hasSecondFactor: boolean;
  passkeys: number;
  lastSeenAt: Date | null;
  sessions: number;
}

export interface ShownRole {
  id: string;
  staffUserId: string;
  programmeTitle: Text;
  role: StaffRole;
  localityName: string | null;
}

export interface InviteMistake {
  typed: { displayName: string; email: string; language: string; isAdministrator: boolean };
  /** Names of fields, or `taken`. */
  wrong: readonly string[];
}

interface TeamProps extends StaffPageProps {
  team: readonly ShownMember[];
  roles: readonly ShownRole[];
  ownId: string;
  hasLetters: boolean;
  mistake?: InviteMistake;
}

/** The people of an organisation: who they are, what they may do, and inviting more. */
export function teamPage(props: TeamProps): string {
  const { language } = props;
  const texts = teamTexts[language];
  const mistakes = wrongFields(props).map((field) => ({
    id: field === "taken" ? "email" : field,
    words: texts.mistakes[field],
  }));
  return document(
    <StaffFrame
      language={language}
      styleUrl={props.styleUrl}
      title={texts.title}
      path="/team"
      isSignedIn
    >
      <p>{texts.lead}</p>
      <MistakeSummary title={texts.mistakesTitle} mistakes={mistakes} />
      <ul class="plain-list">
        {props.team.map((member) => (
          <Member props={props} member={member} />
        ))}
      </ul>
      <InviteForm props={props} />
    </StaffFrame>,
  );
}

function Member({ props, member }: { props: TeamProps; member: ShownMember }) {
  const { language } = props;
  const texts = teamTexts[language];
  const roles = props.roles.filter(({ staffUserId }) => staffUserId === member.id);
  const facts = memberFacts(member).map((fact) => texts.states[fact]);
  return (
    <li>
      <a href={`/team/${member.id}`}>
        <strong>{member.displayName}</strong>
      </a>
      {member.id === props.ownId ? ` (${texts.you})` : ""}
      <br />
      <span class="soft">{[member.email, ...facts].join(" · ")}</span>
      <br />
      {roles.length === 0 ? (
        <span class="soft">{texts.noRoles}</span>
      ) : (
        <span>{sayRoles(roles, language)}</span>
      )}
    </li>
  );
}

/** What is worth knowing about an account at a glance. */
export function memberFacts(member: ShownMember) {
  if (member.disabledAt) return ["disabled"] as const;
  const isProtected = member.hasSecondFactor || member.passkeys > 0;
  const protection = isProtected ? ("twoFactors" as const) : ("oneFactor" as const);
  return [
    ...(member.isAdministrator ? (["administrator"] as const) : []),
    member.lastSeenAt ? protection : ("invited" as const),
  ];
}

/** Roles by programme: "Programme: organiser, evaluator (Šilutė)". */
function sayRoles(roles: readonly ShownRole[], language: TeamProps["language"]): string {
  const titles = [
    ...new Set(roles.map(({ programmeTitle }) => inLanguage(programmeTitle, language))),
  ];
  return titles
    .map((title) => {
      const here = roles.filter((one) => inLanguage(one.programmeTitle, language) === title);
      const words = here.map(({ role, localityName }) => {
        const name = programmeTexts[language].roles[role];
        return localityName ? `${name} (${localityName})` : name;
      });
      return `${title}: ${words.join(", ")}`;
    })
    .join("; ");
}

type Wrong = keyof (typeof teamTexts)["lt"]["mistakes"];

function wrongFields({ mistake, language }: TeamProps): Wrong[] {
  const known = Object.keys(teamTexts[language].mistakes) as Wrong[];
  return known.filter((field) => mistake?.wrong.includes(field));
}

function InviteForm({ props }: { props: TeamProps }) {
  const { language, mistake } = props;
  const texts = teamTexts[language];
  const wrong = wrongFields(props);
  const say = (field: Wrong) => (wrong.includes(field) ? texts.mistakes[field] : undefined);
  return (
    <section>
      <h2>{texts.inviteTitle}</h2>
      <p>{props.hasLetters ? texts.inviteByLetter : texts.inviteByLink}</p>
      <form class="fields" method="post" action="/team">
        <Field
          name="displayName"
          label={texts.name}
          value={mistake?.typed.displayName ?? ""}
          mistake={say("displayName")}
          maxlength={120}
        />
        <Field
          name="email"
          type="email"
          label={texts.email}
          value={mistake?.typed.email ?? ""}
          mistake={say("email") ?? say("taken")}
          maxlength={254}
        />
        <LanguageChoice props={props} />
        <p>
          <label class="tick">
            <input
              type="checkbox"
              name="isAdministrator"
              value="yes"
              checked={mistake?.typed.isAdministrator ?? false}
              aria-describedby="administrator-hint"
            />
            {texts.makeAdministrator}
          </label>
          <span id="administrator-hint" class="soft hint">
            {texts.administratorHint}
          </span>
        </p>
        <button type="submit">{texts.invite}</button>
      </form>
    </section>
  );
}

function LanguageChoice({ props }: { props: TeamProps }) {
  const chosen = props.mistake?.typed.language ?? "lt";
  return (
    <p>
      <label for="language">{teamTexts[props.language].language}</label>
      <select id="language" name="language">
        {languages.map((language) => (
          <option value={language} selected={language === chosen} lang={language}>
            {accountTexts[props.language].languageNames[language]}
          </option>
        ))}
      </select>
    </p>
  );
}
