import type { Language } from "../../../server/domain/text.ts";
import type { AnsweringParts } from "../../figures/answering-parts.ts";
import { dashboardTexts } from "../../texts/dashboard.ts";

const partNames = ["both", "beforeOnly", "afterOnly", "neither"] as const;
const barHeight = 10;

/**
 * One bar a locality, split by who answered when; all bars share one scale, a person being equally wide everywhere.
 * The table below has the same numbers, so to a screen reader the bars say nothing new.
 */
export function AnsweringBars({
  parts,
  language,
}: {
  parts: readonly AnsweringParts[];
  language: Language;
}) {
  if (parts.length === 0) return null;
  const widest = Math.max(...parts.map(totalOf), 1);
  return (
    <div class="answering" aria-hidden="true">
      <ul class="answering-legend">
        {partNames.map((name) => (
          <li class={name}>{dashboardTexts[language].answeringParts[name]}</li>
        ))}
      </ul>
      <div class="answering-rows">
        {parts.map((row) => (
          <>
            <span>{row.label}</span>
            <Bar row={row} widest={widest} />
          </>
        ))}
      </div>
    </div>
  );
}

function Bar({ row, widest }: { row: AnsweringParts; widest: number }) {
  const starts = partNames.map((_, index) =>
    partNames.slice(0, index).reduce((sum, name) => sum + row[name], 0),
  );
  return (
    <svg viewBox={`0 0 ${widest} ${barHeight}`} preserveAspectRatio="none" aria-hidden="true">
      {partNames.map((name, index) => (
        <rect class={name} x={starts[index]} y={0} width={row[name]} height={barHeight} />
      ))}
    </svg>
  );
}

function totalOf(row: AnsweringParts): number {
  return partNames.reduce((sum, name) => sum + row[name], 0);
}
