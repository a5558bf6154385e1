import type { Reading } from "../../figures/figure.ts";

interface Props {
  readings: readonly Reading[];
  /** The heading's level, so that the page's outline has no gaps. */
  level: 3 | 4;
  /** Where a reading leads to, when it leads somewhere. */
  linkOf?: (index: number) => string;
  /** Whether each card says how many answered; where the page has said so once, it need not. */
  hasCoverage: boolean;
}

/** One card a row: the change at a glance, the sentences, the verdict in words. All cards look alike, whatever they say. */
export function Readings({ readings, level, linkOf, hasCoverage }: Props) {
  return (
    <ul class="readings">
      {readings.map((reading, index) => (
        <li class={cardClass(reading)}>
          <Name reading={reading} level={level} link={linkOf?.(index)} />
          <Glance reading={reading} />
          <p>
            {[hasCoverage ? reading.brief.coverage : "", ...reading.brief.rest].join(" ").trim()}
          </p>
          {reading.verdict ? (
            <p>
              <strong>{reading.verdictHead}</strong>
              {reading.verdict.slice(reading.verdictHead.length)}
            </p>
          ) : null}
          {reading.cautions.length > 0 ? (
            <ul class="cautions">
              {reading.cautions.map((caution) => (
                <li>{caution}</li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function cardClass({ isTotal, isWithheld }: Reading): string {
  return ["reading", isTotal ? "total" : "", isWithheld ? "withheld" : ""]
    .filter(Boolean)
    .join(" ");
}

function Name({ reading, level, link }: { reading: Reading; level: 3 | 4; link?: string }) {
  const text = link ? <a href={link}>{reading.label}</a> : reading.label;
  return level === 3 ? <h3>{text}</h3> : <h4>{text}</h4>;
}

function Glance({ reading }: { reading: Reading }) {
  return (
    <>
      {reading.tag ? <p class="tag">{reading.tag}</p> : null}
      {reading.headline ? (
        <p class="glance">
          <strong>{reading.headline.main}</strong> <span>{reading.headline.beside}</span>
        </p>
      ) : null}
    </>
  );
}
