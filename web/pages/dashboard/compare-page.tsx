import type { Figure } from "../../figures/figure.ts";
import { comparisonTexts } from "../../texts/comparison.ts";
import { dashboardTexts } from "../../texts/dashboard.ts";
import { document } from "../layout.tsx";
import { FigureBlock } from "./figure-block.tsx";
import { ResultsFrame, type ResultsProps } from "./results-frame.tsx";

interface Props extends ResultsProps {
  /** Programmes and earlier releases that could be chosen. */
  choices: readonly { value: string; title: string }[];
  chosen: string | undefined;
  figure: Figure | undefined;
}

/** Two programmes, or two releases of one, side by side, as far as their questionnaires allow. */
export function comparePage(props: Props): string {
  const { language, programme, figure } = props;
  const texts = comparisonTexts[language];
  const base = `/programmes/${programme.slug}/results`;
  return document(
    <ResultsFrame
      props={props}
      title={texts.title}
      path="results/compare"
      trail={[{ href: base, text: dashboardTexts[language].results }]}
    >
      <p>{texts.lead}</p>
      {props.choices.length === 0 ? <p>{texts.nobodyElse}</p> : <Choice props={props} />}
      {figure ? (
        <FigureBlock
          figure={figure}
          language={language}
          filesPath={base}
          filesQuery={{ with: props.chosen ?? "" }}
          isNamed
        />
      ) : null}
    </ResultsFrame>,
  );
}

function Choice({ props }: { props: Props }) {
  const { language, chosen } = props;
  const texts = comparisonTexts[language];
  return (
    <form method="get" class="choice-form">
      <label for="with">{texts.choose}</label>
      <select id="with" name="with">
        {props.choices.map(({ value, title }) => (
          <option value={value} selected={value === chosen}>
            {title}
          </option>
        ))}
      </select>
      <button type="submit">{texts.show}</button>
    </form>
  );
}
