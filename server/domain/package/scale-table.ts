import type { QuestionnaireDocument, Scale } from "../questionnaire/document.ts";
import { lattice } from "../scoring/lattice.ts";
import { scaleRule, scaleUnits } from "../scoring/score-response.ts";
import type { Table } from "./answers-tables.ts";

const columns = [
  ...["scale", "kind", "item", "reversed", "minimum", "maximum", "minimum_answered"],
  ...["correct", "points", "units_per_step", "units_top", "units_of_one_answer_step"],
];

/** How every scale is scored, one row an item: all that somebody needs who scores the answers with other tools. */
export function buildScaleTable(document: QuestionnaireDocument): Table {
  return { columns, rows: document.scales.flatMap((scale) => scaleRows(document, scale)) };
}

function scaleRows(document: QuestionnaireDocument, scale: Scale): Table["rows"] {
  const rule = scaleRule(document, scale);
  const { step } = lattice(rule);
  const { top, answerStep } = scaleUnits(document, scale);
  const range =
    rule.kind === "rating" ? [rule.min, rule.max, rule.minimumAnswered] : [null, null, null];
  return scale.items.map((key) => {
    const item = document.items.find((one) => one.key === key);
    const known = item?.kind === "knowledge" ? [item.correct, item.points] : [null, null];
    const isReversed = rule.kind === "rating" && scale.reversed.includes(key);
    const lead = [scale.key, scale.kind, key, isReversed ? "yes" : "no"];
    return [...lead, ...range, ...known, step, top, answerStep];
  });
}
