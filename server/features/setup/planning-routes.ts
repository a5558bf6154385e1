import { Hono } from "hono";
import { getProgrammeRecord } from "../../../db/queries/setup-programme.ts";
import { planningPage } from "../../../web/pages/setup/planning-page.tsx";
import { planPrecision } from "../../domain/statistics/planning.ts";
import type { StaffEnv } from "../../http/session.ts";
import { type Desk, frameOf, getDoing } from "./desk.ts";

const usualDeviation = 15;
const usualShare = 85;

/** How precisely a mean gain would be known with so many people, under assumptions that the reader may change. */
export function planningRoutes(desk: Desk): Hono<StaffEnv> {
  return new Hono<StaffEnv>().get("/programmes/:slug/setup/planning", async (c) => {
    const doing = await getDoing(desk, c);
    const { smallestWorthwhilePoints } = await getProgrammeRecord(desk.db, doing.programme.id);
    const deviation = within(c.req.query("deviation"), { least: 1, most: 60 }) ?? usualDeviation;
    const share = within(c.req.query("share"), { least: 10, most: 100 }) ?? usualShare;
    return c.html(
      planningPage({
        frame: frameOf(desk, doing),
        deviation,
        share,
        worthwhile: smallestWorthwhilePoints,
        rows: planPrecision({
          deviation,
          share: share / 100,
          worthwhile: smallestWorthwhilePoints,
        }),
      }),
    );
  });
}

/** An assumption typed into the address; anything else than a number in range is left aside. */
function within(text: string | undefined, { least, most }: { least: number; most: number }) {
  const value = Number((text ?? "").replace(",", "."));
  return text && value >= least && value <= most ? value : undefined;
}
