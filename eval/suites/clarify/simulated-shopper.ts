import { categoryKeys } from '../../../src/domain/category.ts';
import { attributeValues, effectivePrice, type Product } from '../../../src/domain/product.ts';
import type { Question, Turn } from '../../../src/domain/turn.ts';
import { findMeasures, readQuantity } from '../../../src/text/measures.ts';
import { toUnit } from '../../../src/text/quantity-limits.ts';
import type { Vocabulary } from '../../../src/understanding/vocabulary.ts';
import type { SimulatedNeed } from './draw-needs.ts';

export interface ShopperOptions {
  readonly need: SimulatedNeed;
  readonly vocabulary: Vocabulary;
  readonly market: string;
  readonly nowMs: number;
  /** Share of answers that are not true. */
  readonly noise: number;
  readonly random: () => number;
}

/**
 * What a shopper answers to a question, by looking at the product they are after: the option that is true of it, in its own words or by tapping it;
 * their own word when no option is; "no preference" (the last option) where they have none. One answer in so many is not true.
 */
export function answerQuestion(question: Question, turn: Turn, options: ShopperOptions): string {
  const { need, noise, random } = options;
  const offered = question.options.slice(0, -1);
  const none = question.options.at(-1) ?? '';
  const own = need.known.has(question.attribute) ? ownValues(question.attribute, options) : [];
  if (own.length === 0) return none;
  if (random() < noise) return sayOption(Math.floor(random() * offered.length), question, turn, random);
  const position = trueOption(question.attribute, offered, options);
  if (position !== undefined) return sayOption(position, question, turn, random);
  const [value] = own;
  return value === undefined ? none : options.vocabulary.labelOf(question.attribute, value, need.language);
}

/** Half of all answers are typed, half are tapped. */
function sayOption(position: number, question: Question, turn: Turn, random: () => number): string {
  const label = question.options[position] ?? '';
  const chip = turn.chips.find((candidate) => candidate.label === label);
  return random() < 0.5 || chip === undefined ? label : chip.message;
}

function ownValues(
  attribute: string,
  { need: { target }, market, nowMs }: ShopperOptions,
): readonly string[] {
  if (attribute === 'price') return [String(priceOf(target, market, nowMs))];
  if (attribute === 'brand') return target.brand === undefined ? [] : [target.brand];
  if (attribute === 'category') return categoryKeys(target.category).toReversed();
  return attributeValues(target, attribute);
}

function trueOption(
  attribute: string,
  offered: readonly string[],
  options: ShopperOptions,
): number | undefined {
  const { need, vocabulary, market, nowMs } = options;
  if (attribute === 'price') return lastReached(offered.map(amountIn), priceOf(need.target, market, nowMs));
  const own = ownValues(attribute, options);
  const named = offered.findIndex((label) => isOwn(attribute, label, own, vocabulary, need.language));
  if (named >= 0) return named;
  const [quantity] = own.flatMap((value) => readQuantity(value) ?? []);
  if (quantity?.unit === undefined) return undefined;
  const bounds = offered.map((label) => {
    const [measure] = findMeasures(label, need.language);
    const read = measure === undefined ? undefined : readQuantity(`${measure.value} ${measure.unit ?? ''}`);
    return read === undefined ? undefined : toUnit(read, quantity.unit);
  });
  return bounds.some((bound) => bound === undefined) ? undefined : lastReached(bounds, quantity.value);
}

/** Whether a label names one of the values, or a wider one ("blue" for navy). */
function isOwn(
  attribute: string,
  label: string,
  own: readonly string[],
  vocabulary: Vocabulary,
  language: string,
): boolean {
  return vocabulary
    .valuesLabelled(label, language)
    .filter((entry) => entry.attribute === attribute)
    .some(({ value }) => {
      const [filter] = vocabulary.toFilters({
        attribute,
        operator: 'eq',
        value,
        strength: 'hard',
        words: label,
        confidence: 1,
        sourceTurn: 1,
        known: true,
      });
      const taken = filter?.kind === 'attribute' || filter?.kind === 'category' ? filter.anyOf : [value];
      return own.some((each) => taken.includes(each));
    });
}

/** Ranges ascend: the first begins below everything, each other one at its first amount. */
function lastReached(firstAmounts: readonly (number | undefined)[], amount: number): number {
  const reached = firstAmounts.findLastIndex(
    (bound, position) => position > 0 && bound !== undefined && amount >= bound,
  );
  return Math.max(0, reached);
}

/** The first amount of money in a label, in minor units: formatted amounts always write their decimals. */
function amountIn(label: string): number | undefined {
  const [written] = /\d[\d.,\s\u00a0\u202f’']*\d|\d/u.exec(label) ?? [];
  return written === undefined ? undefined : Number(written.replaceAll(/\D/gu, ''));
}

function priceOf(product: Product, market: string, nowMs: number): number {
  const prices = product.variants.flatMap(({ offers }) => {
    const offer = offers[market];
    return offer === undefined ? [] : [effectivePrice(offer, nowMs).amountMinor];
  });
  return Math.min(...prices);
}

/** Products that cost within so much of the target are as good. */
const PRICE_TOLERANCE = 0.2;

/** Whether a product would do as well as the one wanted: equal in everything there is a wish about. */
export function isEqual(product: Product, { need, vocabulary, market, nowMs }: ShopperOptions): boolean {
  const { target, known } = need;
  if (product.productId === target.productId) return true;
  const [price, wanted] = [priceOf(product, market, nowMs), priceOf(target, market, nowMs)];
  if (known.has('price') && Math.abs(price - wanted) > PRICE_TOLERANCE * wanted) return false;
  if (known.has('brand') && product.brand !== target.brand) return false;
  if (product.category.join('>') !== target.category.join('>')) return false;
  return vocabulary.attributes.every(
    (attribute) =>
      !known.has(attribute) ||
      attribute === 'brand' ||
      attribute === 'category' ||
      sameValues(attributeValues(product, attribute), attributeValues(target, attribute)),
  );
}

const sameValues = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((value) => right.includes(value));
