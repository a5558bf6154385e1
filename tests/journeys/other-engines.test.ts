import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createApp } from "../../server/app.ts";
import type { Answers } from "../../server/domain/response/answers.ts";
import { hashOf } from "../../server/http/session.ts";
import { type Listening, listen } from "../../server/serve.ts";
import { aScene, now, type Scene } from "../server/answering/visits.ts";
import { appDeps } from "../support/app.ts";
import { useOwnDatabase } from "../support/database.ts";
import type { Device } from "../support/engines/device.ts";
import { firefoxJudge, openFirefox } from "../support/engines/firefox.ts";
import { type Hands, handsOn, until } from "../support/engines/hands.ts";
import { openWebKit, webKitJudge } from "../support/engines/webkit.ts";
import { unlessHere } from "../support/judges.ts";

/** Beside Chromium, in which all other journeys are made. */
const engines = [
  { engine: "Firefox", judge: firefoxJudge(), start: openFirefox },
  { engine: "WebKit, which iPhones have", judge: webKitJudge(), start: openWebKit },
];

const field = (item: string, value: string) => `input[name="${item}"][value="${value}"]`;
const participate = '[name="_statement.participate"]';

for (const { engine, judge, start } of engines) {
  describe.skipIf(!judge.isHere)(`in ${engine}${unlessHere(judge)}`, () => {
    const { db } = useOwnDatabase();
    let served: Listening;
    let device: Device;
    let hands: Hands;
    let scene: Scene;
    let wall: string;
    let count = 0;

    /** Each time on the same port, as if the way to the server had been cut in between. */
    async function connect(port = 0): Promise<void> {
      const app = createApp(appDeps(db(), { now: () => now }));
      served = await listen(app, { host: "127.0.0.1", port });
    }

    beforeAll(async () => {
      await connect();
      device = await start();
      hands = handsOn(device);
      await device.resize(390, 780);
    });
    afterAll(async () => {
      await device?.close();
      await served?.close();
    });
    beforeEach(async () => {
      count += 1;
      scene = await aScene(db(), { slug: `kelias-${count}` });
      wall = `wall-${count}-`.padEnd(22, "w");
      const [locality] = scene.programme.localities;
      const place = { programme_id: scene.programme.id, locality_id: locality!.id };
      const entry = { hash: hashOf(wall), kind: "locality" as const, ...place };
      await db().insertInto("answers.entry").values(entry).execute();
    });

    const open = (path: string) => device.open(`http://127.0.0.1:${served.port}${path}`);
    const seeMarked = (item: string, value: string) => hands.seeMarked(field(item, value));

    async function stored(): Promise<{ status: string; answers: Answers }> {
      const [row] = await db()
        .selectFrom("answers.response")
        .select(["status", "answers"])
        .where("programme_id", "=", scene.programme.id)
        .execute();
      return { status: row?.status ?? "none", answers: row?.answers ?? {} };
    }
    const holds = (status: string, answers: Answers) =>
      expect.poll(stored, { timeout: 20_000 }).toMatchObject({ status, answers });
    const keeps = (page: string) =>
      until(
        device,
        `const kept = await (await caches.open("answering-1")).keys();
         return kept.some(({ url }) => url.includes("${page}"))`,
      );

    it("a participant answers part by part, is cut off, sends and looks back", async () => {
      await open(`/l/${scene.card.token}`);
      await hands.tap(participate);
      await hands.press("Pradėti");
      await hands.see("Trumpai apie Jus");
      await hands.tap(field("BG2", "lag"));
      await hands.see("Išsaugota");
      await holds("draft", { BG2: "lag" });
      await hands.press("English");
      await hands.see("Briefly about you");
      await hands.press("Lietuvių");
      await hands.see("Trumpai apie Jus");
      await device.reload();
      await hands.see("Trumpai apie Jus");
      await seeMarked("BG2", "lag");
      await hands.press("Toliau");
      await hands.see("Kultūros inovacijos");
      await hands.tap(field("INOV1", "2"));
      await hands.see("Išsaugota");
      await device.back();
      await hands.see("Trumpai apie Jus");
      await seeMarked("BG2", "lag");

      await keeps("/a/offline");
      await device.reload();
      await served.close();
      await hands.tap(field("BG3", "y16"));
      await hands.see("Nėra ryšio: išsaugota šiame įrenginyje");
      await hands.press("Toliau");
      await hands.see("Kultūros inovacijos");
      await hands.tap(field("INOV2", "5"));
      await hands.see("Nėra ryšio");
      await device.reload();
      await hands.see("Kultūros inovacijos");
      await seeMarked("INOV2", "5");
      await connect(served.port);
      await hands.press("Toliau");
      await hands.arrive("/a/parts/SKLD");
      await holds("draft", { BG2: "lag", BG3: "y16", INOV1: 2, INOV2: 5 });

      await open("/a/review");
      await hands.press("Pateikti atsakymus");
      await hands.see("Atsakymai gauti. Ačiū!");
      await holds("submitted", { BG2: "lag", BG3: "y16", INOV1: 2, INOV2: 5 });
      await hands.press("Peržiūrėti savo atsakymus");
      await hands.see("Vietos veiklos grupė");
    });

    it("a participant answers on one page, which starts without a connection", async () => {
      await open(`/l/${scene.card.token}`);
      await hands.press("Visi klausimai viename puslapyje");
      await hands.arrive("/a/all");
      await hands.tap(participate);
      await hands.tap(field("INOV1", "4"));
      await holds("draft", { INOV1: 4 });
      await keeps("/a/all");
      await device.reload();
      await served.close();
      await hands.tap(field("INOV2", "2"));
      await hands.see("Nėra ryšio: išsaugota šiame įrenginyje");
      await open("/a");
      await hands.see("Kultūros inovacijos");
      await seeMarked("INOV1", "4");
      await seeMarked("INOV2", "2");
      await connect(served.port);
      await hands.press("Pateikti atsakymus");
      await hands.see("Atsakymai gauti. Ačiū!");
      await holds("submitted", { INOV1: 4, INOV2: 2 });
    });

    it("a lent tablet is handed over, and no way back leads to what was marked", async () => {
      await open(`/v/${wall}/wall`);
      await hands.see("Užpildykite anketą telefonu");
      expect(await device.run("return document.querySelector('svg').clientWidth")).toBeGreaterThan(
        100,
      );
      await open(`/v/${wall}/kiosk`);
      await hands.type("#code", scene.card.code);
      await hands.press("Atverti anketą");
      await hands.tap(participate);
      await hands.press("Pradėti");
      await hands.see("Trumpai apie Jus");
      await hands.tap(field("BG2", "lag"));
      await hands.see("Išsaugota");
      await hands.press("Pildys kitas žmogus");
      await hands.see("Įveskite kodą iš kortelės");
      await holds("draft", { BG2: "lag" });
      for (let back = 0; back < 3; back++) {
        await device.back();
        await hands.see("Įveskite kodą iš kortelės");
        expect(await device.run("return document.querySelectorAll('input:checked').length")).toBe(
          0,
        );
        expect(await device.run("return document.querySelector('#code').value")).toBe("");
      }
    });
  });
}
