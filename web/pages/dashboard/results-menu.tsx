import type { Language } from "../../../server/domain/text.ts";
import { dashboardTexts } from "../../texts/dashboard.ts";

/** Everywhere one can go from a page of results, in the programme's and the questionnaire's own order. */
export interface ResultsMenuProps {
  language: Language;
  /** Address of the overview. */
  base: string;
  scales: readonly { key: string; title: string }[];
  localities: readonly { key: string; nominative: string }[];
  /** The address of the page itself. */
  current: string;
}

export function ResultsMenu({ language, base, scales, localities, current }: ResultsMenuProps) {
  const texts = dashboardTexts[language];
  const scaleLinks = scales.map(({ key, title }) => ({ href: `${base}/${key}`, text: title }));
  const localityLinks = localities.map(({ key, nominative }) => ({
    href: `${base}/localities/${key}`,
    text: nominative,
  }));
  return (
    <div class="results-menu no-print">
      <LinkList id="by-scale" title={texts.allScales} links={scaleLinks} current={current} />
      <LinkList id="by-locality" title={texts.byLocality} links={localityLinks} current={current} />
    </div>
  );
}

interface LinkListProps {
  id: string;
  title: string;
  links: readonly { href: string; text: string }[];
  current: string;
}

function LinkList({ id, title, links, current }: LinkListProps) {
  return (
    <nav class="scale-menu" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>
        {links.map(({ href, text }) => (
          <li>
            <a href={href} aria-current={href === current ? "page" : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
