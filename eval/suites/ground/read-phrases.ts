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
] as const;

export type ToldKind = (typeof TOLD_KINDS)[number];
export type InventedKind = (typeof INVENTED_KINDS)[number];

/** `plain` tells nothing that could be wrong; `two` are two statements, `|` between them, the second of which may be wrong. */
export type PhraseKind = ToldKind | InventedKind | 'plain' | 'two';

/** A sentence with places for facts in braces; what makes an invention false stands in brackets. */
export interface Phrase {
  readonly kind: PhraseKind;
  readonly pattern: string;
  readonly part: 'tuning' | 'held-out';
}

export interface LanguagePhrases {
  readonly language: string;
  readonly phrases: readonly Phrase[];
  readonly connectives: readonly string[];
  readonly openEnds: readonly string[];
}

const Lists = <Kind extends string>(kinds: readonly Kind[]) =>
  z.record(z.enum(kinds), z.array(z.string()).min(2));
const File = z.strictObject({
  connectives: z.array(z.string()),
  'open-ends': z.array(z.string()),
  told: Lists([...TOLD_KINDS, 'plain', 'two']),
  invented: Lists(INVENTED_KINDS),
});

const FOLDER = new URL('phrases/', import.meta.url);

/** All languages that have a file. The first half of each list was seen while the check was made, the second was not. */
export function readPhrases(): LanguagePhrases[] {
  return readdirSync(FOLDER).map((name) => {
    const file = File.parse(parse(readFileSync(new URL(name, FOLDER), 'utf8')));
    const lists = [...Object.entries(file.told), ...Object.entries(file.invented)];
    return {
      language: basename(name, '.yaml'),
      connectives: file.connectives,
      openEnds: file['open-ends'],
      phrases: lists.flatMap(([kind, patterns]) =>
        patterns.map((pattern, index) => ({
          kind: kind as PhraseKind,
          pattern,
          part: index < patterns.length / 2 ? ('tuning' as const) : ('held-out' as const),
        })),
      ),
    };
  });
}
