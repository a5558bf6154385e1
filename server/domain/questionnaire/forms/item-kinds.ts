import type { FormFields } from "../../response/form-fields.ts";
import type { ItemKind } from "../document.ts";
import { typedIn } from "./form-words.ts";

/** Kinds that ask for the same things, so that a question of one can become one of another without losing its words. */
const families: readonly (readonly ItemKind[])[] = [
  ["short-text", "long-text"],
  ["single", "multiple", "ranking", "knowledge"],
];

/** The other kinds that a question of this one can become. */
export function kindsBeside(kind: ItemKind): ItemKind[] {
  const family = families.find((one) => one.includes(kind)) ?? [];
  return family.filter((one) => one !== kind);
}

/** The kind that a form asks for, where a stored question can become it; else the one that it has. */
export function kindWanted(stored: ItemKind, fields: FormFields): ItemKind {
  const wanted = typedIn(fields, "kind");
  return kindsBeside(stored).find((kind) => kind === wanted) ?? stored;
}

/** `as-single` and so on: what the button of a form asks for. */
export function readKindDeed(go: string, stored: ItemKind | undefined): ItemKind | undefined {
  if (!stored || !go.startsWith("as-")) return undefined;
  return [stored, ...kindsBeside(stored)].find((kind) => `as-${kind}` === go);
}

/** A form as one of another kind: what both ask stays as typed, what only the new one asks is filled as in a new question. */
export function asKind(fields: FormFields, kind: ItemKind): FormFields {
  const changed = new Map([...fields, ["kind", [kind]] as const]);
  if (kind === "knowledge" && typedIn(fields, "points") === "") changed.set("points", ["1"]);
  if (kind === "long-text") changed.set("maximumLength", ["1500"]);
  if (kind === "short-text") changed.set("maximumLength", ["200"]);
  return changed;
}
