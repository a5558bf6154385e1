import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forgetOthers, type KeptForm, keeperOf } from "../../../web/browser/answering-kept.ts";
import { bodyOf, type Reply, waitBefore } from "../../../web/browser/answering-send.ts";
import { memoryStore } from "../../../web/browser/answering-store.ts";
import { restoringOf, syncForm } from "../../../web/browser/answering-sync.ts";

const path = "/a/parts/INOV";

/** The server's side of the bargain, for one part: what it stores, and under which mark. */
function aServer() {
  const stored = { revision: 1, body: null as string | null };
  const history: string[] = [];
  const mark = () => `${stored.revision}.${stored.body}`;
  const take = (message: string): Reply => {
    const fields = new URLSearchParams(message);
    const seen = fields.get("_seen");
    const body = fields.get("typed")!;
    const isMoved =
      seen === null ? stored.body !== null : seen.split(".")[0] !== String(stored.revision);
    if (body === stored.body) return { outcome: "saved", seen: mark(), next: "" };
    if (isMoved) {
      const isSame = seen === null ? false : seen.split(".")[1] === stored.body;
      return { outcome: "changed-elsewhere", seen: mark(), isSame };
    }
    stored.revision += 1;
    stored.body = body;
    history.push(body);
    return { outcome: "saved", seen: mark(), next: "" };
  };
  return {
    stored,
    history,
    take,
    saveOtherPart: () => {
      stored.revision += 1;
    },
  };
}

const aForm = (more: Partial<KeptForm>): Omit<KeptForm, "at"> => ({
  body: "typed=0",
  go: "save",
  seen: null,
  pending: null,
  isSent: false,
  ...more,
});

type Step = "type" | "ok" | "request-lost" | "reply-lost" | "other-part" | "late-duplicate";
const steps = fc.array(
  fc.constantFrom<Step>("type", "ok", "request-lost", "reply-lost", "other-part", "late-duplicate"),
  { maxLength: 40 },
);

describe("saving over a bad connection", () => {
  it("ends with what was typed last, and never goes back to anything older", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (plan) => {
        const server = aServer();
        const slot = keeperOf({ owner: "o", tab: "t" }, memoryStore(), () => 0).slot(path);
        const sentBefore: string[] = [];
        let typed = 0;
        const type = () => {
          typed += 1;
          const known = slot.find();
          const kept = { seen: known?.seen ?? null, pending: known?.pending ?? null };
          slot.keep(aForm({ body: `typed=${typed}`, ...kept }));
        };
        const syncWith = (fate: Step) =>
          syncForm(slot, async (_path, message) => {
            sentBefore.push(message);
            if (fate === "request-lost") return { outcome: "away" };
            const reply = server.take(message);
            return fate === "reply-lost" ? { outcome: "away" } : reply;
          });
        type();
        for (const step of plan) {
          if (step === "type") type();
          else if (step === "other-part") server.saveOtherPart();
          else if (step === "late-duplicate")
            for (const message of sentBefore) server.take(message);
          else await syncWith(step);
        }
        type();
        await syncWith("ok");
        expect(server.stored.body).toBe(String(typed));
        expect(slot.find()).toMatchObject({ isSent: true, pending: null });
        const order = server.history.map(Number);
        expect(order).toEqual([...order].sort((one, other) => one - other));
      }),
      { numRuns: 500 },
    );
  });

  it("stops and asks where another window has changed the same part", async () => {
    const server = aServer();
    const slot = keeperOf({ owner: "o", tab: "t" }, memoryStore(), () => 0).slot(path);
    slot.keep(aForm({ body: "typed=mine" }));
    server.take("typed=theirs");
    const reply = await syncForm(slot, async (_path, message) => server.take(message));
    expect(reply).toMatchObject({ outcome: "changed-elsewhere", isSame: false });
    expect(server.stored.body).toBe("theirs");
    expect(slot.find()).toMatchObject({ body: "typed=mine", isSent: false, pending: null });
  });
});

describe("what is kept on a device", () => {
  const aKeeper = (owner: string, tab: string, store = memoryStore(), at = 0) =>
    keeperOf({ owner, tab }, store, () => at);

  it("is each window's own, and a crashed window's is taken over", () => {
    const store = memoryStore();
    const [one, other] = [aKeeper("o", "1", store, 1), aKeeper("o", "2", store, 2)];
    one.slot(path).keep(aForm({ body: "one" }));
    expect(other.slot(path).find()).toBeNull();
    expect(other.adopt(path)).toMatchObject({ body: "one" });
    expect([one.slot(path).find(), other.slot(path).find()?.body]).toEqual([null, "one"]);
    expect(other.adopt("/a/parts/SKLD")).toBeNull();
  });

  it("is sent oldest first, parts only, and each once", () => {
    const store = memoryStore();
    aKeeper("o", "1", store, 5).slot("/a/parts/B").keep(aForm({}));
    aKeeper("o", "1", store, 3).slot("/a/parts/A").keep(aForm({}));
    aKeeper("o", "1", store, 1).slot("whole").keep(aForm({}));
    aKeeper("o", "1", store, 2)
      .slot("/a/parts/C")
      .keep(aForm({ isSent: true }));
    aKeeper("p", "1", store, 2).slot("/a/parts/D").keep(aForm({}));
    const paths = aKeeper("o", "2", store)
      .unsent()
      .map((slot) => slot.path);
    expect(paths).toEqual(["/a/parts/A", "/a/parts/B"]);
  });

  it("is not kept again by a page that is left after everything was forgotten", () => {
    const store = memoryStore();
    const keeper = keeperOf({ owner: "me", tab: "t" }, store, () => 1);
    const form = { body: "a=1", go: "save", seen: null, pending: null, isSent: false };
    keeper.slot(path).keep(form);
    expect(store.keys()).toHaveLength(1);
    keeper.forgetAll();
    keeper.slot(path).keep(form);
    expect(store.keys()).toEqual([]);
  });

  it("goes with its owner, and others' goes when it was sent or is two days old", () => {
    const store = memoryStore();
    const day = 86_400_000;
    aKeeper("left", "1", store, 0).slot("/a/parts/A").keep(aForm({}));
    aKeeper("left", "1", store, 2 * day)
      .slot("/a/parts/B")
      .keep(aForm({}));
    aKeeper("left", "1", store, 2 * day)
      .slot("/a/parts/C")
      .keep(aForm({ isSent: true }));
    store.set("somebody else's", "stays");
    forgetOthers("here", store, 2 * day + 1);
    expect(
      aKeeper("left", "1", store)
        .unsent()
        .map((slot) => slot.path),
    ).toEqual(["/a/parts/B"]);
    aKeeper("left", "1", store).forgetAll();
    expect(store.keys()).toEqual(["somebody else's"]);
  });

  it("that cannot be read is as if it were not there", () => {
    const store = memoryStore();
    store.set("answers o /a/parts/INOV t", "{broken");
    expect(aKeeper("o", "t", store).slot(path).find()).toBeNull();
  });
});

describe("a page that is opened again", () => {
  const kept = (more: Partial<KeptForm>): KeptForm => ({
    ...aForm({ body: "typed" }),
    at: 0,
    ...more,
  });
  const shown = (more: object) => ({ body: "shown", seen: "5.x", isOffline: false, ...more });

  it.each([
    ["nothing was kept", null, shown({}), "nothing"],
    ["it shows what was kept", kept({ body: "shown" }), shown({}), "nothing"],
    ["what was kept is stored and changed since", kept({ isSent: true }), shown({}), "nothing"],
    [
      "it comes from the device itself",
      kept({ isSent: true }),
      shown({ seen: null, isOffline: true }),
      "restore",
    ],
    ["the server has nothing of it", kept({ seen: "3.a" }), shown({ seen: null }), "restore"],
    ["only other parts were saved since", kept({ seen: "3.x" }), shown({}), "restore"],
    [
      "it shows the message whose reply was lost",
      kept({ seen: "3.a", pending: { body: "shown", go: "save", seen: null } }),
      shown({}),
      "restore",
    ],
    ["another window changed it", kept({ seen: "3.a" }), shown({}), "offer"],
    [
      "answers may no longer be shown, and nothing was saved since",
      kept({ seen: "4.a" }),
      shown({ seen: "4" }),
      "restore",
    ],
    [
      "answers may no longer be shown, and something was saved since",
      kept({ seen: "3.a" }),
      shown({ seen: "4" }),
      "offer",
    ],
    [
      "answers may not be shown and something was saved",
      kept({ seen: "3" }),
      shown({ seen: "4" }),
      "offer",
    ],
  ] as const)("when %s", (_when, form, page, expected) => {
    expect(restoringOf(form as KeptForm | null, page)).toBe(expected);
  });
});

it("a message carries its button and what its page knew", () => {
  expect(bodyOf({ body: "A=1", go: "next", seen: "3.x" })).toBe("A=1&_go=next&_seen=3.x");
  expect(bodyOf({ body: "", go: "save", seen: null })).toBe("_go=save");
});

it("tries come ever more seldom, up to a minute or so, and a room full of phones never at once", () => {
  expect([0, 1, 3, 10].map((tries) => waitBefore(tries, () => 0.5))).toEqual([1, 2, 8, 60]);
  expect([waitBefore(10, () => 0), waitBefore(10, () => 1)]).toEqual([30, 90]);
});
