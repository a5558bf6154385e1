import type { Figure } from "../../figures/figure.ts";
import { dashboardTexts } from "../../texts/dashboard.ts";
import { document } from "../layout.tsx";
import { FigureBlock } from "./figure-block.tsx";
import { ResultsFrame, type ResultsProps } from "./results-frame.tsx";

interface Props extends ResultsProps {
  scaleKey: string;
  scaleTitle: string;
  figures: readonly Figure[];
  /** All scales in the questionnaire's order, to walk through them. */
  scales: readonly { key: string; title: string }[];
}

/** One scale, locality by locality. */
export function scalePage(props: Props): string {
  const { language, programme, scaleKey } = props;
  const texts = dashboardTexts[language];
  const base = `/programmes/${programme.slug}/results`;
  return document(
    <ResultsFrame
      props={props}
      title={props.scaleTitle}
      path={`results/${scaleKey}`}
      trail={[{ href: base, text: texts.results }]}
    >
      {props.figures.map((figure) => (
        <FigureBlock figure={figure} language={language} csvPath={`${base}.csv`} isNamed />
      ))}
      <ScaleMenu props={props} base={base} />
    </ResultsFrame>,
  );
}

function ScaleMenu({ props, base }: { props: Props; base: string }) {
  return (
    <nav class="scale-menu no-print" aria-labelledby="scale-menu">
      <h2 id="scale-menu">{dashboardTexts[props.language].allScales}</h2>
      <ul>
        {props.scales.map(({ key, title }) => (
          <li>
            <a href={`${base}/${key}`} aria-current={key === props.scaleKey ? "page" : undefined}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
