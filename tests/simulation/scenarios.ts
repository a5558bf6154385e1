import { normalLower } from "../../server/domain/statistics/distributions/normal.ts";

/** One person's gain on a scale of five items of 1 ... 5: a difference of sums, -20 ... 20. */
export interface Scenario {
  name: string;
  /** What it stands for, in words that go beside the table. */
  description: string;
  drawGain(random: () => number): number;
  /** The expected gain, exact. */
  trueGain: number;
}

const items = 5;
const lowest = 1;
const highest = 5;

interface LatentModel {
  /** Where the average person stands before, on the scale of the answers. */
  level: number;
  /** How far people differ from each other, before as after. */
  personSd: number;
  /** How far one answer strays from the person, each time anew. */
  itemSd: number;
  /** How much people rise, and how differently. */
  rise: number;
  riseSd: number;
}

/** Ordinary answers to middling questions: nobody is near an end. */
export const midScale = latentScenario(
  "A mid-scale",
  "normal latent trait around 3 of 5, people differ by 0.7, answers by 0.8, rise 0.4 ± 0.3",
  { level: 3, personSd: 0.7, itemSd: 0.8, rise: 0.4, riseSd: 0.3 },
);

/** Many are near the top before: those who start low gain, the others cannot. */
export const nearCeiling = latentScenario(
  "B near ceiling",
  "normal latent trait around 4.3 of 5, people differ by 0.8, answers by 0.7, rise 0.6 ± 0.4",
  { level: 4.3, personSd: 0.8, itemSd: 0.7, rise: 0.6, riseSd: 0.4 },
);

/** Most answer as before, give or take a step; one in five rises on nearly every item. */
export const fewGainMuch: Scenario = (() => {
  const share = 0.2;
  const wobble = 0.04;
  const steps = [1, 2, 2, 3] as const;
  const meanStep = 2;
  return {
    name: "C few gain a lot",
    description:
      "four in five give the same answers, each item ±1 with 4 % each; one in five rises 1 to 3 steps on every item",
    drawGain: (random) => {
      const gains = random() < share;
      let sum = 0;
      for (let item = 0; item < items; item++) {
        const u = random();
        if (gains) sum += steps[Math.floor(u * steps.length)]!;
        else if (u < wobble) sum += 1;
        else if (u > 1 - wobble) sum -= 1;
      }
      return sum;
    },
    trueGain: share * items * meanStep,
  };
})();

function latentScenario(name: string, description: string, model: LatentModel): Scenario {
  const { level, personSd, itemSd, rise, riseSd } = model;
  const before = Math.hypot(personSd, itemSd);
  const after = Math.hypot(personSd, itemSd, riseSd);
  return {
    name,
    description,
    drawGain: (random) => {
      const person = level + personSd * normal(random);
      const later = person + rise + riseSd * normal(random);
      let gain = 0;
      for (let item = 0; item < items; item++) {
        gain += answer(later + itemSd * normal(random)) - answer(person + itemSd * normal(random));
      }
      return gain;
    },
    trueGain: items * (meanAnswer(level + rise, after) - meanAnswer(level, before)),
  };
}

/** The point of the answer scale nearest to a latent position. */
function answer(position: number): number {
  return Math.max(lowest, Math.min(highest, Math.round(position)));
}

/** E(answer) of a normal position: 1 plus the chances of being above each border. */
function meanAnswer(mean: number, sd: number): number {
  let expected = lowest;
  for (let point = lowest; point < highest; point++) {
    expected += normalLower((mean - (point + 0.5)) / sd);
  }
  return expected;
}

/** A standard normal number from two uniform ones (Box & Muller 1958). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
}
