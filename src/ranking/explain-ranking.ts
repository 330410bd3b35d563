import type { Constraint, Need } from '../domain/need.ts';
import type { RankedProduct } from '../domain/ranking.ts';
import { RATING, type Rating } from '../domain/rating.ts';
import type { Reason } from '../domain/reason.ts';
import type { IndexedFacts } from '../ports/product-index.ts';
import { keepsQuantity } from '../text/quantity-limits.ts';
import { keeps } from './fulfil-wishes.ts';
import { LEARNED } from './learned/learned-ranker.ts';
import { LESSONS } from './lessons/lesson.ts';

export interface ExplainContext {
  readonly need: Need;
  /** Of the product; without them nothing is said about what it has or costs. */
  readonly facts: IndexedFacts | undefined;
  /** What shoppers gave the product, where ratings were asked for: then it is the first reason. */
  readonly rating?: Rating;
  /** A value in the shopper's language. */
  readonly labels: (attribute: string, value: string) => string;
  /** Undefined for what must not be named: it is gone, or sensitive. */
  readonly titleOf: (productId: string) => string | undefined;
  /** Products that the shopper dealt with; nobody else's are named as theirs. None when absent. */
  readonly own?: ReadonlySet<string>;
  /** Country whose own popularity was looked at; absent: that of the shop as a whole. */
  readonly country?: string;
  /** Words of the shopper that its texts hold, as said. */
  readonly matchedWords?: readonly string[];
  /** Title of the product the list resembles. */
  readonly similarTitle?: string;
}

const MOST_REASONS = 3;
/** Below this share of the behaviour score, naming one product as the cause would mislead. */
const LEAST_SHARE = 0.3;
/** Below this popularity, "popular" would be a compliment. */
const LEAST_POPULARITY = 0.5;

/** Of the closest product's closeness: below it, "close to what you described" would flatter. */
const LEAST_CLOSENESS = 0.9;

/** Finds what a signal's part means; undefined when it must not be said. */
type Explain = (ranked: RankedProduct, context: ExplainContext, signal: string) => Reason | undefined;

const matchesWords: Explain = (_, { matchedWords = [] }) =>
  matchedWords.length === 0 ? undefined : { kind: 'matches-words', words: matchedWords };

const chosenWith: Explain = ({ because = [] }, { titleOf, own }) => {
  const [first] = because;
  const title = first === undefined ? undefined : titleOf(first.productId);
  if (first === undefined || title === undefined || first.share < LEAST_SHARE) return undefined;
  const kind = own?.has(first.productId) === true ? 'looked-at' : 'chosen-with';
  return { kind, title, share: first.share };
};

/** By the market's popularity: standing high in a filtered list proves nothing. */
const isPopular: Explain = ({ parts }, { country }) =>
  parts.some(({ signal, value }) => signal === 'popularity' && value >= LEAST_POPULARITY)
    ? { kind: 'popular', ...(country === undefined ? {} : { country }) }
    : undefined;

const hasValue: Explain = (_, { need, facts, labels }, signal) => {
  const attribute = signal.slice('wish:'.length);
  const kept = need.constraints.find(
    (constraint) =>
      constraint.known &&
      constraint.attribute === attribute &&
      constraint.operator !== 'ne' &&
      facts !== undefined &&
      keeps(facts, constraint),
  );
  const value = kept === undefined ? undefined : shownValue(kept, facts);
  if (kept === undefined || value === undefined) return undefined;
  // Of a product, its name for the shopper is the one the shopper gave it.
  const label = attribute === 'product' ? kept.words : labels(attribute, value);
  return { kind: 'has-value', attribute, label };
};

/** The value that was asked for; of an amount that was bounded, the product's own. */
function shownValue({ attribute, operator, value }: Constraint, facts: IndexedFacts | undefined) {
  if (operator === 'eq' || operator === 'ne') return String(value);
  return facts?.attributes[attribute]?.find((own) => keepsQuantity(own, operator, String(value)));
}

const withinBudget: Explain = (_, { need, facts }) => {
  const limits = need.constraints.filter(
    ({ attribute, operator, known }) =>
      known && attribute === 'price' && (operator === 'lte' || operator === 'lt'),
  );
  if (limits.length === 0 || facts === undefined) return undefined;
  const within = limits.every(({ operator, value }) =>
    operator === 'lt' ? facts.priceMinor < Number(value) : facts.priceMinor <= Number(value),
  );
  return within ? { kind: 'within-budget' } : undefined;
};

interface Meaning {
  readonly signals: readonly string[];
  readonly explain: Explain;
}

/** Signals that say the same are added up and said once. */
const MEANINGS: readonly Meaning[] = [
  {
    signals: ['exact', 'terms', 'words', 'title-words', 'best-words', 'phrase', 'thing', 'title-share'],
    explain: matchesWords,
  },
  {
    signals: ['text'],
    explain: ({ parts }, { need }) =>
      need.query.trim() !== '' &&
      parts.some(({ signal, value }) => signal === 'text' && value >= LEAST_CLOSENESS)
        ? { kind: 'fits-description' }
        : undefined,
  },
  {
    signals: ['similar'],
    explain: (_, { similarTitle }) =>
      similarTitle === undefined ? undefined : { kind: 'similar-to', title: similarTitle },
  },
  { signals: ['taste', 'factors', 'next', 'session', 'neighbours'], explain: chosenWith },
  { signals: ['popular', 'popularity'], explain: isPopular },
  { signals: ['new'], explain: () => ({ kind: 'new-arrival' }) },
  { signals: ['price-fit'], explain: withinBudget },
  { signals: [LESSONS], explain: () => ({ kind: 'advised-by-shop' }) },
];

/**
 * Why a product stands where it stands: the largest parts of its score that are true and can be said, largest first.
 * A part that adds nothing, or takes away, is never a reason.
 *
 * @returns At most three; one plain but true one where no part can be told.
 */
export function explainRanking(ranked: RankedProduct, context: ExplainContext): Reason[] {
  const wishes = ranked.parts
    .filter(({ signal }) => signal.startsWith('wish:'))
    .map(({ signal }) => ({ signals: [signal], explain: hasValue }));
  const rules = ranked.parts.filter(({ signal }) => signal.startsWith('rule:')).map(({ signal }) => signal);
  const picked: Meaning = { signals: rules, explain: () => ({ kind: 'picked-by-shop' }) };
  const reasons = [...MEANINGS, ...wishes, picked]
    .map(({ signals, explain }) => ({
      signal: signals[0] ?? '',
      explain,
      contribution: ranked.parts
        .filter(({ signal }) => signals.includes(signal.replace(LEARNED, '')))
        .reduce((sum, part) => sum + part.contribution, 0),
    }))
    .filter(({ contribution }) => contribution > 0)
    .sort((left, right) => right.contribution - left.contribution || (left.signal < right.signal ? -1 : 1))
    .flatMap(({ explain, signal }) => explain(ranked, context, signal) ?? []);
  const { rating } = context;
  if (rating === undefined) return reasons.length > 0 ? tellMost(reasons) : plainReason(context);
  const others = reasons.filter((reason) => reason.kind !== 'has-value' || reason.attribute !== RATING);
  return tellMost([{ kind: 'rated', rating }, ...others]);
}

const BY_SHOP: ReadonlySet<Reason['kind']> = new Set(['picked-by-shop', 'advised-by-shop']);

/** The first ones; that the shop itself had a hand in it is never left out. */
function tellMost(reasons: readonly Reason[]): Reason[] {
  const told = reasons.slice(0, MOST_REASONS);
  const picked = reasons.slice(MOST_REASONS).filter(({ kind }) => BY_SHOP.has(kind));
  return [...told.slice(0, MOST_REASONS - picked.length), ...picked];
}

/** Where no part can be told: that it is what was asked for, or at least that it can be had. */
function plainReason({ need, facts }: ExplainContext): Reason[] {
  const kinds = need.constraints.filter(
    ({ attribute, operator }) => attribute === 'type' && operator === 'eq',
  );
  // A wider kind in place of one the shop does not have is not what was asked for.
  const kind = kinds.find(
    ({ known, words }) =>
      known && words !== '' && !kinds.some((other) => !other.known && other.words === words),
  );
  if (kind !== undefined) return [{ kind: 'is-kind', words: kind.words }];
  return facts?.availability === 'in-stock' ? [{ kind: 'in-stock' }] : [];
}
