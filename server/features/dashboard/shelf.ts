/** Something that never changes once it is stored, and how many characters it takes written as JSON. */
export interface Weighed<Kept> {
  kept: Kept;
  weight: number;
}

export interface Shelf<Kept> {
  /** What lies under the key; otherwise what `load` brings, which stays until others need its room. */
  take(key: string, load: () => Promise<Weighed<Kept> | undefined>): Promise<Kept | undefined>;
}

/**
 * Keeps things at hand that can never be out of date, up to a weight: those not asked for longest give way, and what is
 * too heavy for the whole shelf is not kept. Everything is frozen, since whoever takes it shares it with all others.
 */
export function newShelf<Kept>(mostWeight: number): Shelf<Kept> {
  const lying = new Map<string, Weighed<Kept>>();
  let weight = 0;

  const remove = (key: string) => {
    weight -= lying.get(key)?.weight ?? 0;
    lying.delete(key);
  };
  const put = (key: string, thing: Weighed<Kept>) => {
    remove(key);
    if (thing.weight > mostWeight) return;
    lying.set(key, thing);
    weight += thing.weight;
    for (const oldest of lying.keys()) {
      if (weight <= mostWeight) return;
      remove(oldest);
    }
  };

  return {
    take: async (key, load) => {
      const thing = lying.get(key) ?? (await load());
      if (!thing) return undefined;
      if (!lying.has(key)) freezeWhole(thing.kept);
      put(key, thing);
      return thing.kept;
    },
  };
}

function freezeWhole(value: unknown): void {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  // A date is changed by its own methods, which freezing does not stop; nothing here calls them.
  Object.freeze(value);
  for (const part of Object.values(value)) freezeWhole(part);
}
