import { inLanguage, type Language, type Text } from "../../../server/domain/text.ts";
import type { ToldThemes } from "../../../server/domain/themes/theme-counts.ts";
import { dashboardTexts } from "../../texts/dashboard.ts";
import { quotationTexts } from "../../texts/quotations.ts";
import { themeTexts } from "../../texts/themes.ts";
import { document } from "../layout.tsx";
import { ResultsFrame, type ResultsProps } from "./results-frame.tsx";

export interface ToldItem {
  key: string;
  text: Text;
  themes: readonly { id: string; title: Text }[];
  told: ToldThemes;
  /** Words that may be printed, shuffled. */
  quotations: readonly string[];
}

interface Props extends ResultsProps {
  items: readonly ToldItem[];
  /** Where somebody responsible for the data reads the answers, up to the item's key; null for everybody else. */
  reviewPath: string | null;
}

/** What people said in their own words, as themes with the number of people. */
export function themesPage(props: Props): string {
  const { language, programme, items } = props;
  const texts = themeTexts[language];
  const base = `/programmes/${programme.slug}/results`;
  return document(
    <ResultsFrame
      props={props}
      title={texts.title}
      path="results/themes"
      trail={[{ href: base, text: dashboardTexts[language].results }]}
    >
      <p>{texts.lead}</p>
      {items.map((item) => (
        <section class="figure" aria-labelledby={`item-${item.key}`}>
          <h2 id={`item-${item.key}`}>{inLanguage(item.text, language)}</h2>
          <ItemThemes item={item} language={language} />
          <Quotations quotations={item.quotations} language={language} />
          {props.reviewPath ? (
            <p class="no-print">
              <a href={`${props.reviewPath}/${item.key}`}>{texts.review}</a>
            </p>
          ) : null}
        </section>
      ))}
    </ResultsFrame>,
  );
}

function ItemThemes({ item, language }: { item: ToldItem; language: Language }) {
  const texts = themeTexts[language];
  const { told } = item;
  if (!told.shown) return <p>{texts.few}</p>;
  if (told.themes.length === 0) return <p>{`${texts.people(told.people)} ${texts.noThemes}`}</p>;
  return (
    <>
      <p>{texts.people(told.people)}</p>
      <table aria-labelledby={`item-${item.key}`}>
        <thead>
          <tr>
            <th scope="col">{texts.themeColumn}</th>
            <th scope="col" class="number">
              {texts.peopleColumn}
            </th>
          </tr>
        </thead>
        <tbody>
          {told.themes.map(({ id, count }) => (
            <tr>
              <th scope="row">{titleOf(item, id, language)}</th>
              <td class="number">{count.shown ? String(count.people) : texts.fewPeople}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Quotations({
  quotations,
  language,
}: {
  quotations: readonly string[];
  language: Language;
}) {
  const texts = quotationTexts[language];
  if (quotations.length === 0) return null;
  return (
    <>
      <h3>{texts.title}</h3>
      <p class="soft">{texts.lead}</p>
      <ul class="quotations">
        {quotations.map((text) => (
          <li>
            <q>{text}</q>
          </li>
        ))}
      </ul>
    </>
  );
}

function titleOf({ themes }: ToldItem, id: string, language: Language): string {
  const theme = themes.find((one) => one.id === id);
  return theme ? inLanguage(theme.title, language) : "";
}
