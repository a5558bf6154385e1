import { beforeEach, describe, expect, it } from "vitest";
import { localityId } from "../../../db/seed/people.ts";
import { makeApiToken } from "../../../server/features/dashboard/api/make-token.ts";
import { makeWallLink } from "../../../server/features/room/make-wall-link.ts";
import { makeSignInLink } from "../../../server/features/staff/make-sign-in-link.ts";
import { makeSetUpLink } from "../../../server/features/staff/set-up.ts";
import { visitorOf } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import {
  page as certificates,
  holdSessions,
  registerOf,
  saveTemplateOf,
} from "../certificates/setting.ts";
import { allRows } from "../privacy/all-rows.ts";
import { aHostileScene, type HostileScene, now } from "./scene.ts";

/** Each kind of secret there is, by the one door that it opens. */
type Kind =
  | "card's link"
  | "card's code"
  | "wall's link"
  | "sign-in link"
  | "invitation"
  | "set-up link"
  | "session"
  | "API token"
  | "certificate's key";

interface Door {
  kinds: readonly Kind[];
  /** Whether the door opened. */
  opens(secret: string): Promise<boolean>;
}

describe("a secret", () => {
  const { db } = useDatabase();
  let scene: HostileScene;
  let secrets: Record<Kind, string>;
  let doors: Record<string, Door>;

  beforeEach(async () => {
    scene = await aHostileScene(db());
    secrets = await makeSecrets();
    doors = doorsOf();
  });

  async function makeSecrets(): Promise<Record<Kind, string>> {
    const { programme, staffId, card } = scene;
    const place = { programmeId: programme.id, localityId: localityId(programme, "silute") };
    const [link = "", invitation = ""] = await Promise.all([
      makeSignInLink(db(), { staffUserId: staffId, now }),
      makeSignInLink(db(), { staffUserId: staffId, now, kind: "invitation" }),
    ]);
    const form = { name: "Lentelė", days: "10" };
    const owner = { programmeId: programme.id, staffUserId: staffId };
    // Somebody administers here; the first set-up is there only while nobody does.
    const administrator = { is_administrator: false };
    await db().updateTable("staff_user").set(administrator).execute();
    const setUp = (await makeSetUpLink(db(), now)) ?? "";
    return {
      "card's link": card.token,
      "card's code": card.code,
      "wall's link": await makeWallLink(db(), { ...place, madeBy: staffId, now }),
      "sign-in link": link.split("/").at(-1) ?? "",
      invitation: invitation.split("/").at(-1) ?? "",
      "set-up link": setUp.split("/").at(-1) ?? "",
      session: await scene.session(),
      "API token": await makeApiToken(db(), { ...owner, form, now }),
      "certificate's key": await aCertificatesKey(),
    };
  }

  async function aCertificatesKey(): Promise<string> {
    const { programme, visitor } = scene;
    await holdSessions(db(), programme.id, () => [true, true]);
    await saveTemplateOf(visitor);
    await visitor.post(certificates);
    const [certificate] = await registerOf(db());
    return certificate!.verification_key;
  }

  async function statusOf(path: string, headers: Record<string, string> = {}): Promise<number> {
    const all = { host: "localhost", ...headers };
    return (await scene.app.request(`http://localhost${path}`, { headers: all })).status;
  }

  function doorsOf(): Record<string, Door> {
    const named = encodeURIComponent;
    const page = (path: string, kinds: readonly Kind[]): Door => ({
      kinds,
      opens: async (secret) => (await statusOf(path.replace("*", named(secret)))) < 400,
    });
    const behind = (path: string, header: (secret: string) => Record<string, string>) => ({
      opens: async (secret: string) => (await statusOf(path, header(secret))) === 200,
    });
    const cookie = (text: (secret: string) => string) => (secret: string) => ({
      cookie: text(named(secret)),
    });
    return {
      "/l": page("/l/*", ["card's link"]),
      "/v": page("/v/*", ["wall's link"]),
      "/v/…/wall": page("/v/*/wall", ["wall's link"]),
      "/v/…/tablet": page("/v/*/tablet", ["wall's link"]),
      "/c": page("/c/*", ["certificate's key"]),
      "/set-up": page("/set-up/*", ["set-up link"]),
      "/sign-in": page("/sign-in/*", ["sign-in link", "invitation"]),
      "/k": {
        kinds: ["card's code"],
        opens: async (code) => (await visitorOf(scene.app).post("/k", { code })).status === 303,
      },
      "the cookie of staff": {
        kinds: ["session"],
        ...behind(
          "/programmes",
          cookie((secret) => `staff=${secret}`),
        ),
      },
      "the cookie of a link": {
        kinds: ["card's link"],
        ...behind(
          "/a",
          cookie((secret) => `answering=l.${secret}`),
        ),
      },
      "the cookie of a typed code": {
        kinds: [],
        ...behind(
          "/a",
          cookie((secret) => `answering=k.${secret}`),
        ),
      },
      "the API": {
        kinds: ["API token"],
        ...behind("/api/v1/programmes/bandymas", (secret) => ({
          authorization: `Bearer ${secret}`,
        })),
      },
      "the API, dressed up": {
        kinds: [],
        ...behind("/api/v1/programmes/bandymas", (secret) => ({
          authorization: `Bearer pokytis_${secret.padEnd(43, "A").slice(0, 43)}`,
        })),
      },
    };
  }

  it("opens its own door and no other", async () => {
    const opened: string[] = [];
    const wanted: string[] = [];
    for (const [name, { kinds, opens }] of Object.entries(doors)) {
      for (const [kind, secret] of Object.entries(secrets)) {
        expect([kind, secret.length > 7]).toEqual([kind, true]);
        if (kinds.includes(kind as Kind)) wanted.push(`${kind} at ${name}`);
        if (await opens(secret)) opened.push(`${kind} at ${name}`);
      }
    }
    expect(opened).toEqual(wanted);
  });

  it("opens nothing with one character changed, cut off or added", async () => {
    for (const { kinds, opens } of Object.values(doors)) {
      const [kind] = kinds;
      // A typed code is read with blanks and in small letters too, and its check letter tells of a change.
      if (!kind || kind === "card's code") continue;
      const secret = secrets[kind];
      const changed = [...secret].map((letter, at) => {
        const other = letter === "A" ? "B" : "A";
        return secret.slice(0, at) + other + secret.slice(at + 1);
      });
      for (const wrong of [...changed, secret.slice(0, -1), `${secret}A`, secret.toUpperCase()]) {
        if (wrong !== secret)
          expect([kind, wrong, await opens(wrong)]).toEqual([kind, wrong, false]);
      }
    }
  });

  it("that is unknown, cut short, endless or no text is answered in the same words", async () => {
    const unknown = ["A".repeat(43), "A".repeat(22), "a", "ž", "%00", "..%2f", "A".repeat(5_000)];
    for (const door of ["l", "v", "c", "set-up", "sign-in"]) {
      const replies = [];
      for (const token of unknown) {
        const headers = { host: "localhost" };
        const reply = await scene.app.request(`http://localhost/${door}/${token}`, { headers });
        replies.push(`${reply.status} ${[...reply.headers]} ${await reply.text()}`);
      }
      expect([door, new Set(replies).size]).toEqual([door, 1]);
      expect(replies[0]).toMatch(/^4(04|10) /);
    }
  });

  it("stands in no table as it is, but for what is printed on paper", async () => {
    const rows = JSON.stringify(await allRows(db()));
    for (const [kind, secret] of Object.entries(secrets)) {
      if (kind === "card's code" || kind === "certificate's key") continue;
      expect([kind, rows.includes(secret)]).toEqual([kind, false]);
    }
    expect(rows).toContain(secrets["certificate's key"]);
  });
});
