import { type Language, languages, type Text } from "../../server/domain/text.ts";
import type { ProgrammeKind } from "../../server/domain/words.ts";
import { certificateTexts, type TemplateField } from "../texts/certificates.ts";
import { formatMoment, formatPercent } from "../texts/numbers.ts";
import { CertificateRegister, type CertificateRow, reasonField } from "./certificate-register.tsx";
import { type TemplateForm, TemplateSection } from "./certificate-template.tsx";
import { document } from "./layout.tsx";
import { ProgrammePage } from "./programme-page.tsx";

/** A mistake in one of the page's forms, with what was typed. */
export interface CertificateMistake {
  template?: { form: TemplateForm; mistakes: readonly TemplateField[] };
  revocation?: { certificateId: string; typed: string };
}

/** Somebody of the cycle without a valid certificate. */
interface WaitingPerson {
  enrolmentId: string;
  fullName: string;
  locality: string;
  /** Of one, cut to whole percents. */
  share: number;
  isEnough: boolean;
  isReady: boolean;
}

interface PageProps {
  language: Language;
  styleUrl: string;
  programme: { slug: string; title: Text; kind: ProgrammeKind; timeZone: string };
  template: { form: TemplateForm; isSaved: boolean; leastAttendedPercent: number };
  signatory: { name: string; position: string };
  waiting: readonly WaitingPerson[];
  certificates: readonly CertificateRow[];
  print: {
    job: { id: string; status: string } | undefined;
    files: readonly {
      id: string;
      fileName: string;
      rowCount: number | null;
      expiresAt: Date | null;
    }[];
  };
  mistake?: CertificateMistake;
}

/** Where an organiser issues, prints and revokes certificates. */
export function certificatesPage(props: PageProps): string {
  const { language, programme, mistake } = props;
  const texts = certificateTexts[language];
  return document(
    <ProgrammePage
      language={language}
      styleUrl={props.styleUrl}
      programme={programme}
      title={texts.title}
      place="certificates"
    >
      {mistake?.revocation ? (
        <p class="notice-box wrong" role="alert">
          <a href={`#${reasonField(mistake.revocation.certificateId)}`}>
            {texts.register.reasonMissing}
          </a>
        </p>
      ) : null}
      <p>{texts.lead}</p>
      <TemplateSection
        language={language}
        action={`${pathOf(props)}/template`}
        form={mistake?.template?.form ?? props.template.form}
        isSaved={props.template.isSaved}
        mistakes={mistake?.template?.mistakes ?? []}
        signatory={props.signatory}
      />
      <Issuing props={props} />
      <h2>{texts.register.title}</h2>
      {props.certificates.length === 0 ? (
        <p>{texts.register.none}</p>
      ) : (
        <CertificateRegister
          language={language}
          path={pathOf(props)}
          timeZone={programme.timeZone}
          certificates={props.certificates}
          mistake={mistake?.revocation}
        />
      )}
      {props.certificates.some(({ revokedAt }) => revokedAt === null) ? (
        <Printing props={props} />
      ) : null}
    </ProgrammePage>,
  );
}

function Issuing({ props }: { props: PageProps }) {
  const { language, template, waiting } = props;
  const texts = certificateTexts[language].issue;
  const ready = waiting.filter(({ isReady }) => isReady).length;
  return (
    <section>
      <h2>{texts.title}</h2>
      <p>{texts.rule(formatPercent(template.leastAttendedPercent / 100, language))}</p>
      {waiting.length === 0 ? <p class="soft">{texts.nobody}</p> : <p>{texts.count(ready)}</p>}
      {ready > 0 && template.isSaved ? (
        <form method="post" action={pathOf(props)}>
          <p>
            <button type="submit">{texts.issue}</button>
          </p>
        </form>
      ) : null}
      {waiting.length > 0 ? <Waiting props={props} /> : null}
    </section>
  );
}

function Waiting({ props }: { props: PageProps }) {
  const texts = certificateTexts[props.language].issue;
  const { person, locality, attended, state } = texts.columns;
  return (
    <details>
      <summary>{texts.waiting(props.waiting.length)}</summary>
      <section class="table-box" aria-label={texts.title} tabindex={0}>
        <table>
          <thead>
            <tr>
              {[person, locality, attended, state].map((title) => (
                <th scope="col">{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.waiting.map((row) => (
              <tr>
                <th scope="row">{row.fullName}</th>
                <td>{row.locality}</td>
                <td>{formatPercent(row.share, props.language)}</td>
                <td>
                  <State props={props} row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

/** Who lost a certificate by revocation gets the next one by a decision of its own, not with the crowd. */
function State({ props, row }: { props: PageProps; row: WaitingPerson }) {
  const texts = certificateTexts[props.language].issue;
  if (!row.isEnough) return <>{texts.tooLittle}</>;
  if (row.isReady) return <>{texts.ready}</>;
  return (
    <form method="post" action={`${pathOf(props)}/enrolments/${row.enrolmentId}/replacement`}>
      {`${texts.revoked} `}
      <button class="quiet" type="submit" aria-label={`${texts.again}: ${row.fullName}`}>
        {texts.again}
      </button>
    </form>
  );
}

function Printing({ props }: { props: PageProps }) {
  const { language, programme, print } = props;
  const texts = certificateTexts[language].print;
  const home = `/programmes/${programme.slug}`;
  const status = print.job?.status;
  return (
    <section>
      <h2>{texts.title}</h2>
      <p>{texts.advice}</p>
      <form class="actions" method="post" action={`${pathOf(props)}/print`}>
        {languages.map((one) => (
          <button class="quiet" type="submit" name="language" value={one}>
            {texts.order[one]}
          </button>
        ))}
      </form>
      {status === "failed" || status === "cancelled" ? <p class="mistake">{texts.failed}</p> : null}
      {status === "waiting" || status === "running" ? (
        <p>
          <a href={`${home}/jobs/${print.job?.id}`}>{texts.inProgress}</a>
        </p>
      ) : null}
      {print.files.length > 0 ? (
        <ul>
          {print.files.map((file) => (
            <li>
              <a href={`${pathOf(props)}/files/${file.id}`}>{file.fileName}</a>
              {file.expiresAt ? (
                <span class="soft">
                  {` – ${texts.file(file.rowCount ?? 0, formatMoment(file.expiresAt, language, programme.timeZone))}`}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function pathOf(props: PageProps): string {
  return `/programmes/${props.programme.slug}/certificates`;
}
