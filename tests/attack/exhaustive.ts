import { type Pair, type Person, type Secret, secretOf, secrets, type World } from "./world.ts";

/** What became of going through every data set of a tiny programme. */
export interface Exhausted {
  dataSets: number;
  outputs: number;
  /** Secrets of people who share them with all others but the attacker, in some data set. */
  asked: number;
  /** Those that every data set with the same figures agrees on. */
  learnt: Learnt[];
}

export interface Learnt {
  locality: number;
  secret: Secret;
  value: number;
  /** The attacker's own scores; undefined for an outsider. */
  insider: Pair | undefined;
  output: string;
}

/**
 * Publishes every data set that localities of these sizes can have on a scale of so many answer
 * steps, and groups them by what is published. This attacker knows all rules, and has all the time:
 * a secret is learnt where all data sets with the same figures (and the own row in them) give all
 * others the same value. Nothing is left out, so that on tiny scales "not learnt" is proved.
 */
export function exhaust(
  steps: number,
  sizes: readonly number[],
  publish: (world: World) => unknown,
): Exhausted {
  const kinds = pairsOf(steps);
  const tables = sizes.map((size) => multisets(kinds.length, size));
  const outputs = new Map<string, number>();
  const dataSets: { output: number; chosen: number[] }[] = [];
  for (const chosen of product(tables.map((table) => table.length))) {
    const rows = chosen.map((which, place) => tables[place]![which]!);
    const json = JSON.stringify(publish(worldOf(steps, rows, kinds)));
    if (!outputs.has(json)) outputs.set(json, outputs.size);
    dataSets.push({ output: outputs.get(json)!, chosen });
  }
  const looks = dataSets.flatMap(({ output, chosen }) =>
    chosen.map((which, place) => ({ output, place, rows: tables[place]![which]! })),
  );
  const notes: Notes = new Map();
  for (const look of looks) noteCommon(notes, look, kinds);
  for (const look of looks) strikeOpen(notes, look, kinds);
  return {
    dataSets: dataSets.length,
    outputs: outputs.size,
    asked: notes.size,
    learnt: learntOf(notes, [...outputs.keys()], kinds),
  };
}

/** A locality's people, by kinds of pairs, in a data set with this output. */
interface Look {
  output: number;
  place: number;
  rows: readonly number[];
}

/** By output, locality, secret and attacker: the values that all others had together in a data set. */
type Notes = Map<string, { values: Set<number>; isOpen: boolean }>;

/** First it is noted where all others are alike ... */
function noteCommon(notes: Notes, look: Look, kinds: readonly Pair[]): void {
  for (const { key, common } of views(look, kinds)) {
    if (common === undefined) continue;
    const known = notes.get(key) ?? { values: new Set(), isOpen: false };
    known.values.add(common);
    notes.set(key, known);
  }
}

/** ... then struck out where they differ in another data set with the same output. */
function strikeOpen(notes: Notes, look: Look, kinds: readonly Pair[]): void {
  for (const { key, common } of views(look, kinds)) {
    const known = common === undefined ? notes.get(key) : undefined;
    if (known) known.isOpen = true;
  }
}

/** What every attacker would have to find out of a locality. */
function* views({ output, place, rows }: Look, kinds: readonly Pair[]) {
  for (const insider of [-1, ...new Set(rows)]) {
    const others = without(rows, insider);
    for (const secret of secrets) {
      const key = `${output} ${place} ${secret} ${insider}`;
      yield { key, common: commonValue(others.map((row) => secretOf(kinds[row]!, secret))) };
    }
  }
}

function commonValue(values: readonly number[]): number | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

function learntOf(notes: Notes, outputs: readonly string[], kinds: readonly Pair[]): Learnt[] {
  return [...notes].flatMap(([key, { values, isOpen }]) => {
    if (isOpen || values.size > 1) return [];
    const [output, place, secret, insider] = key.split(" ");
    return [
      {
        locality: Number(place),
        secret: secret as Secret,
        value: [...values][0]!,
        insider: kinds[Number(insider)],
        output: outputs[Number(output)]!,
      },
    ];
  });
}

function without(rows: readonly number[], insider: number): readonly number[] {
  const own = rows.indexOf(insider);
  return own < 0 ? rows : [...rows.slice(0, own), ...rows.slice(own + 1)];
}

function pairsOf(steps: number): Pair[] {
  const scores = Array.from({ length: steps + 1 }, (_, score) => score);
  return scores.flatMap((before) => scores.map((after) => ({ before, after })));
}

/** Every way to choose so many of some kinds, each as a sorted list of kinds. */
function multisets(kinds: number, size: number): number[][] {
  if (size === 0) return [[]];
  return multisets(kinds, size - 1).flatMap((chosen) => {
    const last = chosen.at(-1) ?? 0;
    return Array.from({ length: kinds - last }, (_, i) => [...chosen, last + i]);
  });
}

function* product(sizes: readonly number[]): Generator<number[]> {
  const chosen = sizes.map(() => 0);
  for (;;) {
    yield [...chosen];
    let place = sizes.length - 1;
    while (place >= 0 && ++chosen[place]! >= sizes[place]!) chosen[place--] = 0;
    if (place < 0) return;
  }
}

function worldOf(steps: number, rows: readonly number[][], kinds: readonly Pair[]): World {
  const people = rows.flatMap((locality, place) =>
    locality.map((kind): Person => ({ locality: place, ...kinds[kind]! })),
  );
  return { localities: rows.length, steps, unitsPerStep: 1, people };
}
