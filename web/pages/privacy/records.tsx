import type { Language } from "../../../server/domain/text.ts";
import { auditActionInWords, auditReasonInWords } from "../../texts/audit-actions.ts";
import { formatMoment } from "../../texts/numbers.ts";
import { privacyRecordTexts } from "../../texts/privacy-record.ts";
import { document } from "../layout.tsx";
import { ProgrammePage } from "../programme-page.tsx";
import type { DeskProgramme } from "./desk.tsx";

export interface AuditPageProps {
  language: Language;
  styleUrl: string;
  programme: DeskProgramme;
  rows: readonly {
    id: number;
    at: Date;
    actor: string;
    action: string;
    reason: string;
    detail: Record<string, string | number | boolean>;
  }[];
  actions: readonly string[];
  chosen: string | undefined;
  /** Where the next, older page begins; undefined on the last. */
  olderThan: number | undefined;
  /** What the check found, after somebody asked for it. */
  check?: { brokenAt: number | undefined; lastHash: string };
}

/** What was done in a programme, newest first. */
export function auditPage(props: AuditPageProps): string {
  const { language, programme } = props;
  const texts = privacyRecordTexts[language].audit;
  return document(
    <ProgrammePage
      language={language}
      styleUrl={props.styleUrl}
      programme={programme}
      title={texts.title}
      place="privacy/audit"
    >
      <p>{texts.lead}</p>
      <Check props={props} />
      <Filter props={props} />
      {props.rows.length === 0 ? <p>{texts.none}</p> : <Log props={props} />}
    </ProgrammePage>,
  );
}

function pathOf({ programme }: AuditPageProps): string {
  return `/programmes/${programme.slug}/privacy/audit`;
}

function Check({ props }: { props: AuditPageProps }) {
  const texts = privacyRecordTexts[props.language].audit;
  const { check } = props;
  return (
    <form method="get" action={pathOf(props)}>
      <p class="soft">{texts.checkAdvice}</p>
      {check ? (
        <p class={check.brokenAt === undefined ? "notice-box hash" : "mistake"} role="status">
          {check.brokenAt === undefined
            ? texts.whole(check.lastHash)
            : texts.broken(check.brokenAt)}
        </p>
      ) : null}
      <p>
        <button class="quiet" type="submit" name="check" value="1">
          {texts.check}
        </button>
      </p>
    </form>
  );
}

function Filter({ props }: { props: AuditPageProps }) {
  const texts = privacyRecordTexts[props.language].audit;
  return (
    <form class="fields in-row" method="get" action={pathOf(props)}>
      <label for="action">{texts.filter}</label>
      <select id="action" name="action">
        <option value="">{texts.all}</option>
        {props.actions.map((action) => (
          <option value={action} selected={props.chosen === action}>
            {auditActionInWords(action, props.language)}
          </option>
        ))}
      </select>
      <button class="quiet" type="submit">
        {texts.choose}
      </button>
    </form>
  );
}

function Log({ props }: { props: AuditPageProps }) {
  const { language, programme } = props;
  const texts = privacyRecordTexts[language].audit;
  const query = new URLSearchParams({
    before: String(props.olderThan),
    ...(props.chosen ? { action: props.chosen } : {}),
  });
  return (
    <>
      <section class="table-box" aria-label={texts.title} tabindex={0}>
        <table>
          <thead>
            <tr>
              {Object.values(texts.columns).map((title) => (
                <th scope="col">{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row) => (
              <tr>
                <td>{formatMoment(row.at, language, programme.timeZone)}</td>
                <td>{actorInWords(row.actor, language)}</td>
                <td>{auditActionInWords(row.action, language)}</td>
                <td>{auditReasonInWords(row.reason, language)}</td>
                <td>
                  <small class="soft">{detailInWords(row.detail)}</small>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {props.olderThan === undefined ? null : (
        <p>
          <a href={`${pathOf(props)}?${query}`}>{texts.older}</a>
        </p>
      )}
    </>
  );
}

const idShape = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

function actorInWords(actor: string, language: Language): string {
  const texts = privacyRecordTexts[language].audit;
  if (actor === "system") return texts.system;
  return idShape.test(actor) ? texts.formerStaff : actor;
}

function detailInWords(detail: Record<string, string | number | boolean>): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${value}`)
    .join(", ");
}

export interface ExportsPageProps {
  language: Language;
  styleUrl: string;
  programme: DeskProgramme;
  now: Date;
  files: readonly {
    fileName: string;
    sha256: string;
    rowCount: number | null;
    reason: string;
    madeBy: string | null;
    madeAt: Date;
    expiresAt: Date | null;
    hasContent: boolean;
  }[];
}

/** Every file that ever left, or could have: what, who, when and why, with its hash. */
export function exportsPage(props: ExportsPageProps): string {
  const { language, programme } = props;
  const texts = privacyRecordTexts[language].exports;
  return document(
    <ProgrammePage
      language={language}
      styleUrl={props.styleUrl}
      programme={programme}
      title={texts.title}
      place="privacy/exports"
    >
      <p>{texts.lead}</p>
      {props.files.length === 0 ? <p>{texts.none}</p> : <Files props={props} />}
    </ProgrammePage>,
  );
}

function Files({ props }: { props: ExportsPageProps }) {
  const { language, programme, now } = props;
  const texts = privacyRecordTexts[language].exports;
  const moment = (at: Date) => formatMoment(at, language, programme.timeZone);
  const keptOf = (file: ExportsPageProps["files"][number]) => {
    if (!file.hasContent || (file.expiresAt && file.expiresAt <= now)) return texts.gone;
    return file.expiresAt ? texts.kept(moment(file.expiresAt)) : texts.keptForGood;
  };
  return (
    <section class="table-box" aria-label={texts.title} tabindex={0}>
      <table>
        <thead>
          <tr>
            {Object.values(texts.columns).map((title) => (
              <th scope="col">{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.files.map((file) => (
            <tr>
              <th scope="row">
                {file.fileName}
                <br />
                <small class="soft hash">{`SHA-256 ${file.sha256}`}</small>
              </th>
              <td>{[file.madeBy, moment(file.madeAt)].filter(Boolean).join(", ")}</td>
              <td>{file.rowCount}</td>
              <td>{file.reason}</td>
              <td>{keptOf(file)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
