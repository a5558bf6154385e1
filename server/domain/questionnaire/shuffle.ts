/** Seeds that a response can have: few, so that pages with shuffled options are still rendered only once each. */
export const shuffleSeeds = 16;

/**
 * The seed of a participant, from their random pairing code: the same in every wave, so that nobody sees the options
 * of one question in two orders.
 */
export function shuffleSeedOf(pairingCode: string): number {
  return Number.parseInt(pairingCode.slice(0, 1), 16) % shuffleSeeds;
}

/** Options in the order of a seed (Fisher and Yates, driven by the mulberry32 generator), another for each item. */
export function shuffled<T>(
  options: readonly T[],
  { seed, itemKey }: { seed: number; itemKey: string },
): T[] {
  const order = [...options];
  const next = generator(hash(itemKey) ^ Math.imul(seed + 1, 0x9e3779b1));
  for (let last = order.length - 1; last > 0; last--) {
    const picked = Math.floor(next() * (last + 1));
    [order[last], order[picked]] = [order[picked]!, order[last]!];
  }
  return order;
}

function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}
