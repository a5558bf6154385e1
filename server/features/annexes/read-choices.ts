import type { AnnexMistake, SentChoices } from "../../../web/pages/annex-desk.tsx";
import {
  type AnnexChoices,
  type AnnexPart,
  annexAudiences,
  annexChoicesSchema,
  annexParts,
  movePart,
  orderParts,
  partsFor,
  usualParts,
} from "../../domain/annex/choices.ts";
import { type Language, languages } from "../../domain/text.ts";

type Fields = Record<string, string | string[] | undefined>;

export type ReadChoices =
  | { ok: true; sent: SentChoices; choices: AnnexChoices }
  | { ok: false; sent: SentChoices; mistakes: AnnexMistake[] };

/** What the desk begins with: the choices of the annex made last, or what is usual. */
export function firstChoices(
  last: AnnexChoices | undefined,
  usual: {
    language: Language;
    organisation: { signatoryName: string; signatoryPosition: string };
    evaluatorName: string;
  },
): SentChoices {
  if (last) {
    const publicNotes = last.audience === "public" && last.parts.includes("conclusions");
    return { ...last, number: String(last.number), order: orderParts(last.parts), publicNotes };
  }
  return {
    number: "1",
    language: usual.language,
    audience: "funder",
    parts: usualParts("funder"),
    order: [...annexParts],
    publicNotes: false,
    annexedTo: "",
    preparedBy: usual.evaluatorName,
    signatoryPosition: usual.organisation.signatoryPosition,
    signatoryName: usual.organisation.signatoryName,
  };
}

/** A sent form as choices, or what is wrong with it. Parts that the audience may not be given are left out silently: the desk says so. */
export function readChoices(fields: Fields): ReadChoices {
  const sent = readSent(fields);
  const isNumber = /^[1-9]\d?$/.test(sent.number.trim());
  const allowed = partsFor(sent.audience).filter((part) => isMeant(part, sent));
  const parts = sent.order.filter((part) => sent.parts.includes(part) && allowed.includes(part));
  const read = annexChoicesSchema.safeParse({ ...sent, number: Number(sent.number.trim()), parts });
  if (isNumber && read.success) return { ok: true, sent, choices: read.data };
  const named = read.error?.issues.map(({ path }) => String(path[0])) ?? [];
  const mistakes: AnnexMistake[] = mistakeFields.filter(
    (field) => named.includes(field) || (field === "number" && !isNumber),
  );
  return { ok: false, sent, mistakes };
}

/** What evaluators write in words may describe few people: it is made public on purpose only. */
function isMeant(part: AnnexPart, { audience, publicNotes }: SentChoices): boolean {
  return part !== "conclusions" || audience !== "public" || publicNotes;
}

const mistakeFields: readonly AnnexMistake[] = [
  "number",
  "parts",
  "annexedTo",
  "preparedBy",
  "signatoryPosition",
  "signatoryName",
];

function readSent(fields: Fields): SentChoices {
  const order = orderParts(listOf(fields.order).filter(isPart));
  const [direction, part] = textOf(fields.move).split("-");
  const isMoved = isPart(part) && (direction === "up" || direction === "down");
  return {
    number: textOf(fields.number),
    language: languages.find((one) => one === textOf(fields.document)) ?? "lt",
    audience: annexAudiences.find((one) => one === textOf(fields.audience)) ?? "funder",
    parts: listOf(fields.part).filter(isPart),
    order: isMoved ? movePart(order, part, direction) : order,
    publicNotes: textOf(fields.publicNotes) !== "",
    annexedTo: textOf(fields.annexedTo),
    preparedBy: textOf(fields.preparedBy),
    signatoryPosition: textOf(fields.signatoryPosition),
    signatoryName: textOf(fields.signatoryName),
  };
}

function isPart(value: unknown): value is AnnexPart {
  return annexParts.some((part) => part === value);
}

function listOf(value: Fields[string]): string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function textOf(value: Fields[string]): string {
  return listOf(value)[0]?.trim() ?? "";
}
