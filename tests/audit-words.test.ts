import { describe, expect, it } from "vitest";
import { auditActionInWords, knownAuditActions } from "../web/texts/audit-actions.ts";
import { isNode, listSources, nodesOf, type SyntaxNode, stringsIn } from "./support/source.ts";

/** Functions that write to the audit log; of those that take the deed by itself, every string is one. */
const writers = /^(insertAuditEvent|audit|eventOf)$/;
const deed = /^[a-z]+(-[a-z]+)+$/;

/** What the server writes to the audit log: deeds by where they stand, and templates that name several. */
function deedsIn(file: string): string[] {
  return nodesOf(file).flatMap((node) => [...namedIn(node), ...calledWith(node)]);
}

function namedIn({ type, key, value }: SyntaxNode): string[] {
  const isAction = type === "Property" && isNode(key) && key.name === "action";
  return isAction ? deedsOf(value) : [];
}

function calledWith({ type, callee, arguments: given }: SyntaxNode): string[] {
  if (type !== "CallExpression" || !isNode(callee) || !writers.test(String(callee.name))) return [];
  // Facts about a deed are an object; the deed itself stands alone.
  return (given as SyntaxNode[]).filter(({ type }) => type !== "ObjectExpression").flatMap(deedsOf);
}

/** Of a choice both sides, and not what it is chosen by. */
function deedsOf(node: unknown): string[] {
  if (!isNode(node)) return [];
  if (node.type === "ConditionalExpression")
    return [...deedsOf(node.consequent), ...deedsOf(node.alternate)];
  return node.type === "Literal" ? stringsIn(node).filter((one) => deed.test(one)) : [];
}

const written = listSources(["server", "db"]).flatMap((file) =>
  deedsIn(file).map((action) => ({ file, action })),
);

describe("the audit log's deeds", () => {
  it("are found in the source", () => {
    const names = new Set(written.map(({ action }) => action));
    expect(names.size).toBeGreaterThan(100);
    for (const name of ["closed-wave", "disabled-staff", "took-locality-back"]) {
      expect(names).toContain(name);
    }
  });

  it("all have words in both languages", () => {
    const unknown = written.filter(({ action }) => !knownAuditActions.includes(action));
    expect(unknown).toEqual([]);
    for (const action of knownAuditActions) {
      const words = [auditActionInWords(action, "lt"), auditActionInWords(action, "en")];
      expect(words).not.toContain(action);
      expect(words[0]).not.toBe(words[1]);
    }
  });
});
