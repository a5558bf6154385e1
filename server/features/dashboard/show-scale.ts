import type { Db } from "../../../db/connect.ts";
import { gainOf, titledScales } from "../../../web/figures/results.ts";
import { scalePage } from "../../../web/pages/dashboard/scale-page.tsx";
import { Problem } from "../../domain/problem.ts";
import { loadResults } from "./load-results.ts";
import type { PageInput } from "./show-overview.ts";

/** One scale of the newest release, locality by locality. A scale that was not released is not found. */
export async function showScale(db: Db, input: PageInput & { scaleKey: string }): Promise<string> {
  const { language, scaleKey } = input;
  const loaded = await loadResults(db, input.programme.id);
  const figure = loaded && gainOf(loaded.results, scaleKey, language);
  if (!figure) throw new Problem("not-found");
  const scales = titledScales(loaded.results, language).map(({ scale, title }) => ({
    key: scale.key,
    title,
  }));
  const scaleTitle = scales.find(({ key }) => key === scaleKey)?.title ?? scaleKey;
  return scalePage({ ...input, scaleTitle, scales, figures: [figure] });
}
