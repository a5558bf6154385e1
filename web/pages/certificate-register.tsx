import { inLanguage, type Language, languages, type Text } from "../../server/domain/text.ts";
import { certificateTexts } from "../texts/certificates.ts";
import { formatNumber } from "../texts/numbers.ts";

export interface CertificateRow {
  id: string;
  number: string;
  fullName: string;
  locality: string;
  title: Text;
  hours: number | null;
  /** YYYY-MM-DD. */
  issuedOn: string;
  revokedAt: Date | null;
  revokedBecause: string | null;
}

interface RegisterProps {
  language: Language;
  path: string;
  timeZone: string;
  certificates: readonly CertificateRow[];
  mistake?: { certificateId: string; typed: string };
}

/** Every certificate that was ever issued, in the order of numbers; what was revoked stays, with the reason. */
export function CertificateRegister(props: RegisterProps) {
  const texts = certificateTexts[props.language].register;
  const { number, name, locality, title, hours, day, state } = texts.columns;
  return (
    <section class="table-box" aria-label={texts.title} tabindex={0}>
      <table class="certificates">
        <thead>
          <tr>
            {[number, name, state, day, hours, locality, title].map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.certificates.map((row) => (
            <tr>
              <th scope="row">{row.number}</th>
              <td>
                {row.fullName}
                {row.revokedAt ? null : <Actions props={props} row={row} />}
              </td>
              <td>{row.revokedAt ? <Revoked props={props} row={row} /> : texts.valid}</td>
              <td class="day">{row.issuedOn}</td>
              <td>{row.hours === null ? "–" : hoursOf(row.hours, props.language)}</td>
              <td>{row.locality}</td>
              <td>{inLanguage(row.title, props.language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  props: RegisterProps;
  row: CertificateRow;
}

function Revoked({ props, row }: RowProps) {
  const texts = certificateTexts[props.language].register;
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone: props.timeZone }).format(
    row.revokedAt ?? undefined,
  );
  return <>{texts.revoked(day, row.revokedBecause ?? "")}</>;
}

/** In the first columns, so that a phone shows them without scrolling sideways. */
function Actions({ props, row }: RowProps) {
  const texts = certificateTexts[props.language].register;
  return (
    <>
      <ul class="files">
        {languages.map((language) => (
          <li>
            <a
              href={`${props.path}/${row.id}/paper.pdf?language=${language}`}
              aria-label={`${texts.paper[language]}: ${row.number}`}
            >
              {texts.paper[language]}
            </a>
          </li>
        ))}
      </ul>
      <RevocationForm props={props} row={row} />
    </>
  );
}

/** Folded away, as it is seldom wanted and cannot be undone. */
function RevocationForm({ props, row }: RowProps) {
  const texts = certificateTexts[props.language].register;
  const id = reasonField(row.id);
  const mistake = props.mistake?.certificateId === row.id ? props.mistake : undefined;
  return (
    <details open={mistake !== undefined}>
      <summary aria-label={`${texts.revoke}: ${row.number}`}>{texts.revoke}</summary>
      <form class="fields" method="post" action={`${props.path}/${row.id}/revocation`}>
        <label for={id}>{texts.reason}</label>
        <input
          id={id}
          name="reason"
          maxlength={200}
          value={mistake?.typed ?? ""}
          autocomplete="off"
          aria-invalid={mistake ? "true" : undefined}
          aria-describedby={mistake ? `${id}-mistake` : undefined}
        />
        {mistake ? (
          <span id={`${id}-mistake`} class="mistake">
            {texts.reasonMissing}
          </span>
        ) : null}
        <button class="quiet" type="submit" aria-label={`${texts.revoke}: ${row.number}`}>
          {texts.revoke}
        </button>
      </form>
    </details>
  );
}

/** The id of the field for the reason, to lead to it after a mistake. */
export function reasonField(certificateId: string): string {
  return `reason-${certificateId}`;
}

function hoursOf(hours: number, language: Language): string {
  return formatNumber(hours, language, Number.isInteger(hours) ? 0 : 1);
}
