import type { FigureBar } from "../../figures/figure.ts";

const height = 10;
const shadeCount = 5;

/**
 * Everybody who answered an item as one bar, lightest for the lowest answer. Each part says how many people it is; what
 * they answered stands in its title and in the table below, which a screen reader reads instead.
 */
export function AnswerBars({
  bars,
  shades = [],
}: {
  bars: readonly FigureBar[];
  shades?: readonly { text: string; place: number }[];
}) {
  return (
    <div class="answer-bars" aria-hidden="true">
      {shades.length > 0 ? (
        <ul class="answering-legend">
          {shades.map(({ text, place }) => (
            <li>
              <svg viewBox="0 0 10 10" aria-hidden="true">
                <rect class={shadeClass(place)} width={10} height={10} />
              </svg>
              {text}
            </li>
          ))}
        </ul>
      ) : null}
      {bars.map((bar) => (
        <>
          <p>{bar.label}</p>
          {bar.parts.length > 0 ? <Bar bar={bar} /> : <p class="soft">{bar.note}</p>}
        </>
      ))}
    </div>
  );
}

function shadeClass(place: number): string {
  return `shade-${Math.round(place * (shadeCount - 1))}`;
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
          class={shadeClass(place)}
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
