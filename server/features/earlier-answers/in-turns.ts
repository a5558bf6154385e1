import { setImmediate as nextTurn } from "node:timers/promises";

/** Shorter than anybody notices who asks for a page meanwhile. */
const turnMilliseconds = 15;

/** Works off what pauses between its steps, and lets others have the thread whenever it has held it for a turn. */
export async function inTurns<T>(work: Generator<undefined, T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - since < turnMilliseconds) continue;
    await nextTurn();
    since = performance.now();
  }
}
