import { describe, expect, it } from "vitest";
import { createApp } from "../../../server/app.ts";
import { signedIn } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { aProgramme, aStaffUser } from "../../support/programme.ts";
import { aDesk, list, now, participantSent, peopleOf } from "./setting.ts";

describe("the list of participants", () => {
  const { db } = useDatabase();

  it("is added to, and found by names typed without their marks", async () => {
    const { organiser } = await aDesk(db());
    const added = await organiser.post(list, participantSent());
    expect(added.status).toBe(303);
    await organiser.post(
      list,
      participantSent({ fullName: "Łucja Żuk", organisation: "", locality: "trakai" }),
    );
    const names = async (form: Record<string, string>) => {
      const shown = await (await organiser.post(`${list}/search`, form)).text();
      return [...shown.matchAll(/<th scope="row"><a [^>]*>([^<]+)/g)].map(([, name]) => name);
    };
    expect(await names({ words: "azuolaite zydrune" })).toEqual(["Žydrūnė Ąžuolaitė"]);
    expect(await names({ words: "SILUTES" })).toEqual(["Žydrūnė Ąžuolaitė"]);
    expect(await names({ words: "lucja" })).toEqual(["Łucja Żuk"]);
    expect(await names({ words: "z" })).toEqual(["Łucja Żuk", "Žydrūnė Ąžuolaitė"]);
    expect(await names({ locality: "trakai" })).toEqual(["Łucja Żuk"]);
    expect(await names({ role: "involved" })).toEqual([]);
    expect(await names({ words: "%" })).toHaveLength(2);
  });

  it("keeps what was typed with a mistake beside each field, and stores nothing", async () => {
    const { organiser } = await aDesk(db());
    const refused = await organiser.post(
      list,
      participantSent({
        fullName: " – ",
        email: "a@b.lt\r\nBcc: c@d.lt",
        locality: "nera",
        withdrawnOn: "2026-01-31",
        phone: "<b>1</b>",
      }),
    );
    const shown = await refused.text();
    expect(refused.status).toBe(422);
    for (const field of ["fullName", "email", "locality", "withdrawnOn"]) {
      expect(shown).toContain(`id="${field}-mistake"`);
      expect(shown).toContain(`href="#${field}"`);
    }
    expect(shown).not.toContain('id="phone-mistake"');
    expect(shown).toContain("&lt;b&gt;1");
    expect(await peopleOf(db())).toEqual([]);
  });

  it("edits a person and where they take part, and counts each person once", async () => {
    const { organiser } = await aDesk(db());
    const { headers } = await organiser.post(list, participantSent());
    const page = headers.get("location")!.split("?")[0]!;
    const more = participantSent({ locality: "trakai", role: "involved" });
    expect((await organiser.post(`${page}/enrolments`, more)).status).toBe(303);
    const again = await organiser.post(`${page}/enrolments`, more);
    expect(again.status).toBe(422);
    expect(await again.text()).toContain("Šioje vietovėje žmogus jau įrašytas.");
    const shown = await (await organiser.get(list)).text();
    expect(shown).toContain("1\u00a0įsitraukęs žmogus, 0\u00a0pažymėjimus gavusių dalyvių.");
    expect(shown).toContain("Rasta: 1\u00a0žmogus, 2\u00a0registracijos.");
    expect(shown).toContain("Vietovių skaičių suma didesnė už bendrą");
    const people = await peopleOf(db());
    const trakai = people.find(({ locality }) => locality === "trakai")!;
    await organiser.post(
      `${page}/enrolments/${trakai.enrolmentId}`,
      participantSent({ withdrawnOn: "2026-02-20" }),
    );
    await organiser.post(page, participantSent({ fullName: "Žydrūnė Ąžuolienė" }));
    expect((await peopleOf(db())).map((row) => [row.fullName, row.withdrawnOn])).toEqual([
      ["Žydrūnė Ąžuolienė", null],
      ["Žydrūnė Ąžuolienė", "2026-02-20"],
    ]);
    expect(await (await organiser.get(list)).text()).not.toContain("suma didesnė");
  });

  it("notes gender and age where they were said, and shows them on the person's page alone", async () => {
    const { organiser } = await aDesk(db());
    const said = participantSent({ gender: "woman", ageBand: "30-54" });
    const page = (await organiser.post(list, said)).headers.get("location")!.split("?")[0]!;
    expect(await peopleOf(db())).toMatchObject([{ gender: "woman", ageBand: "30-54" }]);
    const shown = await (await organiser.get(page)).text();
    expect(shown).toContain('<option value="woman" selected="">moteris');
    expect(shown).toContain('<option value="30-54" selected="">30–54 metai');
    const listed = await (await organiser.get(list)).text();
    expect(listed).toContain("Žydrūnė Ąžuolaitė");
    expect(listed).not.toMatch(/moteris|30–54/);
    const refused = await organiser.post(page, participantSent({ gender: "M", ageBand: "37" }));
    expect(refused.status).toBe(422);
    const told = await refused.text();
    expect(told).toContain('href="#gender"');
    expect(told).toContain('id="ageBand-mistake"');
    await organiser.post(page, participantSent());
    expect(await peopleOf(db())).toMatchObject([{ gender: null, ageBand: null }]);
  });

  it("turns pages in Lithuanian order", async () => {
    const { organiser } = await aDesk(db(), { enrolled: { silute: 60, trakai: 20 } });
    const first = await (await organiser.get(list)).text();
    expect(first).toContain("1 puslapis iš 2");
    const second = await (await organiser.post(`${list}/search`, { page: "2" })).text();
    const names = [first, second].flatMap((page) =>
      [...page.matchAll(/<th scope="row"><a [^>]*>([^<]+)/g)].map(([, name]) => name!),
    );
    expect(names).toHaveLength(80);
    expect(names).toEqual([...names].sort(new Intl.Collator("lt").compare));
  });

  it("writes ids into the audit log and no name", async () => {
    const { organiser } = await aDesk(db());
    await organiser.post(list, participantSent({ email: "zydrune@example.org" }));
    const trace = await db().selectFrom("audit_event").selectAll().execute();
    expect(trace.at(-1)).toMatchObject({ action: "added-participant" });
    expect(JSON.stringify(trace)).not.toMatch(/uolait|example\.org/);
  });

  it("is the organiser's alone, and one programme's own", async () => {
    const { app, deps, programme, organiser } = await aDesk(db());
    const { headers } = await organiser.post(list, participantSent());
    const page = headers.get("location")!.split("?")[0]!;
    const other = await aProgramme(db(), now, { slug: "kitas" });
    const strange = await aStaffUser(db(), other, ["organiser", "data"]);
    const stranger = await signedIn(app, deps, strange);
    const evaluator = await signedIn(app, deps, await aStaffUser(db(), programme, ["evaluator"]));
    const [row] = await peopleOf(db());
    for (const [visitor, status] of [
      [stranger, 404],
      [evaluator, 403],
    ] as const) {
      for (const response of [
        await visitor.get(list),
        await visitor.get(page),
        await visitor.post(page, participantSent()),
        await visitor.post(list, participantSent()),
        await visitor.post(`${list}/search`),
        await visitor.post(`${page}/enrolments/${row!.enrolmentId}`, participantSent()),
        await visitor.get(`${list}/duplicates`),
        await visitor.post(`${list}/merges`, { kept: row!.personId, gone: other.id }),
      ]) {
        expect(response.status).toBe(status);
      }
    }
    const own = page.replace("bandymas", "kitas");
    expect((await stranger.get(own)).status).toBe(404);
    expect((await stranger.post(own, participantSent())).status).toBe(404);
    expect((await createApp(deps).request(`http://localhost${list}`)).status).toBe(401);
  });
});
