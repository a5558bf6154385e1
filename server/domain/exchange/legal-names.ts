const accents = /\p{M}/gu;

/** Gives every foreign name a key that documents allow, each once. */
export function createKeys(prefix: string, reserved: readonly string[] = []) {
  const taken = new Set(reserved.map((key) => key.toLowerCase()));
  return (name: string): string => {
    const bare = latin(name)
      .replace(/[^A-Za-z0-9_]+/g, "_")
      .replace(/^_+|_+$/g, "");
    const start = /^[A-Za-z]/.test(bare) ? bare : `${prefix}${bare}`;
    return firstFree(start in {} ? `${prefix}_${start}` : start, taken, "_");
  };
}

/** Gives every foreign option a value that documents allow, each once within its question. */
export function createValues(reserved: readonly string[]) {
  const taken = new Set(reserved);
  return (name: string): string => {
    const bare = latin(name)
      .toLowerCase()
      .replace(/[^a-z0-9_-]+/g, "-")
      .replace(/^[-_]+|-+$/g, "");
    return firstFree(bare || "option", taken, "-");
  };
}

/** A short name for addresses, of a title: "Kultūros tyrimas" is "kulturos-tyrimas". */
export function slugOf(title: string, fallback: string): string {
  const bare = latin(title)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 80)
    .replace(/^-+|-+$/g, "");
  return bare || fallback;
}

function latin(name: string): string {
  return name.normalize("NFD").replace(accents, "");
}

function firstFree(wanted: string, taken: Set<string>, joint: string): string {
  const base = wanted.slice(0, 40);
  let free = base;
  for (let number = 2; taken.has(free.toLowerCase()); number++) {
    const ending = `${joint}${number}`;
    free = base.slice(0, 40 - ending.length) + ending;
  }
  taken.add(free.toLowerCase());
  return free;
}
