import { inLanguage, type Text } from "../../../server/domain/text.ts";
import type { Figure } from "../../figures/figure.ts";
import { comparisonTexts } from "../../texts/comparison.ts";
import { dashboardTexts } from "../../texts/dashboard.ts";
import { document } from "../layout.tsx";
import { FigureBlock } from "./figure-block.tsx";
import { ResultsFrame, type ResultsProps } from "./results-frame.tsx";

interface Props extends ResultsProps {
  /** Programmes that could be chosen. */
  choices: readonly { slug: string; title: Text }[];
  chosen: { slug: string; title: Text; figure: Figure } | undefined;
}

/** Two programmes side by side, as far as their questionnaires allow. */
export function comparePage(props: Props): string {
  const { language, programme, chosen } = props;
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
      {chosen ? (
        <>
          <p>{chosen.figure.summary}</p>
          <FigureBlock figure={chosen.figure} language={language} isNamed />
        </>
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
        {props.choices.map(({ slug, title }) => (
          <option value={slug} selected={slug === chosen?.slug}>
            {inLanguage(title, language)}
          </option>
        ))}
      </select>
      <button type="submit">{texts.show}</button>
    </form>
  );
}
