import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Width in CSS pixels, and light or dark. */
export type Screen = readonly [width: number, colorScheme: "light" | "dark"];

export const narrowAndWide: readonly Screen[] = [
  [320, "light"],
  [1280, "dark"],
];
export const everyScreen: readonly Screen[] = [
  [320, "light"],
  [390, "dark"],
  [1280, "light"],
];

/** Fails, naming the page, where it breaks a rule of axe or runs off the side of one of the screens. */
export async function expectReadable(
  page: Page,
  name: string,
  screens: readonly Screen[] = narrowAndWide,
): Promise<void> {
  for (const [width, colorScheme] of screens) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 844 });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [name, id, nodes[0]?.html])).toEqual([]);
    const overflow = () => document.documentElement.scrollWidth - innerWidth;
    expect(await page.evaluate(overflow), `${name} at ${width}`).toBeLessThanOrEqual(0);
  }
}
