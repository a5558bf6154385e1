import type { Figure } from "../../figures/figure.ts";
import { dashboardTexts } from "../../texts/dashboard.ts";
import { expertTexts } from "../../texts/experts.ts";
import { document } from "../layout.tsx";
import type { PageNotes } from "./evaluator-notes.tsx";
import { FigureBlock } from "./figure-block.tsx";
import { ResultsFrame, type ResultsProps } from "./results-frame.tsx";
import { ResultsMenu, type ResultsMenuProps } from "./results-menu.tsx";

interface Props extends ResultsProps {
  title: string;
  /** Address below the overview, such as "INOV" or "localities/prienai". */
  path: string;
  figures: readonly Figure[];
  /** For readers who know statistics: closed until asked for. */
  expert: Figure | undefined;
  notes: PageNotes;
  scales: ResultsMenuProps["scales"];
  localities: ResultsMenuProps["localities"];
}

/** One scale over all localities, or one locality over all scales. */
export function figuresPage(props: Props): string {
  const { language, programme } = props;
  const base = `/programmes/${programme.slug}/results`;
  return document(
    <ResultsFrame
      props={props}
      title={props.title}
      path={`results/${props.path}`}
      trail={[{ href: base, text: dashboardTexts[language].results }]}
    >
      {props.figures.map((figure) => (
        <FigureBlock
          figure={figure}
          language={language}
          filesPath={base}
          notes={props.notes}
          isNamed
        />
      ))}
      {props.expert ? (
        <details class="expert">
          <summary>{expertTexts[language].open}</summary>
          <FigureBlock figure={props.expert} language={language} filesPath={base} isNamed />
        </details>
      ) : null}
      <ResultsMenu
        language={language}
        base={base}
        scales={props.scales}
        localities={props.localities}
        current={`${base}/${props.path}`}
      />
    </ResultsFrame>,
  );
}
