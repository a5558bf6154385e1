import { describe, expect, it } from "vitest";
import { isEmailAddress } from "../../../server/domain/participant/contact.ts";
import {
  isOneStepApart,
  proposeDuplicates,
} from "../../../server/domain/participant/duplicates.ts";
import { foldText, nameKey } from "../../../server/domain/participant/folded-text.ts";

const person = (id: string, fullName: string, email = "") => ({ id, fullName, email });

describe("names", () => {
  it.each([
    ["Šilutė – ŽEMAIČIŲ", "silute zemaiciu"],
    ["Łucja  Žukė-Øst", "lucja zuke ost"],
    [" – ", ""],
    ["Žydrūnė", "zydrune"],
  ])("%j folds to %j", (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it("are the same in any order", () => {
    expect(nameKey("Ąžuolaitė Žydrūnė")).toBe(nameKey("zydrune AZUOLAITE"));
  });
});

describe("look-alikes", () => {
  it("are proposed by name, the most telling first, each pair once", () => {
    const pairs = proposeDuplicates([
      person("c", "Kazys Binkis"),
      person("a", "Žydrūnė Ąžuolaitė", "z@example.org"),
      person("d", "Azuolaite Zydrune", "Z@EXAMPLE.org"),
      person("b", "Žydrūnė Ąžuolaitytė"),
      person("f", "Kazys Binkys"),
      person("e", "KAZYS BINKIS", "k@example.org"),
    ]);
    expect(pairs).toEqual([
      { one: "a", other: "d", reason: "same-name-and-address" },
      { one: "c", other: "e", reason: "same-name" },
      { one: "c", other: "f", reason: "close-name" },
      { one: "e", other: "f", reason: "close-name" },
    ]);
  });

  it("are not made by a shared address, nor by one letter in a short name", () => {
    const shared = [
      person("a", "Ona Uo", "info@example.org"),
      person("b", "Una Uo", "info@example.org"),
    ];
    expect(proposeDuplicates(shared)).toEqual([]);
  });

  it("are found among 20,000 people in a moment", () => {
    const people = Array.from({ length: 20_000 }, (_, index) =>
      person(
        String(index).padStart(5, "0"),
        `Vardenis${index * 7919} Pavardenis${index * 104_729}`,
      ),
    );
    const begun = performance.now();
    const pairs = proposeDuplicates([...people, person("z", people[777]!.fullName)]);
    expect(pairs.filter(({ reason }) => reason === "same-name")).toEqual([
      { one: "00777", other: "z", reason: "same-name" },
    ]);
    expect(performance.now() - begun).toBeLessThan(20_000);
  });

  it.each([
    ["jonas", "jonass", true],
    ["jonas", "onas", true],
    ["jonas", "jomas", true],
    ["jonas", "joans", true],
    ["jonas", "jonas", false],
    ["jonas", "joanos", false],
    ["jonas", "onaj", false],
    ["abcd", "badc", false],
  ])("%s and %s are one step apart: %s", (one, other, expected) => {
    expect([isOneStepApart(one, other), isOneStepApart(other, one)]).toEqual([expected, expected]);
  });
});

describe("an e-mail address", () => {
  it.each([
    ["ona@example.org", true],
    ["ona.zukaite+pokytis@kc.silute.lt", true],
    ["žukaitė@pastas.lt", true],
    ["ona@example", false],
    ["Ona <ona@example.org>", false],
    ["ona@example.org, jonas@example.org", false],
    ["ona@example.org\r\nBcc: x@y.lt", false],
    ["ona@@example.org", false],
    ["", false],
    [`${"a".repeat(250)}@b.lt`, false],
  ])("%j: %s", (text, expected) => {
    expect(isEmailAddress(text)).toBe(expected);
  });
});
