import { describe, expect, it } from "vitest";
import {
  ageBands,
  genders,
  readAgeBand,
  readGender,
} from "../../../server/domain/participant/person-facts.ts";
import { personFactTexts } from "../../../web/texts/person-facts.ts";

describe("a gender in a list", () => {
  it.each([
    ["Moteris", "woman"],
    ["VYRAS", "man"],
    ["female", "woman"],
    ["Non-binary", "non-binary"],
    ["nebinarinis asmuo", "non-binary"],
    ["nenori nurodyti", "undisclosed"],
    ["M", undefined],
    ["V", undefined],
    ["", undefined],
    ["constructor", undefined],
  ])("%j is read as %j", (written, gender) => {
    expect(readGender(written)).toBe(gender);
  });
});

describe("an age in a list", () => {
  it.each([
    ["17", "under-18"],
    ["18", "18-29"],
    ["29", "18-29"],
    ["30", "30-54"],
    ["54 m.", "30-54"],
    ["55", "55-and-over"],
    ["120 metų", "55-and-over"],
    ["iki 18 metų", "under-18"],
    ["< 18", "under-18"],
    ["18 – 29", "18-29"],
    ["30—54 metai", "30-54"],
    ["55 ir daugiau", "55-and-over"],
    ["55 years and over", "55-and-over"],
    ["0", undefined],
    ["121", undefined],
    ["1978", undefined],
    ["18-30", undefined],
    ["-5", undefined],
    ["constructor", undefined],
  ])("%j is read as %j", (written, band) => {
    expect(readAgeBand(written)).toBe(band);
  });
});

it("reads every word that it shows", () => {
  for (const { genders: words, ageBands: bands } of Object.values(personFactTexts)) {
    for (const band of ageBands) expect(readAgeBand(bands[band])).toBe(band);
    for (const gender of genders) expect(readGender(words[gender])).toBe(gender);
  }
});
