import { splitWords, type Token } from '../text/analyze.ts';
import { perLanguage, toSpoken } from '../text/languages.ts';
import { hasUnspacedScript } from '../text/unspaced-scripts.ts';
import { policyWordsOf } from './policy-words.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const LONGEST_NAME = 4;

/** By name, normalised, its words parted by blanks: ISO 3166-1 alpha-2. */
const countriesIn = perLanguage((language) => {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  return new Map(
    LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).flatMap((code) => {
      const name = names.of(code);
      const isAlias = Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`;
      return name === undefined || isAlias ? [] : [[toName(splitWords(name, language)), code] as const];
    }),
  );
});

const toName = (tokens: readonly Token[]): string => tokens.map(({ normal }) => normal).join(' ');

/** Countries that a text names in its language, by their codes. */
export function findCountries(
  tokens: readonly Token[],
  language: string,
  text: string,
): { code: string; from: number; to: number }[] {
  const countries = countriesIn(toSpoken(language));
  const found = policyWordsOf(language)
    .countries(text, tokens)
    .map(({ key, start, end }) => {
      const inside = tokens.flatMap((token, at) => (token.start < end && start < token.end ? [at] : []));
      return { code: key, from: inside[0] ?? 0, to: (inside.at(-1) ?? -1) + 1 };
    });
  for (let from = 0; from < tokens.length; from += 1) {
    for (let length = LONGEST_NAME; length > 0; length -= 1) {
      const name = toName(tokens.slice(from, from + length));
      const code = name.length > 3 || hasUnspacedScript(name) ? countries.get(name) : undefined;
      if (code === undefined) continue;
      found.push({ code, from, to: from + length });
      from += length - 1;
      break;
    }
  }
  return found;
}

export const countryKey = (code: string): string => `country:${code}`;

const UNION = 'EU';
/** Members of the European Union, 2026. */
const MEMBERS: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

/** What a text may tell of a country by: its own key, and that of the union it is in. */
export const countryKeys = (code: string): readonly string[] =>
  MEMBERS.has(code) ? [countryKey(code), countryKey(UNION)] : [countryKey(code)];
