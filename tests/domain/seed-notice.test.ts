import { describe, expect, it } from "vitest";
import { dayInWords, fillNotice } from "../../db/seed/notice.ts";

const values = {
  controller_name: "VšĮ Pavyzdys",
  controller_code: "000000000",
  controller_address: "Pavyzdžio g. 1",
  controller_email: "demo@example.org",
  evaluator_name: { lt: "Vertintojas", en: "Evaluator" },
  funders: { lt: "Taryba", en: "Council" },
  k: "5",
  key_destroy_date: dayInWords("2018-06-30"),
  answers_delete_date: dayInWords("2020-06-30"),
  more_info_url: "https://example.org",
};

describe("the notice of the demonstration", () => {
  it("names days and people in its own language, and ends no sentence twice", () => {
    const { text } = fillNotice(values);
    expect(text.lt).toContain("Kodų sąrašas bus sunaikintas 2018 m. birželio 30 d.\n");
    expect(text.lt).toContain("Atskirus atsakymus – iki 2020 m. birželio 30 d. Apibendrinta");
    expect(text.lt).toContain("Vertintojas (Vertintojas) ir finansuotojai (Taryba)");
    expect(text.en).toContain("The code list will be destroyed on 30 June 2018.\n");
    expect(text.en).toContain("The evaluator (Evaluator) and the funders (Council)");
    expect(`${text.lt}${text.en}`).not.toContain("..");
  });

  it("is not written with a gap", () => {
    expect(() => fillNotice({ ...values, funders: { lt: "Taryba" } })).toThrow("funders");
  });
});
