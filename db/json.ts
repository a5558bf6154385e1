/**
 * The text of a jsonb value. Always used for writing one: handed over as it is, an array would
 * reach PostgreSQL as an array of its own kind, and a text as unquoted text.
 *
 * PostgreSQL refuses the character U+0000 and lone surrogates inside jsonb; whatever reads input
 * from outside has to refuse them first.
 *
 * @throws TypeError for a value that JSON cannot hold at all: undefined or a function.
 */
export function json(value: unknown): string {
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new TypeError(`JSON has no ${typeof value}`);
  return text;
}
