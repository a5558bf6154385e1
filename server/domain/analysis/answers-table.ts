import type { QuestionnaireDocument } from "../questionnaire/document.ts";
import { otherValue, subFieldOf } from "../questionnaire/kinds/choice-values.ts";
import { answerCell, otherCell } from "./answer-cell.ts";
import { headingsOf, responseColumns } from "./answer-columns.ts";
import type { FiledResponse } from "./answers-file.ts";

/**
 * Responses as the table that `readResponses` reads, a row each: written as CSV in either form it can be analysed
 * again. An item that a response says nothing about was not asked.
 */
export function buildAnswersTable(
  document: QuestionnaireDocument,
  responses: readonly FiledResponse[],
): { columns: string[]; rows: (string | number | null)[][] } {
  const columns = [...responseColumns, ...document.items.flatMap(headingsOf)];
  const rows = responses.map(({ pair, locality, wave, answers }) => [
    ...[pair, locality, wave],
    ...document.items.flatMap((item) => {
      const answer = answers[item.key] ?? { missing: "not-asked" };
      return headingsOf(item).map((heading) =>
        heading === subFieldOf(item.key, otherValue) ? otherCell(answer) : answerCell(item, answer),
      );
    }),
  ]);
  return { columns, rows };
}
