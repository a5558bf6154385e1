import { requestOutcomes } from "../../../server/domain/retention/subject-request.ts";
import type { WaveKind } from "../../../server/domain/words.ts";
import { formatDay } from "../../texts/numbers.ts";
import { privacyRequestTexts } from "../../texts/privacy-requests.ts";
import { document } from "../layout.tsx";
import { ProgrammePage } from "../programme-page.tsx";
import { type RequestBase, type RequestProps, stateOf } from "./requests.tsx";

/** Somebody found, as the page shows them. */
export interface FoundSubject {
  /** Which hidden field says whom it is about. */
  key: { name: "personId" | "accessCodeId"; value: string };
  fullName: string | null;
  organisation: string;
  localities: string[];
  hasCode: boolean;
  /** Null for whoever may not open answers. */
  waves: WaveKind[] | null;
}

export interface RequestPageProps extends RequestBase {
  request: RequestProps;
  /** In bowl and self-made mode no list leads from a name to a code. */
  hasList: boolean;
  search?: { name: string; code: string; wrong?: string };
  found: readonly FoundSubject[];
  done?: string;
  mistake?: { outcome: string };
}

/** One request: find the data, do what is asked, note how it was answered. */
export function requestPage(props: RequestPageProps): string {
  const { language, programme, request } = props;
  const texts = privacyRequestTexts[language];
  const path = `/programmes/${programme.slug}/privacy/requests/${request.id}`;
  return document(
    <ProgrammePage
      language={language}
      styleUrl={props.styleUrl}
      programme={programme}
      title={texts.requestTitle(request.number)}
      place={`privacy/requests/${request.id}`}
    >
      <p>
        <a href={`/programmes/${programme.slug}/privacy/requests`}>{texts.title}</a>
      </p>
      <dl class="facts">
        <dt>{texts.kind}</dt>
        <dd>{texts.kinds[request.kind]}</dd>
        <dt>{texts.received}</dt>
        <dd>{formatDay(request.receivedOn, language)}</dd>
        <dt>{texts.state}</dt>
        <dd>{stateOf(props, request)}</dd>
        {request.note ? (
          <>
            <dt>{texts.note}</dt>
            <dd>{request.note}</dd>
          </>
        ) : null}
        {request.answer ? (
          <>
            <dt>{texts.answer}</dt>
            <dd>{request.answer}</dd>
          </>
        ) : null}
      </dl>
      {props.done ? (
        <p class="notice-box" role="status">
          {props.done}
        </p>
      ) : null}
      {request.outcome === null ? (
        <>
          <Search props={props} path={path} />
          {props.found.map((subject) => (
            <Found props={props} path={path} subject={subject} />
          ))}
          <End props={props} path={path} />
        </>
      ) : null}
    </ProgrammePage>,
  );
}

function Search({ props, path }: { props: RequestPageProps; path: string }) {
  const texts = privacyRequestTexts[props.language];
  const { search } = props;
  const described = search?.wrong ? "wrong-search" : undefined;
  return (
    <section aria-labelledby="find">
      <h2 id="find">{texts.findTitle}</h2>
      <p>{texts.findAdvice}</p>
      {props.hasList ? null : <p>{texts.noLink}</p>}
      <form class="fields" method="post" action={`${path}/search`}>
        <p>
          <label for="name">{texts.name}</label>
          <input
            id="name"
            name="name"
            maxlength={200}
            autocomplete="off"
            value={search?.name ?? ""}
            aria-describedby={described}
          />
        </p>
        <p>
          <label for="code">{texts.code}</label>
          <input
            id="code"
            name="code"
            maxlength={40}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            value={search?.code ?? ""}
            aria-describedby={described}
          />
        </p>
        {search?.wrong ? (
          <p id="wrong-search" class="mistake" role="alert">
            {search.wrong}
          </p>
        ) : null}
        <p>
          <button type="submit">{texts.find}</button>
        </p>
      </form>
    </section>
  );
}

function Found(part: { props: RequestPageProps; path: string; subject: FoundSubject }) {
  const { props, path, subject } = part;
  const texts = privacyRequestTexts[props.language];
  const { waves } = subject;
  return (
    <section class="notice-box" aria-labelledby={`found-${subject.key.value}`}>
      <h3 id={`found-${subject.key.value}`}>{subject.fullName ?? texts.foundByCode}</h3>
      <p>
        {subject.organisation ? `${subject.organisation}. ` : ""}
        {subject.localities.length > 0 ? texts.enrolledIn(subject.localities.join(", ")) : ""}{" "}
        {subject.fullName === null ? "" : subject.hasCode ? texts.hasCard : texts.hasNoCard}
      </p>
      <p>
        {waves === null
          ? texts.dataRoleNeeded
          : waves.length === 0
            ? texts.noSheets
            : texts.sheets(waves.length, waves.map((wave) => texts.waves[wave]).join(", "))}
      </p>
      <h4>{texts.exportTitle}</h4>
      <p class="soft">{texts.exportAdvice}</p>
      <div class="actions">
        {(["json", "pdf"] as const).map((format) => (
          <form method="post" action={`${path}/file/${format}`}>
            <Whom subject={subject} />
            <button class="quiet" type="submit">
              {format === "json" ? texts.exportJson : texts.exportPdf}
            </button>
          </form>
        ))}
      </div>
      {subject.fullName === null ? null : (
        <>
          <h4>{texts.correctTitle}</h4>
          <p>
            {texts.correctAdvice}{" "}
            <a href={`/programmes/${props.programme.slug}/participants`}>{texts.correctLink}</a>
          </p>
        </>
      )}
      {waves === null ? null : <Erasures props={props} path={path} subject={subject} />}
    </section>
  );
}

function Whom({ subject }: { subject: FoundSubject }) {
  return <input type="hidden" name={subject.key.name} value={subject.key.value} />;
}

/** Folded away, and said what it does to results before it is done. */
function Erasures(part: { props: RequestPageProps; path: string; subject: FoundSubject }) {
  const { props, path, subject } = part;
  const texts = privacyRequestTexts[props.language];
  const scopes = [
    { scope: "answers", title: texts.eraseAnswers, advice: texts.eraseAnswersAdvice },
    { scope: "all", title: texts.eraseAll, advice: texts.eraseAllAdvice },
  ].filter(({ scope }) => (scope === "all" ? subject.fullName !== null : subject.hasCode));
  return (
    <>
      <h4>{texts.eraseTitle}</h4>
      <p class="soft">{texts.releasesAdvice}</p>
      {scopes.map(({ scope, title, advice }) => (
        <details class="removal">
          <summary>{title}</summary>
          <p>{advice}</p>
          <form method="post" action={`${path}/erasure/${scope}`}>
            <Whom subject={subject} />
            <button class="quiet" type="submit">
              {title}
            </button>
          </form>
        </details>
      ))}
    </>
  );
}

function End({ props, path }: { props: RequestPageProps; path: string }) {
  const texts = privacyRequestTexts[props.language];
  const { mistake } = props;
  return (
    <section aria-labelledby="end">
      <h2 id="end">{texts.endTitle}</h2>
      <form class="fields" method="post" action={`${path}/end`}>
        <p>
          <label for="outcome">{texts.outcome}</label>
          <select id="outcome" name="outcome">
            {requestOutcomes.map((outcome) => (
              <option value={outcome} selected={mistake?.outcome === outcome}>
                {texts.outcomes[outcome]}
              </option>
            ))}
          </select>
        </p>
        <p>
          <label for="answer">{texts.answer}</label>
          <textarea
            id="answer"
            name="answer"
            rows={3}
            maxlength={1000}
            required
            aria-invalid={mistake ? "true" : undefined}
            aria-describedby={mistake ? "wrong-answer answer-hint" : "answer-hint"}
          ></textarea>
          {mistake ? (
            <span id="wrong-answer" class="mistake">
              {texts.answerMistake}
            </span>
          ) : null}
          <small id="answer-hint" class="soft hint">
            {texts.answerAdvice}
          </small>
        </p>
        <p>
          <button type="submit">{texts.end}</button>
        </p>
      </form>
    </section>
  );
}
