import { roundRange, roundTo } from "../../server/domain/disclosure/precision.ts";
import { tableOfItems } from "../../server/domain/statistics/item-table.ts";
import { reliabilityOf } from "../../server/domain/statistics/reliability.ts";
import { between, normal, type Random } from "./random.ts";

/** A person's answers to the items of one scale in one wave, from 0; everybody answered all. */
export interface Answering {
  locality: number;
  answers: readonly number[];
}

/** Five localities of 6 to 20 people, who answer an item more or less alike within a locality. */
export function randomAnswers(random: Random, { items = 4, options = 5 } = {}): Answering[] {
  return Array.from({ length: 5 }, (_, locality) => {
    const levels = Array.from({ length: items }, () => between(random, 1, options - 1));
    const spread = 0.4 + random();
    return Array.from({ length: between(random, 6, 20) }, () => ({
      locality,
      answers: levels.map((level) =>
        Math.min(options - 1, Math.max(0, Math.round(level + spread * normal(random)))),
      ),
    }));
  }).flat();
}

export interface ItemsCertified {
  asked: number;
  certified: number;
}

/**
 * Whether an answer to an item stays open beside the item's distribution in the whole programme, the scores of the
 * localities, change by starting level and reliability. It does where another of the locality answered otherwise
 * (exchange the two), and where somebody elsewhere can be found with whom two answers can be exchanged so that both keep
 * their scores and alpha and its range stay the same as released: then options, scores and everything made of them are
 * the same. The attacker may be anybody else of the locality.
 */
export function certifyItems(people: readonly Answering[]): ItemsCertified {
  const result = { asked: 0, certified: 0 };
  const told = toldReliability(people);
  for (const attacker of people) {
    const others = people.filter((one) => one !== attacker && one.locality === attacker.locality);
    attacker.answers.forEach((_, item) => {
      result.asked += others.length;
      const isAlike = others.every(({ answers }) => answers[item] === others[0]!.answers[item]);
      const isOpen = !isAlike || others.some((one) => canTrade(one, item, people, told));
      if (isOpen) result.certified += others.length;
    });
  }
  return result;
}

/** Somebody elsewhere answered this item otherwise, and another item so that the two together are the same. */
function canTrade(
  person: Answering,
  item: number,
  people: readonly Answering[],
  told: string,
): boolean {
  return people.some(
    (other) =>
      other.locality !== person.locality &&
      other.answers[item] !== person.answers[item] &&
      person.answers.some(
        (answer, second) =>
          second !== item &&
          answer + person.answers[item]! === other.answers[second]! + other.answers[item]! &&
          toldReliability(trade(people, { person, other, items: [item, second] })) === told,
      ),
  );
}

function trade(
  people: readonly Answering[],
  { person, other, items }: { person: Answering; other: Answering; items: readonly number[] },
): Answering[] {
  const taking = (to: Answering, from: Answering) => ({
    ...to,
    answers: to.answers.map((answer, i) => (items.includes(i) ? from.answers[i]! : answer)),
  });
  return people.map((one) => {
    if (one === person) return taking(person, other);
    return one === other ? taking(other, person) : one;
  });
}

/** Alpha and its range as a release tells them. */
function toldReliability(people: readonly Answering[]): string {
  const [first] = people;
  const patterns = people.map(({ answers }) => ({ answers, count: 1 }));
  const { alpha, interval } = reliabilityOf(tableOfItems(first?.answers.length ?? 0, patterns), 4);
  return JSON.stringify([
    alpha === null ? null : roundTo(alpha, 2),
    interval ? roundRange(interval, 2) : null,
  ]);
}
