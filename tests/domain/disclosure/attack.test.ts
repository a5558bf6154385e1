import { describe, expect, it } from "vitest";
import { certify } from "../../attack/certify.ts";
import { exhaustChoices } from "../../attack/exhaust-choices.ts";
import { readFacts } from "../../attack/facts.ts";
import { naiveFacts, pairsOfLocality } from "../../attack/naive.ts";
import { allReleases, oneRelease, releaseOf } from "../../attack/our-releases.ts";
import { randomFrom } from "../../attack/random.ts";
import { randomWorld } from "../../attack/random-world.ts";
import {
  certifyAnswers,
  certifyGaps,
  certifyHistories,
  certifyReleases,
  certifySectors,
  certifyStartHistories,
  certifyStarts,
  certifyStartsAfterLate,
  exhaustItem,
  exhaustTiny,
  quickChoices,
  quickTinies,
  solveReleases,
  tryPlantedLeaks,
} from "../../attack/report.ts";
import { solve } from "../../attack/solve.ts";
import type { Person, World } from "../../attack/world.ts";

describe("the solver", () => {
  it.each(
    tryPlantedLeaks().map((result) => [result.leak.rule, result.leak.fault, result] as const),
  )(
    "%s: finds the leak when %s, and none in our release of the same people",
    (_, __, { found, wrong, ours }) => {
      expect(found.length).toBeGreaterThan(0);
      expect(wrong).toEqual([]);
      expect(ours).toEqual([]);
    },
  );

  it("never claims what is not so, even when everything is shown", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const world = randomWorld(randomFrom(seed));
      const showing = { decimals: 4, sd: true, counts: true, extremes: true };
      const facts = [0, 1, 2, 3, 4].flatMap((place) =>
        naiveFacts(world, pairsOfLocality(world, place), showing),
      );
      for (const { person, secret, value } of solve(world, facts, undefined)) {
        const { before, after } = world.people[person]!;
        const truth = { before, after, gain: after! - before! };
        expect(truth[secret]).toBe(value);
      }
    }
  });
});

describe("an attack on random programmes", () => {
  const seeds = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

  it("learns of most people when nothing is withheld, of some when heads are counted, of none here", () => {
    const { people, unsuppressed, thresholdAlone, learnt } = solveReleases(seeds(25));
    expect(unsuppressed).toBeGreaterThan(people / 2);
    expect(thresholdAlone).toBeGreaterThan(0);
    expect(learnt).toEqual([]);
  }, 60_000);

  it("leaves every secret of everybody open: another data set has the very same figures", () => {
    const { asked, exchanged, alternatives, uncertified } = certifyReleases(seeds(8));
    expect(uncertified).toEqual([]);
    expect(exchanged + alternatives).toBe(asked);
    expect(alternatives).toBeGreaterThan(0);
  }, 60_000);

  it("leaves them open in all releases of a programme, for evaluators and the public together", () => {
    // Programme 15 gave somebody away while late answers were told whenever five people came.
    const { asked, uncertified } = certifyHistories([9, 15]);
    expect(uncertified).toEqual([]);
    expect(asked).toBeGreaterThan(0);
  }, 60_000);

  it("leaves them open where people left items out", () => {
    const { alternatives, uncertified } = certifyGaps(seeds(3));
    expect(uncertified).toEqual([]);
    expect(alternatives).toBeGreaterThan(0);
  }, 60_000);

  it("leaves them open beside a breakdown whose groups everybody knows", () => {
    const { asked, uncertified } = certifySectors([7]);
    expect(uncertified).toEqual([]);
    expect(asked).toBeGreaterThan(0);
  }, 60_000);

  it("leaves them open beside change by starting level", () => {
    const { asked, telling, uncertified } = certifyStarts(seeds(6));
    expect(uncertified).toEqual([]);
    expect(telling).toBeGreaterThan(0);
    expect(asked).toBeGreaterThan(0);
  }, 60_000);

  it.each([
    ["come in after the last locality has closed", certifyStartHistories],
    ["come in before the last locality closes", certifyStartsAfterLate],
  ])(
    "leaves them open beside change by starting level in all releases, where late answers %s",
    (_, certifyAll) => {
      const { asked, telling, uncertified, withoutIt } = certifyAll(seeds(6).slice(1));
      expect({ uncertified, withoutIt }).toEqual({ uncertified: [], withoutIt: 0 });
      expect(telling).toBeGreaterThan(1);
      expect(asked).toBeGreaterThan(0);
    },
    60_000,
  );

  it("leaves answers to single items open", () => {
    const { asked, certified } = certifyAnswers(seeds(50));
    expect(certified).toBe(asked);
  }, 60_000);
});

describe("an attacker who goes through every data set", () => {
  it.each(quickTinies)(
    "of %d answer steps and %j people learns nothing",
    (steps, sizes) => {
      const { asked, learnt } = exhaustTiny([steps, sizes]);
      expect(asked).toBeGreaterThan(0);
      expect(learnt).toEqual([]);
    },
    60_000,
  );
});

describe("an attacker who goes through every way of choosing several options", () => {
  it.each(quickChoices)(
    "learns nothing of $people people who choose $fewest to $most of $options options",
    (item) => {
      const { asked, learnt } = exhaustItem(item);
      expect(asked).toBeGreaterThan(0);
      expect(learnt).toEqual([]);
    },
  );

  it("learns what nobody or everybody chose where counts are shown as they are", () => {
    const { learnt } = exhaustChoices(quickChoices[1]!, (counts) => counts);
    const outsider = learnt.filter(({ attacker }) => attacker === null);
    expect(outsider.some(({ isChosen }) => isChosen)).toBe(true);
    expect(outsider.some(({ isChosen }) => !isChosen)).toBe(true);
    // Whoever alone chose an option knows of all others that they did not.
    expect(learnt.length).toBeGreaterThan(outsider.length);
  });
});

/** Three of A did not change; eleven of B cover them, and five more of B, who all rose, come late. */
function worldOfCover(): World {
  const rows = (locality: number, scores: string, isLate = false) =>
    scores.split(" ").map((score) => {
      const [before, after] = score.split("-").map(Number);
      return { locality, before: before!, after: after!, isLate };
    });
  const varied = "1-7 9-9 4-10 12-9 6-6 15-16 2-9 8-5 11-11 3-9 10-14";
  const people = [
    ...rows(0, "5-5 9-9 3-3"),
    ...rows(1, varied),
    ...rows(1, "2-3 3-6 4-9 1-9 0-12", true),
    ...rows(2, varied),
  ];
  return { localities: 3, steps: 16, unitsPerStep: 1, people };
}

const isOfTotal = ({ locality, isLate }: Person) => locality < 2 && !isLate;
const isOfRevision = ({ locality }: Person) => locality === 1;

describe("certificates", () => {
  it("are refused where change by starting level is shown of people who started and changed alike", () => {
    const people = Array.from({ length: 12 }, () => ({ locality: 0, before: 0, after: 3 }));
    const world: World = { localities: 1, steps: 16, unitsPerStep: 1, people };
    const publish = (one: World) =>
      [0, 1].map((band) => {
        const started = one.people.filter(({ before }) => (before! < 3 ? 0 : 1) === band);
        const sum = (of: (person: World["people"][number]) => number) =>
          started.reduce((total, person) => total + of(person), 0);
        return [
          started.length,
          sum(({ before }) => before!),
          sum(({ before, after }) => after! - before!),
        ];
      });
    expect(certify(world, { everyday: publish, all: publish }).learnt).not.toEqual([]);
    expect(certify(world, oneRelease).learnt).toEqual([]);
  });

  it("are refused where a locality that covered three who are alike is told anew with five more", () => {
    // 6 of A and B rose; 11 of B and the five: so all five rose, and nobody of A.
    const world = worldOfCover();
    const toldAnew = ({ people }: World) =>
      [isOfTotal, isOfRevision].map((isOf) => {
        const gains = people.filter(isOf).map(({ before, after }) => Math.sign(after! - before!));
        return [1, 0, -1].map((sign) => gains.filter((one) => one === sign).length);
      });
    const secrets = certify(world, { everyday: toldAnew, all: toldAnew }).learnt;
    expect(secrets).toContainEqual({ cohort: "0", secret: "gain", insider: undefined });
    expect(certify(world, allReleases).learnt).toEqual([]);
  }, 60_000);

  it("are refused where a mean of everybody at the top is shown", () => {
    const people = Array.from({ length: 6 }, () => ({ locality: 0, before: 16, after: 16 }));
    const world: World = { localities: 1, steps: 16, unitsPerStep: 1, people };
    const publish = ({ people }: World) => people.reduce((sum, { before }) => sum + before!, 0);
    expect(certify(world, { everyday: publish, all: publish }).learnt).not.toEqual([]);
    expect(readFacts(releaseOf(world), world).length).toBeGreaterThan(0);
  });
});
