import { correctionTexts } from "../../texts/corrections.ts";
import { formatMoment } from "../../texts/numbers.ts";
import { Field } from "./field.tsx";
import { type CorrectionsProps, pathOf } from "./props.ts";

/** Localities that join, withdraw, or come back. */
export function Withdrawals({ props }: { props: CorrectionsProps }) {
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
