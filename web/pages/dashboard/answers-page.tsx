import type { Figure } from "../../figures/figure.ts";
import { answerTexts } from "../../texts/answers.ts";
import { dashboardTexts } from "../../texts/dashboard.ts";
import { document } from "../layout.tsx";
import type { PageNotes } from "./evaluator-notes.tsx";
import { FigureBlock } from "./figure-block.tsx";
import { ResultsFrame, type ResultsProps } from "./results-frame.tsx";

interface Props extends ResultsProps {
  figures: readonly Figure[];
  notes: PageNotes;
}

/** Looking back, the evaluation of the training, what was applied: answers that belong to no scale. */
export function answersPage(props: Props): string {
  const { language, programme, figures, notes } = props;
  const texts = answerTexts[language];
  const base = `/programmes/${programme.slug}/results`;
  return document(
    <ResultsFrame
      props={props}
      title={texts.pageTitle}
      path="results/answers"
      trail={[{ href: base, text: dashboardTexts[language].results }]}
    >
      <p>{figures.length > 0 ? texts.pageLead : texts.nothing}</p>
      {figures.map((figure) => (
        <FigureBlock figure={figure} language={language} csvPath={`${base}.csv`} notes={notes} />
      ))}
    </ResultsFrame>,
  );
}
