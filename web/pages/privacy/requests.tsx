import {
  type RequestKind,
  type RequestOutcome,
  requestKinds,
} from "../../../server/domain/retention/subject-request.ts";
import type { Language } from "../../../server/domain/text.ts";
import { formatDay, formatMoment } from "../../texts/numbers.ts";
import { privacyRequestTexts } from "../../texts/privacy-requests.ts";
import { document } from "../layout.tsx";
import { ProgrammePage } from "../programme-page.tsx";
import type { DeskProgramme } from "./desk.tsx";

export interface RequestProps {
  id: string;
  number: number;
  kind: RequestKind;
  receivedOn: string;
  dueOn: string;
  note: string;
  outcome: RequestOutcome | null;
  answer: string;
  handledAt: Date | null;
}

export interface RequestBase {
  language: Language;
  styleUrl: string;
  programme: DeskProgramme;
  /** The day it is, YYYY-MM-DD. */
  today: string;
}

export interface RequestsProps extends RequestBase {
  requests: readonly RequestProps[];
  mistake?: { kind: string; receivedOn: string; note: string };
}

/** Waiting, late or answered, in words. */
export function stateOf(
  { language, programme, today }: RequestBase,
  request: RequestProps,
): string {
  const texts = privacyRequestTexts[language];
  if (request.outcome !== null && request.handledAt !== null) {
    const moment = formatMoment(request.handledAt, language, programme.timeZone);
    return texts.ended(texts.outcomes[request.outcome], moment);
  }
  return request.dueOn < today ? texts.overdue(request.dueOn) : texts.waiting(request.dueOn);
}

/** Requests, the most urgent first, and the form that writes a new one down. */
export function requestsPage(props: RequestsProps): string {
  const { language, programme, requests } = props;
  const texts = privacyRequestTexts[language];
  return document(
    <ProgrammePage
      language={language}
      styleUrl={props.styleUrl}
      programme={programme}
      title={texts.title}
      place="privacy/requests"
    >
      <p>{texts.lead}</p>
      {requests.length === 0 ? <p>{texts.none}</p> : <Requests props={props} />}
      <NewRequest props={props} />
    </ProgrammePage>,
  );
}

function Requests({ props }: { props: RequestsProps }) {
  const { language, programme } = props;
  const texts = privacyRequestTexts[language];
  return (
    <section class="table-box" aria-label={texts.title} tabindex={0}>
      <table>
        <thead>
          <tr>
            {[texts.number, texts.kind, texts.received, texts.state].map((title) => (
              <th scope="col">{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.requests.map((request) => (
            <tr>
              <th scope="row">
                <a href={`/programmes/${programme.slug}/privacy/requests/${request.id}`}>
                  {texts.requestTitle(request.number)}
                </a>
              </th>
              <td>{texts.kinds[request.kind]}</td>
              <td>{formatDay(request.receivedOn, language)}</td>
              <td>{stateOf(props, request)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function NewRequest({ props }: { props: RequestsProps }) {
  const { language, programme, mistake, today } = props;
  const texts = privacyRequestTexts[language];
  return (
    <section aria-labelledby="new">
      <h2 id="new">{texts.newTitle}</h2>
      <form class="fields" method="post" action={`/programmes/${programme.slug}/privacy/requests`}>
        <p>
          <label for="kind">{texts.kind}</label>
          <select id="kind" name="kind">
            {requestKinds.map((kind) => (
              <option value={kind} selected={mistake?.kind === kind}>
                {texts.kinds[kind]}
              </option>
            ))}
          </select>
        </p>
        <p>
          <label for="receivedOn">{texts.received}</label>
          <input
            id="receivedOn"
            name="receivedOn"
            type="date"
            required
            value={mistake?.receivedOn ?? today}
            aria-invalid={mistake ? "true" : undefined}
            aria-describedby={mistake ? "wrong-received" : undefined}
          />
          {mistake ? (
            <span id="wrong-received" class="mistake">
              {texts.receivedMistake}
            </span>
          ) : null}
        </p>
        <p>
          <label for="note">{texts.note}</label>
          <input
            id="note"
            name="note"
            maxlength={300}
            value={mistake?.note ?? ""}
            aria-describedby="note-hint"
          />
          <small id="note-hint" class="soft hint">
            {texts.noteAdvice}
          </small>
        </p>
        <p>
          <button type="submit">{texts.open}</button>
        </p>
      </form>
    </section>
  );
}
