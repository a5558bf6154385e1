import { correctionTexts } from "../../texts/corrections.ts";
import { formatMoment } from "../../texts/numbers.ts";
import { Field } from "./field.tsx";
import { type CorrectionsProps, pathOf } from "./props.ts";

/** Where late sheets are taken, and the form that takes them somewhere else. */
export function LatePaper({ props }: { props: CorrectionsProps }) {
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
