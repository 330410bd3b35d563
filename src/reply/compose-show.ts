import { formatMoney } from '../domain/money.ts';
import { type Constraint, hardConstraints, type Need, softConstraints } from '../domain/need.ts';
import { RATING, ratingOf } from '../domain/rating.ts';
import type { ComposedReply, PlannedProduct, ReplyStep } from '../domain/reply-plan.ts';
import type { MessageKey } from './phrasebook.ts';
import { priceClaim, titleClaim } from './product-facts.ts';
import { sayAvailability } from './say-availability.ts';
import type { Speaker } from './speaker.ts';
import { reasonClaim, wordReason } from './word-reason.ts';

type ShowStep = Extract<ReplyStep, { act: 'show' }>;

/** Attributes whose unknown values are things a shop carries or does not; another unknown word only fails to narrow. */
const CARRIED: ReadonlySet<string> = new Set(['type', 'category', 'brand', 'product']);

/** Longer wishes are not said back. */
const MAX_WISH_CHARACTERS = 80;

/**
 * What was not known, what was given up, how many fit which limits, and the first product with one true reason.
 * At most five sentences; the cards beside it show the rest.
 */
export function composeShow(speaker: Speaker, step: ShowStep): readonly ComposedReply[] {
  const [first] = step.products;
  const unknown = [
    ...sayCorrected(speaker, step),
    ...sayUnknown(speaker, withoutRatings(step)),
    ...sayNoRatings(speaker, step),
  ];
  if (step.exhausted) return [...unknown, speaker.say('exhausted')];
  if (first === undefined) return [...unknown, speaker.say('nothing-found')];
  return [...unknown, ...sayList(speaker, step), ...sayFirst(speaker, first), ...sayFurther(speaker, step)];
}

const isUnknownRating = ({ attribute, known }: Constraint): boolean => attribute === RATING && !known;

/** Ratings that are not known are said by a sentence of their own. */
function withoutRatings(step: ShowStep): ShowStep {
  const ratings = step.need.constraints.filter(isUnknownRating);
  const isTold = (words: string) => ratings.some((limit) => limit.words === words || limit.words === '');
  return ratings.length === 0 ? step : { ...step, unknown: step.unknown.filter((words) => !isTold(words)) };
}

/** Ratings were asked for, and nothing of the list has any: it stands in its usual order, and that is said. */
function sayNoRatings(speaker: Speaker, { need, products }: ShowStep): readonly ComposedReply[] {
  const isOrdered = need.sort === 'rating-descending';
  const isRated = products.some(({ view }) => ratingOf(view.attributes) !== undefined);
  const isUnmet = need.constraints.some(isUnknownRating) || (isOrdered && !isRated && products.length > 0);
  return isUnmet ? [speaker.say('no-ratings')] : [];
}

/** What a misspelt word was read as: its shopper may have meant another. */
function sayCorrected(speaker: Speaker, { corrections = [] }: ShowStep): readonly ComposedReply[] {
  if (corrections.length === 0) return [];
  const words = corrections.map(({ to }) => to);
  return [speaker.say('corrected', { words: speaker.quoteAll(words) }, [])];
}

/** Words of an unknown kind for which a wider one that the shop has was looked for. */
const widenedOf = ({ need: { constraints } }: ShowStep): readonly string[] =>
  constraints
    .filter(({ attribute, known }) => attribute === 'type' && !known)
    .map(({ words }) => words)
    .filter((words) => constraints.some((limit) => isKnownKind(limit) && limit.words === words));

const isKnownKind = ({ attribute, operator, known }: Constraint): boolean =>
  attribute === 'type' && operator === 'eq' && known;

/** Limits in another currency than the shop's: amounts of different currencies are never compared. */
const foreignPrices = ({ need }: ShowStep): readonly string[] =>
  need.constraints.flatMap(({ attribute, known, words }) => (attribute === 'price' && !known ? [words] : []));

function sayCurrency(
  speaker: Speaker,
  { products: [first] }: ShowStep,
  limits: readonly string[],
): readonly ComposedReply[] {
  if (first === undefined || limits.length === 0) return [];
  const words = [...new Set(limits)];
  const claims = words.map((text) => ({ text, evidence: 'unknown' }));
  const { currency } = first.view.price;
  return [speaker.say('unknown-currency', { words: speaker.quoteAll(words), currency }, claims)];
}

/** One sentence: that the shop does not carry it, when that is true of all of it. What is searched for as words is not unknown. */
function sayUnknown(speaker: Speaker, step: ShowStep): readonly ComposedReply[] {
  const foreign = foreignPrices(step);
  const searched = step.need.query.toLowerCase();
  const widened = widenedOf(step);
  const unknown = [...new Set(step.unknown)].filter(
    (words) =>
      words !== '' &&
      !foreign.includes(words) &&
      (widened.includes(words) || !searched.includes(words.toLowerCase())),
  );
  const currency = sayCurrency(speaker, step, foreign);
  if (unknown.length === 0) return currency;
  const things = step.need.constraints
    .filter(({ attribute, known }) => !known && CARRIED.has(attribute))
    .map(({ words }) => words);
  const key = unknown.every((words) => widened.includes(words))
    ? 'unknown-kind'
    : unknown.every((words) => things.includes(words))
      ? 'unknown-thing'
      : 'unknown-value';
  const claims = unknown.map((text) => ({ text, evidence: 'unknown' }));
  return [...currency, speaker.say(key, { words: speaker.quoteAll(unknown) }, claims)];
}

function sayList(speaker: Speaker, step: ShowStep): readonly ComposedReply[] {
  const cheaper = sayCheaper(speaker, step);
  if (step.relaxed.length > 0) return [sayRelaxed(speaker, step), ...sayNearest(speaker, step), ...cheaper];
  if (step.similarTo !== undefined) return [...saySimilar(speaker, step, step.similarTo), ...cheaper];
  return [...sayTotal(speaker, step), ...cheaper];
}

function sayRelaxed(speaker: Speaker, { relaxed, need }: ShowStep): ComposedReply {
  const named = relaxed.filter(({ words }) => words !== '');
  if (named.length === 0) {
    const pulled = relaxed.some(({ attribute }) => attribute === 'price') ? pulledLimit(need) : undefined;
    if (pulled === undefined) return speaker.say('relaxed-unnamed');
    return speaker.say(pulled.operator === 'lt' ? 'relaxed-cheaper' : 'relaxed-dearer');
  }
  return speaker.say(
    'relaxed',
    { words: speaker.quoteAll([...new Set(named.map(({ words }) => words))]) },
    named.map(({ attribute, words }) => ({ text: words, evidence: `relaxed:${attribute}` })),
  );
}

/** The limit is kept, and what lies just beyond it is told: the shopper decides whether to move it. */
function sayNearest(speaker: Speaker, { nearest, relaxed }: ShowStep): readonly ComposedReply[] {
  const words = [...new Set(relaxed.map((wish) => wish.words))].filter((wish) => wish !== '');
  if (nearest === undefined || words.length === 0) return [];
  const { title, price } = nearest.product.view;
  const claims = [titleClaim(nearest.product), priceClaim(nearest.product)];
  const key = nearest.side === 'above' ? 'nearest-above' : 'nearest-below';
  return [speaker.say(key, { words: speaker.quoteAll(words), title, price: price.formatted }, claims)];
}

/** The limit that "cheaper" or "dearer" set: no words of the shopper name it. */
const pulledLimit = (need: Need): Constraint | undefined =>
  hardConstraints(need).find(({ attribute, words }) => attribute === 'price' && words === '');

function saySimilar(speaker: Speaker, step: ShowStep, title: string): readonly ComposedReply[] {
  const reference = speaker.say('show-similar', { title }, [{ text: title, evidence: 'similar-to' }]);
  const limits = limitsOf(speaker, step);
  return limits === '' || step.total === 0
    ? [reference]
    : [reference, sayCount(speaker, 'show-refined', step, { limits })];
}

/** How many there are. "Fits" is said only of limits, which are certain; wishes are only come close to. */
function sayTotal(speaker: Speaker, step: ShowStep): readonly ComposedReply[] {
  if (step.total === 0) return [speaker.say('relaxed-unnamed')];
  const limits = limitsOf(speaker, step);
  const wishes = wishesOf(step);
  if (step.mode === 'more') {
    return [limits === '' ? speaker.say('show-next') : sayCount(speaker, 'show-more', step)];
  }
  if (limits !== '') {
    const key = step.mode === 'refined' ? 'show-refined' : 'show-limits';
    return [sayCount(speaker, key, step, { limits }), ...sayWishes(speaker, step, wishes)];
  }
  if (wishes.length === 0 && widenedOf(step).length > 0) return [sayCount(speaker, 'show-kin', step)];
  return wishes.length === 0
    ? [sayCount(speaker, 'show-anything', step)]
    : [sayCount(speaker, 'show-closest', step, { wishes: speaker.quoteAll(wishes) })];
}

/** Left out where there is nothing to order, or enough said before. */
function sayWishes(
  speaker: Speaker,
  { products, unknown }: ShowStep,
  wishes: readonly string[],
): readonly ComposedReply[] {
  return wishes.length === 0 || products.length < 2 || unknown.length > 0
    ? []
    : [speaker.say('show-wishes', { wishes: speaker.quoteAll(wishes) })];
}

function sayCount(
  speaker: Speaker,
  key: MessageKey,
  { total }: ShowStep,
  values: Readonly<Record<string, string>> = {},
): ComposedReply {
  return speaker.say(key, { count: total, ...values }, [{ text: speaker.number(total), evidence: 'count' }]);
}

/** A limit that the shopper named is said with the others. */
function sayCheaper(speaker: Speaker, { cheaperThan, need }: ShowStep): readonly ComposedReply[] {
  if (cheaperThan === undefined || pulledLimit(need) === undefined) return [];
  const price = formatMoney(cheaperThan, speaker.locale);
  return [speaker.say('cheaper-than', { price }, [{ text: price, evidence: 'cheaper-than' }])];
}

function sayFirst(speaker: Speaker, product: PlannedProduct): readonly ComposedReply[] {
  const { title, price, availability } = product.view;
  const [reason] = product.reasons;
  const facts = { title, price: price.formatted };
  const claims = [titleClaim(product), priceClaim(product)];
  const because = reason === undefined ? '' : wordReason(speaker, reason);
  const sentence =
    reason === undefined
      ? speaker.say('first', facts, claims)
      : speaker.say('first-because', { ...facts, reason: because }, [
          ...claims,
          reasonClaim(product.view.productId, reason, because),
        ]);
  return availability === 'in-stock' ? [sentence] : [sentence, sayAvailability(speaker, product)];
}

/** Told where no cards show the others. */
const MOST_FURTHER = 2;

function sayFurther(speaker: Speaker, { products }: ShowStep): readonly ComposedReply[] {
  const further = products.slice(1, 1 + MOST_FURTHER);
  if (speaker.hasCards || further.length === 0) return [];
  const named = further.map(({ view }) =>
    speaker.words('compare-product', { title: view.title, price: view.price.formatted }),
  );
  const claims = further.flatMap((product) => [titleClaim(product), priceClaim(product)]);
  return [speaker.say('show-further', { products: speaker.joinAnd(named) }, claims)];
}

/** Limits in force, in the shopper's words. */
function limitsOf(speaker: Speaker, step: ShowStep): string {
  const widened = widenedOf(step);
  const limits = hardConstraints(step.need).filter(
    (limit) => !isKnownKind(limit) || !widened.includes(limit.words),
  );
  return speaker.series(wordsOf(limits));
}

/** Soft wishes whose words stand in the query are not said twice. */
const wishesOf = ({ need }: ShowStep): readonly string[] =>
  [need.query, ...wordsOf(softConstraints(need)).filter((words) => !need.query.includes(words))].filter(
    (words) => words !== '' && words.length <= MAX_WISH_CHARACTERS,
  );

const wordsOf = (constraints: readonly Constraint[]): readonly string[] => [
  ...new Set(constraints.map(({ words }) => words).filter((words) => words !== '')),
];
