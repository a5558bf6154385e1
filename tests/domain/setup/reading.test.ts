import { describe, expect, it } from "vitest";
import type { Fields } from "../../../server/domain/setup/field.ts";
import { isTimeZone, localTimeOf, momentOf } from "../../../server/domain/setup/local-time.ts";
import { formOf, isDay, readForm, typedOf } from "../../../server/domain/setup/read-form.ts";
import { readSessionLines } from "../../../server/domain/setup/session-lines.ts";
import { freeSlug, isSlug, slugOf } from "../../../server/domain/setup/slug.ts";

const fields = {
  title: { kind: "pair", isRequired: true, most: 10 },
  count: { kind: "number", isRequired: false, least: 0, most: 9, decimals: 1 },
  day: { kind: "day", isRequired: true },
  url: { kind: "address", isRequired: false },
  kind: { kind: "choice", isRequired: false, options: ["one", "two"] },
  mark: { kind: "tick", isRequired: false },
} as const satisfies Fields;

const right = {
  "title-lt": " Ąžuolas\u0000 ",
  "title-en": "",
  count: "2,5",
  day: "2026-02-28",
  url: "https://example.org/a",
  kind: "two",
  mark: "yes",
};
const setting = { languages: ["lt"], options: {} };

describe("a form of the set-up", () => {
  it("is read into values and shown again", () => {
    const read = readForm(fields, right, setting);
    expect(read).toEqual({
      ok: true,
      values: {
        title: { lt: "Ąžuolas", en: "" },
        count: 2.5,
        day: "2026-02-28",
        url: "https://example.org/a",
        kind: "two",
        mark: true,
      },
    });
    if (read.ok) expect(formOf(fields, read.values)).toMatchObject({ count: "2.5", mark: "yes" });
  });

  it.each([
    ["title-lt", "", "missing"],
    ["title-lt", "a".repeat(11), "too-long"],
    ["count", "daug", "not-a-number"],
    ["count", "1e9", "not-a-number"],
    ["count", "10", "out-of-range"],
    ["count", "-1", "out-of-range"],
    ["count", "1.25", "out-of-range"],
    ["day", "", "missing"],
    ["day", "2026-02-29", "not-a-day"],
    ["day", "vakar", "not-a-day"],
    ["url", "javascript:alert(1)", "not-an-address"],
    ["url", "example.org", "not-an-address"],
    ["kind", "three", "not-offered"],
  ])("says what is wrong with %s of %j: %s", (input, text, code) => {
    const read = readForm(fields, { ...right, [input]: text }, setting);
    expect(read).toEqual({ ok: false, mistakes: [{ input, code }] });
  });

  it("asks for every language of the programme", () => {
    const read = readForm(fields, right, { languages: ["lt", "en"], options: {} });
    expect(read).toEqual({ ok: false, mistakes: [{ input: "title-en", code: "missing" }] });
  });

  it("takes from what was sent only its own inputs, as texts", () => {
    expect(typedOf({ mark: fields.mark }, { mark: ["yes"], other: "1" })).toEqual({ mark: "" });
  });
});

it.each([
  ["2026-02-28", true],
  ["2024-02-29", true],
  ["2026-13-01", false],
  ["2026-1-1", false],
  ["1066-10-14", false],
  ["20260-01-01", false],
])("%s is a day: %s", (text, expected) => {
  expect(isDay(text)).toBe(expected);
});

describe("an address", () => {
  it.each([
    ["Kultūros inovacijos 2017", "kulturos-inovacijos-2017"],
    ["  „Žemė – ir dangus“ ", "zeme-ir-dangus"],
    ["???", ""],
  ])("of %s is %s", (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it("ends at a word, and never with a hyphen", () => {
    const slug = slugOf("labai ".repeat(30));
    expect(slug.length).toBeLessThanOrEqual(60);
    expect(slug).toMatch(/labai$/);
  });

  it("is free and never one of ours", () => {
    expect(freeSlug("a", new Set(["a", "a-2"]))).toBe("a-3");
    expect(freeSlug("new", new Set())).toBe("p-new");
    expect(freeSlug("", new Set())).toBe("p");
    expect([isSlug("new"), isSlug("a b"), isSlug("-a"), isSlug("a-1")]).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });
});

describe("local time", () => {
  it.each([
    ["2026-01-15T09:00", "2026-01-15T07:00:00.000Z"],
    ["2026-07-15T09:00", "2026-07-15T06:00:00.000Z"],
    ["2026-03-29T12:00", "2026-03-29T09:00:00.000Z"],
    ["2026-10-25T03:30", "2026-10-25T00:30:00.000Z"],
  ])("%s in Vilnius is %s", (local, expected) => {
    const at = momentOf(local, "Europe/Vilnius");
    expect(at.toISOString()).toBe(expected);
    expect(localTimeOf(at, "Europe/Vilnius")).toBe(local);
  });

  it("moves on an hour that the clocks leave out", () => {
    const at = momentOf("2026-03-29T03:30", "Europe/Vilnius");
    expect(localTimeOf(at, "Europe/Vilnius")).toMatch(/T0[24]:30$/);
  });

  it("knows zones by name", () => {
    expect([isTimeZone("Europe/Vilnius"), isTimeZone("Mars/Base"), isTimeZone("")]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

it("reads a timetable typed with semicolons or pasted with tabs", () => {
  const lines = "2026.03.02; 6; Inovacijos; V. Pavardė; Centras\r\n\r\n2026-03-03\t4,5\tSklaida\n";
  expect(readSessionLines(lines)).toEqual([
    {
      line: 1,
      session: {
        heldOn: "2026-03-02",
        hours: "6",
        title: "Inovacijos",
        lecturer: "V. Pavardė",
        place: "Centras",
      },
    },
    {
      line: 3,
      session: { heldOn: "2026-03-03", hours: "4,5", title: "Sklaida", lecturer: "", place: "" },
    },
  ]);
});
