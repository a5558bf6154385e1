import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  judgePassword,
  leastPasswordLength,
  mostPasswordLength,
} from "../../../server/domain/staff/password.ts";

const owner = { email: "rasa.rasaite@example.org", displayName: "Rasa Rasaitė" };

describe("a new password", () => {
  it.each([
    ["keturi žirgai ir vežimas", undefined],
    ["correct horse battery", "too-common"],
    ["Slaptažodis123!", "too-common"],
    ["123456789012", "too-common"],
    ["qwertyuiopas", "too-common"],
    ["abababababababab", "too-common"],
    ["Vilnius Kaunas 2026", "too-common"],
    ["rasarasaite1990", "about-yourself"],
    ["Rasa.Rasaitė!!", "about-yourself"],
    ["rasa.rasaite@example.org", "about-yourself"],
    ["rasa mėgsta žalius dviračius", undefined],
    ["elf letters", "too-short"],
    ["ąčęėįšųūžąčę", undefined],
    ["🐘🐴🐘🐴🐝🦉🐘🐴🐝🦉🐘🦊", undefined],
  ] as const)("%s is judged as %s", (password, judged) => {
    expect(judgePassword(password, owner)).toBe(judged);
  });

  it("is long enough or not by the characters that people see, whatever they are made of", () => {
    const letter = fc.constantFrom(..."bdfgklmpvzšž🐝");
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 160 }), (letters) => {
        const judged = judgePassword(letters.join(""), owner);
        if (letters.length < leastPasswordLength) expect(judged).toBe("too-short");
        else if (letters.length > mostPasswordLength) expect(judged).toBe("too-long");
        else expect([undefined, "too-common"]).toContain(judged);
      }),
    );
  });

  it("is refused, however long it is", () => {
    expect(judgePassword("a1!".repeat(400_000), owner)).toBe("too-long");
  });
});
