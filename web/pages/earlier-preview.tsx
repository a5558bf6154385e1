import type { EarlierChoices } from "../../server/domain/earlier/choices.ts";
import type { EarlierReadings, EarlierResponse } from "../../server/domain/earlier/earlier-rows.ts";
import { itemKeyOf } from "../../server/domain/earlier/option-columns.ts";
import type { Item } from "../../server/domain/questionnaire/document.ts";
import {
  chosenIn,
  otherIn,
  otherValue,
} from "../../server/domain/questionnaire/kinds/choice-values.ts";
import { type Answer, isMissing } from "../../server/domain/response/answers.ts";
import { inLanguage, type Language } from "../../server/domain/text.ts";
import { waveKinds } from "../../server/domain/words.ts";
import { earlierTexts } from "../texts/earlier-answers.ts";
import { formatNumber } from "../texts/numbers.ts";

interface PreviewProps {
  language: Language;
  choices: EarlierChoices;
  readings: EarlierReadings;
  items: readonly Item[];
  localities: readonly { id: string; nominative: string }[];
}

const mostFaults = 50;
const mostRows = 5;
const mostColumns = 8;

/** What would be stored: counts by wave, what is wrong by row, and the first rows as they were understood. */
export function EarlierPreview(props: PreviewProps) {
  const { language, readings } = props;
  const texts = earlierTexts[language];
  return (
    <section>
      <h2>{texts.previewTitle}</h2>
      <Counts {...props} />
      <p>{texts.pairs(countPairs(readings.responses))}</p>
      {readings.withoutCode > 0 ? <p>{texts.withoutCode(readings.withoutCode)}</p> : null}
      <RowFaults {...props} />
      <FirstRows {...props} />
    </section>
  );
}

function Counts({ language, readings: { responses } }: PreviewProps) {
  const { counts, waveNames } = earlierTexts[language];
  const rows = waveKinds.map((kind) => {
    const ofWave = responses.filter(({ wave }) => wave === kind);
    const codes = new Set(ofWave.map(({ code }) => code).filter((code) => code !== ""));
    return { kind, responses: ofWave.length, people: codes.size };
  });
  return (
    <section class="table-box" aria-label={counts.responses} tabindex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{counts.wave}</th>
            <th scope="col" class="number">
              {counts.responses}
            </th>
            <th scope="col" class="number">
              {counts.people}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">{waveNames[row.kind]}</th>
              <td class="number">{formatNumber(row.responses, language)}</td>
              <td class="number">{formatNumber(row.people, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function countPairs(responses: readonly EarlierResponse[]): number {
  const codesOf = (kind: string) =>
    responses.flatMap(({ wave, code }) => (wave === kind && code !== "" ? [code] : []));
  const before = new Set(codesOf("before"));
  return codesOf("after").filter((code) => before.has(code)).length;
}

function RowFaults({ language, readings: { faults } }: PreviewProps) {
  const texts = earlierTexts[language];
  if (faults.length === 0) return null;
  return (
    <section>
      <h3>{texts.rowFaultsTitle}</h3>
      <p>{texts.rowFaultsLead}</p>
      <section class="table-box" aria-label={texts.rowFaultsTitle} tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="number">
                {texts.row}
              </th>
              <th scope="col">{texts.mistake}</th>
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, mostFaults).map(({ row, code, cell, about }) => (
              <tr>
                <th scope="row" class="number">
                  {row}
                </th>
                <td class="foreign">{texts.rowFaults[code](cell.slice(0, 100), about ?? "")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {faults.length > mostFaults ? (
        <p class="soft">{texts.more(faults.length - mostFaults)}</p>
      ) : null}
    </section>
  );
}

function FirstRows({ language, choices, readings, items, localities }: PreviewProps) {
  const texts = earlierTexts[language];
  const itemOf = (one: string) => items.find(({ key }) => key === one);
  const keys = [...new Set(choices.columns.map(itemKeyOf))].filter(
    (key) => readings.responses[0]?.answers[key] !== undefined,
  );
  const shown = keys.slice(0, mostColumns);
  if (readings.responses.length === 0) return null;
  return (
    <section>
      <h3>{texts.firstRows}</h3>
      <section class="table-box" aria-label={texts.firstRows} tabindex={0}>
        <table>
          <thead>
            <tr>
              {[texts.row, texts.identity.wave, texts.identity.locality, ...shown].map((head) => (
                <th scope="col">{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {readings.responses.slice(0, mostRows).map(({ row, wave, localityId, answers }) => (
              <tr>
                <th scope="row" class="number">
                  {row}
                </th>
                <td>{texts.waveNames[wave]}</td>
                <td>{localities.find(({ id }) => id === localityId)?.nominative ?? ""}</td>
                {shown.map((key) => (
                  <td class="foreign">{told(answers[key], itemOf(key), language)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** An answer as people read it: options by their labels, "other" with its words. */
function told(answer: Answer | undefined, item: Item | undefined, language: Language): string {
  if (answer === undefined || isMissing(answer)) return "–";
  const values = typeof answer === "number" ? [String(answer)] : chosenIn(answer);
  const words = otherIn(answer);
  const options = item && "options" in item ? item.options : [];
  const text = values
    .map((value) => {
      const label = options.find((option) => option.value === value)?.label;
      if (label) return inLanguage(label, language);
      return value === otherValue && words !== ""
        ? `${earlierTexts[language].otherOption}: ${words}`
        : value;
    })
    .join(", ");
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
