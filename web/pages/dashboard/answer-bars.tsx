import type { FigureBar } from "../../figures/figure.ts";

const height = 10;
const shades = 5;

/**
 * Everybody who answered an item as one bar, lightest for the lowest answer. Each part says how many people it is; what
 * they answered stands in its title and in the table below, which a screen reader reads instead.
 */
export function AnswerBars({ bars }: { bars: readonly FigureBar[] }) {
  return (
    <div class="answer-bars" aria-hidden="true">
      {bars.map((bar) => (
        <>
          <p>{bar.label}</p>
          {bar.parts.length > 0 ? <Bar bar={bar} /> : <p class="soft">{bar.note}</p>}
        </>
      ))}
    </div>
  );
}

function Bar({ bar: { parts } }: { bar: FigureBar }) {
  const all = parts.reduce((sum, part) => sum + part.people, 0);
  const starts = parts.map((_, index) =>
    parts.slice(0, index).reduce((sum, part) => sum + part.people, 0),
  );
  return (
    <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {parts.map(({ text, people, place }, index) => (
        <rect
          class={`shade-${Math.round(place * (shades - 1))}`}
          x={(100 * starts[index]!) / all}
          y={0}
          width={(100 * people) / all}
          height={height}
        >
          <title>{`${text}: ${people}`}</title>
        </rect>
      ))}
    </svg>
  );
}
