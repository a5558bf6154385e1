import type { Figure } from "../../figures/figure.ts";
import { dashboardTexts } from "../../texts/dashboard.ts";
import { document } from "../layout.tsx";
import { FigureBlock } from "./figure-block.tsx";
import { Live, ResultsFrame, type ResultsProps } from "./results-frame.tsx";

interface Props extends ResultsProps {
  participation: Figure;
  /** What is still open, in sentences. */
  open: readonly string[];
}

/** While no wave after the training has closed: when results will come, and how far the answering is. */
export function waitingPage(props: Props): string {
  const texts = dashboardTexts[props.language];
  return document(
    <ResultsFrame props={props} title={texts.results} path="results">
      <Live props={props} release={0} />
      <section class="notice-box" aria-labelledby="no-results">
        <h2 id="no-results">{texts.noResultsTitle}</h2>
        <p>{texts.noResults}</p>
        {props.open.map((sentence) => (
          <p>{sentence}</p>
        ))}
      </section>
      <FigureBlock figure={props.participation} language={props.language} />
    </ResultsFrame>,
  );
}
