import { conditionTokens, type Dialect, Inexpressible, type Token } from "./condition-tokens.ts";
import type { OutlineCondition, OutlineRule } from "./outline.ts";

export type ConditionRead =
  | { is: "rule"; rule: OutlineRule }
  | { is: "always" }
  | { is: "foreign" };

type Comparison = OutlineCondition["is"];
type Node = { all: Node[] } | { any: Node[] } | { condition: OutlineCondition } | "always";

const maxLength = 2000;
const maxConditions = 10;

/**
 * A condition of another format as a rule of ours: comparisons that must all or may any hold. What mixes both, counts or
 * computes is `foreign`.
 */
export function readCondition(text: string, dialect: Dialect): ConditionRead {
  const bare = text.trim();
  if (bare === "" || bare === "1" || bare === "true()") return { is: "always" };
  if (bare.length > maxLength) return { is: "foreign" };
  try {
    const reading = { tokens: conditionTokens(bare, dialect), at: 0 };
    const node = readAny(reading);
    if (reading.at < reading.tokens.length) return { is: "foreign" };
    return asRule(node);
  } catch (error) {
    if (error instanceof Inexpressible) return { is: "foreign" };
    throw error;
  }
}

/** Two rules that must both hold, as one; "foreign" where one cannot say that. */
export function bothRules(
  a: OutlineRule | undefined,
  b: OutlineRule | undefined,
): OutlineRule | undefined | "foreign" {
  if (!a || !b) return a ?? b;
  const isPlain = (rule: OutlineRule) => rule.match === "all" || rule.conditions.length === 1;
  const conditions = [...a.conditions, ...b.conditions];
  if (!isPlain(a) || !isPlain(b) || conditions.length > maxConditions) return "foreign";
  return { match: "all", conditions };
}

function asRule(node: Node): ConditionRead {
  if (node === "always") return { is: "always" };
  const rule = flatten(node);
  return rule.conditions.length > maxConditions ? { is: "foreign" } : { is: "rule", rule };
}

function flatten(node: Exclude<Node, "always">): OutlineRule {
  if ("condition" in node) return { match: "all", conditions: [node.condition] };
  const match = "all" in node ? "all" : "any";
  const parts = "all" in node ? node.all : node.any;
  // What always holds adds nothing to "and", and makes "or" hold always.
  const real = parts.flatMap((part) => (part === "always" ? [] : [flatten(part)]));
  if (match === "any" && real.length < parts.length) throw new Inexpressible();
  const isSame = real.every((part) => part.match === match || part.conditions.length === 1);
  if (!isSame || real.length === 0) throw new Inexpressible();
  return { match, conditions: real.flatMap((part) => part.conditions) };
}

/** Where the reading of a condition has come to. */
interface Reading {
  tokens: Token[];
  at: number;
}

function take(reading: Reading, ...texts: string[]): boolean {
  const token = reading.tokens[reading.at];
  const isThere = token?.kind === "sign" && texts.includes(token.text);
  if (isThere) reading.at += 1;
  return isThere;
}

function need(reading: Reading, text: string): void {
  if (!take(reading, text)) throw new Inexpressible();
}

function readAny(reading: Reading): Node {
  const parts = [readAll(reading)];
  while (take(reading, "or", "||")) parts.push(readAll(reading));
  return parts.length === 1 ? parts[0]! : { any: parts };
}

function readAll(reading: Reading): Node {
  const parts = [readOne(reading)];
  while (take(reading, "and", "&&")) parts.push(readOne(reading));
  return parts.length === 1 ? parts[0]! : { all: parts };
}

function readOne(reading: Reading): Node {
  if (take(reading, "not", "!")) return negate(readOne(reading));
  if (!take(reading, "(")) return readComparison(reading);
  const inner = readAny(reading);
  need(reading, ")");
  return inner;
}

function readComparison(reading: Reading): Node {
  const token = reading.tokens[reading.at];
  reading.at += 1;
  switch (token?.kind) {
    case "sign":
      return readCall(reading, token.text);
    case "literal":
      return isOver(reading) && token.value === 1 ? "always" : readTurned(reading, token.value);
    case "item":
      return readOfItem(reading, token.name);
    default:
      throw new Inexpressible();
  }
}

function isOver({ tokens, at }: Reading): boolean {
  const next = tokens[at];
  return !next || (next.kind === "sign" && [")", "and", "&&"].includes(next.text));
}

function readOfItem(reading: Reading, item: string): Node {
  if (take(reading, "notempty")) return { condition: { item, is: "answered" } };
  if (take(reading, "empty")) return { condition: { item, is: "unanswered" } };
  if (take(reading, "anyof")) return { any: readList(reading, item) };
  if (take(reading, "allof")) return { all: readList(reading, item) };
  return compare(item, readOperator(reading), readValue(reading));
}

/** `'a' = ${q}`: the same, told from the other side. */
function readTurned(reading: Reading, value: string | number): Node {
  const is = readOperator(reading);
  const token = reading.tokens[reading.at];
  reading.at += 1;
  if (token?.kind !== "item") throw new Inexpressible();
  return compare(token.name, turned[is] ?? is, value);
}

function readOperator(reading: Reading): Comparison {
  const token = reading.tokens[reading.at];
  const is = token?.kind === "sign" ? comparisons.get(token.text) : undefined;
  if (!is) throw new Inexpressible();
  reading.at += 1;
  return is;
}

function readValue(reading: Reading): string | number {
  const token = reading.tokens[reading.at];
  reading.at += 1;
  if (token?.kind === "literal") return token.value;
  if (token?.kind === "sign" && /^(?:true|false)$/.test(token.text)) return token.text;
  throw new Inexpressible();
}

function readList(reading: Reading, item: string): Node[] {
  need(reading, "[");
  const values = [readValue(reading)];
  while (take(reading, ",")) values.push(readValue(reading));
  need(reading, "]");
  return values.map((value) => ({ condition: { item, is: "includes", value } }));
}

/** `selected(${q}, 'a')`, `is_empty(Q)`, `string-length(${q}) > 0`. */
function readCall(reading: Reading, name: string): Node {
  need(reading, "(");
  const token = reading.tokens[reading.at];
  if (token?.kind !== "item") throw new Inexpressible();
  reading.at += 1;
  const item = token.name;
  if (name === "selected") {
    need(reading, ",");
    const value = readValue(reading);
    need(reading, ")");
    return { condition: { item, is: "includes", value } };
  }
  need(reading, ")");
  if (name === "is_empty") return { condition: { item, is: "unanswered" } };
  const isCount = name === "string-length" || name === "count-selected";
  if (!isCount || readOperator(reading) !== "above" || readValue(reading) !== 0) {
    throw new Inexpressible();
  }
  return { condition: { item, is: "answered" } };
}

const comparisons: ReadonlyMap<string, Comparison> = new Map([
  ["=", "equal"],
  ["==", "equal"],
  ["eq", "equal"],
  ["!=", "not-equal"],
  ["<>", "not-equal"],
  ["ne", "not-equal"],
  [">=", "at-least"],
  ["ge", "at-least"],
  ["<=", "at-most"],
  ["le", "at-most"],
  [">", "above"],
  ["gt", "above"],
  ["<", "below"],
  ["lt", "below"],
  ["contains", "includes"],
  ["contain", "includes"],
  ["notcontains", "excludes"],
]);

const turned: Partial<Record<Comparison, Comparison>> = {
  "at-least": "at-most",
  "at-most": "at-least",
  above: "below",
  below: "above",
};

const opposites: Record<Comparison, Comparison> = {
  answered: "unanswered",
  unanswered: "answered",
  equal: "not-equal",
  "not-equal": "equal",
  includes: "excludes",
  excludes: "includes",
  "at-least": "below",
  below: "at-least",
  "at-most": "above",
  above: "at-most",
};

function negate(node: Node): Node {
  if (node === "always") throw new Inexpressible();
  if ("all" in node) return { any: node.all.map(negate) };
  if ("any" in node) return { all: node.any.map(negate) };
  const { condition } = node;
  return { condition: { ...condition, is: opposites[condition.is] } };
}

function compare(item: string, is: Comparison, value: string | number): Node {
  if (value !== "") return { condition: { item, is, value } };
  if (is === "not-equal") return { condition: { item, is: "answered" } };
  if (is === "equal") return { condition: { item, is: "unanswered" } };
  throw new Inexpressible();
}
