import { waveKinds } from "../../../server/domain/words.ts";
import { correctionTexts } from "../../texts/corrections.ts";
import { Field } from "./field.tsx";
import { type CorrectionsProps, pathOf } from "./props.ts";

/** The form that looks at what moving a sheet would do. */
export function MoveSheet({ props }: { props: CorrectionsProps }) {
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

/** What would be done, before it is. */
export function MovePlan(part: {
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
