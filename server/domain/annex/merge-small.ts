/** People of one kind at registration, such as an age band. */
export interface PeopleCount {
  key: string;
  people: number;
}

/** `null` stands for those whose kind is not told apart. */
export interface ToldPeople {
  key: string | null;
  people: number;
}

/**
 * Kinds with fewer people than `least` stand together, with the next smallest where even together they are fewer, so
 * that no count below `least` is told and none can be worked out from the total. Undefined where nothing is left to
 * tell apart. Example: 40 women, 21 men and 3 others with `least` 5 become 40 women and 24 not told apart.
 */
export function mergeSmall(
  counts: readonly PeopleCount[],
  least: number,
): ToldPeople[] | undefined {
  const present = counts.filter(({ people }) => people > 0);
  const ascending = [...present].sort((a, b) => a.people - b.people);
  const merged = new Set<string>();
  let together = 0;
  for (const { key, people } of ascending) {
    if (people >= least && (together === 0 || together >= least)) break;
    merged.add(key);
    together += people;
  }
  const told: ToldPeople[] = present.filter(({ key }) => !merged.has(key));
  if (told.length === 0) return undefined;
  return together === 0 ? told : [...told, { key: null, people: together }];
}
