import type { ProductView } from '../domain/turn.ts';
import { normalise } from '../text/analyze.ts';
import { toSpoken } from '../text/languages.ts';
import { coverAmounts, NUMBER } from './check-claims-amounts.ts';
import { isCondition, isDenied, statementsOf } from './check-claims-denial.ts';
import type { PhraseFact, PlanFacts } from './check-claims-facts.ts';
import { type Hit, type MaskedText, maskText } from './check-claims-mask.ts';
import { isOtherLanguage } from './check-claims-names.ts';
import { ownersIn } from './check-claims-owners.ts';
import { type RemovalReason, RULES } from './check-claims-rules.ts';
import type { SentenceContext } from './check-claims-sentence.ts';
import { readTalk } from './check-claims-talk.ts';
import { AVAILABILITY, PHASE, REGULAR_PRICE_WORDS, SEVERAL, SIZE_BEFORE } from './check-claims-words.ts';

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
const OF_NO_LIST: ReadonlySet<RemovalReason> = new Set(['amount', 'percentage', 'discount', 'rating']);

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
  const ownersBeside = ownersIn(masked.visible(), products, language) ?? (() => about);
  const unhidden = masked.visible();
  const found = [...amountsIn(masked, context), ...valuesIn(masked, context, about)];
  const rest = masked.visible();
  if (isOtherLanguage(rest, language)) return NOTHING;
  const statements = statementsOf(rest, language);
  /** The one product that the statement itself names, else the nearest. */
  const ownersAt = (hit: Hit): readonly string[] => {
    const at = statements.findLastIndex(({ from }) => from <= hit.from);
    const from = statements[at]?.from ?? 0;
    const to = statements[at + 1]?.from ?? rest.length;
    const within = new Set(
      products.filter((name) => name.from >= from && name.to <= to).map(({ productId }) => productId),
    );
    if (within.size === 1) return [...within];
    // "If you like red, take this one": of what comes next.
    const next = isCondition(statements[at]?.text ?? '', toSpoken(language))
      ? products.find((name) => name.from >= to)
      : undefined;
    return next === undefined ? ownersBeside(hit) : [next.productId];
  };
  // Of a product that is named, what the shopper may care for is told as it is.
  const isAsItIs = ({ from }: Hit): boolean =>
    names.length > 0 ||
    !isCondition(statements.findLast((one) => one.from <= from)?.text ?? '', toSpoken(language));
  // Beside no other price, an earlier one needs words of comparison.
  const saysRegular =
    REGULAR_PRICE_WORDS.test(normalise(rest)) || found.some(({ fact }) => fact.kind === 'price');
  const told = found.filter(
    ({ hit, fact }) =>
      ownersAt(hit).includes(fact.productId) &&
      isAsItIs(hit) &&
      !isDenied(rest, hit, language) &&
      (fact.kind !== 'list-price' || saysRegular),
  );
  const isOfThings = names.length > 0 || !readTalk(rest, language, false).isTalk;
  const availability = (...patterns: readonly RegExp[]) =>
    isOfThings
      ? availabilityIn(patterns, statementsOf(unhidden, language), about, ownersAt, products, context)
      : [];
  const clear = [...told, ...availability(...STOCK_RULES, ...(told.length > 0 ? [] : [AVAILABILITY]))];
  const unclear = names.length === 0 ? [] : availability(PHASE(toSpoken(language)));
  const missing = named.length === 1 ? missingAmong(facts.products, named) : [];
  const places = clear.length > 0 ? clear : unclear.length > 0 ? unclear : missing;
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

const amountsIn = (masked: MaskedText, { facts }: SentenceContext): Place[] =>
  coverAmounts(masked, facts).flatMap((hit) =>
    hit.facts.flatMap(({ productId, evidence, money }) => {
      if (productId === undefined) return [];
      const kind = evidence.endsWith('#list-price') ? ('list-price' as const) : ('price' as const);
      return [{ hit, fact: { productId, kind, value: `${money.amountMinor}`, evidence } }];
    }),
  );

/** Whether what stands at a place is no number of something else: "40 %", "40 years". */
const isBare = (visible: string, { from, to }: Hit): boolean =>
  /^\P{Nd}*$/u.test(visible.slice(from, to)) ||
  /\p{L}/u.test(visible.slice(from, to)) ||
  SIZE_BEFORE.test(normalise(visible.slice(0, from))) ||
  /^(?:[.,;:!?)…。、！？]|\s*$)/u.test(visible.slice(to));

function valuesIn(masked: MaskedText, { facts }: SentenceContext, about: readonly string[]): Place[] {
  const visible = masked.visible();
  const own = facts.values.filter(
    ({ productId, evidence }) =>
      productId !== undefined && about.includes(productId) && !evidence.endsWith('#category'),
  );
  const byPhrase = Map.groupBy(own, ({ phrase }) => phrase.toLowerCase());
  return [...byPhrase.values()].flatMap((holders) => {
    const hits = masked.coverPhrase(holders[0]?.phrase ?? '').filter((hit) => isBare(visible, hit));
    return hits.flatMap((hit) => holders.map((fact) => toPlace(hit, fact)));
  });
}

const toPlace = (hit: Hit, { productId = '', phrase, evidence }: PhraseFact): Place => ({
  hit,
  fact: { productId, kind: 'value', value: phrase, evidence },
});

function availabilityIn(
  patterns: readonly RegExp[],
  statements: ReturnType<typeof statementsOf>,
  about: readonly string[],
  ownersAt: OwnersAt,
  names: readonly (Hit & { readonly productId: string })[],
  { facts }: SentenceContext,
): Place[] {
  return statements.flatMap(({ from, text }) => {
    const plain = normalise(text);
    if (!patterns.some((pattern) => pattern.test(plain))) return [];
    const to = from + text.length;
    const within = names.filter((name) => name.from >= from && name.to <= to).map((name) => name.productId);
    const owners = within.length > 0 ? within : names.length === 0 ? about : ownersAt({ from, to: from });
    return facts.products
      .filter(({ view }) => owners.includes(view.productId))
      .map(({ view }) => ({ hit: { from, to }, fact: availabilityOf(view) }));
  });
}

const availabilityOf = ({ productId, availability }: ProductView): AffirmedFact => ({
  productId,
  kind: 'availability',
  value: availability,
  evidence: `product:${productId}#availability`,
});

/** That a product cannot be had is never lost with a sentence about it, as its words may have said just that. */
const missingAmong = (products: PlanFacts['products'], named: readonly string[]): Place[] =>
  products.flatMap(({ view }) =>
    named.includes(view.productId) && view.availability !== 'in-stock'
      ? [{ hit: { from: 0, to: 0 }, fact: availabilityOf(view) }]
      : [],
  );

const ANY_NUMBER = new RegExp(NUMBER, 'gu');

const tellsCount = (masked: MaskedText, { facts }: SentenceContext): boolean =>
  [...masked.visible().matchAll(ANY_NUMBER)].some(
    ([number]) => facts.counts.get(number.replace(/[\s'’]/g, '')) === 'count',
  );
