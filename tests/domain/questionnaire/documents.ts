import fs from "node:fs";
import {
  documentFormat,
  type Item,
  type QuestionnaireDocument,
  questionnaireDocumentSchema,
} from "../../../server/domain/questionnaire/document.ts";

/** The ready questionnaire that the product comes with: 68 items, three waves. */
export function readyQuestionnaire(): QuestionnaireDocument {
  const file = "db/seed/culture-identity.questionnaire.json";
  return questionnaireDocumentSchema.parse(JSON.parse(fs.readFileSync(file, "utf8")));
}

const words = (text: string) => ({ lt: text, en: text });

export const agreement = {
  points: [1, 2, 3, 4, 5].map((value) => ({ value, label: words(String(value)) })),
  cannotAnswer: words("cannot answer"),
  noOpportunity: words("no opportunity"),
};

export const options = ["a", "b", "c"].map((value) => ({ value, label: words(value) }));

/** An item with what every kind needs; only what matters is given. */
export function anItem<Kind extends Item["kind"]>(
  kind: Kind,
  more: Record<string, unknown> = {},
): Extract<Item, { kind: Kind }> {
  const own: Partial<Record<Item["kind"], object>> = {
    rating: { answerSet: "agree" },
    single: { options },
    multiple: { options },
    knowledge: { options, correct: "b", dontKnow: words("I don't know") },
    ranking: { options },
    recommendation: { lowLabel: words("no"), highLabel: words("yes") },
  };
  const item = { kind, key: "Q", text: words("?"), waves: ["before"], ...own[kind], ...more };
  const document = questionnaireDocumentSchema.parse(shapeOf([item]));
  return document.items[0] as Extract<Item, { kind: Kind }>;
}

/** A consistent document of these items in one section each wave. */
export function aDocument(
  items: readonly Item[],
  more: Partial<QuestionnaireDocument> = {},
): QuestionnaireDocument {
  return questionnaireDocumentSchema.parse({ ...shapeOf(items), ...more });
}

function shapeOf(items: readonly object[]): object {
  const keys = items.map((item) => (item as { key: string }).key);
  const waves = items.flatMap((item) => (item as { waves: string[] }).waves);
  const wave = { title: words("a wave"), sections: ["S"] };
  return {
    format: documentFormat,
    key: "test",
    title: words("a questionnaire"),
    languages: ["lt", "en"],
    waves: Object.fromEntries([...new Set(waves)].map((kind) => [kind, wave])),
    answerSets: { agree: agreement },
    sections: [{ key: "S", title: words("a section"), purpose: "other", items: keys }],
    items,
  };
}
