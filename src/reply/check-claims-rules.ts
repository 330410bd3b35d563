import { z } from 'zod';
import { SPOKEN_LANGUAGES } from '../text/languages.ts';
import { LOCALES } from '../text/locale-files.ts';
import { Phrases } from '../text/phrases.ts';

/** Why a sentence of a model may not be said. */
export type RemovalReason =
  | 'markup'
  | 'link'
  | 'disguise'
  | 'amount'
  | 'number'
  | 'percentage'
  | 'discount'
  | 'delivery'
  | 'stock'
  | 'policy'
  | 'superlative'
  | 'rating'
  | 'identity'
  | 'credentials'
  | 'name'
  | 'quality'
  | 'denial'
  | 'unsupported'
  | 'citation'
  | 'instructions'
  | 'language'
  | 'too-long'
  | 'unfinished'
  | 'dangling';

export interface Rule {
  readonly reason: RemovalReason;
  /** On text in lower case without diacritics ("verfügbar" is "verfugbar"), facts taken out. */
  readonly pattern: RegExp;
  /** True when the plan may make it true; `check-claims-sentence.ts` says how. */
  readonly provable?:
    | 'in-stock'
    | 'out-of-stock'
    | 'preorder'
    | 'reduced'
    | 'cheapest'
    | 'popular'
    | 'new'
    | 'priced';
}

interface Kind {
  readonly reason: RemovalReason;
  readonly provable?: Rule['provable'];
}

/**
 * What only the shop may state, by its name in the locale files, in the order in which a sentence is tried. A sentence that matches
 * is not said unless the plan proves it.
 */
const KINDS = {
  discount: { reason: 'discount' },
  reduced: { reason: 'discount', provable: 'reduced' },
  delivery: { reason: 'delivery' },
  scarcity: { reason: 'stock' },
  'out-of-stock': { reason: 'stock', provable: 'out-of-stock' },
  preorder: { reason: 'stock', provable: 'preorder' },
  'in-stock': { reason: 'stock', provable: 'in-stock' },
  payment: { reason: 'policy', provable: 'priced' },
  policy: { reason: 'policy' },
  cheapest: { reason: 'superlative', provable: 'cheapest' },
  superlative: { reason: 'superlative' },
  popular: { reason: 'rating', provable: 'popular' },
  rating: { reason: 'rating' },
  new: { reason: 'rating', provable: 'new' },
  identity: { reason: 'identity' },
  credentials: { reason: 'credentials' },
} as const satisfies Readonly<Record<string, Kind>>;

const CLAIMS = Object.keys(KINDS) as (keyof typeof KINDS)[];

/** Whole words; a language that is written without spaces has none. */
const toPattern = (alternatives: readonly string[]): RegExp | undefined =>
  alternatives.length === 0
    ? undefined
    : new RegExp(`(?<![a-z0-9])(?:${alternatives.join('|')})(?![a-z0-9])`);

const ClaimsSection = z.record(
  z.enum(CLAIMS),
  Phrases.transform((alternatives) => toPattern(alternatives)),
);

/** In every language that is spoken, whatever language the reply is in. */
export const RULES: readonly Rule[] = readRules();

function readRules(): Rule[] {
  const sections = SPOKEN_LANGUAGES.map((language) => LOCALES.section(language, 'claims', ClaimsSection));
  return CLAIMS.flatMap((claim) =>
    sections.flatMap((section) => {
      const pattern = section[claim];
      return pattern === undefined ? [] : [{ ...KINDS[claim], pattern }];
    }),
  );
}
