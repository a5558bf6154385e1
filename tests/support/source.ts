import fs from "node:fs";
import path from "node:path";
import { parseSync } from "vite";

/** A node of a source file's syntax tree (ESTree). */
export interface SyntaxNode {
  type: string;
  [key: string]: unknown;
}

/** Every source file of these folders. */
export function listSources(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => path.posix.join(entry.parentPath.split(path.sep).join("/"), entry.name)),
  );
}

/** Every node of a file, parents before their children. */
export function nodesOf(file: string): SyntaxNode[] {
  const { program } = parseSync(file, fs.readFileSync(file, "utf8"));
  const nodes: SyntaxNode[] = [];
  collect(program, nodes);
  return nodes;
}

function collect(value: unknown, nodes: SyntaxNode[]): void {
  if (Array.isArray(value)) {
    for (const one of value) collect(one, nodes);
  } else if (isNode(value)) {
    nodes.push(value);
    for (const child of Object.values(value)) collect(child, nodes);
  }
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value;
}

/** Strings that stand in a node, or in what it chooses between. */
export function stringsIn(node: unknown): string[] {
  const found: SyntaxNode[] = [];
  collect(node, found);
  return found.flatMap(({ type, value }) =>
    type === "Literal" && typeof value === "string" ? [value] : [],
  );
}
