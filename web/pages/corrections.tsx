import type { Language, Text } from "../../server/domain/text.ts";
import { type ProgrammeKind, type WaveKind, waveKinds } from "../../server/domain/words.ts";
import { correctionTexts } from "../texts/corrections.ts";
import { formatMoment } from "../texts/numbers.ts";
import { document } from "./layout.tsx";
import { ProgrammePage } from "./programme-page.tsx";

export interface PlannedMove {
  kind: WaveKind;
  fromId: string;
  toId: string;
  fromCode: string;
  toCode: string;
  fromLocality: string;
  toLocality: string;
}

export interface CorrectionsProps {
  language: Language;
  styleUrl: string;
  programme: {
    slug: string;
    title: Text;
    kind: ProgrammeKind;
    timeZone: string;
    threshold: number;
  };
  /** Waves that have closed in a locality, and until when late sheets are taken there. */
  closed: readonly { kind: WaveKind; localityKey: string; locality: string; until: Date | null }[];
  localities: readonly { key: string; nominative: string; withdrawnAt: Date | null }[];
  hasRelease: boolean;
  late?: { place: string; days: string; reason: string; wrong: "days" | "reason" };
  move?: {
    wave: string;
    from: string;
    to: string;
    wrong?: { field: "from" | "to"; words: string };
  };
  planned?: PlannedMove & { reason?: string; isReasonMissing?: boolean };
  withdrawal?: { key: string };
  isMoved?: boolean;
}

/** What came late or went wrong, each deed with what it does to results. */
export function correctionsPage(props: CorrectionsProps): string {
  const { language, programme } = props;
  const texts = correctionTexts[language];
  return document(
    <ProgrammePage
      language={language}
      styleUrl={props.styleUrl}
      programme={programme}
      title={texts.title}
      place="corrections"
    >
      <p>{texts.lead}</p>
      {props.planned ? (
        <Plan props={props} planned={props.planned} />
      ) : (
        <>
          <Late props={props} />
          <Move props={props} />
          <Withdrawals props={props} />
        </>
      )}
    </ProgrammePage>,
  );
}

function pathOf({ programme }: CorrectionsProps): string {
  return `/programmes/${programme.slug}/corrections`;
}

function Late({ props }: { props: CorrectionsProps }) {
  const { language, closed, programme } = props;
  const texts = correctionTexts[language];
  const taking = closed.filter(({ until }) => until !== null);
  const rest = closed.filter(({ until }) => until === null);
  return (
    <section aria-labelledby="late">
      <h2 id="late">{texts.late.title}</h2>
      <p>{texts.late.advice}</p>
      {closed.length === 0 ? <p>{texts.late.none}</p> : null}
      {taking.map(({ kind, localityKey, locality, until }) => (
        <form class="notice-box" method="post" action={`${pathOf(props)}/late-paper/end`}>
          <p>
            <strong>{`${locality}, ${texts.waves[kind]}`}</strong>
            {`: ${texts.late.open(formatMoment(until!, language, programme.timeZone))}`}
          </p>
          <p class="soft">{texts.late.endAdvice}</p>
          <input type="hidden" name="place" value={`${kind} ${localityKey}`} />
          <button class="quiet" type="submit">
            {texts.late.end}
          </button>
        </form>
      ))}
      {rest.length > 0 ? <LateForm props={props} rest={rest} /> : null}
    </section>
  );
}

function LateForm({ props, rest }: { props: CorrectionsProps; rest: CorrectionsProps["closed"] }) {
  const texts = correctionTexts[props.language];
  const { late } = props;
  return (
    <form class="fields" method="post" action={`${pathOf(props)}/late-paper`}>
      <p>{texts.late.effect(props.programme.threshold)}</p>
      <p>
        <label for="place">{`${texts.locality}, ${texts.wave.toLowerCase()}`}</label>
        <select id="place" name="place">
          {rest.map(({ kind, localityKey, locality }) => (
            <option
              value={`${kind} ${localityKey}`}
              selected={late?.place === `${kind} ${localityKey}`}
            >
              {`${locality}, ${texts.waves[kind]}`}
            </option>
          ))}
        </select>
      </p>
      <Field
        name="days"
        label={texts.late.days}
        value={late?.days ?? "7"}
        inputmode="numeric"
        mistake={late?.wrong === "days" ? texts.late.daysMistake(60) : undefined}
      />
      <Field
        name="reason"
        id="late-reason"
        label={texts.reason}
        value={late?.reason ?? ""}
        mistake={late?.wrong === "reason" ? texts.reasonMistake : undefined}
      />
      <p>
        <button type="submit">{texts.late.take}</button>
      </p>
    </form>
  );
}

interface FieldProps {
  name: string;
  id?: string;
  label: string;
  value: string;
  inputmode?: "numeric";
  mistake?: string;
}

function Field({ name, id = name, label, value, inputmode, mistake }: FieldProps) {
  return (
    <p>
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        value={value}
        maxlength={300}
        required
        inputmode={inputmode}
        autocomplete="off"
        aria-invalid={mistake ? "true" : undefined}
        aria-describedby={mistake ? `${id}-mistake` : undefined}
      />
      {mistake ? (
        <span id={`${id}-mistake`} class="mistake">
          {mistake}
        </span>
      ) : null}
    </p>
  );
}

function Move({ props }: { props: CorrectionsProps }) {
  const texts = correctionTexts[props.language];
  const { move } = props;
  const mistakeOf = (field: "from" | "to") =>
    move?.wrong?.field === field ? move.wrong.words : undefined;
  return (
    <section aria-labelledby="move">
      <h2 id="move">{texts.move.title}</h2>
      {props.isMoved ? (
        <p class="notice-box" role="status">
          {texts.move.done}
        </p>
      ) : null}
      <p>{texts.move.advice}</p>
      <form class="fields" method="post" action={`${pathOf(props)}/sheet/plan`}>
        <p>
          <label for="wave">{texts.wave}</label>
          <select id="wave" name="wave">
            {waveKinds.map((kind) => (
              <option value={kind} selected={move?.wave === kind}>
                {texts.waves[kind]}
              </option>
            ))}
          </select>
        </p>
        <Field
          name="from"
          label={texts.move.from}
          value={move?.from ?? ""}
          mistake={mistakeOf("from")}
        />
        <Field name="to" label={texts.move.to} value={move?.to ?? ""} mistake={mistakeOf("to")} />
        <p>
          <button type="submit">{texts.move.check}</button>
        </p>
      </form>
    </section>
  );
}

function Plan(part: {
  props: CorrectionsProps;
  planned: NonNullable<CorrectionsProps["planned"]>;
}) {
  const { props, planned } = part;
  const texts = correctionTexts[props.language];
  const { threshold } = props.programme;
  const { fromLocality, toLocality } = planned;
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">{texts.move.planTitle}</h2>
      <p>
        {texts.move.plan(
          texts.waves[planned.kind],
          `${planned.fromCode} (${fromLocality})`,
          `${planned.toCode} (${toLocality})`,
        )}
      </p>
      <p>
        {fromLocality === toLocality
          ? texts.move.effectSame(threshold)
          : texts.move.effectOther(fromLocality, toLocality, threshold)}
      </p>
      <form class="fields" method="post" action={`${pathOf(props)}/sheet`}>
        <input type="hidden" name="wave" value={planned.kind} />
        <input type="hidden" name="fromId" value={planned.fromId} />
        <input type="hidden" name="toId" value={planned.toId} />
        <Field
          name="reason"
          label={texts.reason}
          value={planned.reason ?? ""}
          mistake={planned.isReasonMissing ? texts.reasonMistake : undefined}
        />
        <p class="actions">
          <button type="submit">{texts.move.confirm}</button>
          <a class="button quiet" href={pathOf(props)}>
            {correctionTexts[props.language].title}
          </a>
        </p>
      </form>
    </section>
  );
}

function Withdrawals({ props }: { props: CorrectionsProps }) {
  const { language, programme, localities, hasRelease } = props;
  const texts = correctionTexts[language].withdrawal;
  const isOnlyOne = localities.filter(({ withdrawnAt }) => withdrawnAt === null).length < 2;
  return (
    <section aria-labelledby="withdrawal">
      <h2 id="withdrawal">{texts.title}</h2>
      <p>
        {texts.addAdvice} <a href={`/programmes/${programme.slug}/setup/localities`}>{texts.add}</a>
      </p>
      <p>{texts.advice}</p>
      <p>{hasRelease ? texts.effectReleased : texts.effect}</p>
      {isOnlyOne ? <p class="soft">{texts.onlyOne}</p> : null}
      {localities
        .filter(({ withdrawnAt }) => withdrawnAt !== null || !isOnlyOne)
        .map((locality) => (
          <Withdrawal props={props} locality={locality} />
        ))}
    </section>
  );
}

function Withdrawal(part: {
  props: CorrectionsProps;
  locality: CorrectionsProps["localities"][number];
}) {
  const { props, locality } = part;
  const texts = correctionTexts[props.language];
  const { key, nominative, withdrawnAt } = locality;
  const day = withdrawnAt && formatMoment(withdrawnAt, props.language, props.programme.timeZone);
  if (day && props.hasRelease) return <p>{`${nominative}: ${texts.withdrawal.withdrawn(day)}`}</p>;
  const title = day ? texts.withdrawal.takeBack(nominative) : texts.withdrawal.withdraw(nominative);
  return (
    <details class="removal" open={props.withdrawal?.key === key}>
      <summary>{title}</summary>
      <form
        class="fields"
        method="post"
        action={`${pathOf(props)}/localities/${key}/${day ? "return" : "withdrawal"}`}
      >
        <Field
          name="reason"
          id={`reason-${key}`}
          label={texts.reason}
          value=""
          mistake={props.withdrawal?.key === key ? texts.reasonMistake : undefined}
        />
        <p>
          <button class="quiet" type="submit">
            {title}
          </button>
        </p>
      </form>
    </details>
  );
}
