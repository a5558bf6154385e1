import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { useDatabase } from "../../support/database.ts";
import { commandJudge, unlessHere } from "../../support/judges.ts";
import { aReleasedDemonstration, type Demonstration, textOf } from "./package-desk.ts";
import { inUnpacked, recompute, statesOf } from "./unpacked.ts";

const rscript = commandJudge("Rscript", "r-base-core");
const pspp = commandJudge("pspp", "pspp");
const xmllint = commandJudge("xmllint", "libxml2-utils");

describe("a data package in other programs", () => {
  const { db } = useDatabase();
  let demo: Demonstration;
  beforeEach(async () => {
    demo = await aReleasedDemonstration(db());
  });

  it.skipIf(!rscript.isHere)(
    `is recomputed by plain R to the released numbers${unlessHere(rscript)}`,
    async () => {
      const unpacked = await demo.fetch();
      const { status, stdout } = recompute(unpacked);
      expect(stdout).not.toContain("DIFFERENT");
      const states = statesOf(unpacked);
      const count = (state: string) => states.filter((one) => one === state).length;
      expect(count("released")).toBeGreaterThan(200);
      expect(count("withheld")).toBeGreaterThan(0);
      expect(stdout).toContain(
        `${count("released")} equal, 0 different, 0 changed since the release (not compared), ${count("withheld")} withheld`,
      );
      expect(status).toBe(0);
    },
  );

  it.skipIf(!rscript.isHere)(
    `notices in R a number or an answer that was altered${unlessHere(rscript)}`,
    async () => {
      const unpacked = await demo.fetch();
      const altered = { ...unpacked.files };
      const [heading, ...lines] = textOf(unpacked, "headline.csv").trimEnd().split("\r\n");
      const at = lines.findIndex((line) => line.includes(",*,mean_gain,"));
      const cells = lines[at]!.split(",");
      cells[3] = String(Math.round(Number(cells[3]) * 10 + 1) / 10);
      lines[at] = cells.join(",");
      altered["headline.csv"] = Buffer.from(`${[heading, ...lines].join("\r\n")}\r\n`);
      const { status, stdout } = recompute({ ...unpacked, files: altered });
      expect([status, stdout.match(/DIFFERENT/g)?.length]).toEqual([1, 1]);
    },
  );

  it.skipIf(!pspp.isHere)(
    `is read by PSPP with labels and missing codes${unlessHere(pspp)}`,
    async () => {
      const unpacked = await demo.fetch({ openTexts: "on" });
      const said = inUnpacked(unpacked, (folder) => {
        const syntax =
          "GET FILE='answers.sav'.\nDISPLAY DICTIONARY.\nFREQUENCIES /VARIABLES=wave locality /FORMAT=NOTABLE.\nDESCRIPTIVES score_ZIN.\n";
        fs.writeFileSync(path.join(folder, "ask.sps"), syntax);
        const env = { ...process.env, LC_ALL: "C.UTF-8" };
        return execFileSync("pspp", ["ask.sps"], { cwd: folder, encoding: "utf8", env });
      });
      expect(said).not.toContain("error");
      expect(said).toContain("Prienai");
      expect(said).toContain("-96");
      expect(said).toContain("Praleista");
    },
  );

  it.skipIf(!xmllint.isHere)(
    `has a code book that is valid DDI${unlessHere(xmllint)}`,
    async () => {
      const unpacked = await demo.fetch({ openTexts: "on" });
      const schema = path.resolve("tests/golden/ddi-codebook-2.6/codebook.xsd");
      const ran = inUnpacked(unpacked, (folder) =>
        spawnSync(
          "xmllint",
          ["--nonet", "--noout", "--schema", schema, path.join(folder, "codebook-ddi.xml")],
          { encoding: "utf8" },
        ),
      );
      expect([ran.status, ran.status === 0 ? "" : ran.stderr]).toEqual([0, ""]);
    },
  );
});
