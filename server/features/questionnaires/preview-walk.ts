import { z } from "zod";
import type { Item, QuestionnaireDocument } from "../../domain/questionnaire/document.ts";
import { rulesOf } from "../../domain/questionnaire/kinds/all.ts";
import { type Part, partsOf } from "../../domain/questionnaire/parts.ts";
import { askedItems } from "../../domain/questionnaire/routing.ts";
import type { Answers } from "../../domain/response/answers.ts";
import { type FormFields, firstValueOf } from "../../domain/response/form-fields.ts";
import type { Mistake } from "../../domain/response/mistakes.ts";
import { readAnswers } from "../../domain/response/read-answers.ts";
import type { WaveKind } from "../../domain/words.ts";

const carriedSchema = z.record(z.string(), z.array(z.string()));

interface Walk {
  parts: Part[];
  at: number;
  /** All that was answered so far, for the next page's hidden field. */
  carried: string;
  state: { earlier: Answers; fields: FormFields; mistakes: Mistake[] };
}

/** Where a press of a button leads in a preview, as it would lead a participant: on, back, or nowhere for a mistake. */
export function walkPreview({
  document,
  wave,
  sent,
  go,
}: {
  document: QuestionnaireDocument;
  wave: WaveKind;
  sent: FormFields;
  go: string | undefined;
}): Walk {
  const parts = partsOf(document, { wave, isNewcomer: true });
  const here = Math.min(Math.max(0, Number(firstValueOf(sent, "_at") ?? 0) || 0), parts.length);
  const carried = { ...readCarried(sent), ...entriesOf(sent, parts[here]?.items ?? []) };
  const all: FormFields = new Map(Object.entries(carried));
  const read = (part: Part | undefined, earlier: Answers) =>
    readAnswers({ document, items: part?.items ?? [], sent: fieldsOf(all, part), earlier });
  const earlierTo = (end: number) => {
    const earlier: Answers = {};
    for (const part of parts.slice(0, end)) Object.assign(earlier, read(part, earlier).answers);
    return earlier;
  };
  const now = go === "next" ? read(parts[here], earlierTo(here)) : undefined;
  const mistakes = now && !now.ok ? now.mistakes : [];
  const at =
    mistakes.length > 0 ? here : stepFrom(parts, { here, go, answers: earlierTo(here + 1) });
  return {
    parts,
    at,
    carried: JSON.stringify(carried),
    state: { earlier: earlierTo(at), fields: fieldsOf(all, parts[at]), mistakes },
  };
}

/** The next part in which something is asked; past the last one, the end. */
function stepFrom(
  parts: readonly Part[],
  { here, go, answers }: { here: number; go: string | undefined; answers: Answers },
): number {
  const asked = askedItems(
    parts.flatMap((part) => part.items),
    answers,
  );
  const isShown = (at: number) => parts[at]!.items.some((item) => asked.has(item.key));
  const places = parts.map((_, at) => at);
  if (go === "back") return places.findLast((at) => at < here && isShown(at)) ?? 0;
  if (go === "next") return places.find((at) => at > here && isShown(at)) ?? parts.length;
  return here;
}

function readCarried(sent: FormFields): Record<string, string[]> {
  try {
    return carriedSchema.parse(JSON.parse(firstValueOf(sent, "_carried") ?? "{}"));
  } catch {
    return {};
  }
}

/** What the sent page says about its own items: a box that was unticked says nothing, and that counts too. */
function entriesOf(sent: FormFields, items: readonly Item[]): Record<string, string[]> {
  const names = items.flatMap((item) => rulesOf(item).fieldsOf(item));
  return Object.fromEntries(names.map((name) => [name, [...(sent.get(name) ?? [])]]));
}

function fieldsOf(all: FormFields, part: Part | undefined): FormFields {
  const names = new Set((part?.items ?? []).flatMap((item) => rulesOf(item).fieldsOf(item)));
  return new Map([...all].filter(([name, values]) => names.has(name) && values.length > 0));
}
