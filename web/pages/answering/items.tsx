import type { Item, Rule } from "../../../server/domain/questionnaire/document.ts";
import { onPage } from "../../../server/domain/questionnaire/routing.ts";
import { Knowledge, Multiple, Rating, RatingPair, Recommendation, Single } from "./choices.tsx";
import type { FormState } from "./field.tsx";
import {
  Consent,
  DateField,
  Information,
  LongText,
  NumberField,
  Ranking,
  ShortText,
} from "./typed.tsx";

/** The questions of a part, one card each; a "looking back / now" pair shares one. */
export function Items({ state, items }: { state: FormState; items: readonly Item[] }) {
  const keys = new Set(items.map((item) => item.key));
  const paired = new Set(items.flatMap((item) => nowOf(item, keys) ?? []));
  return (
    <>
      {items.map((item) => {
        const way = onPage(item, { pageItems: items, earlier: state.earlier });
        if (paired.has(item.key) || way === "hidden") return null;
        const now = items.find((other) => other.key === nowOf(item, keys));
        return (
          <Shown state={state} item={item} now={now} rule={way === "shown" ? undefined : way} />
        );
      })}
    </>
  );
}

/** The "now" half that stands in the same part as this "looking back" half. */
function nowOf(item: Item, keys: ReadonlySet<string>): string | undefined {
  if (item.kind !== "rating" || item.looksBackAt === undefined) return undefined;
  return keys.has(item.looksBackAt) ? item.looksBackAt : undefined;
}

/** A rule on answers of the same page is the browser's to follow; without a script the question is simply there. */
function Shown({
  state,
  item,
  now,
  rule,
}: {
  state: FormState;
  item: Item;
  now: Item | undefined;
  rule: Rule | undefined;
}) {
  const question =
    item.kind === "rating" && now?.kind === "rating" ? (
      <RatingPair state={state} back={item} now={now} />
    ) : (
      <Question state={state} item={item} />
    );
  return rule ? <div data-show-if={JSON.stringify(rule)}>{question}</div> : question;
}

function Question({ state, item }: { state: FormState; item: Item }) {
  switch (item.kind) {
    case "rating":
      return <Rating state={state} item={item} />;
    case "single":
      return <Single state={state} item={item} />;
    case "multiple":
      return <Multiple state={state} item={item} />;
    case "knowledge":
      return <Knowledge state={state} item={item} />;
    case "recommendation":
      return <Recommendation state={state} item={item} />;
    case "short-text":
      return <ShortText state={state} item={item} />;
    case "long-text":
      return <LongText state={state} item={item} />;
    case "number":
      return <NumberField state={state} item={item} />;
    case "date":
      return <DateField state={state} item={item} />;
    case "ranking":
      return <Ranking state={state} item={item} />;
    case "consent":
      return <Consent state={state} item={item} />;
    case "information":
      return <Information state={state} item={item} />;
  }
}
