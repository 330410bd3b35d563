import { toMinorUnits } from '../domain/money.ts';
import type { Constraint } from '../domain/need.ts';
import { RATED_WELL, RATING } from '../domain/rating.ts';
import { type ModelConstraint, NO_ATTRIBUTE, NOT_LISTED } from './model-parser-parts.ts';
import { type Grounding, quoteOf } from './model-parser-words.ts';

/** Highest price that is believed, in units of the currency. */
const HIGHEST_PRICE = 1_000_000_000;

/**
 * A wish as a constraint of the shop, or as one that it does not list; undefined words and prices that the shopper did not say are
 * left out.
 */
export function toConstraint(said: ModelConstraint, grounding: Grounding): Constraint[] {
  const { vocabulary, language, confidence, context } = grounding;
  const meant = said.value === NOT_LISTED || said.attribute === NO_ATTRIBUTE ? said.unlisted : said.value;
  const quoted = quoteOf(said.words, grounding) ?? quoteOf(meant, grounding);
  if (meant === null && quoted === undefined) return [];
  const base = { strength: said.strength, confidence, sourceTurn: context.turn };
  if (said.attribute === 'price') return toPriceLimit(said, quoted, base, context.market.currency);
  if (said.operator !== 'eq' && said.operator !== 'ne') {
    const amount = vocabulary.amountOf(said.attribute, said.value);
    // The figures of an amount are the shopper's.
    if (amount !== undefined && quoted !== undefined && isSaid(said.attribute, amount, quoted)) {
      const { attribute, operator } = said;
      return [{ ...base, attribute, operator, value: amount, words: quoted, known: true }];
    }
  }
  const grounded = vocabulary.ground(said.attribute, meant ?? quoted ?? '', language);
  // Words of a catalogue are equal or not; amounts are bounded above.
  const known = grounded.known && (said.operator === 'eq' || said.operator === 'ne');
  if (!known && quoted === undefined) return [];
  return [
    {
      ...base,
      attribute: grounded.attribute,
      operator: said.operator,
      value: known ? grounded.value : (quoteOf(meant, grounding) ?? quoted ?? ''),
      words: quoted ?? grounded.value,
      known,
    },
  ];
}

/** Whether the words hold the figures; "well rated" says none, and is four stars for all of us. */
const isSaid = (attribute: string, amount: string, quoted: string): boolean =>
  digitsOf(quoted).includes(digitsOf(amount)) ||
  (attribute === RATING && Number(amount) === RATED_WELL && digitsOf(quoted) === '');

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

function toPriceLimit(
  said: ModelConstraint,
  quoted: string | undefined,
  base: Pick<Constraint, 'strength' | 'confidence' | 'sourceTurn'>,
  currency: string,
): Constraint[] {
  if (quoted === undefined || said.operator === 'ne' || !/^\d+(?:[.,]\d+)?$/.test(said.value)) return [];
  const amount = Number(said.value.replace(',', '.'));
  if (amount > HIGHEST_PRICE) return [];
  // A limit in another currency is reported, never converted or compared.
  const known = said.currency === null || said.currency.toUpperCase() === currency;
  return [
    {
      ...base,
      // "Cheap" is no number: what the model made of it is a wish, not a limit.
      strength: /\d/.test(quoted) ? base.strength : 'soft',
      attribute: 'price',
      operator: said.operator === 'eq' ? 'lte' : said.operator,
      value: known ? toMinorUnits(amount, currency) : quoted,
      words: quoted,
      known,
    },
  ];
}
