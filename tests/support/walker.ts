import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Somebody who walks through the pages of a programme by its links and forms, and notes every fault on the way. */
export interface Walker {
  /** Rules of accessibility that were broken, pages broader than the screen, errors in the browser's console. */
  faults: readonly string[];
  open(path: string): Promise<void>;
  look(): Promise<void>;
  fill(fields: Record<string, string>): Promise<void>;
  /** Presses the last button of the form that the selector's end names. */
  send(form?: string): Promise<void>;
  /** Fills one step of the set-up, which has to be taken without a mistake. */
  step(name: string, fields: Record<string, string>): Promise<void>;
  upload(name: string, bytes: Uint8Array): Promise<void>;
}

export function walkerOn(page: Page, home: string): Walker {
  const faults: string[] = [];
  page.setDefaultTimeout(20_000);
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on("console", (said) => {
    if (said.type() === "error") faults.push(`${page.url()}: ${said.text()}`);
  });

  async function look(): Promise<void> {
    const { violations } = await new AxeBuilder({ page }).analyze();
    faults.push(...violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`));
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (beyond > 0) faults.push(`${page.url()} is ${beyond} px too broad`);
  }

  async function open(path: string): Promise<void> {
    await page.goto(home + path);
    await look();
  }

  async function fill(fields: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(fields)) await page.fill(`[name="${name}"]`, value);
  }

  async function send(form = ""): Promise<void> {
    await page.locator(`main form${form} button[type=submit]:visible`).last().click();
    await page.waitForLoadState();
  }

  async function step(name: string, fields: Record<string, string>): Promise<void> {
    await open(`/setup/${name}`);
    await fill(fields);
    await send(`[action$="/setup/${name}"]`);
    const mistakes = await page.locator("[role=alert]").allInnerTexts();
    if (mistakes.length > 0) throw new Error(`${name}: ${mistakes.join(" ")}`);
  }

  async function upload(name: string, bytes: Uint8Array): Promise<void> {
    const mimeType = name.endsWith(".svg") ? "image/svg+xml" : xlsx;
    await page.setInputFiles("[name=file]", { name, mimeType, buffer: Buffer.from(bytes) });
    await send('[action$="/upload"]');
  }

  return { faults, open, look, fill, send, step, upload };
}
