/** One self-made code without a partner yet: whose answers it names, and its hashes by place (0 is the whole code). */
export interface HashedCode {
  pairingCode: string;
  /** Codes are never matched across localities by themselves. */
  locality: string;
  hashes: ReadonlyMap<number, string>;
}

export interface CodeMatch {
  earlier: string;
  later: string;
  how: "self-made-exact" | "self-made-approximate";
}

/** What the rule settles, and what a person has to look at: a later code and the earlier ones it may belong to. */
export interface CodeMatches {
  matches: CodeMatch[];
  queue: { later: string; candidates: string[] }[];
}

/** Says of an earlier and a later code that a person has told them apart. */
export type IsRefused = (earlier: string, later: string) => boolean;

/**
 * Matches codes of an earlier wave with codes of a later one. First those that agree wholly, each alone on both sides;
 * then, among the rest, those that differ in one element, where each is the other's only candidate. What is left with
 * candidates goes to a person. No best overall assignment is made: it would force pairs where there are none.
 */
export function matchCodes(
  earlier: readonly HashedCode[],
  later: readonly HashedCode[],
  isRefused: IsRefused = () => false,
): CodeMatches {
  const exact = mutual(earlier, later, unlessRefused(isSameCode, isRefused)).map((pair) =>
    matchOf(pair, "self-made-exact"),
  );
  const left = withoutMatched(earlier, later, exact);
  const near = mutual(left.earlier, left.later, unlessRefused(differsInOne, isRefused));
  const approximate = near.map((pair) => matchOf(pair, "self-made-approximate"));
  const rest = withoutMatched(left.earlier, left.later, approximate);
  return {
    matches: [...exact, ...approximate],
    queue: listCandidates(rest.earlier, rest.later, isRefused),
  };
}

/** Each later code that differs in one element from earlier ones, with those: what a person can look at. */
export function listCandidates(
  earlier: readonly HashedCode[],
  later: readonly HashedCode[],
  isRefused: IsRefused,
): CodeMatches["queue"] {
  const isLike = unlessRefused(differsInOne, isRefused);
  return later.flatMap((code) => {
    const candidates = earlier.filter((other) => isLike(other, code));
    if (candidates.length === 0) return [];
    return [{ later: code.pairingCode, candidates: candidates.map((other) => other.pairingCode) }];
  });
}

/** In which element two codes differ at most (1 ... 6 in the order of the elements); none where they agree wholly. */
export function differingPlaces(one: HashedCode, other: HashedCode): number[] {
  if (isSameCode(one, other)) return [];
  return [...one.hashes.keys()].filter(
    (place) => place > 0 && one.hashes.get(place) === other.hashes.get(place),
  );
}

type Likeness = (earlier: HashedCode, later: HashedCode) => boolean;

function unlessRefused(isLike: Likeness, isRefused: IsRefused): Likeness {
  return (one, other) => isLike(one, other) && !isRefused(one.pairingCode, other.pairingCode);
}

function isSameCode(one: HashedCode, other: HashedCode): boolean {
  const whole = one.hashes.get(0);
  return one.locality === other.locality && whole !== undefined && whole === other.hashes.get(0);
}

/** In at most one; an element that somebody did not know counts as that one. */
function differsInOne(one: HashedCode, other: HashedCode): boolean {
  if (one.locality !== other.locality) return false;
  return [...one.hashes].some(([place, hash]) => place > 0 && other.hashes.get(place) === hash);
}

/** Pairs in which each is the other's only candidate. */
function mutual(
  earlier: readonly HashedCode[],
  later: readonly HashedCode[],
  isLike: Likeness,
): [HashedCode, HashedCode][] {
  return later.flatMap((code): [HashedCode, HashedCode][] => {
    const candidates = earlier.filter((other) => isLike(other, code));
    const [only] = candidates;
    if (!only || candidates.length > 1) return [];
    const rivals = later.filter((other) => isLike(only, other));
    return rivals.length === 1 ? [[only, code]] : [];
  });
}

function matchOf([earlier, later]: [HashedCode, HashedCode], how: CodeMatch["how"]): CodeMatch {
  return { earlier: earlier.pairingCode, later: later.pairingCode, how };
}

function withoutMatched(
  earlier: readonly HashedCode[],
  later: readonly HashedCode[],
  matches: readonly CodeMatch[],
) {
  const taken = new Set(matches.flatMap((match) => [match.earlier, match.later]));
  const isFree = (code: HashedCode) => !taken.has(code.pairingCode);
  return { earlier: earlier.filter(isFree), later: later.filter(isFree) };
}
