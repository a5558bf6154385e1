import { describe, expect, it } from "vitest";
import { isNode, listSources, nodesOf, type SyntaxNode } from "./support/source.ts";

/** Whatever makes code of text, or starts another program. Where one is needed, its files are named. */
const forbidden: readonly [what: string, is: (node: SyntaxNode) => boolean, allowed: RegExp][] = [
  ["eval", (node) => isCallOf(node, /^(eval|Function)$/), /^$/],
  ["node:vm", (node) => isImportOf(node, /^(node:)?(vm|repl|inspector)$/), /^$/],
  [
    "other programs",
    (node) => isImportOf(node, /^(node:)?child_process$/),
    /^(db\/embedded\/|server\/cli\/)/,
  ],
  ["text as markup", (node) => isMarkupSet(node), /^$/],
  ["markup for a document", (node) => isMember(node, /^(write|writeln)$/, "document"), /^$/],
  [
    "markup in a page",
    (node) => node.type === "JSXAttribute" && /dangerously/.test(nameOf(node.name)),
    /^$/,
  ],
  // Styles of ours, and QR codes that the library draws.
  [
    "unescaped markup",
    (node) => isCallOf(node, /^raw$/),
    /^web\/pages\/(tablet|wall|staff\/second-factor|answering\/frame)\.tsx$/,
  ],
];

/** Reading a table's markup to copy it is no harm; writing it is. */
function isMarkupSet(node: SyntaxNode): boolean {
  if (isMember(node, /^insertAdjacentHTML$|^setHTMLUnsafe$/)) return true;
  return isNode(node.left) && isMember(node.left, /^(inner|outer)HTML$/);
}

function nameOf(node: unknown): string {
  return isNode(node) ? String(node.name ?? "") : "";
}

function isCallOf({ type, callee }: SyntaxNode, name: RegExp): boolean {
  return /^(Call|New)Expression$/.test(type) && name.test(nameOf(callee));
}

function isImportOf({ type, source }: SyntaxNode, name: RegExp): boolean {
  return /^Import/.test(type) && isNode(source) && name.test(String(source.value));
}

function isMember({ type, property, object }: SyntaxNode, name: RegExp, of?: string): boolean {
  return (
    type === "MemberExpression" && name.test(nameOf(property)) && (!of || nameOf(object) === of)
  );
}

describe("words", () => {
  const sources = listSources(["server", "web", "db"]).map((file) => ({
    file,
    nodes: nodesOf(file),
  }));

  it.each(forbidden)("are never made into code: %s", (_what, is, allowed) => {
    const found = sources.filter(({ nodes }) => nodes.some(is)).map(({ file }) => file);
    expect(found.filter((file) => !allowed.test(file))).toEqual([]);
  });

  it("would be noticed where they are", () => {
    const exceptions = forbidden.filter(([, , allowed]) => allowed.source !== "^$");
    for (const [what, is] of exceptions) {
      expect([what, sources.some(({ nodes }) => nodes.some(is))]).toEqual([what, true]);
    }
  });
});
