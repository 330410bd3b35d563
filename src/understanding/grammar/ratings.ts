import { z } from 'zod';
import { perLanguage } from '../../text/languages.ts';
import { LOCALES } from '../../text/locale-files.ts';
import { Phrases } from '../../text/phrases.ts';
import type { PriceBound } from './grammar.ts';
import { grammarOf } from './index.ts';

/** How one language speaks of ratings; what orders by them and compares them stands with `shop-questions` and `shifts`. */
const RatingsSection = z.strictObject({
  /** A number of stars, as it stands in the place of money in the bounds of prices: "{number} stars". */
  stars: Phrases,
  /** Words before a bound that say of what it is, also where no stars are named: "rated over 4". */
  rated: Phrases,
  /** Bounds that only stars have: "4+ stars". */
  least: Phrases,
  /** Rated well, without a number. */
  well: Phrases,
});

/** A phrase that wants a rating. */
export interface RatingPhrase {
  readonly phrase: string;
  readonly bound: PriceBound;
  /** Of words that name no figure. */
  readonly isWell?: true;
  /** A number of stars alone, which may be the name of something: "3 stars". */
  readonly isBare?: true;
}

/** What bounds prices bounds stars: "at least {money}" is "at least {number} stars" and "rated at least {number}". */
export const ratingPhrasesOf = perLanguage((language): readonly RatingPhrase[] => {
  const { stars, rated, least, well } = LOCALES.section(language, 'ratings', RatingsSection);
  const bounds = Object.entries(grammarOf(language).prices) as [PriceBound, readonly string[]][];
  const bounded = bounds.flatMap(([bound, list]) =>
    list
      .filter((phrase) => phrase.includes('{money}') && !phrase.includes('{amount}'))
      .flatMap((phrase) => [
        ...stars.flatMap((said) => {
          const last = phrase.lastIndexOf('{money}');
          const whole = `${plain(phrase.slice(0, last))}${said}${phrase.slice(last + '{money}'.length)}`;
          return [whole, ...rated.map((words) => `${words} ${whole}`)];
        }),
        ...rated.map((words) => `${words} ${plain(phrase)}`),
      ])
      .map((phrase) => ({ phrase, bound })),
  );
  return [
    ...bounded,
    ...least.flatMap((said) => [said, ...rated.map((words) => `${words} ${said}`)]).map(atLeast),
    ...rated.flatMap((words) => stars.map((said) => `${words} ${said}`)).map(atLeast),
    ...well.map((phrase) => ({ ...atLeast(phrase), isWell: true as const })),
    ...stars.map((phrase) => ({ ...atLeast(phrase), isBare: true as const })),
  ];
});

const plain = (phrase: string): string => phrase.replaceAll('{money}', '{number}|{count}');

const atLeast = (phrase: string): RatingPhrase => ({ phrase, bound: 'gte' });
