import { describe, expect, it } from "vitest";
import { type KnownEnrolment, planImport } from "../../../server/domain/participant/import-plan.ts";
import { findHeadRow, proposeColumns } from "../../../server/domain/participant/list-columns.ts";
import { type ListContext, readList } from "../../../server/domain/participant/list-row.ts";

const context: ListContext = {
  localities: [
    { id: "S", names: ["Šilutė", "Šilutės"] },
    { id: "T", names: ["Trakai"] },
  ],
  sectors: [{ id: "lib", names: ["libraries", "Bibliotekos"] }],
  localityId: null,
  groups: [{ localityId: "S", name: "1 grupė" }],
  isFilledDown: false,
};

const heads = ["Vardas", "Pavardė", "Miestas", "Grupė", "Sritis", "Įstaiga", "El. paštas", "Tel."];

function read(rows: string[][], changes: Partial<ListContext> = {}) {
  const all = [heads, ...rows];
  const reading = { headRow: 0, columns: proposeColumns(heads) };
  return readList(all, { ...reading, context: { ...context, ...changes } });
}

function known(fields: Partial<KnownEnrolment> = {}): KnownEnrolment {
  return {
    enrolmentId: "e1",
    personId: "p1",
    fullName: "Ona Žukaitė",
    organisation: "Biblioteka",
    email: "",
    phone: "",
    localityId: "S",
    group: "",
    sectorId: null,
    role: "cycle-participant",
    gender: null,
    ageBand: null,
    isCertified: false,
    isHeld: false,
    ...fields,
  };
}

describe("the columns of a list", () => {
  it.each([
    [["Eil. Nr.", "VARDAS, PAVARDĖ", "Vietovė"], { fullName: 1, locality: 2 }],
    [["Vardas ir pavardė", "Vardas"], { fullName: 0, firstName: 1 }],
    [["Vardas", "El. p.", "E-mail"], { fullName: 0, email: 2 }],
    [
      ["First name", "Last name", "Town", "Employer", "Phone number", "Role"],
      { firstName: 0, lastName: 1, locality: 2, organisation: 3, phone: 4, role: 5 },
    ],
    [["", "x"], {}],
  ])("are recognised by their heads: %j", (row, columns) => {
    expect(proposeColumns(row)).toEqual(columns);
  });

  it("are looked for below titles that stand above a list", () => {
    const rows = [
      ["Dalyvių sąrašas", ""],
      ["", ""],
      ["Vardas", "Pavardė"],
      ["Ona", "Žukaitė"],
    ];
    expect(findHeadRow(rows)).toBe(2);
    expect(
      findHeadRow([
        ["", ""],
        ["a", "b"],
      ]),
    ).toBe(1);
    expect(findHeadRow([])).toBe(0);
  });
});

describe("the lines of a list", () => {
  it("are read by the programme's own words, however they are typed", () => {
    const { people, mistakes } = read([
      [
        "Ona",
        "Žukaitė",
        "SILUTES",
        "1 GRUPE",
        "bibliotekos",
        "Biblioteka",
        "ona@example.org",
        "8 600",
      ],
      ["", "", "", "", "", "", "", ""],
      ["Jonas", "Žukas", "trakai", "1 grupė", "", "", "", ""],
    ]);
    expect(mistakes).toEqual([]);
    expect(people).toEqual([
      {
        row: 2,
        fullName: "Ona Žukaitė",
        organisation: "Biblioteka",
        email: "ona@example.org",
        phone: "8 600",
        localityId: "S",
        group: "1 grupė",
        sectorId: "lib",
        role: null,
        gender: null,
        ageBand: null,
      },
      expect.objectContaining({ row: 4, localityId: "T", group: "1 grupė", email: "" }),
    ]);
  });

  it("tell each mistake by its cell", () => {
    const { people, mistakes } = read([
      ["", " – ", "Vilnius", "", "Kosmosas", "x".repeat(201), "a@b, c@d.lt", ""],
      ["Ona", "Žukaitė", "", "", "", "", "", ""],
      ["Ona", "Žukaitė", "Šilutė", "", "", "Centras", "", ""],
      ["ŽUKAITE", "ona", "Šilutės", "", "", "centras", "", ""],
    ]);
    expect(mistakes.map(({ row, field, fault }) => [row, field, fault])).toEqual([
      [2, "locality", "unknown-locality"],
      [2, "sector", "unknown-sector"],
      [2, "email", "not-an-address"],
      [2, "lastName", "missing"],
      [2, "organisation", "too-long"],
      [3, "locality", "missing"],
      [5, "fullName", "repeated"],
    ]);
    expect(mistakes.at(-1)).toMatchObject({ like: 4 });
    expect(people.map(({ row }) => row)).toEqual([4]);
  });

  it("take an empty locality from above where cells were joined, but no group of another town", () => {
    const rows = [
      ["A", "Aa", "Šilutė", "1 grupė", "", "", "", ""],
      ["B", "Bb", "", "", "", "", "", ""],
      ["C", "Cc", "Trakai", "", "", "", "", ""],
    ];
    expect(read(rows).people).toHaveLength(2);
    const filled = read(rows, { isFilledDown: true }).people;
    expect(filled.map(({ localityId, group }) => [localityId, group])).toEqual([
      ["S", "1 grupė"],
      ["S", "1 grupė"],
      ["T", ""],
    ]);
  });
});

describe("a plan", () => {
  const plan = (rows: string[][], there: KnownEnrolment[], decisions?: Map<number, string>) =>
    planImport(read(rows).people, there, decisions);
  const line = (work: string, more: Partial<Record<"town" | "email" | "first", string>> = {}) => [
    more.first ?? "Ona",
    "Žukaitė",
    more.town ?? "Šilutė",
    "",
    "",
    work,
    more.email ?? "",
    "",
  ];

  it.each([
    ["the same line", line("biblioteka"), [known({ organisation: "biblioteka" })], "same"],
    ["a line that knows less", line(""), [known()], "same"],
    ["a line that knows more", line("Biblioteka"), [known({ organisation: "" })], "changed"],
    ["another spelling", line("Biblioteka", { first: "Oná" }), [known()], "changed"],
    ["another workplace", line("Muziejus"), [known()], "unclear"],
    ["two of one name", line(""), [known(), known({ enrolmentId: "e2" })], "unclear"],
    ["another town", line("Muziejus", { town: "Trakai" }), [known()], "new"],
    ["nobody known", line("Biblioteka"), [], "new"],
  ] as const)("says of %s what it is", (_, row, there, outcome) => {
    expect(plan([[...row]], [...there])[0]!.outcome).toBe(outcome);
  });

  it("gives somebody known an enrolment more in another town, not a second self", () => {
    const [planned] = plan([line("BIBLIOTEKA", { town: "Trakai" })], [known()]);
    expect(planned).toMatchObject({ outcome: "new", personId: "p1" });
  });

  it("takes two lines of one name and workplace in two towns for one newcomer", () => {
    const rows = [line("Biblioteka"), line("Biblioteka", { town: "Trakai" }), line("Kitur")];
    expect(plan(rows, [])).toMatchObject([
      { outcome: "new", sameAsRow: null },
      { outcome: "new", sameAsRow: 2 },
      { outcome: "new", sameAsRow: null },
    ]);
  });

  it("leaves unclear lines to a person, whose word decides", () => {
    const rows = [line("Muziejus")];
    expect(plan(rows, [known()], new Map([[2, "new"]]))[0]).toMatchObject({ personId: null });
    expect(plan(rows, [known()], new Map([[2, "e1"]]))[0]).toMatchObject({
      outcome: "changed",
      changes: [{ field: "organisation", before: "Biblioteka", after: "Muziejus" }],
    });
    expect(plan(rows, [known()], new Map([[2, "e9"]]))[0]!.outcome).toBe("unclear");
  });

  it("never takes the cycle from somebody who is certified", () => {
    const people = read([line("Biblioteka")]).people.map((one) => ({
      ...one,
      role: "involved" as const,
    }));
    expect(planImport(people, [known()])[0]!.outcome).toBe("changed");
    expect(planImport(people, [known({ isCertified: true })])[0]!.outcome).toBe("same");
  });
});
