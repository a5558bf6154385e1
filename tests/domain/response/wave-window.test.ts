import { describe, expect, it } from "vitest";
import {
  chooseWave,
  isOpen,
  type WaveWindow,
  windowState,
} from "../../../server/domain/response/wave-window.ts";

const at = (text: string) => new Date(text);
const window: WaveWindow = {
  opensAt: at("2026-10-20T06:00:00Z"),
  closesAt: at("2026-10-25T01:00:00Z"),
  closedAt: null,
  graceMinutes: 60,
};

describe("a wave's window", () => {
  it.each([
    ["2026-10-20T05:59:59.999Z", "ahead", false, false],
    ["2026-10-20T06:00:00Z", "open", true, true],
    ["2026-10-25T00:59:59.999Z", "open", true, true],
    ["2026-10-25T01:00:00Z", "grace", false, true],
    ["2026-10-25T01:59:59.999Z", "grace", false, true],
    ["2026-10-25T02:00:00Z", "closed", false, false],
  ] as const)("at %s is %s", (now, state, forNew, forBegun) => {
    expect(windowState(window, at(now))).toBe(state);
    expect(isOpen(window, { now: at(now), hasBegun: false })).toBe(forNew);
    expect(isOpen(window, { now: at(now), hasBegun: true })).toBe(forBegun);
  });

  it("that somebody closed takes nothing more, grace or not", () => {
    const closed = { ...window, closedAt: at("2026-10-22T12:00:00Z") };
    expect(windowState(closed, at("2026-10-22T11:59:59Z"))).toBe("open");
    expect(isOpen(closed, { now: at("2026-10-22T12:00:00Z"), hasBegun: true })).toBe(false);
  });

  it("is a matter of instants: the night when clocks go back has two half past threes, and closes at one of them", () => {
    const lithuanian = new Intl.DateTimeFormat("lt", {
      timeZone: "Europe/Vilnius",
      timeStyle: "short",
    });
    const early = at("2026-10-25T00:30:00Z");
    const late = at("2026-10-25T01:30:00Z");
    expect(lithuanian.format(early)).toBe(lithuanian.format(late));
    expect([windowState(window, early), windowState(window, late)]).toEqual(["open", "grace"]);
  });
});

describe("the wave to answer", () => {
  const wave = (name: string, opens: string, closes: string, hasBegun = false) => ({
    name,
    opensAt: at(opens),
    closesAt: at(closes),
    closedAt: null,
    graceMinutes: 60,
    hasBegun,
  });
  const before = wave("before", "2026-01-01", "2026-03-01");
  const after = wave("after", "2026-02-01", "2026-06-01");

  it("is the one that opened last, when two are open", () => {
    expect(chooseWave([after, before], at("2026-02-10"))).toMatchObject({
      open: true,
      wave: after,
    });
    expect(chooseWave([after, before], at("2026-01-10"))).toMatchObject({
      open: true,
      wave: before,
    });
  });

  it("is the begun one in its grace, when none is open", () => {
    const begun = { ...after, hasBegun: true };
    const justAfter = at("2026-06-01T00:30:00Z");
    expect(chooseWave([before, begun], justAfter)).toMatchObject({ open: true, wave: begun });
    expect(chooseWave([before, after], justAfter)).toMatchObject({
      open: false,
      reason: "wave-closed",
    });
  });

  it("is none before the first and after the last, and the reason says which", () => {
    expect(chooseWave([before, after], at("2025-12-31"))).toEqual({
      open: false,
      reason: "wave-not-open",
      wave: before,
    });
    expect(chooseWave([before, after], at("2027-01-01"))).toEqual({
      open: false,
      reason: "wave-closed",
      wave: after,
    });
    expect(chooseWave([], at("2027-01-01"))).toMatchObject({ open: false, reason: "wave-closed" });
  });
});
