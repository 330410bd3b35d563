import type { Market } from '../../../src/domain/market.ts';
import { formatMoney } from '../../../src/domain/money.ts';
import { SPOKEN_LANGUAGES } from '../../../src/text/languages.ts';
import type { Vocabulary } from '../../../src/understanding/vocabulary.ts';
import phrases from './phrases.json' with { type: 'json' };

/** One thing a shopper does. What it should come to follows from the moves before it. */
export type Move = { readonly language: string; readonly wording: number } & (
  | { readonly does: 'find'; readonly type: string; readonly color?: string; readonly max?: number }
  | { readonly does: 'limit'; readonly max: number }
  | { readonly does: 'refuse' | 'recolor'; readonly color: string }
  | { readonly does: 'point'; readonly position: number }
  | { readonly does: 'tap'; readonly chip: number }
  | { readonly does: 'cheaper' | 'more' | 'undo' | 'digress' }
);

export interface SimulatedConversation {
  readonly market: Market;
  readonly language: string;
  readonly moves: readonly Move[];
}

type Phrases = (typeof phrases)['en'];
const PHRASES: ReadonlyMap<string, Phrases> = new Map(Object.entries(phrases));

/** Whole units; the low ones are out of reach in most shops. */
const AMOUNTS = [5, 10, 20, 30, 50, 80, 120, 200, 500];
const LATER = [
  'limit',
  'limit',
  'refuse',
  'recolor',
  'recolor',
  'point',
  'tap',
  'cheaper',
  'more',
  'undo',
  'digress',
  'find',
] as const;
const MOST_LATER = 6;
/** How often one message of a conversation is in another language. */
const SWITCH_SHARE = 0.04;

/** A conversation by the shop's own kinds and colours, in a language that is spoken and has phrases. */
export function drawConversation(
  vocabulary: Vocabulary,
  markets: readonly Market[],
  random: () => number,
): SimulatedConversation {
  const pick = <T>(values: readonly T[], otherwise: T): T =>
    values[Math.floor(random() * values.length)] ?? otherwise;
  const languages = SPOKEN_LANGUAGES.filter((language) => PHRASES.has(language));
  const language = pick<string>(languages, 'en');
  const colors = vocabulary
    .valuesOf('color')
    .slice(0, 15)
    .map(({ value }) => value);
  const types = vocabulary
    .soldTypes()
    .slice(0, 60)
    .map(({ type }) => type);
  const color = () => pick(colors, '');
  const draw = (does: Move['does']): Move => {
    const spoken = random() < SWITCH_SHARE ? pick<string>(languages, language) : language;
    const said = { language: spoken, wording: Math.floor(random() * 12) };
    switch (does) {
      case 'find':
        return {
          ...said,
          does,
          type: pick(types, ''),
          ...(random() < 0.4 && colors.length > 0 ? { color: color() } : {}),
          ...(random() < 0.4 ? { max: pick(AMOUNTS, 50) } : {}),
        };
      case 'limit':
        return { ...said, does, max: pick(AMOUNTS, 50) };
      case 'refuse':
      case 'recolor':
        return colors.length === 0 ? { ...said, does: 'more' } : { ...said, does, color: color() };
      case 'point':
        return { ...said, does, position: 1 + Math.floor(random() * 2) };
      case 'tap':
        return { ...said, does, chip: Math.floor(random() * 6) };
      default:
        return { ...said, does };
    }
  };
  const later = Array.from({ length: 1 + Math.floor(random() * MOST_LATER) }, () =>
    draw(pick(LATER, 'more')),
  );
  const [fallback = { country: 'US', currency: 'USD', languages: ['en'] }] = markets;
  return { market: pick(markets, fallback), language, moves: [draw('find'), ...later] };
}

/** A move in words. @returns undefined for a tap: the chip says it. */
export function sayMove(move: Move, vocabulary: Vocabulary, market: Market): string | undefined {
  const { language } = move;
  const said = PHRASES.get(language) ?? phrases.en;
  const form = (forms: readonly string[]) => forms[move.wording % forms.length] ?? '';
  const amount = (max: number) =>
    formatMoney({ amountMinor: max * 100, currency: market.currency }, `${language}-${market.country}`);
  const colorLabel = (color: string) => vocabulary.labelOf('color', color, language);
  switch (move.does) {
    case 'find': {
      const kind = vocabulary.labelOf('type', move.type, language);
      const colored =
        move.color === undefined
          ? kind
          : said.color.replace('{kind}', kind).replace('{color}', colorLabel(move.color));
      const wish = form(said.find).replace('{kind}', colored);
      return move.max === undefined
        ? wish
        : `${wish}, ${(said.limit[0] ?? '').replace('{amount}', amount(move.max))}`;
    }
    case 'limit':
      return form(said.limit).replace('{amount}', amount(move.max));
    case 'refuse':
    case 'recolor':
      return form(said[move.does]).replace('{color}', colorLabel(move.color));
    case 'point':
      return form(said.point).replace('{ordinal}', said.ordinals[move.position - 1] ?? '');
    case 'tap':
      return undefined;
    default:
      return form(said[move.does]);
  }
}
