import { beforeEach, describe, expect, it } from "vitest";
import type { Visitor } from "../../support/app.ts";
import { useDatabase } from "../../support/database.ts";
import { anOrganiser, begun, draftAt, fieldsIn } from "./desk.ts";

const words = (name: string, lt: string, en = lt) => ({ [`${name}.lt`]: lt, [`${name}.en`]: en });

describe("the editor's larger forms", () => {
  const { db } = useDatabase();
  let organiser: Visitor;
  let address: string;

  beforeEach(async () => {
    ({ organiser } = await anOrganiser(db()));
    address = await begun(organiser);
    await organiser.post(`${address}/sections/new`, {
      ...words("title", "Kūrybiškumas", "Creativity"),
      purpose: "competency",
      key: "KURY",
    });
    await organiser.post(`${address}/answer-sets/new`, {
      ...words("point.0", "Ne", "No"),
      ...words("point.1", "Taip", "Yes"),
      key: "agree",
    });
  });

  const draft = () => draftAt(db(), address);
  const htmlAt = async (path: string) => await (await organiser.get(`${address}${path}`)).text();

  describe("a pasted list of statements", () => {
    const form = { section: "KURY", answerSet: "agree", wave: ["before", "after"], scale: "+" };
    const path = "/statements/new";

    it("makes one of each line, without the list's numbers, and a scale of them", async () => {
      const sent = {
        ...form,
        "lines.lt": "1. Randu naujų kelių.\r\n\r\n• Drąsiai bandau.\n3 kartus tikrinu.",
        "lines.en": "1) I find new ways.\n– I dare to try.\nI check three times.",
      };
      const saved = await organiser.post(`${address}${path}`, sent);
      expect(saved.status).toBe(303);
      const { items, scales, sections } = await draft();
      expect(items.map(({ key, text }) => [key, text.lt, text.en])).toEqual([
        ["KURY1", "Randu naujų kelių.", "I find new ways."],
        ["KURY2", "Drąsiai bandau.", "I dare to try."],
        ["KURY3", "3 kartus tikrinu.", "I check three times."],
      ]);
      for (const item of items) {
        const shared = { kind: "rating", answerSet: "agree", waves: ["before", "after"] };
        expect(item).toMatchObject({ ...shared, isRequired: false });
      }
      expect(sections[0]!.items).toEqual(["KURY1", "KURY2", "KURY3"]);
      const title = { lt: "Kūrybiškumas", en: "Creativity" };
      const items3 = ["KURY1", "KURY2", "KURY3"];
      expect(scales).toEqual([{ key: "KURY", title, kind: "rating", items: items3, reversed: [] }]);
    });

    it("goes on after the codes that are taken, and into the scale that is chosen", async () => {
      await organiser.post(`${address}${path}`, { ...form, "lines.lt": "Vienas\nDu" });
      const blank = fieldsIn(await htmlAt(`${path}?section=KURY`));
      expect(blank).toMatchObject({ answerSet: ["agree"], wave: ["before", "after"] });
      await organiser.post(`${address}${path}`, { ...form, "lines.lt": "Trys", scale: "KURY" });
      const { items, scales } = await draft();
      expect(items.map(({ key }) => key)).toEqual(["KURY1", "KURY2", "KURY3"]);
      expect(scales.map((scale) => scale.items)).toEqual([["KURY1", "KURY2", "KURY3"]]);
      expect(items[2]!.text).toEqual({ lt: "Trys", en: "" });
    });

    it.each([
      [{ "lines.lt": "Vienas\nDu", "lines.en": "One" }, "lines-en", "tiek pat"],
      [{ "lines.lt": " \n\n" }, "lines-lt", "Užpildykite"],
      [{ "lines.lt": Array(61).fill("Teiginys").join("\n") }, "lines-lt", "daugiausia 60"],
      [{ "lines.lt": "Vienas", answerSet: "kita" }, "answerSet", "Pasirinkite"],
      [{ "lines.lt": "Vienas", scale: "kita" }, "scale", "Pasirinkite"],
    ])("comes back as it was typed with what is wrong in it: %o", async (wrong, id, told) => {
      const reply = await organiser.post(`${address}${path}`, { ...form, ...wrong });
      expect(reply.status).toBe(422);
      const page = await reply.text();
      expect(page).toContain(`href="#${id}"`);
      expect(new RegExp(`id="${id}-mistake">([^<]*)<`).exec(page)?.[1]).toContain(told);
      expect(fieldsIn(page)["lines.lt"]?.[0]?.trim()).toBe(wrong["lines.lt"].trim());
      expect((await draft()).items).toEqual([]);
    });
  });

  describe("the kind of a question", () => {
    const asked = { ...words("text", "Ką manote?"), section: "KURY", wave: "before", key: "Q" };
    const options = {
      ...words("option.0", "Pirmas"),
      ...words("option.1", "Antras"),
      "option.0.value": "first",
    };

    it("goes from a short text to a long one and back, with a length that fits", async () => {
      const short = { kind: "short-text", maximumLength: "120" };
      await organiser.post(`${address}/items/new`, { ...asked, ...short });
      for (const [kind, length] of [
        ["long-text", 1500],
        ["short-text", 200],
      ] as const) {
        const form = fieldsIn(await htmlAt("/items/Q"));
        const shown = await organiser.post(`${address}/items/Q`, { ...form, _go: `as-${kind}` });
        expect((await draft()).items[0]!.kind).not.toBe(kind);
        await organiser.post(`${address}/items/Q`, fieldsIn(await shown.text()));
        expect((await draft()).items[0]).toMatchObject({ kind, maximumLength: length });
      }
    });

    it.each(["multiple", "ranking", "single"])(
      "goes from a choice to %s, and keeps its answers",
      async (kind) => {
        const from = kind === "single" ? "multiple" : "single";
        await organiser.post(`${address}/items/new`, { ...asked, ...options, kind: from });
        const { options: kept } = (await draft()).items[0] as { options: unknown };
        const form = fieldsIn(await htmlAt("/items/Q"));
        const shown = await organiser.post(`${address}/items/Q`, { ...form, _go: `as-${kind}` });
        const saved = await organiser.post(`${address}/items/Q`, fieldsIn(await shown.text()));
        expect(saved.status).toBe(303);
        expect((await draft()).items[0]).toMatchObject({
          kind,
          options: kept,
          text: { lt: "Ką manote?" },
        });
      },
    );

    it("stays where nothing of it would fit", async () => {
      await organiser.post(`${address}/items/new`, {
        ...asked,
        kind: "short-text",
        maximumLength: "120",
      });
      expect(await htmlAt("/items/Q")).toContain('value="as-long-text"');
      expect(await htmlAt("/items/Q")).not.toContain('value="as-single"');
      const form = fieldsIn(await htmlAt("/items/Q"));
      await organiser.post(`${address}/items/Q`, { ...form, kind: "number" });
      expect((await draft()).items[0]!.kind).toBe("short-text");
    });
  });

  describe("groups of people", () => {
    const path = "/breakdowns";

    beforeEach(async () => {
      const asked = { ...words("text", "Kur dirbate?", "Where do you work?"), section: "KURY" };
      const options = ["Muziejus", "Teatras", "Mokykla"].map((label, at) => ({
        ...words(`option.${at}`, label),
        [`option.${at}.value`]: ["museum", "theatre", "school"][at]!,
      }));
      const form = Object.assign(
        { ...asked, kind: "single", hasOther: "yes", wave: "before", key: "WORK" },
        ...options,
      );
      await organiser.post(`${address}/items/new`, form);
    });

    const groups = {
      item: "WORK",
      key: "field",
      ...words("title", "Sritis", "Field"),
      ...words("group.0", "Kultūra", "Culture"),
      ...words("group.1", "Švietimas", "Education"),
      "of.museum": "0",
      "of.theatre": "0",
      "of.school": "1",
    };

    it("are made of the answers to a question, seen again as they are, and changed", async () => {
      const blank = fieldsIn(await htmlAt(`${path}/new?item=WORK`));
      expect(blank).toMatchObject({ "title.lt": ["Kur dirbate?"], "of.other": [""] });
      expect((await organiser.post(`${address}${path}/new`, groups)).status).toBe(303);
      const [stored] = (await draft()).breakdowns;
      expect(stored).toEqual({
        key: "field",
        title: { lt: "Sritis", en: "Field" },
        item: "WORK",
        groups: [
          { key: "g1", label: { lt: "Kultūra", en: "Culture" }, values: ["museum", "theatre"] },
          { key: "g2", label: { lt: "Švietimas", en: "Education" }, values: ["school"] },
        ],
      });
      const form = fieldsIn(await htmlAt(`${path}/field`));
      await organiser.post(`${address}${path}/field`, form);
      expect((await draft()).breakdowns).toEqual([stored]);
      const more = await organiser.post(`${address}${path}/field`, { ...form, _go: "group-add" });
      const grown = {
        ...fieldsIn(await more.text()),
        ...words("group.2", "Kita"),
        "of.other": "2",
      };
      await organiser.post(`${address}${path}/field`, grown);
      expect((await draft()).breakdowns[0]!.groups.map(({ key, values }) => [key, values])).toEqual(
        [
          ["g1", ["museum", "theatre"]],
          ["g2", ["school"]],
          ["g3", ["other"]],
        ],
      );
    });

    it("keep their codes when one of them goes", async () => {
      await organiser.post(`${address}${path}/new`, {
        ...groups,
        ...words("group.2", "Kita"),
        "of.other": "2",
      });
      const form = fieldsIn(await htmlAt(`${path}/field`));
      const without = { ...form, ...words("group.0", ""), "of.museum": "1", "of.theatre": "" };
      await organiser.post(`${address}${path}/field`, without);
      expect((await draft()).breakdowns[0]!.groups.map(({ key, values }) => [key, values])).toEqual(
        [
          ["g2", ["museum", "school"]],
          ["g3", ["other"]],
        ],
      );
    });

    it.each([
      [{ "group.1.lt": "", "group.1.en": "", "of.school": "" }, "group-1-lt", "Užpildykite"],
      [{ "group.1.lt": "", "group.1.en": "" }, "of-school", "Pasirinkite"],
      [{ "of.school": "0" }, "group-1-lt", "nepriskirtas"],
      [{ "title.lt": "", "title.en": "" }, "title-lt", "Užpildykite"],
      [{ item: "NONE" }, "item", "Pasirinkite"],
    ])("come back with what is wrong: %o", async (wrong, id, told) => {
      const reply = await organiser.post(`${address}${path}/new`, { ...groups, ...wrong });
      expect(reply.status).toBe(422);
      const page = await reply.text();
      expect(page).toContain(`href="#${id}"`);
      expect(new RegExp(`id="${id}-mistake">([^<]*)<`).exec(page)?.[1]).toContain(told);
      expect((await draft()).breakdowns).toEqual([]);
    });
  });
});
