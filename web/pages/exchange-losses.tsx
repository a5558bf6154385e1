import type { Loss, LossCode } from "../../server/domain/exchange/loss.ts";
import type { Language } from "../../server/domain/text.ts";
import { exchangeTexts } from "../texts/exchange.ts";

interface LossesProps {
  language: Language;
  losses: readonly Loss[];
}

/** More than anybody reads one by one: from here on they are put together by reason. */
const mostListed = 12;
const mostInGroup = 100;
const longestShown = 120;

/**
 * What was lost, each with its place; very many are grouped by reason. Names and details come out of the file: they are
 * text and nothing else.
 */
export function Losses({ language, losses }: LossesProps) {
  if (losses.length <= mostListed) return <LossTable language={language} losses={losses} />;
  const groups = [...new Set(losses.map(({ code }) => code))]
    .map((code) => ({ code, ofCode: losses.filter((loss) => loss.code === code) }))
    .sort((some, others) => others.ofCode.length - some.ofCode.length);
  return (
    <div class="exchange-losses">
      {groups.map(({ code, ofCode }) => (
        <LossGroup language={language} code={code} losses={ofCode} />
      ))}
    </div>
  );
}

function LossTable({ language, losses }: LossesProps) {
  const texts = exchangeTexts[language];
  return (
    <section class="table-box" aria-label={texts.lossesTitle} tabindex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.lossColumns.where}</th>
            <th scope="col">{texts.lossColumns.what}</th>
          </tr>
        </thead>
        <tbody>
          {losses.map((loss) => (
            <tr>
              <th scope="row" class="foreign">
                {placeOf(loss, language)}
              </th>
              <td class="foreign">{texts.losses[loss.code](shortened(loss.detail ?? ""))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** One reason with how often it occurs, and on demand where; a detail that all share stands in the reason itself. */
function LossGroup({ language, code, losses }: LossesProps & { code: LossCode }) {
  const texts = exchangeTexts[language];
  const details = new Set(losses.map(({ detail }) => detail ?? ""));
  const shared = details.size === 1 ? [...details][0]! : "";
  return (
    <details>
      <summary class="foreign">
        {texts.losses[code](shortened(shared))}{" "}
        <strong class="nowrap">{texts.lossTimes(losses.length)}</strong>
      </summary>
      <ul>
        {losses.slice(0, mostInGroup).map(({ detail, ...loss }) => (
          <li class="foreign">
            {placeOf(loss, language)}
            {detail && details.size > 1 ? <span class="soft"> – {shortened(detail)}</span> : null}
          </li>
        ))}
      </ul>
      {losses.length > mostInGroup ? <p>{texts.moreLosses(losses.length - mostInGroup)}</p> : null}
    </details>
  );
}

function placeOf({ name, row }: Pick<Loss, "name" | "row">, language: Language): string {
  const texts = exchangeTexts[language];
  if (!name) return texts.whole;
  return row === undefined ? shortened(name) : texts.inRow(shortened(name), row);
}

function shortened(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
