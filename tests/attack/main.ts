import {
  allTinies,
  attackRandomProgrammes,
  exhaustTiny,
  quickTinies,
  type Tiny,
  tryPlantedLeaks,
} from "./report.ts";

/**
 * The attack on our own releases: `npm run attack -- [programmes] [first seed] [--quick]`. Prints
 * what attackers learn, and returns 0 when they learn nothing of our releases while they find every
 * planted leak; else 1.
 */
export async function main(args: readonly string[]): Promise<number> {
  const [programmes = 1000, first = 1] = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
  const isQuick = args.includes("--quick");
  const isGood = [
    reportPlanted(),
    reportRandom(programmes, first),
    ...(isQuick ? quickTinies : allTinies).map(reportTiny),
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

function reportRandom(programmes: number, first: number): boolean {
  const started = Date.now();
  const result = attackRandomProgrammes(Array.from({ length: programmes }, (_, i) => first + i));
  const seconds = Math.round((Date.now() - started) / 1000);
  const { people, asked, exchanged, alternatives, uncertified, learnt } = result;
  const share = (count: number) => `${count} (${((100 * count) / people).toFixed(1)} %)`;
  say(`Random programmes of five localities: ${programmes}, ${people} people, ${seconds} s`);
  say(`  without protection an outsider learns of ${share(result.unsuppressed)}`);
  say(`  a threshold of five alone gives away ${share(result.thresholdAlone)}`);
  say(`  of our releases the solver learns ${learnt.length} secrets`);
  say(`  secrets asked for: ${asked}; open by exchange of two people: ${exchanged};`);
  say(
    `  open by another data set with the same figures: ${alternatives}; not certified: ${uncertified.length}`,
  );
  for (const { seed, question } of uncertified.slice(0, 10)) say(`    seed ${seed}: ${question}`);
  for (const { seed, finding } of learnt.slice(0, 10))
    say(`    seed ${seed}: ${JSON.stringify(finding)}`);
  return learnt.length === 0 && uncertified.length === 0;
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
