import { describe, expect, it } from "vitest";
import { faultOfBody, faultOfSubject, fillIn } from "../../../server/domain/mailing/letter-text.ts";
import { chooseRecipients } from "../../../server/domain/mailing/recipients.ts";

const values = {
  programme: "P {link}",
  organisation: "O",
  locality: "L",
  closes: "C",
  link: "https://x",
};

describe("the text of a letter", () => {
  it("is filled in once: what a value holds is never read as a placeholder", () => {
    expect(fillIn("{programme} {link} {nope} {constructor}", values)).toBe(
      "P {link} https://x {nope} {constructor}",
    );
  });

  it.each([
    ["Kvietimas: {programme}", undefined],
    [" ", "empty"],
    ["Tema\r\nBcc: x@y.lt", "line-break"],
    ["Tema\u2028antra", "line-break"],
    ["x".repeat(201), "too-long"],
    ["{link}", "link-in-subject"],
    ["{vardas}", "unknown"],
  ])("subject %j: %s", (text, fault) => {
    expect(faultOfSubject(text)?.fault).toBe(fault);
  });

  it.each([
    ["{link}", undefined],
    ["be nuorodos", "no-link"],
    ["{link} {vardas}", "unknown"],
    [`{link}${"x".repeat(5_000)}`, "too-long"],
  ])("body %#: %s", (text, fault) => {
    expect(faultOfBody(text)?.fault).toBe(fault);
  });
});

describe("recipients", () => {
  const one = (enrolmentId: string, email: string, isShared = false, localityId = "S") => ({
    enrolmentId,
    email,
    isShared,
    isReturned: false,
    localityId,
  });
  const all = [
    one("a", "a@x.lt"),
    one("b", ""),
    one("c", "info@x.lt", true),
    one("d", "INFO@x.lt", true),
    one("e", "info@x.lt", true, "T"),
  ];
  const chosen = (answered: string[], isPersonal = true) =>
    chooseRecipients(all, { answered: new Set(answered), isPersonal }).map(
      (row) => row.enrolmentId,
    );

  it("are everybody with an address, a shared one once a locality", () => {
    expect(chosen([])).toEqual(["a", "c", "e"]);
  });

  it("are without those from whose addresses letters come back", () => {
    const returned = all.map((one) => ({ ...one, isReturned: one.email === "a@x.lt" }));
    const known = { answered: new Set<string>(), isPersonal: true };
    expect(chooseRecipients(returned, known).map((row) => row.enrolmentId)).toEqual(["c", "e"]);
  });

  it("are without those who answered; a shared box is written to while anybody behind it is missing", () => {
    expect(chosen(["a", "c"])).toEqual(["d", "e"]);
    expect(chosen(["a", "c", "d", "e"])).toEqual([]);
  });
});
