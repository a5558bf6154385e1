import {
  type QuestionnaireDocument,
  questionnaireDocumentSchema,
} from "../../server/domain/questionnaire/document.ts";
import type { Text } from "../../server/domain/text.ts";
import cultureIdentity from "./culture-identity.questionnaire.json" with { type: "json" };
import followUp from "./library/follow-up.questionnaire.json" with { type: "json" };
import satisfaction from "./library/satisfaction.questionnaire.json" with { type: "json" };
import starter from "./library/starter.questionnaire.json" with { type: "json" };

/** A questionnaire to begin with, and in a sentence what it is for. */
export interface ReadyQuestionnaire {
  key: string;
  about: Text;
  document: QuestionnaireDocument;
}

const contents: readonly [content: unknown, about: Text][] = [
  [
    starter,
    {
      lt: "Trumpas klausimynas prieš mokymus ir po jų: įsivertinimas ir žinių klausimai, kuriuos pritaikysite savo temai.",
      en: "A short starter before and after the training: self-ratings and knowledge questions to adapt to your topic.",
    },
  ],
  [
    satisfaction,
    {
      lt: "Kaip pavyko mokymai: turinys, lektoriai, organizavimas, rekomendavimas. Pildoma po mokymų.",
      en: "How the training went: content, lecturers, organisation, recommending. Answered after the training.",
    },
  ],
  [
    followUp,
    {
      lt: "Kas pritaikyta praėjus 3–6 mėnesiams, kas padėjo ir kas trukdė.",
      en: "What has been applied 3–6 months later, what helped and what stood in the way.",
    },
  ],
  [
    cultureIdentity,
    {
      lt: "Visas kultūros inovacijų ir vietovės identiteto programos klausimynas: 68 klausimai trims etapams.",
      en: "The whole questionnaire of a programme on culture innovation and local identity: 68 questions for three waves.",
    },
  ],
];

/** The questionnaires that come with the product, shortest first. */
export function readyQuestionnaires(): ReadyQuestionnaire[] {
  return contents.map(([content, about]) => {
    const document = questionnaireDocumentSchema.parse(content);
    return { key: document.key, about, document };
  });
}
