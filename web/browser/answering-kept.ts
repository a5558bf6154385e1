// What a participant has typed, kept on the device until the server has it.

/** One form as it was last typed, and how far the server has followed. */
export interface KeptForm {
  /** The fields, as a form would send them. */
  body: string;
  /** Which button it was sent with; a form that is only being filled in is saved. */
  go: string;
  /** What the page knew of the part when its answers were last in step with the server. */
  seen: string | null;
  /** A message whose fate is unknown: it is sent again, unchanged, before anything newer. */
  pending: { body: string; go: string; seen: string | null } | null;
  isSent: boolean;
  at: number;
}

/** Where forms are kept: the browser's storage, or, where that is denied, the page's own memory. */
export interface Store {
  keys(): string[];
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  /** Whether what is kept outlives the page. */
  isDurable: boolean;
}

/** One kept form. Each window has its own, so that two windows on one part never overwrite each other. */
export interface Slot {
  path: string;
  find(): KeptForm | null;
  keep(form: Omit<KeptForm, "at">): void;
  forget(): void;
}

export interface Keeper {
  /** This window's form of a page. */
  slot(path: string): Slot;
  /** Takes over what another window, which may have crashed, has kept of a page and not sent. */
  adopt(path: string): KeptForm | null;
  /** Forms that the server does not have yet, oldest first. */
  unsent(): Slot[];
  /** And keeps nothing from then on. */
  forgetAll(): void;
}

const prefix = "answers";
const mostDays = 2;

export function keeperOf(
  { owner, tab }: { owner: string; tab: string },
  store: Store,
  now: () => number,
): Keeper {
  // Once all is forgotten, a page that is being left must not keep its last look at the form again.
  let isOver = false;
  const keyOf = (path: string, by = tab) => [prefix, owner, path, by].join(" ");
  const keys = () => store.keys().filter((key) => key.startsWith(`${prefix} ${owner} `));
  const slotOf = (key: string): Slot => ({
    path: key.split(" ")[2] ?? "",
    find: () => read(store, key),
    keep(form) {
      if (!isOver) store.set(key, JSON.stringify({ ...form, at: now() }));
    },
    forget: () => store.remove(key),
  });
  const byAge = (slots: Slot[]) => slots.sort((one, other) => ageOf(one) - ageOf(other));
  const open = () =>
    byAge(
      keys()
        .map(slotOf)
        .filter((slot) => slot.find()?.isSent === false),
    );
  return {
    slot: (path) => slotOf(keyOf(path)),
    adopt(path) {
      const newest = open()
        .filter((slot) => slot.path === path)
        .pop();
      const form = newest?.find() ?? null;
      if (!newest || !form) return null;
      newest.forget();
      slotOf(keyOf(path)).keep(form);
      return form;
    },
    // Only parts are sent by themselves; a questionnaire on one page waits for its button.
    unsent: () => open().filter((slot) => slot.path.startsWith("/a/parts/")),
    forgetAll() {
      isOver = true;
      for (const key of keys()) store.remove(key);
    },
  };
}

function ageOf(slot: Slot): number {
  return slot.find()?.at ?? 0;
}

/** Removes what others left on this device: what was sent at once, what was not after two days. */
export function forgetOthers(owner: string, store: Store, now: number): void {
  for (const key of store.keys()) {
    if (!key.startsWith(`${prefix} `) || key.startsWith(`${prefix} ${owner} `)) continue;
    const form = read(store, key);
    if (!form || form.isSent || now - form.at > mostDays * 86_400_000) store.remove(key);
  }
}

function read(store: Store, key: string): KeptForm | null {
  try {
    return JSON.parse(store.get(key) ?? "null") as KeptForm | null;
  } catch {
    return null;
  }
}
