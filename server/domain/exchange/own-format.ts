import { documentFormat, questionnaireDocumentSchema } from "../questionnaire/document.ts";
import type { ImportOutcome } from "./loss.ts";
import { isJson } from "./surveyjs-shapes.ts";

/** Whether a JSON file says that it is a questionnaire of ours, of whichever version. */
export function isOwnFormat(value: unknown): boolean {
  const [family = ""] = documentFormat.split("/");
  return isJson(value) && typeof value.format === "string" && value.format.startsWith(`${family}/`);
}

/** A questionnaire of our own format; it needs no translation, and where it breaks its schema the places are told. */
export function readOwnFormat(value: unknown): ImportOutcome {
  const read = questionnaireDocumentSchema.safeParse(value);
  if (read.success) return { ok: true, document: read.data, losses: [] };
  const places = read.error.issues.slice(0, 20).map(({ path }) => path.join("."));
  return { ok: false, fault: { code: "own-format", places: [...new Set(places)] } };
}
