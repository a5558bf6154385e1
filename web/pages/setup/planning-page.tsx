import type { PlannedPrecision } from "../../../server/domain/statistics/planning.ts";
import { counted, formatNumber } from "../../texts/numbers.ts";
import { setupTexts } from "../../texts/setup.ts";
import { type SetupFrame, setupPath, stepPage } from "./frame.tsx";

interface PlanningProps {
  frame: SetupFrame;
  deviation: number;
  /** Percent. */
  share: number;
  worthwhile: number | null;
  rows: readonly PlannedPrecision[];
}

/** How many people it takes for the mean change to be known well enough, under assumptions that may be changed. */
export function planningPage(props: PlanningProps): string {
  return stepPage({
    frame: props.frame,
    step: "planning",
    children: (
      <>
        <p class="notice-box">{sentenceOf(props)}</p>
        <Assumptions props={props} />
        <PrecisionTable props={props} />
        <p class="soft">{setupTexts[props.frame.language].planning.explanation}</p>
        {props.worthwhile === null ? null : (
          <p class="soft">{setupTexts[props.frame.language].planning.powerExplanation}</p>
        )}
      </>
    ),
  });
}

function sentenceOf({ frame, worthwhile, rows }: PlanningProps): string {
  const texts = setupTexts[frame.language].planning;
  if (worthwhile === null) return texts.noWorthwhile;
  const decimals = Number.isInteger(worthwhile) ? 0 : 1;
  const points = counted(worthwhile, texts.pointForms, frame.language, decimals);
  const first = rows.find(({ isEnough }) => isEnough);
  return first ? texts.sentence(points, first.people) : texts.sentenceNever(points);
}

function amount(value: number, language: SetupFrame["language"]): string {
  return formatNumber(value, language, Number.isInteger(value) ? 0 : 1);
}

/** Never told as certain: the assumptions are not. */
function chance(power: number | null, language: SetupFrame["language"]): string {
  if (power === null) return "–";
  const percent = Math.round(power * 100);
  return setupTexts[language].planning.chance(Math.min(99, percent), percent > 99);
}

function Assumptions({ props: { frame, deviation, share } }: { props: PlanningProps }) {
  const texts = setupTexts[frame.language].planning;
  const fields = [
    ["deviation", texts.deviation, texts.deviationHint, deviation],
    ["share", texts.share, texts.shareHint, share],
  ] as const;
  return (
    <form class="fields setup-form" method="get" action={setupPath(frame, "planning")}>
      {fields.map(([name, label, hint, value]) => (
        <p>
          <label for={name}>{label}</label>
          <span id={`${name}-hint`} class="soft hint">
            {hint}
          </span>
          <input
            class="short"
            id={name}
            name={name}
            inputmode="decimal"
            aria-describedby={`${name}-hint`}
            value={amount(value, frame.language)}
            autocomplete="off"
          />
        </p>
      ))}
      <button class="quiet" type="submit">
        {texts.show}
      </button>
    </form>
  );
}

function PrecisionTable({ props: { frame, rows } }: { props: PlanningProps }) {
  const { language } = frame;
  const texts = setupTexts[language].planning;
  const hasVerdict = rows.some(({ isEnough }) => isEnough !== null);
  return (
    <section class="table-box" aria-label={texts.caption} tabindex={0}>
      <table class="planning">
        <caption>{texts.caption}</caption>
        <thead>
          <tr>
            <th scope="col" class="number">
              {texts.columns.people}
            </th>
            <th scope="col" class="number">
              {texts.columns.pairs}
            </th>
            <th scope="col" class="number">
              {texts.columns.halfWidth}
            </th>
            {hasVerdict ? <th scope="col">{texts.columns.enough}</th> : null}
            {hasVerdict ? (
              <th scope="col" class="number">
                {texts.columns.power}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row" class="number">
                {row.people}
              </th>
              <td class="number">{row.pairs}</td>
              <td class="number">
                {row.halfWidthPoints === null
                  ? texts.tooFew
                  : texts.points(formatNumber(row.halfWidthPoints, language, 1))}
              </td>
              {hasVerdict ? <td>{row.isEnough ? texts.yes : texts.no}</td> : null}
              {hasVerdict ? <td class="number">{chance(row.power, language)}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
