import type { Db } from "../../../db/connect.ts";
import { countOpenAnswerers, countThemePeople } from "../../../db/queries/open-answers.ts";
import type { WaveQuestionnaire } from "../../../db/queries/questionnaires.ts";
import { listQuotations } from "../../../db/queries/quotations.ts";
import { listThemes } from "../../../db/queries/themes.ts";
import type { AnnexAudience } from "../../domain/annex/choices.ts";
import { publicThreshold } from "../../domain/disclosure/input.ts";
import type { Text } from "../../domain/text.ts";
import { type ToldThemes, tellThemes } from "../../domain/themes/theme-counts.ts";

/** An open question with what may be told of its answers. */
export interface ToldQuestion {
  key: string;
  text: Text;
  told: ToldThemes;
  /** Titles by the id of the theme. */
  titles: Map<string, Text>;
  /** Words whose writers agreed that they be quoted. */
  quotations: string[];
}

/** The open questions in the questionnaire's order. The public is told the numbers of themes from ten people on. */
export async function gatherOpenAnswers(
  db: Db,
  {
    programmeId,
    questionnaires,
    audience,
  }: {
    programmeId: string;
    questionnaires: readonly WaveQuestionnaire[];
    audience: AnnexAudience;
  },
): Promise<ToldQuestion[]> {
  const items = new Map(
    questionnaires.flatMap(({ document }) =>
      document.items.filter(({ kind }) => kind === "long-text").map((item) => [item.key, item]),
    ),
  );
  const quotations = await listQuotations(db, programmeId);
  const questions: ToldQuestion[] = [];
  for (const { key, text } of items.values()) {
    const told = await tellOf(db, { programmeId, itemKey: key });
    questions.push({
      key,
      text,
      told: audience === "public" ? hideSmall(told.told) : told.told,
      titles: told.titles,
      quotations: quotations.filter(({ itemKey }) => itemKey === key).map(({ text }) => text),
    });
  }
  return questions;
}

async function tellOf(db: Db, key: { programmeId: string; itemKey: string }) {
  const themes = await listThemes(db, key);
  const people = await countThemePeople(db, key);
  const counted = themes.map(({ id }) => ({ id, people: people.get(id) ?? 0 }));
  const said = counted.filter((theme) => theme.people > 0);
  return {
    told: tellThemes(await countOpenAnswerers(db, key), said),
    titles: new Map(themes.map(({ id, title }) => [id, title])),
  };
}

function hideSmall(told: ToldThemes): ToldThemes {
  if (!told.shown) return told;
  const themes = told.themes.map((theme) =>
    theme.count.shown && theme.count.people < publicThreshold
      ? { ...theme, count: { shown: false as const } }
      : theme,
  );
  return { ...told, themes };
}
