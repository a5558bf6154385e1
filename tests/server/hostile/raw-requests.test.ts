import net from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveApp } from "../../support/app.ts";
import { useOwnDatabase } from "../../support/database.ts";
import { aHostileScene, type HostileScene } from "./scene.ts";

/** Ways to write "one folder up" that some server somewhere has believed. */
const up = [
  "..",
  "%2e%2e",
  "%252e%252e",
  "..%2f",
  "..%5c",
  "..\\",
  "%c0%ae%c0%ae",
  ".%00.",
  "....//",
  "%2F..",
  "\\..",
];

const malformed = [
  "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
  "GET / HTTP/1.1\r\nHost: \u0000\r\n\r\n",
  "GET / HTTP/1.1\r\n\r\n",
  "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
  "GET http://[::1 HTTP/1.1\r\nHost: x\r\n\r\n",
  "GET //// HTTP/1.1\r\nHost: x\r\n\r\n",
  "GET * HTTP/1.1\r\nHost: x\r\n\r\n",
  "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
  "CONNECT e.example:443 HTTP/1.1\r\nHost: e.example:443\r\n\r\n",
  "GET /%zz%f%% HTTP/1.1\r\nHost: x\r\n\r\n",
  "GET /programmes/%ff%fe HTTP/1.1\r\nHost: x\r\n\r\n",
  "GET / HTTP/1.1\r\nHost: x\r\nBad Header: 1\r\n\r\n",
  "GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
  "POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
  "POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
  "\u0000\u0001\u0002\r\n\r\n",
];

describe("requests as no browser sends them", () => {
  const { db } = useOwnDatabase();
  let scene: HostileScene;
  let served: Awaited<ReturnType<typeof serveApp>>;
  let cookie: string;

  beforeAll(async () => {
    scene = await aHostileScene(db());
    served = await serveApp(scene.deps);
    cookie = `staff=${await scene.session()}`;
  });
  afterAll(async () => {
    await served.close();
  });

  /** Bytes in, whatever comes back until the other side is done, or nothing comes for a moment. */
  async function say(bytes: string): Promise<string> {
    const { port, hostname } = new URL(served.origin);
    return await new Promise((resolve) => {
      const socket = net.connect(Number(port), hostname, () => socket.write(bytes, "latin1"));
      let answer = "";
      socket.setTimeout(1_500, () => socket.destroy());
      socket.on("data", (data) => {
        answer += data.toString("latin1");
      });
      socket.on("error", () => {});
      socket.on("close", () => resolve(answer));
    });
  }

  const ask = async (target: string, headers = "") => {
    const { host } = new URL(served.origin);
    const head = `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${headers}\r\n`;
    const answer = await say(head);
    return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0), answer };
  };

  it("find no file of the machine, however the way up is written", async () => {
    const ways = up.flatMap((one) => [
      `/assets/${one}/${one}/${one}/package.json`,
      `/assets/${one}package.json`,
      `//${one}/etc/passwd`,
      `/${one}/${one}/${one}/${one}/etc/passwd`,
    ]);
    for (const target of ways) {
      const { status, answer } = await ask(target);
      expect([target, [400, 404].includes(status)]).toEqual([target, true]);
      expect(answer).not.toMatch(/"dependencies"|root:x:|pokytis",/);
    }
  });

  it("come past no guard: not without a session, and with one not out of its programme", async () => {
    const guarded = [
      "/programmes/bandymas/participants",
      "//programmes/bandymas/participants",
      "/programmes//bandymas/participants",
      "/programmes/bandymas%2fparticipants",
      "/programmes%2fbandymas%2fparticipants",
      "/assets/../programmes/bandymas/participants",
      "/assets/%2e%2e/programmes/bandymas/participants",
      "/sign-in/../programmes/bandymas/participants",
      "/health/..%2fprogrammes/bandymas/participants",
      "/programmes/bandymas/participants/",
      "/programmes/bandymas/participants;x=1",
      "/programmes/bandymas/participants%00.css",
      "/PROGRAMMES/bandymas/participants",
      "/programmes/bandymas/participants?/assets/x.css",
    ];
    const names = await db().selectFrom("identity.person").select("full_name").execute();
    const isNamed = (answer: string) =>
      names.some(({ full_name }) =>
        Buffer.from(answer, "latin1").toString("utf8").includes(full_name),
      );
    for (const target of guarded) {
      const { status, answer } = await ask(target);
      expect([target, status < 500, isNamed(answer)]).toEqual([target, true, false]);
    }
    const { status, answer } = await ask(guarded[0]!, `Cookie: ${cookie}\r\n`);
    expect([status, isNamed(answer)]).toEqual([200, true]);
  });

  it("are never sent on to another site", async () => {
    const { origin } = new URL(served.origin);
    for (const site of ["e.example", "e.example/x", "e.example%2f"]) {
      for (const before of [
        "//",
        "///",
        "/\\",
        "/%5c",
        "\\\\",
        "/.//",
        "//x@",
        "/%09/",
        "https:",
        "https://",
      ]) {
        for (const after of ["", "/", "//"]) {
          const { answer } = await ask(before + site + after);
          const location = /^location: (.*)\r$/im.exec(answer)?.[1];
          if (location)
            expect([before, new URL(location, origin).origin]).toEqual([before, origin]);
        }
      }
    }
  });

  it("that are malformed stop nothing: the next one is answered", async () => {
    for (const bytes of malformed) {
      const answer = await say(bytes);
      expect([bytes, /^HTTP\/1\.1 5/.test(answer)]).toEqual([bytes, false]);
      expect((await ask("/health/live")).status).toBe(200);
    }
  });
});
