import type { ChoiceItem } from "./exhaust-choices.ts";
import {
  allChoices,
  allTinies,
  type Certified,
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
  longTinies,
  quickChoices,
  quickTinies,
  type StartsCertified,
  solveReleases,
  type Tiny,
  tryPlantedLeaks,
} from "./report.ts";

/**
 * The attack on our own releases: `npm run attack -- [programmes] [first seed] [--quick | --long]`.
 * Prints what attackers learn, and returns 0 when they learn nothing of our releases while they find
 * every planted leak; else 1.
 */
export async function main(args: readonly string[]): Promise<number> {
  const [programmes = 1000, first = 1] = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
  const tinies = args.includes("--quick") ? quickTinies : allTinies;
  const more = args.includes("--long") ? longTinies : [];
  const seeds = Array.from({ length: programmes }, (_, i) => first + i);
  const isGood = [
    reportPlanted(),
    reportSolved(seeds),
    reportCertified("One release", () => certifyReleases(seeds)),
    reportCertified("All releases of a programme, for both audiences", () =>
      certifyHistories(seeds.slice(0, Math.ceil(programmes / 10))),
    ),
    reportCertified("One release, with items left out", () =>
      certifyGaps(seeds.slice(0, Math.ceil(programmes / 10))),
    ),
    reportCertified("One release, with a breakdown", () =>
      certifySectors(seeds.slice(0, Math.ceil(programmes / 40))),
    ),
    ...reportAllStarts(seeds.slice(0, Math.ceil(programmes / 10))),
    reportAnswers(seeds),
    ...(args.includes("--quick") ? quickChoices : allChoices).map(reportChoices),
    ...[...tinies, ...more].map(reportTiny),
  ].every((one) => one);
  say(isGood ? "Nobody is given away." : "SOMEBODY IS GIVEN AWAY.");
  return isGood ? 0 : 1;
}

function reportPlanted(): boolean {
  const results = tryPlantedLeaks();
  say("Planted leaks: people learnt of by the solver, and of our release of the same people");
  for (const { leak, found, ours } of results) {
    const people = new Set(found.map(({ person }) => person)).size;
    say(`  ${leak.rule.padEnd(4)}${leak.fault.padEnd(68)}${people}  ours ${ours.length}`);
  }
  return results.every(
    ({ found, wrong, ours }) => found.length > 0 && !wrong.length && !ours.length,
  );
}

function reportSolved(seeds: readonly number[]): boolean {
  const started = Date.now();
  const { programmes, people, learnt, unsuppressed, thresholdAlone } = solveReleases(seeds);
  const share = (count: number) => `${count} (${((100 * count) / people).toFixed(1)} %)`;
  say(`Solver: ${programmes} random programmes, ${people} people, ${secondsSince(started)} s`);
  say(`  people learnt of without protection, by an outsider: ${share(unsuppressed)}`);
  say(`  with a threshold of five alone, by anybody: ${share(thresholdAlone)}`);
  say(`  secrets learnt of our releases: ${learnt.length}`);
  for (const { seed, finding } of learnt.slice(0, 10)) {
    say(`    seed ${seed}: ${JSON.stringify(finding)}`);
  }
  return learnt.length === 0;
}

function reportCertified(what: string, run: () => Certified): boolean {
  const started = Date.now();
  const { programmes, asked, exchanged, alternatives, uncertified } = run();
  say(
    `${what}: ${programmes} random programmes, ${asked} secrets asked for, ${secondsSince(started)} s`,
  );
  say(`  open, since two people whom nothing tells apart differ: ${exchanged}`);
  say(`  open, since another data set has the very same figures: ${alternatives}`);
  say(`  questions that are not certified: ${uncertified.length}`);
  for (const { seed, question } of uncertified.slice(0, 10)) say(`    seed ${seed}: ${question}`);
  return uncertified.length === 0;
}

function reportAllStarts(seeds: readonly number[]): boolean[] {
  const what = "Change by starting level";
  return [
    reportStarts(what, () => certifyStarts(seeds)),
    reportStarts(`${what}, all releases`, () => certifyStartHistories(seeds)),
    reportStarts(`${what}, all releases, late answers first`, () => certifyStartsAfterLate(seeds)),
  ];
}

function reportStarts(what: string, run: () => StartsCertified): boolean {
  const certified = run();
  const isGood = reportCertified(what, () => certified);
  say(`  programmes that tell it: ${certified.telling}`);
  say(`  questions that are not certified without it either: ${certified.withoutIt}`);
  return isGood && certified.telling > 0;
}

function reportChoices(item: ChoiceItem): boolean {
  const { people, options, fewest, most } = item;
  const { dataSets, outputs, asked, learnt } = exhaustItem(item);
  say(
    `Every way in which ${people} people choose ${fewest} to ${most} of ${options} options: ${dataSets} data sets, ` +
      `${outputs} different releases, ${asked} questions, ${learnt.length} learnt`,
  );
  for (const one of learnt.slice(0, 3)) say(`    ${JSON.stringify(one)}`);
  return learnt.length === 0;
}

function reportAnswers(seeds: readonly number[]): boolean {
  const { asked, certified } = certifyAnswers(seeds);
  say(`Answers to single items: ${asked} asked for, ${asked - certified} not certified`);
  return asked === certified;
}

function secondsSince(started: number): number {
  return Math.round((Date.now() - started) / 1000);
}

function reportTiny(tiny: Tiny): boolean {
  const [steps, sizes] = tiny;
  const { dataSets, outputs, asked, learnt } = exhaustTiny(tiny);
  say(
    `Every data set of ${sizes.join(" + ")} people on ${steps} answer steps: ${dataSets} data sets, ` +
      `${outputs} different releases, ${asked} questions, ${learnt.length} learnt`,
  );
  for (const one of learnt.slice(0, 3)) say(`    ${JSON.stringify(one)}`);
  return learnt.length === 0;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
