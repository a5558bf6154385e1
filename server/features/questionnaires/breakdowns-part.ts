import { breakdownPage } from "../../../web/pages/questionnaires/breakdown-page.tsx";
import { putBreakdown } from "../../domain/questionnaire/edit-structure.ts";
import {
  fillBreakdownForm,
  readBreakdownForm,
} from "../../domain/questionnaire/forms/breakdown-form.ts";
import type { PartKind } from "./part-kinds.ts";

/** Groups of people that figures may tell apart, made of the answers to a question with one choice. */
export const breakdowns: PartKind = {
  place: "breakdowns",
  find: (draft, key) => draft.breakdowns.find((one) => one.key === key),
  fill: (draft, key) => fillBreakdownForm(draft.breakdowns.find((one) => one.key === key)!),
  blank: (draft, query) => {
    const item = draft.items.find(({ key }) => key === query("item"));
    const title = Object.entries(item?.text ?? {}).map(
      ([language, text]) => [`title.${language}`, [text]] as const,
    );
    return new Map<string, readonly string[]>([["item", [item?.key ?? ""]], ...title]);
  },
  read: (draft, fields, key) => {
    const old = draft.breakdowns.find((one) => one.key === key);
    const read = readBreakdownForm(draft, fields, old);
    if (!read.ok) return read;
    const { breakdown } = read;
    return {
      ok: true,
      draft: putBreakdown(draft, breakdown),
      key: breakdown.key,
      anchor: `breakdown-${breakdown.key}`,
    };
  },
  page: breakdownPage,
};
