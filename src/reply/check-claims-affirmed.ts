import { normalise } from '../text/analyze.ts';
import { toSpoken } from '../text/languages.ts';
import { coverAmounts, NUMBER } from './check-claims-amounts.ts';
import { isCondition, isDenied, statementsOf } from './check-claims-denial.ts';
import type { PhraseFact } from './check-claims-facts.ts';
import { type Hit, type MaskedText, maskText } from './check-claims-mask.ts';
import { isOtherLanguage } from './check-claims-names.ts';
import { ownersIn } from './check-claims-owners.ts';
import { type RemovalReason, RULES } from './check-claims-rules.ts';
import type { SentenceContext } from './check-claims-sentence.ts';
import { AVAILABILITY, REGULAR_PRICE_WORDS, SEVERAL } from './check-claims-words.ts';

/** What a sentence that may not be said tells of a product, and the plan holds. */
export interface AffirmedFact {
  readonly productId: string;
  /** `list-price` stands for both prices. */
  readonly kind: 'price' | 'list-price' | 'value' | 'availability';
  /** As the plan has it: words of the sentence are never taken over. */
  readonly value: string;
  readonly evidence: string;
}

export interface Affirmed {
  /** In the order in which the sentence tells them. */
  readonly facts: readonly AffirmedFact[];
  /** It tells how many products there are, as the plan has it. */
  readonly count: boolean;
}

const NOTHING: Affirmed = { facts: [], count: false };

/** What is about no product, is not of the language, or is no sentence of a reply at all. */
const UNTOLD: ReadonlySet<RemovalReason> = new Set([
  'markup',
  'link',
  'disguise',
  'credentials',
  'identity',
  'instructions',
  'language',
  'too-long',
  'unfinished',
]);
/** A number beside one of these is rarely that of the list. */
const OF_NO_LIST: ReadonlySet<RemovalReason> = new Set([
  'amount',
  'percentage',
  'discount',
  'delivery',
  'policy',
  'rating',
]);

const STOCK_RULES = RULES.filter(({ reason }) => reason === 'stock').map(({ pattern }) => pattern);

/**
 * The facts of a sentence that was cut: values and prices that the plan holds of the very product they are told of, in a statement that
 * neither denies them nor depends on a condition. Whether a product can be had is a fact of every sentence that speaks of it, as its
 * words may not be understood: the plan decides what is said.
 */
export function findAffirmed(text: string, reason: RemovalReason, context: SentenceContext): Affirmed {
  if (UNTOLD.has(reason)) return NOTHING;
  const { facts, language } = context;
  const masked = maskText(text);
  const names = facts.titles
    .flatMap((fact) => masked.coverPhrase(fact.phrase).map((hit) => ({ ...hit, productId: fact.productId })))
    .sort((left, right) => left.from - right.from);
  const named = [...new Set(names.flatMap(({ productId }) => productId ?? []))];
  const { subject } = context;
  const about =
    names.length > 0
      ? named
      : subject === undefined || SEVERAL.test(normalise(masked.visible()))
        ? []
        : [subject];
  const products = names.flatMap(({ productId, ...hit }) =>
    productId === undefined ? [] : [{ ...hit, productId }],
  );
  const ownersAt = ownersIn(masked.visible(), products, language) ?? (() => about);
  const unhidden = masked.visible();
  const found = [...amountsIn(masked, context, ownersAt), ...valuesIn(masked, context, about, ownersAt)];
  const rest = masked.visible();
  if (isOtherLanguage(rest, language)) return NOTHING;
  const conditional = statementsOf(rest, language).map((statement) => ({
    ...statement,
    isCondition: isCondition(statement.text, toSpoken(language)),
  }));
  const isAsItIs = ({ from }: Hit): boolean =>
    conditional.findLast((statement) => statement.from <= from)?.isCondition !== true;
  // Beside no other price, an earlier one needs words of comparison.
  const saysRegular =
    REGULAR_PRICE_WORDS.test(normalise(rest)) || found.some(({ fact }) => fact.kind === 'price');
  const told = found.filter(
    ({ hit, fact }) =>
      isAsItIs(hit) && !isDenied(rest, hit, language) && (fact.kind !== 'list-price' || saysRegular),
  );
  const places = [...told, ...availabilityIn(unhidden, about, ownersAt, products, context)];
  return {
    facts: places.sort((left, right) => left.hit.from - right.hit.from).map(({ fact }) => fact),
    count: names.length === 0 && !OF_NO_LIST.has(reason) && tellsCount(masked, context),
  };
}

interface Place {
  readonly hit: Hit;
  readonly fact: AffirmedFact;
}

type OwnersAt = (hit: Hit) => readonly string[];

const amountsIn = (masked: MaskedText, { facts }: SentenceContext, ownersAt: OwnersAt): Place[] =>
  coverAmounts(masked, facts).flatMap((hit) => {
    const owners = ownersAt(hit);
    return hit.facts.flatMap(({ productId, evidence, money }) => {
      if (productId === undefined || !owners.includes(productId)) return [];
      const kind = evidence.endsWith('#list-price') ? ('list-price' as const) : ('price' as const);
      return [{ hit, fact: { productId, kind, value: `${money.amountMinor}`, evidence } }];
    });
  });

function valuesIn(
  masked: MaskedText,
  { facts }: SentenceContext,
  about: readonly string[],
  ownersAt: OwnersAt,
): Place[] {
  const own = facts.values.filter(
    ({ productId, evidence }) =>
      productId !== undefined && about.includes(productId) && !evidence.endsWith('#category'),
  );
  const byPhrase = Map.groupBy(own, ({ phrase }) => phrase.toLowerCase());
  return [...byPhrase.values()].flatMap((holders) => {
    const hits = masked.coverPhrase(holders[0]?.phrase ?? '');
    return hits.flatMap((hit) =>
      holders
        .filter(({ productId = '' }) => ownersAt(hit).includes(productId))
        .map((fact) => toPlace(hit, fact)),
    );
  });
}

const toPlace = (hit: Hit, { productId = '', phrase, evidence }: PhraseFact): Place => ({
  hit,
  fact: { productId, kind: 'value', value: phrase, evidence },
});

function availabilityIn(
  visible: string,
  about: readonly string[],
  ownersAt: OwnersAt,
  names: readonly (Hit & { readonly productId: string })[],
  { facts, language }: SentenceContext,
): Place[] {
  return statementsOf(visible, language).flatMap(({ from, text }) => {
    const plain = normalise(text);
    if (!AVAILABILITY.test(plain) && !STOCK_RULES.some((pattern) => pattern.test(plain))) return [];
    const to = from + text.length;
    const within = names.filter((name) => name.from >= from && name.to <= to).map((name) => name.productId);
    const owners = within.length > 0 ? within : names.length === 0 ? about : ownersAt({ from, to: from });
    return facts.products
      .filter(({ view }) => owners.includes(view.productId))
      .map(({ view: { productId, availability } }) => ({
        hit: { from, to },
        fact: {
          productId,
          kind: 'availability' as const,
          value: availability,
          evidence: `product:${productId}#availability`,
        },
      }));
  });
}

const ANY_NUMBER = new RegExp(NUMBER, 'gu');

const tellsCount = (masked: MaskedText, { facts }: SentenceContext): boolean =>
  [...masked.visible().matchAll(ANY_NUMBER)].some(
    ([number]) => facts.counts.get(number.replace(/[\s'’]/g, '')) === 'count',
  );
