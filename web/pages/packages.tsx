import type { Language, Text } from "../../server/domain/text.ts";
import type { ProgrammeKind } from "../../server/domain/words.ts";
import { formatMoment } from "../texts/numbers.ts";
import { packagePageTexts } from "../texts/packages.ts";
import { document } from "./layout.tsx";
import { ProgrammePage } from "./programme-page.tsx";

interface PackageProps {
  id: string;
  fileName: string;
  sha256: string;
  rowCount: number | null;
  releaseNumber: number | null;
  reason: string;
  madeBy: string | null;
  madeAt: Date;
  expiresAt: Date | null;
}

interface JobProps {
  status: string;
  progress: number;
  createdAt: Date;
}

interface PageProps {
  language: Language;
  styleUrl: string;
  programme: { slug: string; title: Text; kind: ProgrammeKind; timeZone: string };
  now: Date;
  hasRelease: boolean;
  packages: readonly PackageProps[];
  jobs: readonly JobProps[];
  /** What was sent, after a reason was missing. */
  mistake?: { reason: string; openTexts: boolean };
}

/** Where the data role orders a package for an auditor, and the register of those that were made. */
export function packagesPage(props: PageProps): string {
  const { language, programme } = props;
  const texts = packagePageTexts[language];
  return document(
    <ProgrammePage
      language={language}
      styleUrl={props.styleUrl}
      programme={programme}
      title={texts.title}
      place="packages"
    >
      <p>{texts.lead}</p>
      {props.hasRelease ? null : <p class="notice-box">{texts.noRelease}</p>}
      <Jobs props={props} />
      {props.hasRelease ? <OrderForm props={props} /> : null}
      <h2>{texts.register}</h2>
      {props.packages.length === 0 ? <p>{texts.none}</p> : <Register props={props} />}
    </ProgrammePage>,
  );
}

/** Orders under way, and those of the last day that failed. */
function Jobs({ props }: { props: PageProps }) {
  const texts = packagePageTexts[props.language];
  const { slug, timeZone } = props.programme;
  return (
    <>
      {props.jobs.map(({ status, progress, createdAt }) =>
        status === "failed" ? (
          <p class="mistake">{texts.failed(formatMoment(createdAt, props.language, timeZone))}</p>
        ) : (
          <p class="notice-box" role="status">
            {texts.waiting(progress)} {texts.waitingAdvice}{" "}
            <a href={`/programmes/${slug}/packages`}>{texts.refresh}</a>
          </p>
        ),
      )}
    </>
  );
}

function OrderForm({ props }: { props: PageProps }) {
  const texts = packagePageTexts[props.language];
  const { mistake } = props;
  const described = mistake ? "reason-mistake reason-advice" : "reason-advice";
  return (
    <section>
      <h2>{texts.order}</h2>
      <form class="fields" method="post" action={`/programmes/${props.programme.slug}/packages`}>
        <p>
          <label for="reason">{texts.reason}</label>
          <textarea
            id="reason"
            name="reason"
            rows={3}
            required
            maxlength={300}
            aria-invalid={mistake ? "true" : undefined}
            aria-describedby={described}
          >
            {mistake?.reason ?? ""}
          </textarea>
          {mistake ? (
            <span id="reason-mistake" class="mistake">
              {texts.reasonMissing}
            </span>
          ) : null}
          <small id="reason-advice" class="soft">
            {texts.reasonAdvice}
          </small>
        </p>
        <p>
          <label class="tick">
            <input
              type="checkbox"
              name="openTexts"
              checked={mistake?.openTexts ?? false}
              aria-describedby="texts-advice"
            />
            <span>{texts.openTexts}</span>
          </label>
          <small id="texts-advice" class="soft hint">
            {texts.openTextsAdvice}
          </small>
        </p>
        <p>
          <button type="submit">{texts.make}</button>
        </p>
      </form>
    </section>
  );
}

function Register({ props }: { props: PageProps }) {
  const { columns } = packagePageTexts[props.language];
  const titles = [columns.file, columns.release, columns.rows, columns.reason, columns.made];
  return (
    <div class="table-box">
      <table>
        <thead>
          <tr>
            {[...titles, columns.until].map((title) => (
              <th scope="col">{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.packages.map((row) => (
            <Row props={props} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ props, row }: { props: PageProps; row: PackageProps }) {
  const { language, programme, now } = props;
  const texts = packagePageTexts[language];
  const moment = (at: Date) => formatMoment(at, language, programme.timeZone);
  const isThere = row.expiresAt === null || row.expiresAt > now;
  return (
    <tr>
      <th scope="row">
        {isThere ? (
          <a href={`/programmes/${programme.slug}/packages/${row.id}`}>{row.fileName}</a>
        ) : (
          `${row.fileName}. ${texts.expired}`
        )}
        <br />
        <small class="soft hash">{`SHA-256 ${row.sha256}`}</small>
      </th>
      <td>{row.releaseNumber}</td>
      <td>{row.rowCount === null ? null : texts.responses(row.rowCount)}</td>
      <td>{row.reason}</td>
      <td>{[row.madeBy, moment(row.madeAt)].filter(Boolean).join(", ")}</td>
      <td>{row.expiresAt ? moment(row.expiresAt) : null}</td>
    </tr>
  );
}
