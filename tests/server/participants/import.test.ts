import { describe, expect, it } from "vitest";
import { json } from "../../../db/json.ts";
import { writeDataXlsx } from "../../../server/documents/xlsx.ts";
import type { Visitor } from "../../support/app.ts";
import { signedIn } from "../../support/app.ts";
import { useDatabase, useOwnDatabase } from "../../support/database.ts";
import { aProgramme, aStaffUser } from "../../support/programme.ts";
import { aDesk, list, now, participantSent, peopleOf } from "./setting.ts";

const heads = "Nr.;Vardas ir pavardė;Vietovė;Grupė;Įstaiga;El. paštas;Dalyvavimas";
const lines = [
  "1;Žydrūnė Ąžuolaitė;Šilutė;1 grupė;Kultūros centras;info@example.org;",
  "2;Jonas Beržas;Šilutės;1 GRUPĖ;Kultūros centras;info@example.org;ciklo dalyvis",
  "3;Ona Eglė;Trakai;;Biblioteka;;įsitraukęs",
  "4;Ona Eglė;Ignalina;;Biblioteka;;",
];

function csv(rows: readonly string[], name = "dalyviai.csv"): File {
  return new File([["Mokymų dalyviai;;;;;;", heads, ...rows].join("\r\n")], name);
}

async function uploaded(organiser: Visitor, file: File): Promise<string> {
  const response = await organiser.upload(`${list}/upload`, "file", file);
  expect(response.status).toBe(303);
  return response.headers.get("location")!;
}

const fingerprintIn = (page: string) => /name="fingerprint" value="([^"]+)"/.exec(page)?.[1] ?? "";

/** Uploads, looks, and takes over what is clear; gives the page looked at and where it led. */
async function imported(organiser: Visitor, file: File, decisions: Record<string, string> = {}) {
  const address = await uploaded(organiser, file);
  const page = await (await organiser.get(address)).text();
  const fingerprint = fingerprintIn(page);
  const response = await organiser.post(address, { ...decisions, fingerprint });
  return { address, page, response, fingerprint };
}

describe("a list of participants", () => {
  const { db } = useDatabase();

  it("is one list however often it is imported", async () => {
    const { organiser } = await aDesk(db());
    const outcomes = [];
    for (let time = 0; time < 3; time++) {
      const { response } = await imported(organiser, csv(lines));
      expect(response.status).toBe(303);
      const notice = await (await organiser.get(response.headers.get("location")!)).text();
      outcomes.push(/Sąrašas įkeltas\. ([^<]+)/.exec(notice)?.[1]);
    }
    expect(outcomes).toEqual([
      "Naujos eilutės: 4, pakeistos: 0, tokios pat: 0.",
      "Naujos eilutės: 0, pakeistos: 0, tokios pat: 4.",
      "Naujos eilutės: 0, pakeistos: 0, tokios pat: 4.",
    ]);
    const people = await peopleOf(db());
    expect(people.map(({ fullName, locality, role }) => [fullName, locality, role])).toEqual([
      ["Jonas Beržas", "silute", "cycle-participant"],
      ["Ona Eglė", "ignalina", "cycle-participant"],
      ["Ona Eglė", "trakai", "involved"],
      ["Žydrūnė Ąžuolaitė", "silute", "cycle-participant"],
    ]);
    expect(new Set(people.map(({ personId }) => personId)).size).toBe(3);
    const groups = await db().selectFrom("participant_group").select("name").execute();
    expect(groups).toEqual([{ name: "1 grupė" }]);
  });

  it("shows what changed, and changes that alone", async () => {
    const { organiser } = await aDesk(db());
    await imported(organiser, csv(lines));
    const before = await db().selectFrom("identity.person").selectAll().orderBy("id").execute();
    const changed = csv([
      ...lines.slice(0, 3),
      lines[3]!.replace("Biblioteka;;", "Biblioteka;ona@example.org;"),
    ]);
    const { page } = await imported(organiser, changed);
    expect(page).toContain("El. paštas: nieko → ona@example.org");
    expect(page).toContain("Įrašyti 1\u00a0eilutę");
    const after = await db().selectFrom("identity.person").selectAll().orderBy("id").execute();
    const differing = after.filter(
      (row, index) => JSON.stringify(row) !== JSON.stringify(before[index]),
    );
    expect(differing.map(({ full_name, email }) => [full_name, email])).toEqual([
      ["Ona Eglė", "ona@example.org"],
    ]);
  });

  it("takes gender and age by their columns, keeps the band alone, and tells what it cannot read", async () => {
    const { organiser } = await aDesk(db());
    const lists = (rows: readonly string[]) =>
      new File([["Vardas ir pavardė;Miestas;Lytis;Amžius", ...rows].join("\n")], "a.csv");
    await imported(organiser, lists(["Ona Eglė;Trakai;Moteris;37", "Jonas Beržas;Trakai;;"]));
    const { page } = await imported(
      organiser,
      lists(["Jonas Beržas;Trakai;vyras;55+", "Ona Eglė;Trakai;;", "Rasa Liepa;Trakai;M;senas"]),
    );
    expect(page).toContain("Lytis: nieko → vyras");
    expect(page).toContain("Amžius: nieko → 55 metai ir daugiau");
    expect(page).toContain("C4");
    expect(page).toContain("D4");
    expect(
      (await peopleOf(db())).map(({ fullName, gender, ageBand }) => [fullName, gender, ageBand]),
    ).toEqual([
      ["Jonas Beržas", "man", "55-and-over"],
      ["Ona Eglė", "woman", "30-54"],
    ]);
  });

  it("tells mistakes by cell, leaves those rows out and takes the others", async () => {
    const { organiser } = await aDesk(db());
    const { page, response } = await imported(
      organiser,
      csv([...lines, "5;Petras <b>Klevas</b>;Vilnius;;;ne adresas;", "6;;Trakai;;;;"]),
    );
    expect(page).toContain("C7");
    expect(page).toContain(
      "Tokios vietovės programoje nėra: pataisykite pavadinimą arba pridėkite vietovę.",
    );
    expect(page).toContain("F7");
    expect(page).toContain("B8");
    expect(page).toContain("Įrašyti 4\u00a0eilutes, praleisti 2 su klaidomis");
    expect(response.status).toBe(303);
    expect(await peopleOf(db())).toHaveLength(4);
  });

  it("asks who an unclear row is, and takes the answer", async () => {
    const { organiser } = await aDesk(db());
    await imported(organiser, csv(lines));
    const other = csv(["1;Jonas Beržas;Šilutė;;Muziejus;;"]);
    const undecided = await imported(organiser, other);
    expect(undecided.page).toContain("Tas pats: Jonas Beržas, Kultūros centras");
    expect(await peopleOf(db())).toHaveLength(4);
    const somebodyElse = await imported(organiser, other, { "row-3": "new" });
    expect(somebodyElse.response.status).toBe(303);
    expect(await peopleOf(db())).toHaveLength(5);
    expect((await imported(organiser, other)).page).toContain("Įrašyti nėra ko");
  });

  it("is read with columns said by hand, where its heads say nothing", async () => {
    const { organiser } = await aDesk(db());
    const address = await uploaded(
      organiser,
      new File(["a;b\r\nOna;Eglė\r\nJonas;Beržas"], "x.csv"),
    );
    const page = await (await organiser.get(address)).text();
    expect(page).not.toContain('name="fingerprint"');
    expect(page).toContain("pavyzdžiui: Ona");
    const half = { "column-0": "firstName", "column-1": "firstName", role: "involved" };
    const refused = await organiser.post(`${address}/columns`, half);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("Nurodykite vietovės stulpelį");
    const whole = { ...half, "column-1": "lastName", locality: "trakai" };
    expect((await organiser.post(`${address}/columns`, whole)).status).toBe(303);
    const fingerprint = fingerprintIn(await (await organiser.get(address)).text());
    await organiser.post(address, { fingerprint });
    expect((await peopleOf(db())).map((row) => [row.fullName, row.locality, row.role])).toEqual([
      ["Jonas Beržas", "trakai", "involved"],
      ["Ona Eglė", "trakai", "involved"],
    ]);
  });

  it("may be a workbook; the sheet that names most columns is read, and another can be chosen", async () => {
    const { organiser } = await aDesk(db());
    const bytes = writeDataXlsx(
      { columns: ["Vardas, pavardė", "Vietovė"], rows: [["Ona Eglė", "Trakai"]] },
      { title: "Dalyviai", author: "", day: "2026-03-02", demonstration: null },
    );
    const { response } = await imported(organiser, new File([new Uint8Array(bytes)], "d.xlsx"));
    expect(response.status).toBe(303);
    expect((await peopleOf(db())).map(({ fullName }) => fullName)).toEqual(["Ona Eglė"]);
    const address = await uploaded(organiser, csv(lines));
    const wrong = await organiser.post(`${address}/sheet`, { sheet: "0", headRow: "99" });
    expect(wrong.status).toBe(422);
    expect((await organiser.post(`${address}/sheet`, { sheet: "0", headRow: "1" })).status).toBe(
      303,
    );
    expect(await (await organiser.get(address)).text()).not.toContain('name="fingerprint"');
  });

  it("is not taken over when the register changed meanwhile, and only once when sent twice", async () => {
    const { organiser } = await aDesk(db());
    const address = await uploaded(organiser, csv(lines));
    const fingerprint = fingerprintIn(await (await organiser.get(address)).text());
    await organiser.post(list, participantSent({ organisation: "Kultūros centras" }));
    const refused = await organiser.post(address, { fingerprint });
    expect(refused.status).toBe(409);
    const page = await refused.text();
    expect(page).toContain("dalyvių sąrašas pasikeitė");
    expect(await peopleOf(db())).toHaveLength(1);
    const again = { fingerprint: fingerprintIn(page) };
    expect((await organiser.post(address, again)).status).toBe(303);
    expect((await organiser.post(address, again)).status).toBe(303);
    expect(await peopleOf(db())).toHaveLength(4);
  });

  it("is refused with a reason, and shown as text whatever is in it", async () => {
    const { organiser } = await aDesk(db());
    for (const file of [new File([], "tuscias.csv"), new File(["\u0000\u0001\u0002"], "x.xlsx")]) {
      const response = await organiser.upload(`${list}/upload`, "file", file);
      expect(response.status).toBe(422);
      expect(await response.text()).toContain('id="file-mistake"');
    }
    const nasty = "<script>alert(1)</script>";
    const address = await uploaded(
      organiser,
      new File([`${nasty};Vardas, pavardė;Vietovė\r\n${nasty};${nasty};${nasty}`], `${nasty}.csv`),
    );
    const page = await (await organiser.get(address)).text();
    expect(page).not.toContain("<script>alert");
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;.csv");
  });

  it("is forgotten: its rows when it was taken over, all of it a day later or at once on request", async () => {
    const { organiser, programme } = await aDesk(db());
    const { address } = await imported(organiser, csv(lines));
    const stored = await db().selectFrom("identity.uploaded_list").select("sheets").execute();
    expect(stored).toEqual([{ sheets: [] }]);
    const second = await uploaded(organiser, csv(lines));
    expect((await organiser.post(`${second}/discard`)).status).toBe(303);
    expect((await organiser.get(second)).status).toBe(404);
    await db()
      .updateTable("identity.uploaded_list")
      .set({ expires_at: now, sheets: json([]) })
      .where("programme_id", "=", programme.id)
      .execute();
    expect((await organiser.get(address)).status).toBe(404);
    await uploaded(organiser, csv(lines));
    expect(await db().selectFrom("identity.uploaded_list").select("id").execute()).toHaveLength(1);
  });

  it("is its own programme's, and for organisers alone", async () => {
    const { app, deps, organiser, programme } = await aDesk(db());
    const address = await uploaded(organiser, csv(lines));
    const other = await aProgramme(db(), now, { slug: "kitas" });
    const strange = await aStaffUser(db(), other, ["organiser", "data"]);
    const stranger = await signedIn(app, deps, strange);
    expect((await stranger.get(address)).status).toBe(404);
    expect((await stranger.get(address.replace("bandymas", "kitas"))).status).toBe(404);
    expect((await stranger.post(address.replace("bandymas", "kitas"))).status).toBe(404);
    const data = await signedIn(app, deps, await aStaffUser(db(), programme, ["data"]));
    expect((await data.upload(`${list}/upload`, "file", csv(lines))).status).toBe(403);
    expect((await data.post(address)).status).toBe(403);
  });
});

describe("a long list", () => {
  const { db } = useOwnDatabase();

  it("of 20,000 rows is looked at, taken over and found again", async () => {
    const { organiser } = await aDesk(db());
    const rows = Array.from(
      { length: 20_000 },
      (_, index) =>
        `${index};Vardenis${index} Pavardenis${index % 977};Šilutė;;Įstaiga ${index % 50};;`,
    );
    const { response, page } = await imported(organiser, csv(rows));
    expect(page.length).toBeLessThan(400_000);
    expect(response.status).toBe(303);
    const { count } = await db()
      .selectFrom("identity.enrolment")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    expect(count).toBe(20_000);
    expect((await imported(organiser, csv(rows))).page).toContain("Įrašyti nėra ko");
    const found = await organiser.post(`${list}/search`, { words: "vardenis19999" });
    expect(await found.text()).toContain("Rasta: 1\u00a0žmogus.");
  });
});
