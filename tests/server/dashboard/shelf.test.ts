import { describe, expect, it } from "vitest";
import { newShelf } from "../../../server/features/dashboard/shelf.ts";

/** A shelf of ten, and what had to be fetched for it. */
function aShelf() {
  const fetched: string[] = [];
  const shelf = newShelf<{ name: string; parts: number[] }>(10);
  const take = (name: string, weight: number) =>
    shelf.take(name, async () => {
      fetched.push(name);
      return { kept: { name, parts: [1] }, weight };
    });
  return { shelf, take, fetched };
}

describe("a shelf", () => {
  it("fetches once and gives the very same thing from then on", async () => {
    const { take, fetched } = aShelf();
    const first = await take("a", 4);
    expect(await take("a", 4)).toBe(first);
    expect(fetched).toEqual(["a"]);
  });

  it("lets go what was not asked for longest when room is needed", async () => {
    const { take, fetched } = aShelf();
    for (const name of ["a", "b", "a", "c", "a", "b"]) await take(name, 5);
    expect(fetched).toEqual(["a", "b", "c", "b"]);
  });

  it("does not keep what is too heavy, nor lose the others for it", async () => {
    const { take, fetched } = aShelf();
    for (const name of ["a", "b"]) await take(name, 5);
    await take("heavy", 11);
    await take("heavy", 11);
    for (const name of ["a", "b"]) await take(name, 5);
    expect(fetched).toEqual(["a", "b", "heavy", "heavy"]);
  });

  it("keeps nothing where nothing was found, and asks again", async () => {
    const { shelf } = aShelf();
    expect(await shelf.take("a", async () => undefined)).toBeUndefined();
    const found = { kept: { name: "a", parts: [] }, weight: 1 };
    expect(await shelf.take("a", async () => found)).toBe(found.kept);
  });

  it("keeps nothing of a fetching that failed", async () => {
    const { shelf, take } = aShelf();
    const failing = shelf.take("a", () => Promise.reject(new Error("away")));
    await expect(failing).rejects.toThrow("away");
    expect(await take("a", 1)).toMatchObject({ name: "a" });
  });

  it("gives what nobody can change for the others", async () => {
    const { take } = aShelf();
    const thing = await take("a", 1);
    expect(() => thing!.parts.push(2)).toThrow(TypeError);
    expect(() => Object.assign(thing!, { name: "b" })).toThrow(TypeError);
  });
});
