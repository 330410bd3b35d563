import { formatMoney } from '../domain/money.ts';
import { hardConstraints } from '../domain/need.ts';
import type { ComposedReply, PlannedProduct, TallyStep } from '../domain/reply-plan.ts';
import type { MessageKey } from './phrasebook.ts';
import { priceClaim, titleClaim } from './product-facts.ts';
import { sayAvailability } from './say-availability.ts';
import type { Speaker } from './speaker.ts';

/** Values that are read out; more of them are only counted. */
const MOST_READ_OUT = 8;

/** What was counted, with the limits it was counted under; none is said as none, with what comes nearest. */
export function composeTally(speaker: Speaker, step: TallyStep): readonly ComposedReply[] {
  if (step.total === 0) return [...sayForeignPrices(speaker, step), ...sayNone(speaker, step)];
  const answer = sayAnswer(speaker, step);
  const soldOut = step.soldOut ? [speaker.say('tally-sold-out')] : [];
  return [...sayForeignPrices(speaker, step), ...sayRelaxed(speaker, step), ...answer, ...soldOut];
}

function sayAnswer(speaker: Speaker, step: TallyStep): readonly ComposedReply[] {
  switch (step.question) {
    case 'cheapest':
    case 'dearest':
      return sayExtreme(speaker, step, step.question);
    case 'least':
    case 'most':
      return sayMeasure(speaker, step, step.question);
    case 'price-range':
      return sayPrices(speaker, step);
    case 'values':
      return sayValues(speaker, step, 'tally-values');
    case 'departments':
      return sayValues(speaker, step, 'tally-departments');
    case 'exists':
      return [sayCount(speaker, step, 'tally-exists')];
    case 'count':
      return [sayCount(speaker, step, 'tally-count')];
  }
}

/** With the limits of the question, or of the whole shop when it names none. */
function sayCount(
  speaker: Speaker,
  step: TallyStep,
  key: 'tally-count' | 'tally-exists' | 'tally-extreme',
): ComposedReply {
  const limits = limitsOf(speaker, step);
  const claims = [{ text: speaker.number(step.total), evidence: 'count' }];
  return limits === ''
    ? speaker.say(`${key}-all`, { count: step.total }, claims)
    : speaker.say(key, { count: step.total, limits }, claims);
}

function sayExtreme(
  speaker: Speaker,
  step: TallyStep,
  question: 'cheapest' | 'dearest',
): readonly ComposedReply[] {
  const [first] = step.products;
  if (first === undefined) return [sayCount(speaker, step, 'tally-count')];
  const { tied = 1 } = step;
  const claims = [titleClaim(first), priceClaim(first)];
  const { title, price, availability } = first.view;
  return [
    speaker.say(`tally-${question}`, { title, price: price.formatted }, claims),
    ...(tied < 2
      ? []
      : [speaker.say('tally-tied', { count: tied }, [{ text: speaker.number(tied), evidence: 'count' }])]),
    ...(availability === 'in-stock' || step.soldOut ? [] : [sayAvailability(speaker, first)]),
    sayCount(speaker, step, 'tally-extreme'),
  ];
}

/** Of whom nobody states it, that is said. */
function sayMeasure(speaker: Speaker, step: TallyStep, question: 'least' | 'most'): readonly ComposedReply[] {
  const { products, measure, tied = 1 } = step;
  const [first] = products;
  if (first === undefined || measure === undefined)
    return [sayCount(speaker, step, 'tally-count'), speaker.say('tally-unmeasured')];
  const { attribute, attributeLabel, value, stated } = measure;
  const claims = [
    titleClaim(first),
    { text: value, evidence: `product:${first.view.productId}#${attribute}` },
  ];
  const counted = (count: number) => [{ text: speaker.number(count), evidence: `count:${attribute}` }];
  const facts = { title: first.view.title, label: attributeLabel, value };
  return [
    speaker.say(`tally-${question}`, facts, claims),
    ...(tied < 2 ? [] : [speaker.say('tally-as-measured', { count: tied }, counted(tied))]),
    speaker.say('tally-measured', { count: stated }, counted(stated)),
  ];
}

function sayPrices(speaker: Speaker, step: TallyStep): readonly ComposedReply[] {
  const { prices } = step;
  if (prices === undefined) return [sayCount(speaker, step, 'tally-count')];
  const lowest = formatMoney(prices.lowest, speaker.locale);
  const median = formatMoney(prices.median, speaker.locale);
  const highest = formatMoney(prices.highest, speaker.locale);
  const claims = [
    { text: lowest, evidence: 'price:lowest' },
    { text: median, evidence: 'price:median' },
    { text: highest, evidence: 'price:highest' },
  ];
  const range =
    lowest === highest
      ? speaker.say('tally-one-price', { price: lowest }, claims)
      : speaker.say('tally-range', { lowest, median, highest }, claims);
  return [sayCount(speaker, step, 'tally-count'), range];
}

function sayValues(
  speaker: Speaker,
  step: TallyStep,
  key: 'tally-values' | 'tally-departments',
): readonly ComposedReply[] {
  const { values } = step;
  if (values === undefined || values.counts.length === 0) {
    const label = values?.attributeLabel ?? '';
    return [sayCount(speaker, step, 'tally-count'), speaker.say('tally-not-stated', { label })];
  }
  const { attribute, attributeLabel, counts } = values;
  const named = counts.slice(0, MOST_READ_OUT);
  const listed = named.map(({ label, count }) => speaker.words('tally-value', { label, count }));
  const evidence = `count:${attribute}`;
  const claims = [
    { text: speaker.number(counts.length), evidence },
    ...listed.map((text) => ({ text, evidence })),
  ];
  const facts = { label: attributeLabel, count: counts.length, values: speaker.series(listed) };
  const further = counts.length - named.length;
  return [
    speaker.say(key, facts, claims),
    ...(further === 0
      ? []
      : [speaker.say('tally-further', { count: further }, [{ text: speaker.number(further), evidence }])]),
    ...(limitsOf(speaker, step) === '' ? [] : [sayCount(speaker, step, 'tally-count')]),
  ];
}

function sayNone(speaker: Speaker, step: TallyStep): readonly ComposedReply[] {
  return [
    step.unknown.length > 0 ? sayUnknown(speaker, step) : sayNothing(speaker, step),
    ...sayNearest(speaker, step),
  ];
}

const sayUnknown = (speaker: Speaker, { unknown }: TallyStep): ComposedReply =>
  speaker.say(
    'unknown-thing',
    { words: speaker.quoteAll(unknown) },
    unknown.map((text) => ({ text, evidence: 'unknown' })),
  );

function sayNothing(speaker: Speaker, step: TallyStep): ComposedReply {
  const limits = limitsOf(speaker, step);
  return limits === ''
    ? speaker.say('tally-none-all')
    : speaker.say('tally-none', { limits }, [{ text: limits, evidence: 'count' }]);
}

function sayNearest(
  speaker: Speaker,
  { products, nearestWithout, nearest }: TallyStep,
): readonly ComposedReply[] {
  const [first] = products;
  if (first === undefined) return [];
  const words = speaker.quoteAll(nearestWithout);
  const list =
    nearestWithout.length === 0
      ? speaker.say('tally-beside')
      : speaker.say(
          'tally-nearest',
          { words },
          nearestWithout.map((text) => ({ text, evidence: 'relaxed' })),
        );
  if (nearest === undefined || nearestWithout.length === 0) return [list];
  const { title, price } = nearest.product.view;
  const key: MessageKey = nearest.side === 'above' ? 'nearest-above' : 'nearest-below';
  return [list, speaker.say(key, { words, title, price: price.formatted }, beyondClaims(nearest.product))];
}

const beyondClaims = (product: PlannedProduct) => [titleClaim(product), priceClaim(product)];

function sayRelaxed(speaker: Speaker, { relaxed }: TallyStep): readonly ComposedReply[] {
  if (relaxed.length === 0) return [];
  const claims = relaxed.map((text) => ({ text, evidence: 'relaxed:mentions' }));
  return [speaker.say('tally-unmentioned', { words: speaker.quoteAll(relaxed) }, claims)];
}

function sayForeignPrices(
  speaker: Speaker,
  { foreignPrices, products: [first] }: TallyStep,
): readonly ComposedReply[] {
  if (foreignPrices.length === 0 || first === undefined) return [];
  const claims = foreignPrices.map((text) => ({ text, evidence: 'unknown' }));
  const { currency } = first.view.price;
  return [speaker.say('unknown-currency', { words: speaker.quoteAll(foreignPrices), currency }, claims)];
}

const limitsOf = (speaker: Speaker, { need }: TallyStep): string =>
  speaker.series(
    [...new Set(hardConstraints(need).map(({ words }) => words))].filter((words) => words !== ''),
  );
