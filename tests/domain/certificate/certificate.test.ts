import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attendedShare, hasAttendedEnough } from "../../../server/domain/certificate/attendance.ts";
import { certificateNumber, numberPrefix } from "../../../server/domain/certificate/number.ts";
import { isSameName } from "../../../server/domain/certificate/person-name.ts";

describe("a typed name", () => {
  const name = "Žydrūnė Ąžuolaitytė-Šešupienė";

  it.each([
    "žydrūnė ąžuolaitytė-šešupienė",
    "  ZYDRUNE   AZUOLAITYTE SESUPIENE ",
    "Ąžuolaitytė–Šešupienė, Žydrūnė",
    name.normalize("NFD"),
    name.normalize("NFC").toUpperCase(),
  ])("is the person's when it is spelt %j", (typed) => {
    expect(isSameName(typed, name)).toBe(true);
  });

  it.each(["Žydrūnė", "Ąžuolaitytė-Šešupienė", "Žydrūnas Ąžuolaitytė-Šešupienė", "", " - "])(
    "is not when it is %j",
    (typed) => {
      expect(isSameName(typed, name)).toBe(false);
    },
  );

  it("may be written without the letters of Polish names", () => {
    expect(isSameName("Lukasz Michal Groß", "Łukasz Michał Gross")).toBe(true);
  });

  it("is nobody's when nothing of it is a letter", () => {
    expect(isSameName("", "")).toBe(false);
    expect(isSameName("--", "..")).toBe(false);
  });
});

describe("the rule of issue", () => {
  it("takes exactly the least share, and nothing below it", () => {
    expect(hasAttendedEnough({ hoursHeld: 32, hoursAttended: 25.6 }, 80)).toBe(true);
    expect(hasAttendedEnough({ hoursHeld: 32, hoursAttended: 25.59 }, 80)).toBe(false);
    expect(hasAttendedEnough({ hoursHeld: 0.3, hoursAttended: 0.1 + 0.2 }, 100)).toBe(true);
  });

  it("gives nobody a certificate where nothing was held", () => {
    expect(hasAttendedEnough({ hoursHeld: 0, hoursAttended: 0 }, 1)).toBe(false);
    expect(attendedShare({ hoursHeld: 0, hoursAttended: 0 })).toBe(0);
  });

  it("never shows a share that would meet the rule to somebody who does not", () => {
    const hours = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(hours, hours, fc.integer({ min: 1, max: 100 }), (held, some, least) => {
        const attended = { hoursHeld: held / 4, hoursAttended: Math.min(held, some) / 4 };
        const isShownEnough = Math.round(attendedShare(attended) * 100) >= least;
        expect(isShownEnough).toBe(hasAttendedEnough(attended, least));
      }),
    );
  });
});

describe("a certificate's number", () => {
  it("has three digits at least", () => {
    expect(certificateNumber("KI-2017-", 14)).toBe("KI-2017-014");
    expect(certificateNumber("", 1234)).toBe("1234");
  });

  it("has a prefix that does not run into it", () => {
    const prefixes = ["", "KI-2017-", "Ž/", "A."];
    expect(prefixes.filter((prefix) => !numberPrefix.test(prefix))).toEqual([]);
    const wrong = ["2017", "KI 2017-", "<b>-", `${"a".repeat(24)}-`, "KI\n"];
    expect(wrong.filter((prefix) => numberPrefix.test(prefix))).toEqual([]);
  });
});
