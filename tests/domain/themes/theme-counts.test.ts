import { describe, expect, it } from "vitest";
import { tellThemes } from "../../../server/domain/themes/theme-counts.ts";

const theme = (people: number) => ({ id: `theme-${people}`, people });

describe("themes of open answers", () => {
  it.each([0, 1, 9])("are not told of %d people", (people) => {
    expect(tellThemes(people, [theme(people)])).toEqual({ shown: false, reason: "few" });
  });

  it("are told from ten people on, with counts from three", () => {
    const told = tellThemes(10, [theme(3), theme(2), theme(1), theme(0)]);
    expect(told).toEqual({
      shown: true,
      people: 10,
      themes: [
        { id: "theme-3", count: { shown: true, people: 3 } },
        { id: "theme-2", count: { shown: false } },
        { id: "theme-1", count: { shown: false } },
        { id: "theme-0", count: { shown: false } },
      ],
    });
  });

  it("keep the order in which they come, not that of their size", () => {
    const told = tellThemes(20, [theme(4), theme(12), theme(7)]);
    expect(told.shown && told.themes.map(({ id }) => id)).toEqual([
      "theme-4",
      "theme-12",
      "theme-7",
    ]);
  });
});
