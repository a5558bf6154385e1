import type { Fault, FaultCode } from "../domain/analysis/fault.ts";

type Detail = Record<string, string | number>;
type Wording = string | ((detail: Detail) => string);

/** One fault as a line: the file, where in it, and what is wrong. */
export function faultLine(file: string, { code, line, column, at, detail = {} }: Fault): string {
  const column_ = column === undefined ? "" : `, column ${column}`;
  const name = at ? ` (${at})` : "";
  const wording = wordings[code];
  const sentence = typeof wording === "string" ? wording : wording(detail);
  return `${file}, line ${line}${column_}${name}: ${sentence}`;
}

/** Long enough to recognise a cell by. */
const longestQuote = 40;

function quoted(value: string | number | undefined): string {
  const letters = [...String(value)];
  const isLong = letters.length > longestQuote;
  return `"${isLong ? `${letters.slice(0, longestQuote).join("")}…` : letters.join("")}"`;
}

const wordings: Record<FaultCode, Wording> = {
  "not-utf-8": (d) => `not UTF-8 (perhaps ${d.guess}); save the file as "CSV UTF-8"`,
  "empty-file": "the file is empty",
  "json-syntax": (d) => `not JSON: expected ${d.expected}, found ${d.found}`,
  "json-repeated-key": (d) => `the key ${quoted(d.key)} stands twice in the same object`,
  "json-too-deep": "nested too deeply",
  format: (d) => `not as pokytis-questionnaire/1 has it: ${d.message}`,
  "name-taken": (d) => `${quoted(d.key)} cannot be a key here: the analysis uses it itself`,
  "scale-too-long": (d) => `the scale ${quoted(d.key)} has more items than can be scored exactly`,
  "quote-not-closed": "a quotation mark opens here and never closes",
  "text-after-quote": "text goes on after the closing quotation mark",
  "cell-count": (d) => `the row has ${d.found} of ${d.expected} cells`,
  "no-rows": "there are headings, but no rows",
  "column-missing": "this column is missing",
  "column-unknown": "unknown column: neither an item of the questionnaire nor one's own (x_…)",
  "column-repeated": "this column stands twice",
  "cell-empty": "the cell must not be empty",
  "wave-unknown": (d) => `unknown wave ${quoted(d.cell)}; there are before, after, followup`,
  "wave-not-in-questionnaire": (d) => `the questionnaire has no wave ${quoted(d.wave)}`,
  "response-repeated": (d) =>
    `the pair ${quoted(d.pair)} has a second response in wave ${d.wave}; the first is on line ${d.line}`,
  "locality-differs": (d) =>
    `the pair ${quoted(d.pair)} has another locality, ${quoted(d.locality)}, on line ${d.line}`,
  "locality-not-enrolled": (d) => `${quoted(d.locality)} is not in the list of the enrolled`,
  "locality-repeated": (d) => `${quoted(d.locality)} stands on line ${d.line} already`,
  "not-a-count": (d) => `${quoted(d.cell)} is not a number of people`,
  "not-asked-in-wave": (d) =>
    `this item is not asked in wave ${d.wave}, so ${quoted(d.cell)} cannot be`,
  "missing-code-unknown": (d) =>
    `unknown missing code ${quoted(d.cell)}; there are ~skipped, ~not-reached, ~not-asked, ~cannot-answer, ~dont-know`,
  "missing-code-not-offered": (d) => `this item does not offer ${quoted(d.cell)}`,
  "words-beside-missing": "words for “other” stand beside a missing code",
  ...answerWordings(),
  ...findingWordings(),
};

function answerWordings() {
  return {
    required: "an answer is required",
    "not-an-option": (d: Detail) =>
      `${quoted(d.cell)} is not an answer to this item; it allows ${d.allowed}`,
    "one-answer-only": (d: Detail) => `${quoted(d.cell)} is more than one answer`,
    "too-few": (d: Detail) => `fewer options than ${d.minimum}`,
    "too-many": (d: Detail) => `more options than ${d.maximum}`,
    "too-long": (d: Detail) => `longer than ${d.maximum} characters`,
    "not-a-number": (d: Detail) => `${quoted(d.cell)} is not a number`,
    "too-small": (d: Detail) => `${d.cell} is less than ${d.minimum}`,
    "too-large": (d: Detail) => `${d.cell} is more than ${d.maximum}`,
    "too-many-decimals": (d: Detail) => `${d.cell} has more decimals than ${d.decimals}`,
    "not-a-date": (d: Detail) => `${quoted(d.cell)} is not a day (YYYY-MM-DD)`,
    "too-early": (d: Detail) => `${d.cell} is earlier than ${d.earliest}`,
    "too-late": (d: Detail) => `${d.cell} is later than ${d.latest}`,
    "rank-missing": "a ranking names every option once, in order",
    "rank-repeated": "an option stands twice in the ranking",
  };
}

function findingWordings() {
  return {
    "no-wave": "there is no wave",
    repeated: (d: Detail) => `${quoted(d.key)} stands twice`,
    "section-unknown": (d: Detail) => `there is no section ${quoted(d.key)}`,
    "item-unknown": (d: Detail) => `there is no item ${quoted(d.key)}`,
    "wave-missing": (d: Detail) => `the questionnaire has no wave ${quoted(d.key)}`,
    "item-not-placed": (d: Detail) => `no section of wave ${d.detail} asks ${quoted(d.key)}`,
    "item-placed-twice": (d: Detail) => `wave ${d.detail} asks ${quoted(d.key)} twice`,
    "answer-set-unknown": (d: Detail) => `there is no answer set ${quoted(d.key)}`,
    "correct-unknown": (d: Detail) => `the right answer ${quoted(d.key)} is no option`,
    "option-reserved": (d: Detail) => `no option may be called ${quoted(d.key)}`,
    "minimum-above-maximum": "the minimum is above the maximum",
    "more-than-there-are": "more than there are options",
    "looks-back-wrongly": (d: Detail) => `cannot look back at ${quoted(d.key)}`,
    "rule-looks-ahead": (d: Detail) => `the rule needs ${quoted(d.key)}, which is not asked before`,
    "rule-value-missing": "the rule compares with nothing",
    "rule-value-unknown": (d: Detail) =>
      `the rule compares with ${quoted(d.detail ?? d.key)}, which is no answer`,
    "rule-does-not-fit": (d: Detail) => `this rule does not fit ${quoted(d.key)}`,
    "scale-item-kind": (d: Detail) => `the item ${quoted(d.key)} cannot be scored on this scale`,
    "scale-ranges-differ": "the scale's items have different ranges of points",
    "scale-waves-differ": "the scale's items are asked in different waves",
    "reversed-outside-scale": (d: Detail) => `${quoted(d.key)} is reversed but not in the scale`,
    "knowledge-reversed": "a knowledge scale reverses nothing",
    "minimum-above-items": "more answers needed than the scale has items",
    "breakdown-item-kind": (d: Detail) => `${quoted(d.key)} is not a single choice`,
    "breakdown-value-unknown": (d: Detail) => `${quoted(d.key)} is no option of the item`,
    "language-missing": (d: Detail) => `the wording in ${quoted(d.key)} is missing`,
    "language-unknown": (d: Detail) => `the questionnaire has no language ${quoted(d.key)}`,
  };
}
