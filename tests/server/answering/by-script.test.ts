import { beforeEach, describe, expect, it } from "vitest";
import { useDatabase } from "../../support/database.ts";
import { cardsOf } from "../../support/programme.ts";
import { agreed, anApp, aScene, inDays, now, type Scene, storedResponses } from "./visits.ts";

const { db } = useDatabase();
let scene: Scene;
let cookie: string;

beforeEach(async () => {
  scene = await aScene(db());
  const link = await anApp(db()).request(`/l/${scene.card.token}`);
  cookie = link.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  await send("/a", { ...agreed }, { accept: "text/html" });
});

/** As the script of a page sends a form. */
async function send(
  path: string,
  form: Record<string, string>,
  {
    accept = "application/json",
    as = cookie,
    at = now,
  }: { accept?: string; as?: string; at?: Date } = {},
) {
  const response = await anApp(db(), { now: () => at }).request(path, {
    method: "POST",
    body: new URLSearchParams(form),
    headers: { host: "localhost", origin: "http://localhost", cookie: as, accept },
  });
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  return { status: response.status, reply: isJson ? await response.json() : undefined };
}

const part = "/a/parts/INOV";
const answers = async () => (await storedResponses(db()))[0]!.answers;

describe("a page's script", () => {
  it("saves what was typed so far, and learns what it knows from now on", async () => {
    const first = await send(part, { INOV1: "1", _go: "save" });
    expect(first).toMatchObject({ status: 200, reply: { outcome: "saved", next: part } });
    expect(await answers()).toEqual({ INOV1: 1 });
    const { seen } = first.reply as { seen: string };
    const second = await send(part, { INOV1: "1", INOV2: "2", _go: "save", _seen: seen });
    expect(second.status).toBe(200);
    expect(await answers()).toEqual({ INOV1: 1, INOV2: 2 });
    const next = await send(part, {
      INOV1: "1",
      INOV2: "2",
      _go: "next",
      _seen: (second.reply as { seen: string }).seen,
    });
    expect(next.reply).toMatchObject({ next: "/a/parts/SKLD" });
    expect(await answers()).toMatchObject({ INOV3: { missing: "skipped" } });
  });

  it("sends the same message twice as once", async () => {
    const message = { INOV1: "1", _go: "save" };
    const [one, two] = [await send(part, message), await send(part, message)];
    expect(two).toEqual(one);
    expect((await storedResponses(db()))[0]!.revision).toBe(2);
  });

  it("never overwrites what is newer by a message that was held up, even when the part has come back to what it was", async () => {
    const { reply: first } = await send(part, { INOV1: "1", _go: "save" });
    const held = { INOV1: "5", _go: "save", _seen: (first as { seen: string }).seen };
    const { reply: changed } = await send(part, held);
    await send(part, { INOV1: "1", _go: "save", _seen: (changed as { seen: string }).seen });
    const late = await send(part, held);
    expect(late).toMatchObject({
      status: 409,
      reply: { outcome: "changed-elsewhere", isSame: true },
    });
    expect(await answers()).toEqual({ INOV1: 1 });
  });

  it("is told whether its own part was changed, or only others", async () => {
    const { reply } = await send(part, { INOV1: "1", _go: "save" });
    const { seen } = reply as { seen: string };
    await send("/a/parts/SKLD", { SKLD1: "1", _go: "save" });
    const others = await send(part, { INOV1: "2", _go: "save", _seen: seen });
    expect(others).toMatchObject({ status: 409, reply: { isSame: true } });
    await send(part, { INOV1: "3", _go: "save", _seen: (others.reply as { seen: string }).seen });
    const own = await send(part, { INOV1: "2", _go: "save", _seen: seen });
    expect(own).toMatchObject({ status: 409, reply: { isSame: false } });
    expect(await answers()).toEqual({ INOV1: 3, SKLD1: 1 });
  });

  it("learns that a mistake waits, that the code is needed again, that the wave has closed", async () => {
    expect(await send(part, { INOV1: "9", _go: "save" })).toMatchObject({
      status: 422,
      reply: { outcome: "mistaken" },
    });
    expect(await send(part, { INOV1: "1" }, { as: "" })).toEqual({
      status: 401,
      reply: { outcome: "unknown" },
    });
    expect(await send(part, { INOV1: "1" }, { at: inDays(95) })).toEqual({
      status: 410,
      reply: { outcome: "closed" },
    });
  });

  it("sends the response and is told where to go", async () => {
    expect(await send("/a/response", {})).toEqual({
      status: 200,
      reply: { outcome: "submitted", next: "/a/receipt" },
    });
    expect(await storedResponses(db())).toMatchObject([{ status: "submitted" }]);
  });

  it("cannot send half-way", async () => {
    expect((await send("/a/response", { _go: "save" })).status).toBe(400);
    expect(await storedResponses(db())).toMatchObject([{ status: "draft" }]);
  });
});

describe("the script of the page with everything", () => {
  it("saves it while it is being filled in, and another device goes on there", async () => {
    const first = await send("/a/all", { INOV1: "1", _go: "save" });
    expect(first).toMatchObject({ status: 200, reply: { outcome: "saved", next: "/a/all" } });
    const { seen } = first.reply as { seen: string };
    await send("/a/all", { INOV1: "1", SKLD1: "4", _go: "save", _seen: seen });
    expect(await answers()).toEqual({ INOV1: 1, SKLD1: 4 });
    const other = scene.visit();
    await other.get(`/l/${scene.card.token}`);
    expect((await other.get("/a")).headers.get("location")).toBe("/a/all");
    expect(await (await other.get("/a/all")).text()).toMatch(/name="SKLD1" value="4" checked/);
  });

  it("is told of what another window changed, and overwrites nothing", async () => {
    const { reply } = await send("/a/all", { INOV1: "1", _go: "save" });
    await send(part, { INOV1: "2", _go: "save", _seen: (reply as { seen: string }).seen });
    const late = await send("/a/all", { INOV1: "3", _go: "save", _seen: "0" });
    expect(late).toMatchObject({ status: 409, reply: { outcome: "changed-elsewhere" } });
    expect(await answers()).toMatchObject({ INOV1: 2 });
  });

  it("learns of a mistake, and of what may not be sent half-way without it", async () => {
    const mistaken = await send("/a/all", { INOV1: "9", _go: "save" });
    expect(mistaken).toMatchObject({ status: 422, reply: { outcome: "mistaken" } });
    expect((await send("/a/all", { _go: "save" }, { accept: "text/html" })).status).toBe(400);
    expect(await answers()).toEqual({});
  });
});

describe("the script of the page with everything, before anything was agreed to", () => {
  it("stores nothing until it is, and then shows this device what it wrote", async () => {
    const [card] = await cardsOf(db(), scene.programme, { locality: "silute", count: 1, now });
    const typed = await anApp(db()).request("/k", {
      method: "POST",
      body: new URLSearchParams({ code: card!.code }),
      headers: { host: "localhost", origin: "http://localhost" },
    });
    const as = typed.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; ");
    const unagreed = await send("/a/all", { INOV1: "1", _go: "save" }, { as });
    expect(unagreed).toMatchObject({ status: 200, reply: { outcome: "unagreed" } });
    expect(await storedResponses(db())).toHaveLength(1);
    const saved = await send("/a/all", { ...agreed, INOV1: "1", _go: "save" }, { as });
    expect(saved).toMatchObject({ status: 200, reply: { outcome: "saved" } });
    // A device that may not read is told the revision alone.
    expect((saved.reply as { seen: string }).seen).toContain(".");
    const mine = (await storedResponses(db())).find(
      (response) => response.pairing_code === card!.pairingCode,
    );
    expect(mine).toMatchObject({ status: "draft", answers: { INOV1: 1 }, place: "all" });
    expect(mine!.consents).toMatchObject({ participate: true });
  });
});

it("a device is given empty pages to keep, and the worker that keeps them", async () => {
  await send(part, { INOV1: "1", _go: "next" });
  const app = anApp(db());
  const reply = await app.request(`${part}?blank=1&language=en`, { headers: { cookie } });
  // Copies are fetched while their reader may already have gone back to another language.
  expect(reply.headers.getSetCookie()).toEqual([]);
  const blank = await reply.text();
  expect(blank).toContain("data-blank");
  expect(blank).toContain('<html lang="en">');
  expect(blank).not.toMatch(/<input[^>]*checked/);
  expect(blank).not.toContain("_seen");
  const whole = await (await app.request("/a/all?blank=1", { headers: { cookie } })).text();
  expect(whole).toContain("data-blank");
  expect(whole).toContain('name="INOV1"');
  expect(whole).not.toMatch(/<input[^>]*checked/);
  expect(whole).not.toContain("_seen");
  const worker = await app.request("/a/worker.js");
  expect(worker.headers.get("service-worker-allowed")).toBe("/a");
  expect(worker.headers.get("content-type")).toContain("text/javascript");
});
