import type { Language } from '../../domain/locale.ts';
import { isStopWord, splitWords, type Token } from '../../text/analyze.ts';
import type { ValueTally } from './count-catalogue.ts';
import type { ValueLink, ValueMatch } from './value-links.ts';

/** The makers of a catalogue by name. Names are not inflected: "brand" is no maker called "Branded". */
export interface BrandNames {
  /** The longest run from a position that spells a maker, also with its signs or gaps otherwise: "h&m", "One Plus". */
  matchAt(tokens: readonly Token[], from: number, language: Language): ValueMatch | undefined;
}

const MOST_TOKENS = 8;
/** Spelled with other gaps than the shop's, a name has at least so many letters. */
const SHORTEST_JOINED = 3;

interface Named {
  readonly links: ValueLink[];
  /** The ways it is parted into words: "one plus" and "oneplus". */
  readonly spellings: Set<string>;
}

export function indexBrands(tallies: ReadonlyMap<string, ValueTally>): BrandNames {
  const names = new Map<string, Named>();
  for (const [value, { products, labels }] of tallies) {
    for (const words of new Set([value, ...labels.values()])) {
      const parts = splitWords(words, 'en').map(({ normal }) => normal);
      const key = parts.join('');
      if (key === '') continue;
      const named = names.get(key) ?? { links: [], spellings: new Set() };
      names.set(key, named);
      named.spellings.add(parts.join(' '));
      if (!named.links.some((link) => link.value === value))
        named.links.push({ attribute: 'brand', value, products });
    }
  }
  const longest = Math.max(0, ...[...names.keys()].map((key) => key.length));
  return {
    matchAt(tokens, from, language) {
      if (!isWord(tokens[from])) return undefined;
      let joined = '';
      const parts: string[] = [];
      let found: ValueMatch | undefined;
      for (let at = from; at < Math.min(tokens.length, from + MOST_TOKENS); at += 1) {
        const token = tokens[at];
        if (token === undefined) break;
        if (!isWord(token)) {
          if (isApart(tokens[at - 1], token) || isApart(token, tokens[at + 1])) break;
          continue;
        }
        joined += token.normal;
        if (joined.length > longest) break;
        parts.push(token.normal);
        const named = names.get(joined);
        if (named === undefined) continue;
        const asWritten = named.spellings.has(parts.join(' '));
        const saysNothing = isStopWord(token, language) && parts.length === 1;
        const mayBeJoined = joined.length >= SHORTEST_JOINED && !isStopWord(token, language);
        if (!saysNothing && (asWritten || mayBeJoined)) found = { links: named.links, to: at + 1 };
      }
      return found;
    },
  };
}

const isWord = (token: Token | undefined): token is Token =>
  token !== undefined && /[\p{L}\p{N}]/u.test(token.normal);

const isApart = (left: Token | undefined, right: Token | undefined): boolean =>
  left === undefined || right === undefined || left.end !== right.start;
