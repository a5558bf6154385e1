import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../support/browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

test("the browser runs scripts and draws Lithuanian letters", async () => {
  const page = await browser.newPage();
  await page.setContent(`<p><span id="a"></span> <span id="b"></span></p><script>
    a.textContent = "ąčęėįšųūž"; b.textContent = "\\u{F8FF}".repeat(9);</script>`);
  const letters = await page
    .locator("#a")
    .evaluate((element) => element.getBoundingClientRect().width);
  const boxes = await page
    .locator("#b")
    .evaluate((element) => element.getBoundingClientRect().width);

  expect(letters).toBeGreaterThan(40);
  expect(letters).not.toBe(boxes);
});
