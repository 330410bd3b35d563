import type { Language } from '../../domain/locale.ts';
import { isStopWord, splitWords, type Token } from '../../text/analyze.ts';
import { hasUnspacedScript, splitCharacters } from '../../text/unspaced-scripts.ts';
import { type BrandNames, indexBrands } from './brand-names.ts';
import type { CatalogueCounts, ValueTally } from './count-catalogue.ts';

export interface ValueLink {
  readonly attribute: string;
  readonly value: string;
  readonly products: number;
}

export interface ValueMatch {
  readonly links: readonly ValueLink[];
  /** Index of the token after the last one. */
  readonly to: number;
}

export interface ValueLinks {
  /** The longest run of words from a position that names values of the catalogue. */
  matchAt(tokens: readonly Token[], from: number, language: Language): ValueMatch | undefined;
  /** Values called exactly so. */
  exact(words: string, language: Language): readonly ValueLink[];
}

const BRAND = 'brand';
const LONGEST_PHRASE = 5;
/** Of a value in a script that is read by characters. */
const LONGEST_CHARACTERS = 12;
/** Attributes of more values than this hold numbers or texts, which nobody asks for by name. */
const MOST_LINKED = 3_000;

/** Finds catalogue values (brands, colours as the shop calls them, any attribute) by what shoppers write. Built per language on first use. */
export function linkValues(counts: CatalogueCounts): ValueLinks {
  const byLanguage = new Map<Language, ReadonlyMap<string, ValueLink[]>>();
  const brands: BrandNames = indexBrands(counts.attributes.get(BRAND) ?? new Map());
  const indexOf = (language: Language) => {
    const known = byLanguage.get(language);
    if (known !== undefined) return known;
    const index = buildIndex(counts, language);
    byLanguage.set(language, index);
    return index;
  };
  return {
    matchAt(tokens, from, language) {
      const index = indexOf(language);
      const brand = brands.matchAt(tokens, from, language);
      for (let length = Math.min(longestOf(tokens[from]), tokens.length - from); length > 0; length -= 1) {
        if (brand !== undefined && brand.to > from + length) return brand;
        const words = tokens.slice(from, from + length);
        const links = index.get(keyOfTokens(words));
        const saysNothing =
          words.every(({ normal }) => !/\p{L}/u.test(normal)) ||
          (length === 1 && words.every((token) => isStopWord(token, language)));
        const named = saysNothing ? [] : (links ?? []).filter(({ attribute }) => attribute !== BRAND);
        const all = brand?.to === from + length ? [...brand.links, ...named] : named;
        if (all.length > 0) return { links: all, to: from + length };
      }
      return brand;
    },
    exact: (words, language) => indexOf(language).get(keyOf(words, language)) ?? [],
  };
}

const longestOf = (token: Pick<Token, 'normal'> | undefined): number =>
  token !== undefined && hasUnspacedScript(token.normal) ? LONGEST_CHARACTERS : LONGEST_PHRASE;

function buildIndex(counts: CatalogueCounts, language: Language): ReadonlyMap<string, ValueLink[]> {
  const index = new Map<string, ValueLink[]>();
  for (const [attribute, values] of counts.attributes) {
    if (attribute !== BRAND && values.size > MOST_LINKED) continue;
    for (const [value, tally] of values) {
      for (const key of keysOf(value, tally, language)) {
        const links = index.get(key) ?? [];
        index.set(key, links);
        links.push({ attribute, value, products: tally.products });
      }
    }
  }
  return index;
}

/** A value is found by its canonical form, its label in the language, and its label in the shop's own. */
function keysOf(value: string, { labels }: ValueTally, language: Language): Set<string> {
  const keys = [value, ...labels.values()].map((words) => keyOf(words, language));
  return new Set(keys.filter((key) => key !== '' && key.split(' ').length <= longestOf({ normal: key })));
}

const keyOf = (words: string, language: Language): string => keyOfTokens(splitWords(words, language));

/** Stems; of a script without spaces its characters, because a message is read by them. */
const keyOfTokens = (tokens: readonly Token[]): string =>
  tokens.flatMap(({ normal, stem }) => splitCharacters(normal)?.map(({ raw }) => raw) ?? [stem]).join(' ');
