import type { QuestionnaireDocument } from "./document.ts";

/**
 * The same function, but what it makes of a document is kept for as long as the document itself. A document that was
 * read is never changed, only replaced; and every request of a participant asks the same few things of the same one.
 */
export function oncePerDocument<T>(
  derive: (document: QuestionnaireDocument) => T,
): (document: QuestionnaireDocument) => T {
  const derived = new WeakMap<QuestionnaireDocument, { value: T }>();
  return (document) => {
    const known = derived.get(document);
    if (known) return known.value;
    const value = derive(document);
    derived.set(document, { value });
    return value;
  };
}
