import type { Item, QuestionnaireDocument, Rule } from "../questionnaire/document.ts";
import type { Text } from "../text.ts";
import { commonLosses, sectionsWithItems, wayOutNames } from "./export-losses.ts";
import type { Exported, Loss } from "./loss.ts";
import { type Json, wordingOf } from "./surveyjs-shapes.ts";

interface Writing {
  document: QuestionnaireDocument;
  losses: Loss[];
  say: (text: Text) => string | Json;
}

/** A questionnaire as a SurveyJS survey: a page for each section, an element for each item. */
export function writeSurveyjs(document: QuestionnaireDocument): Exported<Json> {
  const losses = commonLosses(document);
  const say = (text: Text) => wordingOf(text, document.languages);
  const writing = { document, losses, say };
  const [first] = Object.values(document.waves);
  const pages = sectionsWithItems(document).map(({ section, items }) => ({
    name: section.key,
    title: say(section.title),
    ...(section.stem ? { description: say(section.stem) } : {}),
    elements: items.map((item) => elementOf(item, writing)),
  }));
  const content = {
    title: say(document.title),
    ...(first?.introduction ? { description: say(first.introduction) } : {}),
    locale: document.languages[0] ?? "lt",
    showQuestionNumbers: "off",
    pages,
  };
  return { content, losses };
}

function elementOf(item: Item, writing: Writing): Json {
  const { say } = writing;
  return {
    name: item.key,
    ...(item.kind === "information" ? {} : { title: say(item.text) }),
    ...(item.help ? { description: say(item.help) } : {}),
    ...(item.isRequired ? { isRequired: true } : {}),
    ...(item.showIf ? { visibleIf: visibleIf(item.showIf, writing) } : {}),
    ...partsOf(item, writing),
  };
}

function partsOf(item: Item, writing: Writing): Json {
  const { say, losses } = writing;
  switch (item.kind) {
    case "rating":
      return ratingOf(item, writing);
    case "single":
      return { type: "radiogroup", ...choicesOf(item, writing) };
    case "multiple":
      return {
        type: "checkbox",
        ...choicesOf(item, writing),
        ...(item.minimum === undefined ? {} : { minSelectedChoices: item.minimum }),
        ...(item.maximum === undefined ? {} : { maxSelectedChoices: item.maximum }),
      };
    case "knowledge": {
      const out = item.dontKnow ? { showDontKnowItem: true, dontKnowText: say(item.dontKnow) } : {};
      return {
        type: "radiogroup",
        ...choicesOf(item, writing),
        correctAnswer: item.correct,
        ...out,
      };
    }
    case "ranking":
      return { type: "ranking", ...choicesOf(item, writing) };
    case "recommendation": {
      const [low, high] = [say(item.lowLabel), say(item.highLabel)];
      return {
        type: "rating",
        rateMin: 0,
        rateMax: 10,
        minRateDescription: low,
        maxRateDescription: high,
      };
    }
    case "short-text":
      return { type: "text", maxLength: item.maximumLength };
    case "long-text":
      return { type: "comment", maxLength: item.maximumLength };
    case "number":
      if (item.unit) losses.push({ code: "unit-left-out", name: item.key });
      return {
        type: "text",
        inputType: "number",
        ...limitsOf(item),
        ...(item.decimals > 0 ? { step: 0.01 } : {}),
      };
    case "date": {
      const limits = limitsOf({ minimum: item.earliest, maximum: item.latest });
      return { type: "text", inputType: "date", ...limits };
    }
    case "consent":
      return {
        type: "checkbox",
        choices: [{ value: "given", text: say({ lt: "Sutinku", en: "I agree" }) }],
      };
    case "information":
      return { type: "html", html: htmlOf(say(item.text)) };
  }
}

function limitsOf({
  minimum,
  maximum,
}: {
  minimum?: number | string;
  maximum?: number | string;
}): Json {
  return {
    ...(minimum === undefined ? {} : { min: minimum }),
    ...(maximum === undefined ? {} : { max: maximum }),
  };
}

function choicesOf(
  item: { options: { value: string; label: Text }[]; isShuffled: boolean; hasOther?: boolean },
  { say }: Writing,
): Json {
  return {
    choices: item.options.map(({ value, label }) => ({ value, text: say(label) })),
    ...(item.isShuffled ? { choicesOrder: "random" } : {}),
    ...(item.hasOther ? { showOtherItem: true } : {}),
  };
}

/** Points with their labels; ways out of an answer stand among them. */
function ratingOf(
  item: Extract<Item, { kind: "rating" }>,
  { document, losses, say }: Writing,
): Json {
  const set = document.answerSets[item.answerSet];
  const ways = [
    ...(set?.noOpportunity
      ? [{ value: wayOutNames.noOpportunity, text: say(set.noOpportunity) }]
      : []),
    ...(set?.cannotAnswer
      ? [{ value: wayOutNames.cannotAnswer, text: say(set.cannotAnswer) }]
      : []),
  ];
  for (const { value } of ways)
    losses.push({ code: "way-out-as-option", name: item.key, detail: value });
  const points = set?.points.map(({ value, label }) => ({ value, text: say(label) })) ?? [];
  return { type: "rating", rateDisplayMode: "buttons", rateValues: [...points, ...ways] };
}

/** Information is plain text with us and HTML there. */
function htmlOf(wording: string | Json): string | Json {
  if (typeof wording !== "string") {
    const wordings = Object.entries(wording).map(([name, one]) => [name, htmlOf(String(one))]);
    return Object.fromEntries(wordings) as Json;
  }
  const escaped = wording.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<p>${escaped.replaceAll("\n", "<br>")}</p>`;
}

function visibleIf({ match, conditions }: Rule, { document }: Writing): string {
  const kinds = new Map(document.items.map(({ key, kind }) => [key, kind]));
  const parts = conditions.map(({ item, is, value }) => {
    const quote = String(value).includes("'") ? '"' : "'";
    const quoted = typeof value === "number" ? String(value) : `${quote}${value}${quote}`;
    const isTick = kinds.get(item) === "consent";
    const sign = {
      equal: "=",
      "not-equal": "<>",
      includes: "contains",
      "at-least": ">=",
      "at-most": "<=",
    };
    return is === "answered" || isTick ? `{${item}} notempty` : `{${item}} ${sign[is]} ${quoted}`;
  });
  return parts.join(match === "all" ? " and " : " or ");
}
