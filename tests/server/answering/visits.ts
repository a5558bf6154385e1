import type { Hono } from "hono";
import type { Db } from "../../../db/connect.ts";
import type { ProgrammeFacts } from "../../../db/seed/programme.ts";
import { createApp } from "../../../server/app.ts";
import type { Deps } from "../../../server/deps.ts";
import { readyQuestionnaire } from "../../domain/questionnaire/documents.ts";
import { appDeps, type Visitor, visitorOf } from "../../support/app.ts";
import { aProgramme, cardsOf, type TestProgramme } from "../../support/programme.ts";

export const now = new Date("2026-11-23T10:00:00Z");
const day = 86_400_000;

/** A day so many days from now. */
export function inDays(days: number): Date {
  return new Date(now.getTime() + days * day);
}

/** The statement of the notice that has to be ticked. */
export const agreed = { "_statement.participate": "yes" };

export interface Scene {
  programme: TestProgramme;
  /** A card of Šilutė: the token of its link and its code. */
  card: { token: string; code: string; pairingCode: string; accessCodeId: string };
  /** A browser that has seen nothing yet. */
  visit(more?: Partial<Deps>): Visitor;
}

/** A programme with the ready questionnaire, before the training: its first wave is open, the others are ahead. */
export async function aScene(db: Db, facts: Partial<ProgrammeFacts> = {}): Promise<Scene> {
  const programme = await aProgramme(db, now, { questionnaire: readyQuestionnaire(), ...facts });
  const [card] = await cardsOf(db, programme, { locality: "silute", count: 1, now });
  const app = anApp(db);
  const visit = (more?: Partial<Deps>) => visitorOf(more ? anApp(db, more) : app);
  return { programme, card: card!, visit };
}

/** Read and compressed once for all tests of a file. */
const { assets } = appDeps(undefined as never);

export function anApp(db: Db, more: Partial<Deps> = {}): Hono {
  return createApp({ ...appDeps(db, { now: () => now, assets, ...more }) });
}

/** Opens the card's link and agrees to take part. */
export async function begin(visitor: Visitor, { card }: Scene): Promise<void> {
  await visitor.get(`/l/${card.token}`);
  await visitor.post("/a", agreed);
}

export async function storedResponses(db: Db) {
  return await db.selectFrom("answers.response").selectAll().orderBy("begun_on").execute();
}

export function locationOf(response: Response): string | null {
  return response.headers.get("location");
}

/** What a page's form knew of its part, as its hidden field says. */
export function seenIn(html: string): string {
  return /name="_seen" value="([^"]*)"/.exec(html)?.[1] ?? "";
}
