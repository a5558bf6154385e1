import type { QuestionnaireDocument } from "./document.ts";
import { type Finding, findRepeated } from "./finding.ts";

/** Every wording is there in every language of the document, and in no other. */
export function checkLanguages(document: QuestionnaireDocument): Finding[] {
  const { languages } = document;
  const wordings = [...listWordings(document, "")];
  return [
    ...findRepeated(languages, "languages"),
    ...wordings.flatMap(({ path, text }) => [
      ...languages
        .filter((language) => !text[language]?.trim())
        .map((language): Finding => ({ code: "language-missing", path, key: language })),
      ...Object.keys(text)
        .filter((language) => !languages.includes(language))
        .map((language): Finding => ({ code: "language-unknown", path, key: language })),
    ]),
  ];
}

/** Fields of the format that hold a wording by language; the schema allows no others. */
const wordingFields = new Set([
  "title",
  "introduction",
  "stem",
  "text",
  "help",
  "label",
  "lowLabel",
  "highLabel",
  "unit",
  "cannotAnswer",
  "noOpportunity",
  "dontKnow",
]);

function* listWordings(
  value: unknown,
  path: string,
): Generator<{ path: string; text: Record<string, string> }> {
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) yield* listWordings(entry, `${path}[${index}]`);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [field, inner] of Object.entries(value)) {
    const here = path ? `${path}.${field}` : field;
    if (wordingFields.has(field) && isText(inner)) yield { path: here, text: inner };
    else yield* listWordings(inner, here);
  }
}

/** A wording's values are all text; an answer set that is called like a wording field has other things in it. */
function isText(value: unknown): value is Record<string, string> {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.values(value).every((wording) => typeof wording === "string")
  );
}
