import type { Constraint } from '../domain/need.ts';
import { type Concept, concept, isCelebration, narrowerConcepts } from '../text/lexicon/index.ts';
import { amountLimits } from './amount-limits.ts';
import type { PriceBound } from './grammar/index.ts';
import { priceLimits } from './price-limits.ts';
import { type FoundValue, readValue } from './read-value.ts';
import type { Meaning, Span } from './span.ts';
import { attributeConcept } from './vocabulary/concept-values.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface SpanContext {
  readonly vocabulary: Vocabulary;
  readonly currency: string;
  /** Every value is a limit: "only ...". */
  readonly strict: boolean;
  /** The kind of thing that the span was chosen to name. */
  readonly chosenType?: Concept;
  readonly refused: boolean;
  /** Named right before the value: "colour: red". */
  readonly attribute?: string;
  /** The person the thing is for. */
  readonly isRecipient: boolean;
  /** A word that only this shop uses for a kind of thing counts when no other kind is named. */
  readonly takesShopType: boolean;
  /** Whether names of the catalogue use the words. */
  readonly isNamed: boolean;
  /** Whether descriptions do. */
  readonly isDescribed: boolean;
}

export type Limit = Pick<
  Constraint,
  'attribute' | 'operator' | 'value' | 'strength' | 'known' | 'confidence'
>;

export interface SpanReading {
  readonly limits: readonly Limit[];
  /** Words that stay in the query; the written ones when true. */
  readonly query: boolean | string;
}

const SURE = 0.9;
const LIKELY = 0.6;
/** What a denied limit means: not over 50 is 50 or less. A range is not turned round. */
const OPPOSITE: Readonly<Record<PriceBound, PriceBound>> = {
  lt: 'gte',
  lte: 'lte',
  gt: 'lte',
  gte: 'lt',
  range: 'range',
  around: 'around',
};

const NOTHING: SpanReading = { limits: [], query: false };
const WORDS: SpanReading = { limits: [], query: true };

/** Attributes whose values are limits when said; values of others are wishes. */
const LIMITING: ReadonlySet<string> = new Set(['color', 'material', 'pattern', 'gender', 'size', 'brand']);

/** Attributes whose values stand in titles as well. */
const CONCEPTUAL: ReadonlySet<string> = new Set(['color', 'material', 'pattern']);

/** What one span says about the wish. */
export function describeSpan({ meaning }: Span, context: SpanContext): SpanReading {
  const { chosenType, refused, vocabulary } = context;
  switch (meaning.kind) {
    case 'price':
      return {
        limits: withConfidence(
          priceLimits(refused ? OPPOSITE[meaning.bound] : meaning.bound, meaning.amounts, context.currency),
          SURE,
        ),
        query: false,
      };
    case 'amount':
      return {
        limits: withConfidence(priceLimits('lte', [meaning.amount], context.currency), LIKELY),
        query: false,
      };
    case 'amounts':
      return { limits: amountLimits(meaning, refused, vocabulary), query: false };
    case 'compound':
      return describeCompound(meaning, context);
    case 'shop-type':
      if (refused) return { limits: [refuse('type', meaning.type, true)], query: false };
      return context.takesShopType
        ? { limits: [want('type', meaning.type, true, LIKELY)], query: false }
        : WORDS;
    case 'concepts': {
      if (chosenType !== undefined) return describeType(chosenType, context);
      if (context.isRecipient) return NOTHING;
      const found = readValue(meaning, vocabulary, context.attribute);
      if (found !== undefined) return describeValue(found, context);
      const [first] = meaning.concepts;
      if (refused) {
        return first?.kind === 'type'
          ? { limits: [refuse('type', first.id, vocabulary.hasConcept(first))], query: false }
          : { limits: first === undefined ? [] : [refuse('mentions', first.id, false)], query: false };
      }
      return first !== undefined && isCelebration(first) ? NOTHING : WORDS;
    }
    case 'size':
      return describeSize(meaning, context);
    case 'values':
    case 'brand': {
      const found = readValue(meaning, vocabulary, context.attribute);
      return found === undefined ? WORDS : describeValue(found, context);
    }
    case 'number':
    case 'question':
      return WORDS;
    default:
      return NOTHING;
  }
}

function describeCompound(
  { head, modifiers, prefix }: { head: Concept; modifiers: readonly Concept[]; prefix: string },
  context: SpanContext,
): SpanReading {
  const { vocabulary, chosenType, refused } = context;
  if (head.kind !== 'type') {
    return describeValue(
      { attribute: head.kind, value: head.id, known: vocabulary.hasConcept(head) },
      context,
    );
  }
  if (refused) return { limits: [refuse('type', head.id, vocabulary.hasConcept(head))], query: false };
  if (chosenType === undefined) return WORDS;
  const values = readValue({ kind: 'concepts', concepts: modifiers }, vocabulary);
  const own = values?.known === true ? [want(values.attribute, values.value, true, SURE)] : [];
  return { limits: [...typeLimits(head, vocabulary), ...own], query: own.length > 0 ? false : prefix };
}

function describeValue(found: FoundValue, context: SpanContext): SpanReading {
  const { attribute, value, known } = found;
  if (context.refused) return { limits: [refuse(attribute, value, known || context.isNamed)], query: false };
  const isWritten = (context.isNamed || context.isDescribed) && CONCEPTUAL.has(attribute);
  if (!known && (attribute === 'gender' || isWritten))
    return { limits: attribute === 'gender' ? widerWish(found, context.vocabulary) : [], query: true };
  const isLimit = context.strict || context.attribute === attribute || LIMITING.has(attribute);
  const limits = [want(attribute, value, known, known ? SURE : LIKELY)];
  if (!isLimit) return { limits: limits.map((limit) => ({ ...limit, strength: 'soft' })), query: true };
  return { limits: known ? limits : [...limits, ...widerWish(found, context.vocabulary)], query: false };
}

/** Alternatives, each a limit; where it is not certain which of them is meant, wishes. What is refused must be certain. */
function describeSize(
  { value, known, also = [], certainty }: Extract<Meaning, { kind: 'size' }>,
  context: SpanContext,
): SpanReading {
  const isPossible = certainty === 'possible';
  if (context.refused)
    return {
      limits: [value, ...also].map((each) => refuse('size', each, known && !isPossible)),
      query: false,
    };
  const limits = [value, ...also].map((each): Limit => {
    const limit = want('size', each, known, certainty === undefined && known ? SURE : LIKELY);
    return isPossible ? { ...limit, strength: 'soft' } : limit;
  });
  return { limits, query: false };
}

/** A wider kind of more narrower kinds than this (clothing, electronics) is no answer to a wish for one of them. */
const CLOSE_KIN = 25;

/** A kind of thing; when the shop does not sell it, that is said, and the next wider kind it sells is looked for. */
function typeLimits(type: Concept, vocabulary: Vocabulary): Limit[] {
  if (vocabulary.hasConcept(type)) return [want('type', type.id, true, SURE)];
  const wider = (type.broader ?? []).filter((id) => {
    const found = concept('type', id);
    return found !== undefined && vocabulary.hasConcept(found) && narrowerConcepts(found).length <= CLOSE_KIN;
  });
  return [
    want('type', type.id, false, SURE),
    ...wider.slice(0, 1).map((id) => want('type', id, true, LIKELY)),
  ];
}

/** A kind that the shop has no place for, while its names use the very word, is searched for by that word as well. */
function describeType(type: Concept, { vocabulary, isNamed }: SpanContext): SpanReading {
  const limits = typeLimits(type, vocabulary);
  const isWidened = limits.length > 1;
  return { limits, query: isNamed || isWidened ? limits.some(({ known }) => !known) : false };
}

/** Attributes whose values have wider ones: crimson is a red, boys are kids. */
const LAYERED: ReadonlySet<string> = new Set([...CONCEPTUAL, 'gender']);

/** Crimson, which the shop does not have, is still a wish for red. */
function widerWish({ attribute, value }: FoundValue, vocabulary: Vocabulary): Limit[] {
  if (!LAYERED.has(attribute)) return [];
  const wider = (attributeConcept(attribute, value)?.broader ?? []).filter(
    (id) => vocabulary.canonicalValue(attribute, id) !== undefined,
  );
  return wider.map((id) => ({ ...want(attribute, id, true, LIKELY), strength: 'soft' }));
}

const want = (attribute: string, value: string, known: boolean, confidence: number): Limit => ({
  attribute,
  operator: 'eq',
  value,
  strength: 'hard',
  known,
  confidence,
});

const refuse = (attribute: string, value: string, known: boolean): Limit => ({
  ...want(attribute, value, known, SURE),
  operator: 'ne',
});

const withConfidence = (limits: readonly Omit<Limit, 'confidence'>[], confidence: number): Limit[] =>
  limits.map((limit) => ({ ...limit, confidence }));
