import type { PasswordMistake } from "../../../server/domain/staff/password.ts";
import { type SetUpLabel, staffTexts } from "../../texts/staff.ts";
import { document } from "../layout.tsx";
import { Field, MistakeSummary } from "./fields.tsx";
import { StaffFrame, type StaffPageProps } from "./frame.tsx";

interface SetUpProps extends StaffPageProps {
  /** The page's own address, for the language switch. */
  path: string;
  typed: Partial<Record<SetUpLabel, string>>;
  mistakes: Partial<Record<SetUpLabel, "missing" | PasswordMistake>>;
}

const organisationFields: readonly SetUpLabel[] = [
  "organisation",
  "legalForm",
  "code",
  "organisationEmail",
  "phone",
];
const personFields: readonly SetUpLabel[] = ["displayName", "email", "password"];
const optional: readonly SetUpLabel[] = ["legalForm", "code", "organisationEmail", "phone"];

const kinds: Partial<
  Record<SetUpLabel, { type?: "email" | "password" | "tel"; autocomplete: string }>
> = {
  organisation: { autocomplete: "organization" },
  organisationEmail: { type: "email", autocomplete: "off" },
  phone: { type: "tel", autocomplete: "off" },
  displayName: { autocomplete: "name" },
  email: { type: "email", autocomplete: "username" },
  password: { type: "password", autocomplete: "new-password" },
};

/** The first set-up: an organisation and its administrator. */
export function setUpPage(props: SetUpProps): string {
  const { language } = props;
  const texts = staffTexts[language];
  const wrong = [...organisationFields, ...personFields].filter((field) => props.mistakes[field]);
  const mistakes = wrong.map((field) => ({ id: field, words: sayMistake(props, field) ?? "" }));
  return document(
    <StaffFrame
      language={language}
      styleUrl={props.styleUrl}
      title={texts.setUp.title}
      path={props.path}
    >
      <p>{texts.setUp.lead}</p>
      <MistakeSummary title={texts.setUp.mistakesTitle} mistakes={mistakes} />
      <form class="fields" method="post">
        <h2>{texts.setUp.organisationTitle}</h2>
        {organisationFields.map((field) => (
          <SetUpField props={props} field={field} />
        ))}
        <h2>{texts.setUp.personTitle}</h2>
        {personFields.map((field) => (
          <SetUpField props={props} field={field} />
        ))}
        <button type="submit">{texts.setUp.done}</button>
      </form>
    </StaffFrame>,
  );
}

function SetUpField({ props, field }: { props: SetUpProps; field: SetUpLabel }) {
  const texts = staffTexts[props.language];
  const label = texts.setUp.labels[field];
  return (
    <Field
      name={field}
      label={optional.includes(field) ? `${label} (${texts.setUp.optional})` : label}
      hint={field === "password" ? texts.passwordHint : texts.setUp.hints[field]}
      value={props.typed[field] ?? ""}
      mistake={sayMistake(props, field)}
      {...kinds[field]}
    />
  );
}

function sayMistake({ language, mistakes }: SetUpProps, field: SetUpLabel): string | undefined {
  const texts = staffTexts[language];
  const mistake = mistakes[field];
  if (mistake === undefined) return undefined;
  return mistake === "missing" ? texts.setUp.missing[field] : texts.passwordMistakes[mistake];
}
