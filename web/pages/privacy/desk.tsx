import {
  type DestructionKind,
  type DestructionState,
  destructionKinds,
} from "../../../server/domain/retention/retention.ts";
import { inLanguage, type Language, type Text } from "../../../server/domain/text.ts";
import type { ProgrammeKind } from "../../../server/domain/words.ts";
import { privacyTexts, rowsInWords } from "../../texts/privacy.ts";
import { document } from "../layout.tsx";
import { ProgrammePage } from "../programme-page.tsx";

export interface DeskProgramme {
  slug: string;
  title: Text;
  kind: ProgrammeKind;
  timeZone: string;
}

export interface DestructionLine {
  kind: DestructionKind;
  date: string | null;
  state: DestructionState;
  /** Rows that would go, by table. */
  counts: Record<string, number>;
  proofId: string | null;
}

/** What was typed and is wrong: the page comes back with both. */
export interface DeskMistakes {
  dates?: {
    sent: Record<DestructionKind, string>;
    wrong: Partial<Record<DestructionKind, string>>;
  };
  destruction?: {
    kind: DestructionKind;
    confirm: string;
    reason: string;
    wrong: "confirm" | "reason";
  };
}

export interface DeskProps {
  language: Language;
  styleUrl: string;
  programme: DeskProgramme;
  openRequests: number;
  lines: readonly DestructionLine[];
  isAnsweringOver: boolean;
  /** Destroying is for the data role; others are told who may. */
  mayDestroy: boolean;
  notices: readonly { number: number; publishedOn: string; contentHash: string }[];
  consents: readonly { text: Text; asked: number; given: number }[];
  mistakes: DeskMistakes;
}

/** The data protection desk: how long what is kept, what goes when, and the ways to requests, log, exports and documents. */
export function privacyDeskPage(props: DeskProps): string {
  const { language, programme, styleUrl } = props;
  const texts = privacyTexts[language];
  return document(
    <ProgrammePage
      language={language}
      styleUrl={styleUrl}
      programme={programme}
      title={texts.title}
      place="privacy"
    >
      <p>{texts.lead}</p>
      <Ways props={props} />
      <Dates props={props} />
      <DryRun props={props} />
      <Destructions props={props} />
      <Notices props={props} />
    </ProgrammePage>,
  );
}

function homeOf({ programme }: DeskProps): string {
  return `/programmes/${programme.slug}`;
}

function Ways({ props }: { props: DeskProps }) {
  const texts = privacyTexts[props.language];
  const home = homeOf(props);
  return (
    <ul class="ways">
      <li>
        <a href={`${home}/privacy/requests`}>{texts.requests}</a>
        <br />
        <small class="soft">{texts.requestsOpen(props.openRequests)}</small>
      </li>
      <li>
        <a href={`${home}/privacy/audit`}>{texts.audit}</a>
      </li>
      <li>
        <a href={`${home}/privacy/exports`}>{texts.exports}</a>
      </li>
      {(["processing-record", "impact-assessment"] as const).map((name) => (
        <li>
          {`${texts.documentNames[name]}: `}
          <a href={`${home}/privacy/${name}.pdf`}>PDF</a>
          {", "}
          <a href={`${home}/privacy/${name}.docx`}>DOCX</a>
        </li>
      ))}
      <li class="soft">{texts.documentsAdvice}</li>
    </ul>
  );
}

function Dates({ props }: { props: DeskProps }) {
  const texts = privacyTexts[props.language];
  return (
    <section aria-labelledby="dates">
      <h2 id="dates">{texts.datesTitle}</h2>
      <p>{texts.datesLead}</p>
      <form class="fields" method="post" action={`${homeOf(props)}/privacy/dates`}>
        {props.lines.map((line) => (
          <DateField props={props} line={line} />
        ))}
        <p>
          <button type="submit">{texts.saveDates}</button>
        </p>
      </form>
    </section>
  );
}

function DateField({ props, line }: { props: DeskProps; line: DestructionLine }) {
  const texts = privacyTexts[props.language];
  const { kind } = line;
  const mistake = props.mistakes.dates?.wrong[kind];
  const value = props.mistakes.dates?.sent[kind] ?? line.date ?? "";
  if (line.state === "done") {
    return (
      <p>
        {`${texts.dates[kind]}: `}
        <strong>{texts.fixed}</strong>
      </p>
    );
  }
  return (
    <p>
      <label for={`date-${kind}`}>{texts.dates[kind]}</label>
      <input
        id={`date-${kind}`}
        name={kind}
        type="date"
        value={value}
        aria-invalid={mistake ? "true" : undefined}
        aria-describedby={mistake ? `wrong-${kind} hint-${kind}` : `hint-${kind}`}
      />
      {mistake ? (
        <span id={`wrong-${kind}`} class="mistake">
          {mistake}
        </span>
      ) : null}
      <small id={`hint-${kind}`} class="soft hint">
        {texts.datesAdvice[kind]}
      </small>
    </p>
  );
}

function DryRun({ props }: { props: DeskProps }) {
  const texts = privacyTexts[props.language];
  return (
    <section>
      <h2>{texts.dryRunTitle}</h2>
      <p>{texts.dryRunLead}</p>
      <section class="table-box" aria-label={texts.dryRunTitle} tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.data}</th>
              <th scope="col">{texts.whatGoes}</th>
              <th scope="col">{texts.when}</th>
            </tr>
          </thead>
          <tbody>
            {props.lines.map((line) => (
              <tr>
                <th scope="row">{texts.kinds[line.kind]}</th>
                <td>{rowsInWords(line.counts, props.language)}</td>
                <td>
                  {texts.states[line.state](line.date ?? "")}
                  {line.proofId ? (
                    <>
                      <br />
                      <a href={`${homeOf(props)}/privacy/destructions/${line.proofId}`}>
                        {texts.proofTitle}
                      </a>
                    </>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** Each folded away: what cannot be undone is never one press away. */
function Destructions({ props }: { props: DeskProps }) {
  const texts = privacyTexts[props.language];
  const left = props.lines.filter((line) => line.state !== "done");
  if (left.length === 0) return null;
  if (!props.mayDestroy) return <p class="soft">{texts.dataRoleNeeded}</p>;
  if (!props.isAnsweringOver) return <p class="soft">{texts.heldUp}</p>;
  return (
    <>
      {destructionKinds
        .filter((kind) => left.some((line) => line.kind === kind))
        .map((kind) => (
          <DestructionForm props={props} kind={kind} />
        ))}
    </>
  );
}

function DestructionForm({ props, kind }: { props: DeskProps; kind: DestructionKind }) {
  const texts = privacyTexts[props.language];
  const { destruction } = props.mistakes;
  const mistake = destruction?.kind === kind ? destruction : undefined;
  const field = (name: "confirm" | "reason") => ({
    id: `${name}-${kind}`,
    name,
    required: true,
    value: mistake?.[name] ?? "",
    "aria-invalid": mistake?.wrong === name ? ("true" as const) : undefined,
    "aria-describedby": mistake?.wrong === name ? `wrong-${name}-${kind}` : undefined,
  });
  return (
    <details class="removal" open={mistake !== undefined}>
      <summary>{texts.destroyNow[kind]}</summary>
      <p>{texts.destroyWarning[kind]}</p>
      <form class="fields" method="post" action={`${homeOf(props)}/privacy/destructions/${kind}`}>
        <p>
          <label for={`reason-${kind}`}>{texts.reason}</label>
          <input {...field("reason")} maxlength={300} />
          {mistake?.wrong === "reason" ? (
            <span id={`wrong-reason-${kind}`} class="mistake">
              {texts.reasonMistake}
            </span>
          ) : null}
        </p>
        <p>
          <label for={`confirm-${kind}`}>{texts.confirmLabel(props.programme.slug)}</label>
          <input {...field("confirm")} autocomplete="off" />
          {mistake?.wrong === "confirm" ? (
            <span id={`wrong-confirm-${kind}`} class="mistake">
              {texts.confirmMistake}
            </span>
          ) : null}
        </p>
        <p>
          <button class="quiet" type="submit">
            {texts.destroyNow[kind]}
          </button>
        </p>
      </form>
    </details>
  );
}

function Notices({ props }: { props: DeskProps }) {
  const texts = privacyTexts[props.language];
  return (
    <section aria-labelledby="notices">
      <h2 id="notices">{texts.noticesTitle}</h2>
      <ul>
        {props.notices.map((notice) => (
          <li>
            <a href={`${homeOf(props)}/privacy/notices/${notice.number}`}>
              {texts.noticeVersion(notice.number, notice.publishedOn)}
            </a>
            <br />
            <small class="soft hash">{`${texts.noticeHash}: ${notice.contentHash}`}</small>
          </li>
        ))}
      </ul>
      <h2>{texts.consentsTitle}</h2>
      <p>{texts.consentsLead}</p>
      {props.consents.map((consent) => (
        <p>
          {inLanguage(consent.text, props.language)}
          <br />
          <strong>{texts.consentCount(consent.given, consent.asked)}</strong>
        </p>
      ))}
    </section>
  );
}
