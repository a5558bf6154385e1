import { setTimeout as wait } from "node:timers/promises";
import type { Device } from "./device.ts";

const patience = 15_000;

/** What a participant does with a device: looks for words, taps, types. All of it waits for what is still to come. */
export interface Hands {
  /** Waits until the words stand somewhere on the page, and are shown. */
  see(words: string): Promise<void>;
  tap(selector: string): Promise<void>;
  /** Presses the button or link that says just this. */
  press(words: string): Promise<void>;
  type(selector: string, text: string): Promise<void>;
  /** Waits for a page that a press leads to: until it comes, the page before stays, with fields of the same names. */
  arrive(path: string): Promise<void>;
  seeMarked(selector: string): Promise<void>;
}

export function handsOn(device: Device): Hands {
  const tapFound = async (find: string) => {
    const spot = await until(device, `${find}; if (!found) return null; ${centreOfFound}`);
    await device.act([tapAt(spot as Spot)]);
  };
  const tap = (selector: string) =>
    tapFound(`const found = document.querySelector(${JSON.stringify(selector)})`);
  return {
    async see(words) {
      await until(device, `return document.body.innerText.includes(${JSON.stringify(words)})`);
    },
    tap,
    press: (words) =>
      tapFound(
        `const found = [...document.querySelectorAll("main button, main a, header button, header a, footer button")]
          .find((each) => each.innerText.trim() === ${JSON.stringify(words)})`,
      ),
    async type(selector, text) {
      await tap(selector);
      await device.act([keysFor(text)]);
    },
    async arrive(path) {
      const isThere = `location.pathname === ${JSON.stringify(path)}`;
      await until(device, `return ${isThere} && document.readyState === "complete"`);
    },
    async seeMarked(selector) {
      await until(device, `return document.querySelector(${JSON.stringify(selector)}).checked`);
    },
  };
}

interface Spot {
  x: number;
  y: number;
}

/** Scrolled to the middle, as a finger would do, and only once nothing lies over it. */
const centreOfFound = `
  found.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, width, height } = found.getBoundingClientRect();
  const spot = { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
  const over = document.elementFromPoint(spot.x, spot.y);
  const isFree = over && (found.contains(over) || over.contains(found) || over.closest("label")?.contains(found));
  return isFree ? spot : null`;

function tapAt({ x, y }: Spot) {
  return {
    type: "pointer" as const,
    id: "finger",
    parameters: { pointerType: "mouse" as const },
    actions: [
      { type: "pointerMove", duration: 0, x, y },
      { type: "pointerDown", button: 0 },
      { type: "pointerUp", button: 0 },
    ],
  };
}

function keysFor(text: string) {
  const actions = [...text].flatMap((value) => [
    { type: "keyDown", value },
    { type: "keyUp", value },
  ]);
  return { type: "key" as const, id: "keyboard", actions };
}

/** Asks the page again and again until it answers with something; a page that is just changing does not answer. */
export async function until(device: Device, body: string): Promise<unknown> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await device.run(body).catch(() => null);
    if (answer) return answer;
    if (Date.now() > end)
      throw new Error(`${device.name} waited in vain for: ${body}\n${await told(device)}`);
    await wait(50);
  }
}

async function told(device: Device): Promise<string> {
  const page = "return location.href + '\\n' + document.body.innerText.slice(0, 1500)";
  return await device.run<string>(page).catch(String);
}
