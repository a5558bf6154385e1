/** The forms of a Lithuanian place name that sentences need: „Prienai“, „Prienų“, „Prienuose“. */
export interface PlaceForms {
  genitive: string;
  locative: string;
}

type Ending = readonly [ending: RegExp, genitive: string, locative: string];

/**
 * Endings of the nominative with those of the other two; the first that fits decides. A `~` before an ending softens
 * the consonant before it (t → č, d → dž). From the declensions of nouns in the grammar of standard Lithuanian; place
 * names in -onys and -ėnys are plural (Švenčionys), others in -ys singular (Panevėžys).
 */
const endings: readonly Ending[] = [
  [/ai$/u, "ų", "uose"],
  [/(?<=on|ėn)ys$/u, "ių", "yse"],
  [/os$/u, "ų", "ose"],
  [/ės$/u, "~ių", "ėse"],
  [/(?<=j)is$/u, "o", "yje"],
  [/[iy]s$/u, "~io", "yje"],
  [/us$/u, "aus", "uje"],
  [/ias$/u, "io", "yje"],
  [/(?<=j)as$/u, "o", "uje"],
  [/as$/u, "o", "e"],
  [/a$/u, "os", "oje"],
  [/ė$/u, "ės", "ėje"],
];

/** Definite adjectives, which are declined with the noun: „Naujoji Akmenė“, „Naujojoje Akmenėje“. */
const adjectives: readonly Ending[] = [
  [/oji$/u, "osios", "ojoje"],
  [/ioji$/u, "iosios", "iojoje"],
  [/asis$/u, "ojo", "ajame"],
  [/ieji$/u, "ųjų", "uosiuose"],
  [/osios$/u, "ųjų", "osiose"],
];

/**
 * Proposes the genitive and the locative of a Lithuanian place name; a person has the last word. Of several words the
 * last is declined, and definite adjectives before it. Undefined for a name that does not end like a Lithuanian noun.
 */
export function proposePlaceForms(nominative: string): PlaceForms | undefined {
  const words = nominative.trim().split(/\s+/);
  const noun = words.pop() ?? "";
  const declined = decline(noun, endings);
  if (!declined) return undefined;
  const before = words.map(
    (word) => decline(word, adjectives) ?? { genitive: word, locative: word },
  );
  const all = [...before, declined];
  return {
    genitive: all.map(({ genitive }) => genitive).join(" "),
    locative: all.map(({ locative }) => locative).join(" "),
  };
}

function decline(word: string, known: readonly Ending[]): PlaceForms | undefined {
  const found = known.find(([ending]) => ending.test(word) && word.length > 3);
  if (!found) return undefined;
  const [ending, genitive, locative] = found;
  const stem = word.replace(ending, "");
  return { genitive: join(stem, genitive), locative: join(stem, locative) };
}

function join(stem: string, ending: string): string {
  if (!ending.startsWith("~")) return stem + ending;
  return stem.replace(/t$/u, "č").replace(/d$/u, "dž") + ending.slice(1);
}
