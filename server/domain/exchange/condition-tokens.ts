/** How a format writes its conditions. All know comparisons, "and", "or", brackets and "not". */
export type Dialect = "xpath" | "expression-script" | "surveyjs";

export type Token =
  | { kind: "item"; name: string }
  | { kind: "literal"; value: string | number }
  | { kind: "sign"; text: string };

/** Thrown when a condition says what ours cannot. */
export class Inexpressible extends Error {}

const references: Record<Dialect, RegExp> = {
  xpath: /\$\{\s*([^{}]+?)\s*\}|(\.)(?!\d)/y,
  "expression-script": /([A-Za-z][A-Za-z0-9_]*)(?:\.(?:NAOK|value|code))?(?![\w.(])/y,
  surveyjs: /\{\s*([^{}]+?)\s*\}/y,
};
const reserved = /^(?:and|or|not|eq|ne|lt|le|gt|ge|true|false)$/i;
const literal = /"([^"]*)"|'([^']*)'|(-?\d+(?:\.\d+)?)/y;
/** Words are functions and operators; they are told apart where they stand. */
const sign = /[A-Za-z][A-Za-z0-9_-]*|&&|\|\||==|!=|<>|<=|>=|[=<>!(),[\]]/y;
const blank = /\s+/y;

/** The words and signs of a condition, in order. @throws Inexpressible at what no condition of ours has. */
export function conditionTokens(text: string, dialect: Dialect): Token[] {
  const found: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const matched = pattern.exec(text);
    if (matched) at = pattern.lastIndex;
    return matched;
  };
  while (at < text.length) {
    if (match(blank)) continue;
    const start = at;
    const item = match(references[dialect]);
    if (item && !reserved.test(item[0])) {
      found.push({ kind: "item", name: item[1] ?? item[2] ?? "" });
    } else {
      at = start;
      found.push(literalOrSign(match));
    }
  }
  return found;
}

function literalOrSign(match: (pattern: RegExp) => RegExpExecArray | null): Token {
  const value = match(literal);
  if (value) {
    const [, double, single, number] = value;
    return { kind: "literal", value: number === undefined ? (double ?? single!) : Number(number) };
  }
  const signed = match(sign);
  if (!signed) throw new Inexpressible();
  return { kind: "sign", text: signed[0].toLowerCase() };
}
