import type { Wording } from '../domain/wording.ts';

/** How a product's title and the shopper's words fit; every value is in [0, 1], 1 is best. */
export interface TitleMatch {
  /** Share of the words that are in the title just as they were said, rare ones counting more. */
  readonly said: number;
  /** As `said`, and translations and corrections count by their weight. */
  readonly found: number;
  /** Share of neighbouring words that are neighbours in the title, in their order. */
  readonly phrase: number;
  /** Whether the last word said is the one that names the thing: the last before the title is first parted. */
  readonly thing: number;
  /** Share of the title that the words tell, rare terms counting more. */
  readonly share: number;
}

const NO_MATCH: TitleMatch = { said: 0, found: 0, phrase: 0, thing: 0, share: 0 };
/** Even a word of every product counts a little. */
const LEAST_RARITY = 0.05;
/** A word joined by a hyphen is followed by its parts: neighbours stand within two places. */
const NEIGHBOUR = 2;
const STARTS_WITH_DIGIT = /^\d/;

/** A term of a title, and the words it may stand for. */
type Sought = ReadonlyMap<string, readonly { readonly word: number; readonly weight: number }[]>;

/**
 * Reads how titles match one wording. Of a product's titles the one that holds most of the words counts.
 *
 * @returns Takes titles as in `IndexedFacts`. Cost: one look-up for each term of the titles.
 */
export function createTitleMatcher(wording: Wording): (titles: readonly (readonly string[])[]) => TitleMatch {
  const { words } = wording;
  const sought = toSought(wording);
  const total = words.reduce((sum, { isKnown, rarity }) => sum + (isKnown ? rarity : 0), 0);
  const lastSaid = words.findLastIndex(
    ({ isKnown, terms }) => isKnown && ![...terms.keys()].some((term) => STARTS_WITH_DIGIT.test(term)),
  );
  const pairRarity = (word: number) =>
    Math.min(words[word]?.rarity ?? 0, words[word - 1]?.rarity ?? 0) + LEAST_RARITY;
  const allPairs = words.slice(1).reduce((sum, _, pair) => sum + pairRarity(pair + 1), 0);

  // One set of columns for all titles: hundreds are read for one list.
  const best = new Float64Array(words.length);
  const lastAt = new Int32Array(words.length);
  const paired = new Uint8Array(words.length);

  function match(title: readonly string[]): TitleMatch {
    best.fill(0);
    lastAt.fill(-1 - NEIGHBOUR);
    paired.fill(0);
    const thingAt = findThing(title);
    let thing = 0;
    let told = 0;
    let whole = 0;
    title.forEach((term, at) => {
      if (term === '') return;
      const rarity = wording.rarityOf(term) + LEAST_RARITY;
      whole += rarity;
      let heaviest = 0;
      for (const { word, weight } of sought.get(term) ?? []) {
        heaviest = Math.max(heaviest, weight);
        best[word] = Math.max(best[word] ?? 0, weight);
        if (at === thingAt && word === lastSaid) thing = Math.max(thing, weight);
        if (word > 0 && isNeighbour(lastAt[word - 1] ?? at, at)) paired[word] = 1;
        lastAt[word] = at;
      }
      told += rarity * heaviest;
    });
    if (told === 0) return NO_MATCH;
    let said = 0;
    let found = 0;
    let pairs = 0;
    words.forEach(({ rarity, isKnown }, word) => {
      const weight = best[word] ?? 0;
      if (isKnown) found += rarity * weight;
      if (isKnown && weight === 1) said += rarity;
      if (paired[word] === 1) pairs += pairRarity(word);
    });
    return {
      said: share(said, total),
      found: share(found, total),
      phrase: share(pairs, allPairs),
      thing,
      share: share(told, whole),
    };
  }

  return (titles) =>
    titles.map(match).reduce((best, next) => (next.found > best.found ? next : best), NO_MATCH);
}

function toSought({ words }: Wording): Sought {
  const sought = new Map<string, { word: number; weight: number }[]>();
  words.forEach(({ terms }, word) => {
    for (const [term, weight] of terms) {
      const known = sought.get(term);
      if (known === undefined) sought.set(term, [{ word, weight }]);
      else known.push({ word, weight });
    }
  });
  return sought;
}

/** Where the last word before the first break stands, quantities passed over: "Fan 52in | white" is a fan. */
function findThing(title: readonly string[]): number {
  const parted = title.indexOf('');
  const opening = parted < 0 ? title : title.slice(0, parted);
  return opening.findLastIndex((term) => !STARTS_WITH_DIGIT.test(term));
}

const isNeighbour = (before: number, at: number): boolean => at > before && at - before <= NEIGHBOUR;

/** In [0, 1], whatever the rounding. */
const share = (part: number, whole: number): number => (whole > 0 ? Math.min(1, part / whole) : 0);
