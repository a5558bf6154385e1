import type { Figure } from "../../figures/figure.ts";
import { dashboardTexts } from "../../texts/dashboard.ts";
import { document } from "../layout.tsx";
import type { PageNotes } from "./evaluator-notes.tsx";
import { FigureBlock } from "./figure-block.tsx";
import { ResultsFrame, type ResultsProps } from "./results-frame.tsx";

interface Props extends ResultsProps {
  title: string;
  lead: string;
  /** Address below the programme's. */
  path: string;
  figures: readonly Figure[];
  notes: PageNotes;
}

/** Figures that belong to no single scale: other answers, and what the results rest on. */
export function answersPage(props: Props): string {
  const { language, programme, figures, notes } = props;
  const base = `/programmes/${programme.slug}/results`;
  return document(
    <ResultsFrame
      props={props}
      title={props.title}
      path={props.path}
      trail={[{ href: base, text: dashboardTexts[language].results }]}
    >
      <p>{props.lead}</p>
      {figures.map((figure) => (
        <FigureBlock figure={figure} language={language} filesPath={base} notes={notes} />
      ))}
    </ResultsFrame>,
  );
}
