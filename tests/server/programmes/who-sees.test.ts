import { expect, it } from "vitest";
import { insertNoticeVersion } from "../../../db/queries/notices.ts";
import { createApp } from "../../../server/app.ts";
import { identityModes } from "../../../server/domain/words.ts";
import { appDeps, signedIn } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aProgramme, aStaffUser } from "../../support/programme.ts";

const now = new Date("2026-03-02T09:00:00Z");
const { db } = useDatabase();

const ofMode = {
  register: "kam kuri kortelė duota",
  bowl: "kortelės traukiamos nematant",
  "self-made": "kuriuo iš šešių atsakymų jie skiriasi",
};

it("evaluators learn who can see what, as the mode of identity and the threshold have it", async () => {
  const deps = appDeps(db(), { now: () => now });
  const app = createApp(deps);
  const programme = await aProgramme(db(), now);
  const evaluator = await signedIn(app, deps, await aStaffUser(db(), programme, ["evaluator"]));
  const results = await (await evaluator.get("/programmes/bandymas/results")).text();
  expect(results).toContain('href="/programmes/bandymas/who-sees"');
  for (const mode of identityModes) {
    await db().updateTable("programme").set({ identity_mode: mode, threshold: 7 }).execute();
    const page = await (await evaluator.get("/programmes/bandymas/who-sees")).text();
    for (const [other, words] of Object.entries(ofMode)) {
      expect(page.includes(words)).toBe(other === mode);
    }
    expect(page).toContain("ne mažiau kaip 7\u00a0žmonės");
    expect(page).toContain("Ką prieš pirmą klausimą perskaito dalyvis");
  }
  await db().updateTable("programme").set({ identity_mode: "register" }).execute();
  const told = "kas jas jau pateikė; kiekvienas pažiūrėjimas įrašomas";
  expect(await (await evaluator.get("/programmes/bandymas/who-sees")).text()).not.toContain(told);
  const notice = await insertNoticeVersion(db(), {
    programmeId: programme.id,
    text: { lt: "Matys." },
    statements: [],
    identityMode: "register",
    isWhoAnsweredTold: true,
    now,
  });
  const ofAfter = db().updateTable("wave").set({ notice_version_id: notice.id });
  await ofAfter.where("kind", "=", "after").execute();
  const differing = await (await evaluator.get("/programmes/bandymas/who-sees")).text();
  expect(differing).toContain(told);
  // Where waves have notices of their own, each is printed once under the names of its waves.
  const headings = [...differing.matchAll(/<h3>([^<]*)<\/h3>/g)].map(([, words]) => words);
  expect(headings).toEqual(["Prieš mokymus, Praėjus 3–6 mėnesiams", "Po mokymų"]);
  expect(differing.match(/<blockquote>/g)).toHaveLength(2);
  expect(differing).toContain("<h3>Po mokymų</h3><blockquote><p>Matys.</p></blockquote>");
  const stranger = await aProgramme(db(), now, { slug: "svetima" });
  const other = await signedIn(app, deps, await aStaffUser(db(), stranger, ["organiser"]));
  expect((await other.get("/programmes/bandymas/who-sees")).status).toBe(404);
});
