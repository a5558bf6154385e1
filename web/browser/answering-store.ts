import type { Store } from "./answering-kept.ts";

/** The browser's storage where it may be used, else the page's memory. */
export function openStore(): Store {
  const memory = memoryStore();
  try {
    const { localStorage } = window;
    localStorage.setItem("answers", "");
    localStorage.removeItem("answers");
    return durableStore(localStorage, memory);
  } catch {
    return memory;
  }
}

/** A full storage must not cost what fitted in memory: what cannot be written there is kept here. */
function durableStore(storage: Storage, memory: Store): Store {
  const store: Store = {
    keys: () => [...new Set([...Object.keys(storage), ...memory.keys()])],
    get: (key) => memory.get(key) ?? storage.getItem(key),
    set(key, value) {
      try {
        storage.setItem(key, value);
        memory.remove(key);
      } catch {
        memory.set(key, value);
        store.isDurable = false;
      }
    },
    remove(key) {
      memory.remove(key);
      storage.removeItem(key);
    },
    isDurable: true,
  };
  return store;
}

export function memoryStore(): Store {
  const kept = new Map<string, string>();
  return {
    keys: () => [...kept.keys()],
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
    isDurable: false,
  };
}

/** A name for this window that outlives a reload, but not the window. */
export function tabName(): string {
  const drawn = () => Math.random().toString(36).slice(2, 12);
  try {
    const known = sessionStorage.getItem("window");
    if (known) return known;
    const name = drawn();
    sessionStorage.setItem("window", name);
    return name;
  } catch {
    return drawn();
  }
}

/** Under which name this participant's forms are kept; empty before anybody has come in. */
export function ownerName(cookies: string): string {
  return /(?:^|; )answers-of=([\w-]+)/.exec(cookies)?.[1] ?? "";
}
