import type { Loss } from "../../server/domain/exchange/loss.ts";
import type { Language } from "../../server/domain/text.ts";
import { exchangeTexts } from "../texts/exchange.ts";

/** Names and details come out of the file: they are text and nothing else. */
export function LossTable({ language, losses }: { language: Language; losses: readonly Loss[] }) {
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
          {losses.map(({ code, name, detail }) => (
            <tr>
              <th scope="row" class="foreign">
                {name ? shortened(name) : texts.whole}
              </th>
              <td class="foreign">{texts.losses[code](shortened(detail ?? ""))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const longestShown = 120;

function shortened(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
