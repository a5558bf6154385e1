import type { Language } from "../../../server/domain/text.ts";
import { mapSize, outlinePath } from "../../figures/lithuania.ts";
import { labelSize, type MapMark } from "../../figures/locality-map.ts";
import { dashboardTexts } from "../../texts/dashboard.ts";

interface Props {
  language: Language;
  marks: readonly MapMark[];
  /** Address below which the localities' pages stand. */
  base: string;
}

/** Where the localities lie; each name leads to its page. Nothing on the map depends on a result. */
export function LocalityMap({ language, marks, base }: Props) {
  if (marks.length === 0) return null;
  const texts = dashboardTexts[language];
  return (
    <section class="figure no-print" aria-labelledby="map-title">
      <h2 id="map-title">{texts.mapTitle}</h2>
      <svg class="locality-map" viewBox={`0 0 ${mapSize.width} ${mapSize.height}`}>
        <title>{texts.mapTitle}</title>
        <path class="country" d={outlinePath()} />
        {marks.map((mark) => (
          <a href={`${base}/localities/${mark.key}`}>
            <circle cx={mark.x} cy={mark.y} r={7} />
            <text
              x={mark.label.x}
              y={mark.label.y}
              text-anchor={mark.label.anchor}
              font-size={labelSize}
            >
              {mark.name}
            </text>
          </a>
        ))}
      </svg>
    </section>
  );
}
