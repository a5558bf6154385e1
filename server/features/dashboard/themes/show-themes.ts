import type { Db } from "../../../../db/connect.ts";
import {
  countOpenAnswerers,
  countThemePeople,
  hasOpenedAnswers,
  listOpenAnswers,
} from "../../../../db/queries/open-answers.ts";
import { listWaveQuestionnaires } from "../../../../db/queries/questionnaires.ts";
import { listChosenTexts, listQuotations } from "../../../../db/queries/quotations.ts";
import { listThemes } from "../../../../db/queries/themes.ts";
import type { SentQuotation } from "../../../../web/pages/dashboard/quotation-form.tsx";
import { reviewPage } from "../../../../web/pages/dashboard/review-page.tsx";
import { type ToldItem, themesPage } from "../../../../web/pages/dashboard/themes-page.tsx";
import { Problem } from "../../../domain/problem.ts";
import type { Text } from "../../../domain/text.ts";
import { fewestAnswerers, tellThemes } from "../../../domain/themes/theme-counts.ts";
import type { PageInput } from "../show-overview.ts";

/** How long a reason opens the answers of one question. */
export const openingMilliseconds = 2 * 3_600_000;

export interface OpenItem {
  key: string;
  text: Text;
}

/** The open questions of a programme: those with long texts, in the questionnaire's order. */
export async function listOpenItems(db: Db, programmeId: string): Promise<OpenItem[]> {
  const questionnaires = await listWaveQuestionnaires(db, programmeId);
  const items = new Map<string, OpenItem>();
  for (const { document } of questionnaires) {
    for (const item of document.items) {
      if (item.kind === "long-text") items.set(item.key, { key: item.key, text: item.text });
    }
  }
  return [...items.values()];
}

/** Themes with counts of people, for everybody who reads results. */
export async function showThemes(db: Db, input: PageInput): Promise<string> {
  const programmeId = input.programme.id;
  const quotations = await listQuotations(db, programmeId);
  const items: ToldItem[] = [];
  for (const item of await listOpenItems(db, programmeId)) {
    const key = { programmeId, itemKey: item.key };
    const themes = await listThemes(db, key);
    const people = await countThemePeople(db, key);
    const counted = themes.map(({ id }) => ({ id, people: people.get(id) ?? 0 }));
    const told = tellThemes(await countOpenAnswerers(db, key), counted);
    const quoted = quotations.filter(({ itemKey }) => itemKey === item.key);
    items.push({ ...item, themes, told, quotations: quoted.map(({ text }) => text) });
  }
  const isResponsible = input.roles.includes("data");
  const reviewPath = isResponsible ? `/programmes/${input.programme.slug}/open-answers` : null;
  return themesPage({ ...input, items, reviewPath });
}

/** The words themselves, for the person responsible for the data, once a reason was given. */
export async function showReview(
  db: Db,
  input: PageInput & { itemKey: string; staffUserId: string; now: Date; sent?: SentQuotation },
): Promise<string> {
  const programmeId = input.programme.id;
  const item = (await listOpenItems(db, programmeId)).find(({ key }) => key === input.itemKey);
  if (!item) throw new Problem("not-found");
  const key = { programmeId, itemKey: item.key };
  const isOpened = await isOpenedBy(db, input);
  const opened = isOpened ? await loadOpened(db, key) : null;
  return reviewPage({ ...input, item, opened });
}

async function loadOpened(db: Db, key: { programmeId: string; itemKey: string }) {
  return {
    themes: await listThemes(db, key),
    answers: await listOpenAnswers(db, key),
    chosen: await listChosenTexts(db, key),
    isQuotable: (await countOpenAnswerers(db, key)) >= fewestAnswerers,
  };
}

export function isOpenedBy(
  db: Db,
  asked: { programme: { id: string }; itemKey: string; staffUserId: string; now: Date },
): Promise<boolean> {
  return hasOpenedAnswers(db, {
    programmeId: asked.programme.id,
    itemKey: asked.itemKey,
    actor: asked.staffUserId,
    since: new Date(asked.now.getTime() - openingMilliseconds),
  });
}
