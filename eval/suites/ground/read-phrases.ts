import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** Facts of a plan that a sentence can tell, rightly or wrongly. */
export const TOLD_KINDS = [
  'price',
  'reduced',
  'color',
  'material',
  'size',
  'measure',
  'feature',
  'brand',
  'count',
  'stock',
  'sold-out',
] as const;

/** What no plan holds. */
export const INVENTED_KINDS = [
  'discount',
  'percentage',
  'scarcity',
  'delivery',
  'duration',
  'superlative',
  'rating',
  'policy',
  'warranty',
  'origin',
  'compatibility',
  'quality',
  'negated',
] as const;

export type ToldKind = (typeof TOLD_KINDS)[number];
export type InventedKind = (typeof INVENTED_KINDS)[number];

/**
 * `plain` tells nothing that could be wrong; `two` are two statements, `|` between them, the second of which may be wrong; `pair` is one
 * statement about two products (`{title2}`), wrong about the second. `negated` denies what is true.
 */
export type PhraseKind = ToldKind | InventedKind | 'plain' | 'two' | 'pair';

/** Sets of wordings in the order they were written; each was unseen when it was first run. */
export const PARTS = [
  'tuning',
  'held-out',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
] as const;
export type PhrasePart = (typeof PARTS)[number];

/** A sentence with places for facts in braces; what makes an invention false stands in brackets. */
export interface Phrase {
  readonly kind: PhraseKind;
  readonly pattern: string;
  readonly part: PhrasePart;
}

export interface LanguagePhrases {
  readonly language: string;
  readonly phrases: readonly Phrase[];
  readonly connectives: readonly string[];
  readonly openEnds: readonly string[];
}

const Lists = <Kind extends string>(kinds: readonly Kind[]) =>
  z.partialRecord(z.enum(kinds), z.array(z.string()).min(2));
const Sets = z.strictObject({
  told: Lists([...TOLD_KINDS, 'plain', 'two', 'pair']),
  invented: Lists(INVENTED_KINDS),
});
const File = Sets.extend({ connectives: z.array(z.string()), 'open-ends': z.array(z.string()) });

const FOLDER = new URL('phrases/', import.meta.url);

/**
 * All languages that have a file. The first half of each list was seen while the check was first made, the second was not; of the `later`
 * lists the first two thirds are the third set, the rest the fourth; the `last` ones are the fifth. Those of `other-hand` are the sixth,
 * those of `third-hand` the seventh, those of `fourth-hand` the eighth, each written by someone who had not seen the check.
 */
export function readPhrases(): LanguagePhrases[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const file = File.parse(read(name));
      return {
        language: basename(name, '.yaml'),
        connectives: file.connectives,
        openEnds: file['open-ends'],
        phrases: [
          ...phrasesOf(file, ['tuning', 'held-out'], 1 / 2),
          ...phrasesOf(Sets.parse(read(`later/${name}`)), ['third', 'fourth'], 2 / 3),
          ...phrasesOf(Sets.parse(read(`last/${name}`)), ['fifth', 'fifth'], 1),
          ...phrasesOf(Sets.parse(read(`other-hand/${name}`)), ['sixth', 'sixth'], 1),
          ...phrasesOf(Sets.parse(read(`third-hand/${name}`)), ['seventh', 'seventh'], 1),
          ...phrasesOf(Sets.parse(read(`fourth-hand/${name}`)), ['eighth', 'eighth'], 1),
        ],
      };
    });
}

const read = (name: string): unknown => parse(readFileSync(new URL(name, FOLDER), 'utf8'));

function phrasesOf(
  { told, invented }: z.infer<typeof Sets>,
  [first, second]: readonly [PhrasePart, PhrasePart],
  share: number,
): Phrase[] {
  return [...Object.entries(told), ...Object.entries(invented)].flatMap(([kind, patterns]) =>
    patterns.map((pattern, index) => ({
      kind: kind as PhraseKind,
      pattern,
      part: index < patterns.length * share ? first : second,
    })),
  );
}
