import { type Language, languages, type Text } from "../../server/domain/text.ts";
import type { ProgrammeKind } from "../../server/domain/words.ts";
import { annexTexts } from "../texts/annex.ts";
import { annexPageTexts } from "../texts/annexes.ts";
import { formatMoment } from "../texts/numbers.ts";
import { document, Layout } from "./layout.tsx";
import { ProgrammePage } from "./programme-page.tsx";

interface AnnexProps {
  number: number;
  revision: number;
  releaseNumber: number;
  language: string;
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
  /** What was typed, and what is wrong with it, after a mistake. */
  mistake?: { number: string };
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
      {props.hasRelease ? <OrderForm props={props} /> : null}
      {props.hasRelease ? <DataLinks props={props} /> : null}
      <h2>{texts.register}</h2>
      {props.annexes.length === 0 ? <p>{texts.none}</p> : <Register props={props} />}
    </ProgrammePage>,
  );
}

function OrderForm({ props }: { props: PageProps }) {
  const texts = annexPageTexts[props.language];
  const { mistake } = props;
  return (
    <section>
      <h2>{texts.order}</h2>
      <form class="fields" method="post" action={`/programmes/${props.programme.slug}/annexes`}>
        <p>
          <label for="number">{texts.number}</label>
          <input
            id="number"
            name="number"
            inputmode="numeric"
            value={mistake?.number ?? "1"}
            aria-invalid={mistake ? "true" : undefined}
            aria-describedby={mistake ? "number-mistake" : undefined}
          />
          {mistake ? (
            <span id="number-mistake" class="mistake">
              {texts.invalidNumber}
            </span>
          ) : null}
        </p>
        <p>
          <label for="language">{texts.language}</label>
          <select id="language" name="language">
            {languages.map((one) => (
              <option value={one} selected={one === props.language}>
                {texts.languages[one]}
              </option>
            ))}
          </select>
        </p>
        <p>
          <button type="submit">{texts.make}</button>
        </p>
      </form>
    </section>
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
  const { annex, language, release, madeAt, file } = texts.columns;
  return (
    <div class="table-box">
      <table>
        <thead>
          <tr>
            {[annex, language, release, madeAt, file].map((title) => (
              <th scope="col">{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.annexes.map((row) => (
            <tr>
              <th scope="row">
                {`${annexTexts[props.language].mark(row.number)}, ${texts.revision(row.revision)}`}
              </th>
              <td>{texts.languages[row.language as Language] ?? row.language}</td>
              <td>{row.releaseNumber}</td>
              <td>{formatMoment(row.madeAt, props.language, props.programme.timeZone)}</td>
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

function FileCell({ props, row }: { props: PageProps; row: AnnexProps }) {
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
