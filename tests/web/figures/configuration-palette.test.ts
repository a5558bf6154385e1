import fs from "node:fs";
import { expect, test } from "vitest";
import { chartPalette, chartType } from "../../../web/figures/configuration-palette.ts";

const tokens = fs.readFileSync("web/styles/tokens.css", "utf8");
const [lightTokens = "", darkTokens = ""] = tokens.split("@media (prefers-color-scheme: dark)");

test.each([
  ["light", lightTokens],
  ["dark", darkTokens],
] as const)("the %s palette holds the colours of the style sheet", (theme, css) => {
  for (const [name, colour] of Object.entries(chartPalette(theme))) {
    const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect(css, name).toContain(`--${property}: ${colour};`);
  }
});

test("paper takes the light colours", () => {
  expect(chartPalette("print")).toEqual(chartPalette("light"));
});

test("a family name that holds a digit is quoted", () => {
  expect(chartType("print").family).toBe('"Source Sans 3", "Noto Emoji", sans-serif');
});
