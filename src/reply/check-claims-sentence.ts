import type { Language } from '../domain/locale.ts';
import type { PlannedProduct } from '../domain/reply-plan.ts';
import type { Claim } from '../domain/turn.ts';
import { normalise } from '../text/analyze.ts';
import { stopWordsOf } from '../text/language-analysis.ts';
import { toSpoken } from '../text/languages.ts';
import { UNIT_PATTERN } from '../text/units.ts';
import { UNSPACED } from '../text/unspaced-scripts.ts';
import { type AmountHit, coverMoney, factsFor, MONEY_MENTION, NUMBER } from './check-claims-amounts.ts';
import { denyingPlaces, isDenied } from './check-claims-denial.ts';
import type { MoneyFact, PhraseFact, PlanFacts } from './check-claims-facts.ts';
import { foldTypography, type Hit, type MaskedText, maskText } from './check-claims-mask.ts';
import { findUnknownName, isOtherLanguage } from './check-claims-names.ts';
import { saysForeignNumber } from './check-claims-number-words.ts';
import { ownersIn } from './check-claims-owners.ts';
import { findUnprovedConcept, isOfTaste, type ProvedConcepts } from './check-claims-qualities.ts';
import type { RemovalReason } from './check-claims-rules.ts';
import { breaksSafety } from './check-claims-safety.ts';
import { findUnsupportedWords, type SupportedWords } from './check-claims-support.ts';
import { asksSomething, isOfGoods, isOfTalk, readTalk, states, withoutTalk } from './check-claims-talk.ts';
import { tryRules } from './check-claims-try-rules.ts';
import { coverValues, isOfAll, isValueOf } from './check-claims-values.ts';
import {
  AVAILABILITY,
  CONCESSION,
  HIGHEST_DEGREE,
  isUnspaced,
  LIMIT_WORDS,
  PERCENTAGE,
  PHASE,
  REGULAR_PRICE_WORDS,
  SEVERAL,
  SIZE_BEFORE,
} from './check-claims-words.ts';

export interface SentenceContext {
  readonly facts: PlanFacts;
  readonly language: Language;
  /** Normalised words of plan and template: names among them are known. */
  readonly knownWords: ReadonlySet<string>;
  readonly concepts: ProvedConcepts;
  readonly support: SupportedWords;
  /** Words of the shopper that may be said back. */
  readonly quotable: readonly PhraseFact[];
  /** The product talked about before this sentence. */
  readonly subject?: string;
  /** Products were talked about, and it is open which of them goes on being. */
  readonly isUnclear?: boolean;
}

export type SentenceVerdict =
  | {
      readonly kept: true;
      readonly claims: readonly Claim[];
      /** Products named, in order. */
      readonly named: readonly string[];
    }
  | { readonly kept: false; readonly reason: RemovalReason; readonly named: readonly string[] };

const ANNOUNCES = /[:：][*_]*$/u;
/** After what is proved was covered: characters that prose does not need. */
const CODE = /[<>[\]{}|\\=~^`@#]|[\p{L}\p{N}]_[\p{L}\p{N}]|\(\s*\)|;\s*$/u;
/** Digits of other scripts, fractions, circled and styled letters, letters of other alphabets, spaced-out words. */
const DISGUISE =
  /(?![0-9])\p{N}|[\uFF00-\uFFEF\u2100-\u214F\u{1D400}-\u{1D7FF}\u{1F100}-\u{1F1E5}]|(?!\p{Script=Latin})\p{L}|\p{M}|(?:(?<![\p{L}'])\p{L}[ .*_-]+){3}\p{L}(?![\p{L}'])/u;
/** As above where letters of scripts without spaces are the language's own, and ASCII has a full-width form. */
const UNSPACED_DISGUISE = new RegExp(
  `(?![0-9])\\p{N}|[\\uFF5F-\\uFFEF\\u2100-\\u214F\\u{1D400}-\\u{1D7FF}\\u{1F100}-\\u{1F1E5}]|(?![\\p{sc=Latn}${UNSPACED}])\\p{L}|(?:(?<![\\p{L}'])\\p{sc=Latn}[ .*_-]+){3}\\p{sc=Latn}(?![\\p{L}'])`,
  'u',
);
/** Of a number that measures something and counts nothing. */
const UNIT_BEHIND = new RegExp(`^[ -]?(${UNIT_PATTERN})(?![\\p{sc=Latn}\\p{N}])`, 'iu');
const ANY_NUMBER = new RegExp(NUMBER, 'gu');
const LETTER_SIZE = /(?<![\p{sc=Latn}\p{N}'-])(?:X{0,4}[SL]|M|XX?M)(?![\p{sc=Latn}\p{N}'-])/u;

/**
 * Judges one sentence: everything in it that only the shop can know must be in the plan, for the product it is said of.
 * Proved parts are covered step by step; what is left must not look like a claim.
 */
export function checkSentence(text: string, context: SentenceContext): SentenceVerdict {
  const { facts, language } = context;
  const unsafe = breaksSafety(text) ?? breaksSafety(foldTypography(text));
  if (unsafe !== undefined) return { kept: false, reason: unsafe, named: [] };
  const masked = maskText(text);
  const claims: Claim[] = [];
  /** Places of values of products. */
  const told: Hit[] = [];
  const claim = ({ from, to }: Hit, evidence: string) =>
    claims.push({ text: text.slice(from, to), evidence });

  const names = facts.titles
    .flatMap((fact) => masked.coverPhrase(fact.phrase).map((hit) => ({ ...hit, fact })))
    .sort((left, right) => left.from - right.from);
  for (const name of names) claim(name, name.fact.evidence);
  const named = [...new Set(names.flatMap(({ fact }) => fact.productId ?? []))];
  const kept = (): SentenceVerdict => ({ kept: true, claims: inOrder(claims, text), named });
  const removed = (reason: RemovalReason): SentenceVerdict => ({ kept: false, reason, named });
  const isOfSeveral = SEVERAL.test(normalise(masked.visible()));
  const subject = isOfSeveral ? undefined : context.subject;
  const about = named.length > 0 || subject === undefined ? named : [subject];
  const disguise = isUnspaced(language) ? UNSPACED_DISGUISE : DISGUISE;
  if (disguise.test(masked.visible())) return removed('disguise');

  const owners = ownersIn(
    masked.visible(),
    names.flatMap(({ from, to, fact }) =>
      fact.productId === undefined ? [] : [{ from, to, productId: fact.productId }],
    ),
    language,
  );
  const concedes = CONCESSION.test(normalise(masked.visible()));
  for (const fact of context.quotable) {
    // "Red" of a wish is not "red" of a product.
    if (fact.productId === undefined && about.length > 0 && !concedes) continue;
    const isValue = fact.productId !== undefined || isValueOf(fact, about, facts);
    for (const hit of masked.coverPhrase(fact.phrase)) {
      claim(hit, fact.evidence);
      if (isValue) told.push(hit);
    }
  }
  const amounts = coverMoney(masked, facts);
  if (amounts === undefined || MONEY_MENTION.test(masked.visible())) return removed('amount');
  const plain = normalise(masked.visible());
  const values = coverValues(masked, facts, about, owners);
  if (values === undefined) return removed('unsupported');
  for (const hit of values) claim(hit, hit.evidence);
  told.push(...values.filter(({ evidence }) => !evidence.endsWith('#category')));
  const numbers = coverNumbers(masked, facts);
  if (
    numbers === undefined ||
    LETTER_SIZE.test(masked.visible()) ||
    saysForeignNumber(masked, facts, language)
  ) {
    return removed('number');
  }
  for (const number of numbers) if ('evidence' in number) claim(number, number.evidence);

  const prices = [...amounts, ...numbers.filter((number) => 'facts' in number)];
  const proofs = provePrices(prices, named, plain, subject);
  if (proofs === undefined) return removed('amount');
  for (const [index, hit] of prices.entries()) claim(hit, proofs[index]?.evidence ?? 'price');

  const rest = masked.visible();
  if (PERCENTAGE.test(normalise(rest))) return removed('percentage');
  if (CODE.test(rest)) return removed('markup');
  if (
    told.some((hit) => isDenied(rest, hit, language)) ||
    (told.length > 0 && isAnyDenied(rest, names, language))
  )
    return removed('denial');
  const subjects = subjectsOf(about, proofs, facts);
  const rules = tryRules(rest, subjects, facts, prices);
  if (rules.broken !== undefined) return removed(rules.broken);
  if (isOtherLanguage(rest, language)) return removed('language');
  if (findUnprovedConcept(rest, language, about, context.concepts) !== undefined) return removed('quality');
  if (findUnknownName(rest, language, context.knownWords) !== undefined) return removed('name');
  const tells = claims.length > names.length || rules.proved.size > 0;
  const isOfProduct = about.length > 0 && (names.length > 0 || !asksSomething(text, language));
  const bare = normalise(rest);
  if (isOfProduct && !rules.reasons.has('superlative') && HIGHEST_DEGREE(toSpoken(language)).test(bare))
    return removed('superlative');
  if (
    context.isUnclear === true &&
    about.length === 0 &&
    !isOfSeveral &&
    values.some((value) => !isOfAll(value, facts))
  )
    return removed('dangling');
  const talk = readTalk(rest, language, named.length > 0);
  if (isOfProduct && !tells && saysOfHaving(bare, names.length > 0, talk.isTalk, language))
    return removed('stock');
  // What tells nothing that the plan holds has to be talk, or a matter of taste.
  const isLoose = talk.isTalk || isOfSeveral || ANNOUNCES.test(text) || isOfTaste(rest, language);
  if (!tells && !isLoose && states(rest, language, names.length > 0)) return removed('unsupported');
  if (asksSomething(text, language) && named.length === 0) return kept();
  const words = tells ? rest : withoutTalk(rest, language);
  const strange = findUnsupportedWords(
    words,
    language,
    about,
    context.support,
    concedes,
    rules.proved,
  ).filter((word) => tells || !isOfTalk(word, language));
  const isTied =
    strange.length === 0 ||
    (!tells && strange.length <= talk.ownWords && !strange.some((word) => isOfGoods(word, language)));
  return isTied ? kept() : removed('unsupported');
}

/** "In red, alas, there is no X": what is told of a product is denied with it. */
function isAnyDenied(rest: string, names: readonly Hit[], language: Language): boolean {
  const isDenying = denyingPlaces(rest, language);
  return names.some(({ from }) => isDenying(from));
}

/** Whether a sentence that tells nothing the plan holds may be about whether a product can be had: then the plan has to say it. */
const saysOfHaving = (plain: string, isNamed: boolean, isTalk: boolean, language: Language): boolean =>
  ((isNamed || !isTalk) && AVAILABILITY.test(plain)) || (isNamed && PHASE(toSpoken(language)).test(plain));

/** Numbers without a currency: a price, a count, or not of the plan (undefined). */
function coverNumbers(
  masked: MaskedText,
  facts: PlanFacts,
): (AmountHit | (Hit & { readonly evidence: string }))[] | undefined {
  const hits: (AmountHit | (Hit & { readonly evidence: string }))[] = [];
  for (const match of masked.visible().matchAll(ANY_NUMBER)) {
    const number = match[0].replace(/[\s'’]/g, '');
    const hit = { from: match.index, to: match.index + match[0].length };
    const around = masked.visible();
    const behind = around.slice(hit.to);
    const isPart = /[\p{sc=Latn}\p{N}]$/u.test(around.slice(0, hit.from)) || /^\p{sc=Latn}/u.test(behind);
    const unit = UNIT_BEHIND.exec(behind)?.[1]?.toLowerCase() ?? '';
    // "12 in total" is no length.
    const isMeasure = unit !== '' && !(unit.length > 1 && stopWordsOf(facts.language).has(unit));
    const isSize = SIZE_BEFORE.test(normalise(around.slice(0, hit.from)));
    const evidence = facts.counts.get(number);
    const prices = factsFor(number, facts);
    if (isPart || isMeasure || isSize || (evidence === undefined && prices.length === 0)) return undefined;
    masked.cover(hit);
    hits.push(evidence === undefined ? { ...hit, facts: prices } : { ...hit, evidence });
  }
  return hits;
}

/**
 * One fact for each price, or undefined when one belongs to another product than it is said of. With as many prices as
 * names they pair in order ("A for 20, B for 30"); else a price may be any of the products named, or of the one talked
 * about before. A limit needs words of a limit, a regular price words of comparison.
 */
function provePrices(
  hits: readonly AmountHit[],
  named: readonly string[],
  plain: string,
  previous: string | undefined,
): MoneyFact[] | undefined {
  const saysLimit = LIMIT_WORDS.test(plain);
  const saysRegular = REGULAR_PRICE_WORDS.test(plain);
  const isRegular = (fact: MoneyFact) => fact.evidence.endsWith('#list-price');
  // Beside the price of today an earlier one needs no words.
  const sayToday = new Set(
    hits.flatMap(({ facts }) => facts.flatMap((fact) => (isRegular(fact) ? [] : (fact.productId ?? [])))),
  );
  const usable = hits.map((hit) =>
    hit.facts.filter((fact) => {
      if (fact.productId === undefined) return saysLimit;
      return saysRegular || !isRegular(fact) || sayToday.has(fact.productId);
    }),
  );
  const ofProducts = usable.filter((facts) => facts.some((fact) => fact.productId !== undefined)).length;
  const subject = named.length === 0 && ofProducts === 1 ? previous : undefined;
  let paired = 0;
  const proofs = usable.map((facts) => {
    const limit = facts.find((fact) => fact.productId === undefined);
    const owners = facts.filter((fact) => fact.productId !== undefined);
    if (owners.length === 0) return limit;
    const owner = named.length > 1 && named.length === ofProducts ? named[paired++] : subject;
    const own = owners.find((fact) =>
      owner === undefined
        ? named.length === 0 || named.includes(fact.productId ?? '')
        : fact.productId === owner,
    );
    return own ?? limit;
  });
  return proofs.every((proof) => proof !== undefined) ? proofs : undefined;
}

/** Who a statement is about: the products named or talked about before, else those whose price it tells, else all. */
function subjectsOf(
  about: readonly string[],
  proofs: readonly MoneyFact[],
  facts: PlanFacts,
): readonly PlannedProduct[] {
  const priced = proofs.flatMap(({ productId }) => productId ?? []);
  const ids = about.length > 0 ? about : priced;
  return ids.length === 0
    ? facts.products
    : facts.products.filter(({ view }) => ids.includes(view.productId));
}

const inOrder = (claims: readonly Claim[], text: string): Claim[] =>
  [...claims].sort((left, right) => text.indexOf(left.text) - text.indexOf(right.text));
