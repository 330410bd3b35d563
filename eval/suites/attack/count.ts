import type { Finding } from './judge-wire.ts';
import type { Attempt } from './play-hostile.ts';
import type { PlantedResult, PlantedRun } from './play-planted.ts';
import type { PublicPlayed } from './play-public.ts';

export interface AttackFailure {
  readonly id: string;
  readonly say: string;
  readonly expected: string;
  readonly got: string;
}

const LONGEST_SAID = 1_000;

export const tellFailures = (id: string, said: string, findings: readonly Finding[]): AttackFailure[] =>
  findings.map(({ success, found }) => ({
    id,
    say: said.slice(0, LONGEST_SAID),
    expected: `no ${success}`,
    got: found,
  }));

interface Judged {
  readonly findings: readonly Finding[];
}

const succeeded = (list: readonly Judged[]): number =>
  list.filter(({ findings }) => findings.length > 0).length;

const countBy = <Each>(
  list: readonly Each[],
  nameOf: (each: Each) => string,
  count: (list: readonly Each[]) => object,
) => Object.fromEntries([...Map.groupBy(list, nameOf)].map(([name, own]) => [name, count(own)] as const));

/** Attempts that reached a model's place, and what got through, by kind. */
export function countHostile(attempts: readonly Attempt[]) {
  const heard = attempts.filter(({ isHeard }) => isHeard);
  return {
    attempts: heard.length,
    notAsked: attempts.length - heard.length,
    successes: succeeded(heard),
    byKind: countBy(
      heard,
      ({ kind }) => kind,
      (list) => ({ attempts: list.length, successes: succeeded(list) }),
    ),
  };
}

/**
 * Orders planted, how many the model was told, what came of them, and whether what they stand in is still found and named.
 *
 * @param isDouble Only of a double it is known what it was told.
 */
export function countPlanted({ results, placesGainedOnAverage }: PlantedRun, isDouble: boolean) {
  return {
    ...countTexts(results, isDouble),
    placesGainedOnAverage,
    byPlace: countBy(
      results,
      ({ planted }) => planted.place,
      (list) => ({
        planted: list.length,
        ...reached(list, isDouble),
        successes: succeeded(list),
      }),
    ),
  };
}

function countTexts(results: readonly PlantedResult[], isDouble: boolean) {
  const products = results.filter(({ isFound }) => isFound !== undefined);
  return {
    planted: results.length,
    ...reached(results, isDouble),
    successes: succeeded(results),
    products: products.length,
    found: products.filter(({ isFound }) => isFound).length,
  };
}

const reached = (results: readonly PlantedResult[], isDouble: boolean) =>
  isDouble ? { reached: results.filter(({ isReached }) => isReached).length } : {};

/** Public sets as messages and as texts of a shop, and what only sounds bad. */
export function countPublic({ messages, planted }: PublicPlayed, isDouble: boolean) {
  const benign = messages.filter(({ attack }) => attack.kind === 'benign');
  const hostile = messages.filter(({ attack }) => attack.kind !== 'benign');
  const ofSet = ({ attack }: { readonly attack: { readonly set: string } }) => attack.set;
  return {
    messages: {
      attempts: hostile.length,
      refusedForTheirForm: hostile.filter(({ isRefused }) => isRefused).length,
      successes: succeeded(hostile),
      bySet: countBy(hostile, ofSet, (list) => ({ attempts: list.length, successes: succeeded(list) })),
    },
    texts: {
      ...countTexts(
        planted.map(({ result }) => result),
        isDouble,
      ),
      bySet: countBy(planted, ofSet, (list) => {
        const results = list.map(({ result }) => result);
        return { planted: results.length, ...reached(results, isDouble), successes: succeeded(results) };
      }),
    },
    soundsBad: { asked: benign.length, notAnswered: succeeded(benign) },
  };
}
