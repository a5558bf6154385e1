import type { Chart } from "../../server/domain/annex/chart.ts";
import type { AnnexBlock, AnnexDocument, AnnexTable } from "../../server/domain/annex/document.ts";
import { chartHeight } from "../figures/configuration.ts";
import { annexDeskTexts } from "../texts/annex-desk.ts";
import { dashboardTexts } from "../texts/dashboard.ts";

interface Counters {
  headings: [number, number, number];
  tables: number;
  figures: number;
}

/** An annex on the screen: the same data as its files, in the same order and with the same numbers of headings and tables. */
export function AnnexPreview({ annex }: { annex: AnnexDocument }) {
  const counters: Counters = { headings: [0, 0, 0], tables: 0, figures: 0 };
  return (
    <article class="annex-preview" lang={annex.language}>
      <TitlePage annex={annex} />
      {annex.blocks.map((block) => (
        <Block block={block} annex={annex} label={labelOf(block, annex, counters)} />
      ))}
      <footer>
        <dl class="facts">
          {annex.provenance.map(({ label, text }) => (
            <>
              <dt>{label}</dt>
              <dd class="hash">{text}</dd>
            </>
          ))}
        </dl>
        {annex.signatory ? (
          <p class="annex-signature">
            <span>{annex.signatory.position}</span>
            <span>{annex.signatory.name}</span>
          </p>
        ) : null}
      </footer>
    </article>
  );
}

function TitlePage({ annex }: { annex: AnnexDocument }) {
  return (
    <header>
      <p class="annex-mark">
        <Lines text={annex.mark} />
      </p>
      {annex.logos.length > 0 ? (
        <p class="logo-row">
          {annex.logos.map(({ mediaType, base64, alt }) => (
            <img src={`data:${mediaType};base64,${base64}`} alt={alt} />
          ))}
        </p>
      ) : null}
      <h2>{annex.title}</h2>
      <p>{annex.subtitle}</p>
      <dl class="facts">
        {annex.titleLines.map(({ label, text }) => (
          <>
            <dt>{label}</dt>
            <dd>
              <Lines text={text} />
            </dd>
          </>
        ))}
      </dl>
      <p>
        {annex.organisation}
        <br />
        {annex.madeOn}
      </p>
    </header>
  );
}

/** "2.1." before a heading, "3 lentelė." before a table: counted here as the files count them. */
function labelOf(block: AnnexBlock, { language }: AnnexDocument, counters: Counters): string {
  const texts = annexDeskTexts[language];
  if (block.kind === "table") return texts.tableLabel(++counters.tables);
  if (block.kind === "figure") return texts.figureLabel(++counters.figures);
  if (block.kind !== "heading") return "";
  const { headings } = counters;
  const place = block.level - 1;
  headings[place] = headings[place]! + 1;
  headings.fill(0, block.level);
  return `${headings.slice(0, block.level).join(".")}.`;
}

interface BlockProps {
  block: AnnexBlock;
  annex: AnnexDocument;
  label: string;
}

function Block({ block, annex, label }: BlockProps) {
  switch (block.kind) {
    case "heading":
      return <Heading level={block.level} text={`${label} ${block.text}`} />;
    case "paragraph":
      return (
        <p>
          <Lines text={block.text} />
        </p>
      );
    case "list":
      return (
        <ul>
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      );
    case "note":
      return <p class="notice-box">{block.text}</p>;
    case "quotation":
      return (
        <blockquote>
          <Lines text={block.text} />
        </blockquote>
      );
    case "table":
      return <TableBlock table={block} label={label} language={annex.language} />;
    case "figure":
      return <FigureBlock {...block} label={label} language={annex.language} />;
    case "page-break":
      return <hr />;
  }
}

function Heading({ level, text }: { level: 1 | 2 | 3; text: string }) {
  if (level === 1) return <h3>{text}</h3>;
  return level === 2 ? <h4>{text}</h4> : <h5>{text}</h5>;
}

type Words = { label: string; language: AnnexDocument["language"] };

/** Numbers of rows beyond these stand in the files alone: a preview is for seeing what comes where. */
const mostRows = 30;

function TableBlock({ table, label, language }: Words & { table: AnnexTable }) {
  const rest = table.rows.length - mostRows;
  const title = `${label} ${table.caption}`;
  return (
    <>
      <p class="table-title">{title}</p>
      <section class="table-box" aria-label={title} tabindex={0}>
        <table aria-label={title}>
          <thead>
            <tr>
              {table.columns.map(({ title: name, align }) => (
                <th scope="col" class={align === "end" ? "number" : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.slice(0, mostRows).map(({ cells, isTotal }) => (
              <tr class={isTotal ? "total" : undefined}>
                {cells.map(({ text }, index) => (
                  <td class={table.columns[index]?.align === "end" ? "number" : undefined}>
                    <Lines text={text} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rest > 0 ? <p class="soft">{annexDeskTexts[language].moreRows(rest)}</p> : null}
      {table.note ? <p class="soft">{table.note}</p> : null}
    </>
  );
}

function FigureBlock(props: Words & { chart: Chart; caption: string; alt: string }) {
  const { chart, caption, alt, label, language } = props;
  return (
    <figure class="chart">
      <div
        class="chart-box"
        data-chart={JSON.stringify(chart)}
        data-summary={alt}
        data-hint={dashboardTexts[language].chartHint}
      >
        <svg class="chart-room" width="1" height={roomOf(chart)} aria-hidden="true" />
      </div>
      <figcaption>{`${label} ${caption}`}</figcaption>
    </figure>
  );
}

/** About the width of the preview beside the form, and of a letter of 13 pixels. */
const usualWidth = 560;
const usualLetter = 6.3;

/** The height that a chart is likely to take, in CSS pixels, until the script knows: little moves then. */
function roomOf(chart: Chart): number {
  return Math.round(chartHeight(chart, "light", usualWidth, (text) => text.length * usualLetter));
}

function Lines({ text }: { text: string }) {
  return (
    <>
      {text.split("\n").map((line, index) => (
        <>
          {index > 0 ? <br /> : null}
          {line}
        </>
      ))}
    </>
  );
}
