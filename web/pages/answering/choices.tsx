import type { ItemOf } from "../../../server/domain/questionnaire/document.ts";
import {
  cannotAnswerValue,
  dontKnowValue,
  otherMaximumLength,
  otherValue,
  subFieldOf,
} from "../../../server/domain/questionnaire/kinds/choice-values.ts";
import { recommendationPoints } from "../../../server/domain/questionnaire/kinds/recommendation.ts";
import { shuffled } from "../../../server/domain/questionnaire/shuffle.ts";
import { noOpportunity } from "../../../server/domain/response/answers.ts";
import { inLanguage } from "../../../server/domain/text.ts";
import { type FormState, Group, isChosen, textsOf, typedIn } from "./field.tsx";

interface Props<Kind extends Parameters<typeof Group>[0]["item"]["kind"]> {
  state: FormState;
  item: ItemOf<Kind>;
}

/** A radio button or tick box with its words beside it, all of it to be pressed. */
function Choice({
  state,
  type = "radio",
  name,
  value,
  label,
}: {
  state: FormState;
  type?: "radio" | "checkbox";
  name: string;
  value: string;
  label: string;
}) {
  return (
    <label>
      <input type={type} name={name} value={value} checked={isChosen(state, name, value)} />
      <span>{label}</span>
    </label>
  );
}

/** One statement with a label on every point; in a row where there is room, never a matrix. */
export function Rating({ state, item, legend }: Props<"rating"> & { legend?: string }) {
  return (
    <Group state={state} item={item} legend={legend}>
      <RatingPoints state={state} item={item} />
    </Group>
  );
}

function RatingPoints({ state, item }: Props<"rating">) {
  const set = state.document.answerSets[item.answerSet];
  const beside = [
    [cannotAnswerValue, set?.cannotAnswer],
    [noOpportunity, set?.noOpportunity],
  ] as const;
  return (
    <div class="points">
      {set?.points.map((point) => (
        <Choice
          state={state}
          name={item.key}
          value={String(point.value)}
          label={inLanguage(point.label, state.language)}
        />
      ))}
      {beside.map(([value, label]) =>
        label ? (
          <Choice
            state={state}
            name={item.key}
            value={value}
            label={inLanguage(label, state.language)}
          />
        ) : null,
      )}
    </div>
  );
}

/** "Looking back" beside "now": one card, two questions. */
export function RatingPair({
  state,
  back,
  now,
}: {
  state: FormState;
  back: ItemOf<"rating">;
  now: ItemOf<"rating">;
}) {
  const { fields } = textsOf(state);
  return (
    <fieldset class="pair">
      <legend>{inLanguage(now.text, state.language)}</legend>
      <div>
        <Rating state={state} item={back} legend={fields.before} />
        <Rating state={state} item={now} legend={fields.now} />
      </div>
    </fieldset>
  );
}

export function Single({ state, item }: Props<"single">) {
  return (
    <Group state={state} item={item}>
      <Options state={state} item={item} type="radio" />
      {item.hasOther ? <Other state={state} item={item} type="radio" /> : null}
    </Group>
  );
}

export function Multiple({ state, item }: Props<"multiple">) {
  return (
    <Group state={state} item={item} hint={textsOf(state).fields.chooseSeveral}>
      <Options state={state} item={item} type="checkbox" />
      {item.hasOther ? <Other state={state} item={item} type="checkbox" /> : null}
    </Group>
  );
}

/** "I don't know" always stands last. */
export function Knowledge({ state, item }: Props<"knowledge">) {
  return (
    <Group state={state} item={item}>
      <Options state={state} item={item} type="radio" />
      {item.dontKnow ? (
        <Choice
          state={state}
          name={item.key}
          value={dontKnowValue}
          label={inLanguage(item.dontKnow, state.language)}
        />
      ) : null}
    </Group>
  );
}

function Options({
  state,
  item,
  type,
}: Props<"single" | "multiple" | "knowledge"> & { type: "radio" | "checkbox" }) {
  return (
    <>
      {optionsInOrder(state, item).map((option) => (
        <Choice
          state={state}
          type={type}
          name={item.key}
          value={option.value}
          label={inLanguage(option.label, state.language)}
        />
      ))}
    </>
  );
}

export function optionsInOrder(
  state: FormState,
  item: ItemOf<"single" | "multiple" | "knowledge" | "ranking">,
) {
  if (!item.isShuffled) return item.options;
  return shuffled(item.options, { seed: state.shuffleSeed, itemKey: item.key });
}

function Other({
  state,
  item,
  type,
}: Props<"single" | "multiple"> & { type: "radio" | "checkbox" }) {
  const { fields } = textsOf(state);
  const field = subFieldOf(item.key, otherValue);
  return (
    <>
      <Choice state={state} type={type} name={item.key} value={otherValue} label={fields.other} />
      <input
        class="other"
        type="text"
        name={field}
        value={typedIn(state, field)}
        aria-label={fields.otherWords}
        maxlength={otherMaximumLength}
        autocomplete="off"
      />
    </>
  );
}

/** 0 to 10; what the ends mean is part of the question, so that it is heard as well as seen. */
export function Recommendation({ state, item }: Props<"recommendation">) {
  const { language } = state;
  return (
    <Group
      state={state}
      item={item}
      legend={
        <>
          {inLanguage(item.text, language)}
          <span class="ends">
            <span>{`0 – ${inLanguage(item.lowLabel, language)}`}</span>
            <span>{`10 – ${inLanguage(item.highLabel, language)}`}</span>
          </span>
        </>
      }
    >
      <div class="digits">
        {recommendationPoints.map((point) => (
          <Choice state={state} name={item.key} value={String(point)} label={String(point)} />
        ))}
      </div>
    </Group>
  );
}
