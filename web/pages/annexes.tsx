import type { AnnexChange } from "../../server/domain/annex/changes.ts";
import type { AnnexAudience } from "../../server/domain/annex/choices.ts";
import type { Language, Text } from "../../server/domain/text.ts";
import type { ProgrammeKind } from "../../server/domain/words.ts";
import { annexTexts } from "../texts/annex.ts";
import { annexDeskTexts, changeSentence } from "../texts/annex-desk.ts";
import { annexPageTexts } from "../texts/annexes.ts";
import { formatMoment } from "../texts/numbers.ts";
import { document, Layout } from "./layout.tsx";
import { ProgrammePage } from "./programme-page.tsx";

interface AnnexProps {
  id: string;
  number: number;
  revision: number;
  releaseNumber: number;
  language: string;
  audience: AnnexAudience;
  changes: readonly AnnexChange[];
  madeAt: Date;
  files: readonly { id: string; fileName: string; sha256: string }[];
  jobId: string | null;
  jobStatus: string | null;
}

interface PageProps {
  language: Language;
  styleUrl: string;
  programme: { slug: string; title: Text; kind: ProgrammeKind; timeZone: string };
  hasRelease: boolean;
  annexes: readonly AnnexProps[];
}

/** Where an organiser orders an annex and fetches those that were made. */
export function annexesPage(props: PageProps): string {
  const { language, programme } = props;
  const texts = annexPageTexts[language];
  return document(
    <ProgrammePage
      language={language}
      styleUrl={props.styleUrl}
      programme={programme}
      title={texts.title}
      place="annexes"
    >
      {props.hasRelease ? <p>{texts.lead}</p> : <p class="notice-box">{texts.noRelease}</p>}
      {props.hasRelease ? <ComposeLink props={props} /> : null}
      {props.hasRelease ? <DataLinks props={props} /> : null}
      <h2>{texts.register}</h2>
      {props.annexes.length === 0 ? <p>{texts.none}</p> : <Register props={props} />}
    </ProgrammePage>,
  );
}

function ComposeLink({ props }: { props: PageProps }) {
  return (
    <p>
      <a class="button" href={`/programmes/${props.programme.slug}/annexes/compose`}>
        {annexPageTexts[props.language].compose}
      </a>
    </p>
  );
}

function DataLinks({ props }: { props: PageProps }) {
  const texts = annexPageTexts[props.language];
  const path = `/programmes/${props.programme.slug}/annexes/data.csv`;
  return (
    <section>
      <h2>{texts.data}</h2>
      <p>
        {texts.dataAdvice} <a href={path}>{texts.csvExcel}</a>
        {" · "}
        <a href={`${path}?for=raw`}>{texts.csvRaw}</a>
      </p>
    </section>
  );
}

function Register({ props }: { props: PageProps }) {
  const texts = annexPageTexts[props.language];
  const { annex, release, madeAt, changes, file } = texts.columns;
  return (
    <div class="table-box">
      <table>
        <thead>
          <tr>
            {[annex, release, madeAt, changes, file].map((title) => (
              <th scope="col">{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.annexes.map((row) => (
            <tr>
              <NameCell props={props} row={row} />
              <td>{row.releaseNumber}</td>
              <td>{formatMoment(row.madeAt, props.language, props.programme.timeZone)}</td>
              <td>
                <ChangeCell props={props} row={row} />
              </td>
              <td>
                <FileCell props={props} row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  props: PageProps;
  row: AnnexProps;
}

function NameCell({ props, row }: RowProps) {
  const texts = annexPageTexts[props.language];
  const mark = annexTexts[props.language].mark(row.number);
  const name = `${mark}, ${texts.revision(row.revision)}`;
  const languageName = texts.languages[row.language as Language] ?? row.language;
  return (
    <th scope="row">
      {name}
      <br />
      <small class="soft">
        {`${annexTexts[props.language].audiences[row.audience]}; ${languageName}`}
      </small>
      <br />
      <a
        href={`/programmes/${props.programme.slug}/annexes/compose?from=${row.id}`}
        aria-label={texts.reviseOf(name)}
      >
        {texts.revise}
      </a>
    </th>
  );
}

/** Numbers beyond these are told by how many they are: the annexes themselves hold all. */
const mostChanges = 8;

function ChangeCell({ props, row }: RowProps) {
  const { language } = props;
  const texts = annexDeskTexts[language];
  if (row.revision === 1) return <>–</>;
  if (row.files.length === 0) return <>…</>;
  if (row.changes.length === 0) return <>{texts.unchanged}</>;
  const rest = row.changes.length - mostChanges;
  return (
    <ul class="changes">
      {row.changes.slice(0, mostChanges).map((change) => (
        <li>{changeSentence(change, language)}</li>
      ))}
      {rest > 0 ? <li>{texts.moreChanges(rest)}</li> : null}
    </ul>
  );
}

function FileCell({ props, row }: RowProps) {
  const texts = annexPageTexts[props.language];
  const base = `/programmes/${props.programme.slug}`;
  if (row.files.length > 0) {
    return (
      <ul class="files">
        {row.files.map((file) => (
          <li>
            <a href={`${base}/files/${file.id}`}>{file.fileName}</a>
            <br />
            <small class="soft hash">{`SHA-256 ${file.sha256}`}</small>
          </li>
        ))}
      </ul>
    );
  }
  if (row.jobStatus === "failed" || row.jobStatus === "cancelled") return <>{texts.failed}</>;
  return <a href={`${base}/jobs/${row.jobId}`}>{texts.inProgress}</a>;
}

interface ProgressProps {
  language: Language;
  styleUrl: string;
  scriptUrl: string;
  programme: { slug: string; kind: ProgrammeKind };
  /** What is being made, and the page to which its maker comes back: "annexes". */
  title: string;
  place: string;
  back: string;
  jobId: string;
  percent: number;
}

/** How far a file is. A script keeps the bar up to date and leads on; without one the page asks for itself again. */
export function progressPage(props: ProgressProps): string {
  const { language, styleUrl, scriptUrl, programme, percent } = props;
  const texts = annexPageTexts[language];
  const frame = {
    language,
    title: props.title,
    styleUrl,
    scriptUrl,
    refreshSeconds: 2,
    isSignedIn: true,
    isDemonstration: programme.kind !== "real",
  };
  const origin = `/programmes/${programme.slug}/${props.place}`;
  return document(
    <Layout frame={frame}>
      <h1>{props.title}</h1>
      <p>
        <progress
          max="100"
          value={percent}
          aria-label={props.title}
          data-wait={`/programmes/${programme.slug}/jobs/${props.jobId}/progress?language=${language}`}
          data-then={origin}
        />{" "}
        <span role="status" data-wait-words>
          {texts.progress(percent)}
        </span>
      </p>
      <p>{texts.progressAdvice}</p>
      <p>
        <a class="button quiet" href={origin}>
          {props.back}
        </a>
      </p>
    </Layout>,
  );
}
