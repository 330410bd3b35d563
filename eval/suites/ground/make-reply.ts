import { currencyExponent, formatMoney } from '../../../src/domain/money.ts';
import { type GroundPlan, type GroundProduct, SHOPS } from './make-plan.ts';
import type { Pick } from './pick.ts';
import { INVENTED_KINDS, type LanguagePhrases, type Phrase, TOLD_KINDS } from './read-phrases.ts';

/** What a statement tells of a product, or of the list. */
export interface ToldFact {
  readonly kind: 'value' | 'availability';
  readonly productId?: string;
  readonly title?: string;
  readonly value: string;
}

/** A sentence, or one of the two statements of one. */
export interface Statement {
  readonly kind: Phrase['kind'];
  readonly part: Phrase['part'];
  /** What it goes on from the one before with; may be left out when that one is. */
  readonly lead?: string;
  /** As it stands in the reply, behind the lead. */
  readonly text: string;
  readonly isTrue: boolean;
  /** The words that make it false. */
  readonly falsehood?: string;
  /** The value that it tells of a product that has it not. */
  readonly lie?: { readonly title: string; readonly value: string };
  /** What it tells, if it is true. */
  readonly facts: readonly ToldFact[];
  /** Stands in one sentence with another one that is false. */
  readonly besideFalse: boolean;
}

const MOST_TRIES = 40;
const FALSE_SHARE = 0.4;

/** A reply of three to six sentences, as a model may write it, some of them false. */
export function makeReply(ground: GroundPlan, words: LanguagePhrases, pick: Pick): Statement[] {
  const statements: Statement[] = [];
  const length = pick.between(3, 6);
  let subject: GroundProduct | undefined;
  let connected = false;
  for (let tries = 0; statements.length < length && tries < MOST_TRIES; tries += 1) {
    const isTrue = !pick.chance(FALSE_SHARE);
    const kind = isTrue
      ? pick.of([...TOLD_KINDS, 'plain' as const, 'two' as const, 'pair' as const])
      : pick.of([...TOLD_KINDS, ...INVENTED_KINDS, 'two' as const, 'pair' as const]);
    const phrases = words.phrases.filter((candidate) => candidate.kind === kind);
    if (phrases.length === 0) continue;
    const phrase = pick.of(phrases);
    const isNamed = phrase.pattern.includes('{title}');
    const isAboutNone = kind === 'count' || kind === 'plain';
    if (!isNamed && !isAboutNone && subject === undefined) continue;
    const product = isNamed || subject === undefined ? pick.of(ground.products) : subject;
    const made = wordPhrase(phrase, { product, ground, isTrue, language: words.language, pick });
    if (made === undefined) continue;
    connected = isNamed && phrase.pattern.startsWith('{title}') && pick.chance(0.15);
    const [first, ...rest] = made;
    if (first === undefined) continue;
    statements.push(connected ? { ...first, lead: pick.of(words.connectives) } : first, ...rest);
    // After a false sentence a pronoun may have lost what it stands for.
    subject = isTrue && isNamed ? product : isTrue && !isAboutNone ? subject : undefined;
  }
  return statements;
}

interface Wording {
  readonly product: GroundProduct;
  readonly ground: GroundPlan;
  readonly isTrue: boolean;
  readonly language: string;
  readonly pick: Pick;
}

/** Undefined when the plan has no such fact, or none that it could be taken for. */
function wordPhrase({ kind, pattern, part }: Phrase, wording: Wording): Statement[] | undefined {
  const { product, ground, isTrue, pick } = wording;
  const { view } = product.planned;
  if (kind === 'count' && ground.total === 0) return undefined;
  if (kind === 'stock' && (view.availability === 'in-stock') !== isTrue) return undefined;
  if (kind === 'sold-out' && (view.availability === 'out-of-stock') !== isTrue) return undefined;
  if (kind === 'reduced' && (view.listPrice === undefined) === isTrue) return undefined;
  const parts = pattern.split('|');
  const second = ground.products.find((one) => one !== product);
  if (kind === 'pair' && second === undefined) return undefined;
  const truths: Readonly<Record<string, string>> & { readonly title: string } = {
    ...factsOf(product, ground),
    title: view.title,
    ...(second === undefined
      ? {}
      : Object.fromEntries(
          Object.entries(factsOf(second, ground)).map(([name, value]) => [`${name}2`, value]),
        )),
  };
  const places = [...(parts.at(-1) ?? '').matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) => name);
  const planted = plantedIn(kind, places);
  const lie =
    isTrue || planted === undefined
      ? undefined
      : lieAbout(
          planted.replace('2', ''),
          kind === 'pair' && second ? { ...wording, product: second } : wording,
        );
  if (!isTrue && planted !== undefined && planted in truths && lie === undefined) return undefined;
  return parts.map((written, index) => {
    const isLast = index === parts.length - 1;
    const values: Readonly<Record<string, string>> = {
      ...truths,
      few: String(pick.between(2, 9)),
      percent: String(pick.between(2, 18) * 5),
      weekday: pick.of(SHOPS.weekdays[wording.language] ?? ['Monday']),
      ...(lie === undefined || planted === undefined || !isLast ? {} : { [planted]: lie }),
    };
    const filled = written.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
    const marked = /\[([^\]]+)\]/.exec(filled)?.[1];
    const text = filled.replace(/[[\]]/g, '');
    const isFalse = !isTrue && isLast;
    const falsehood = marked ?? lie;
    return {
      kind,
      part,
      text,
      isTrue: !isFalse,
      ...(isFalse ? { falsehood: falsehood ?? text.trim() } : {}),
      ...(isFalse && lie !== undefined && planted !== 'total'
        ? { lie: { title: kind === 'pair' ? (truths.title2 ?? '') : truths.title, value: lie } }
        : {}),
      facts: isFalse ? [] : factsIn(written, kind, [product, second], values),
      besideFalse: !isTrue && !isLast,
    };
  });
}

/** The values that a wording has places for. */
function factsIn(
  written: string,
  kind: Phrase['kind'],
  products: readonly (GroundProduct | undefined)[],
  values: Readonly<Record<string, string>>,
): ToldFact[] {
  const [first] = products;
  const { productId } = first?.planned.view ?? {};
  if (productId !== undefined && (kind === 'stock' || kind === 'sold-out'))
    return [{ kind: 'availability', productId, value: kind }];
  return [...written.matchAll(/\{(\w+?)(2?)\}/g)].flatMap(([, name = '', place = '']): ToldFact[] => {
    const view = products[place === '' ? 0 : 1]?.planned.view;
    const value = values[`${name}${place}`];
    if (name === 'title' || view === undefined || value === undefined) return [];
    if (name === 'total') return [{ kind: 'value', value }];
    return [{ kind: 'value', productId: view.productId, title: view.title, value }];
  });
}

/** The place that tells something else in a false statement. */
function plantedIn(kind: Phrase['kind'], places: readonly string[]): string | undefined {
  if (kind === 'reduced') return 'list';
  if (kind === 'negated') return undefined;
  return places.find((name) =>
    kind === 'pair' ? name !== 'title2' && name.endsWith('2') : name !== 'title',
  );
}

function factsOf({ planned: { view }, facts }: GroundProduct, { total }: GroundPlan): Record<string, string> {
  return {
    ...facts,
    title: view.title,
    price: view.price.formatted,
    list: view.listPrice?.formatted ?? '',
    total: String(total),
  };
}

/** Something else of the same kind that is not true of the product. */
function lieAbout(place: string, { product, ground, pick }: Wording): string | undefined {
  const { view } = product.planned;
  const { price, listPrice } = view;
  if (place === 'price' || place === 'list') {
    const own = [price.formatted, listPrice?.formatted];
    const elsewhere = ground.products.map(({ planned }) => planned.view.price.formatted);
    const unit = 10 ** currencyExponent(price.currency);
    const amountMinor = changeDigit(
      place === 'list' ? price.amountMinor + 7 * unit : price.amountMinor,
      pick,
    );
    const changed = formatMoney({ amountMinor, currency: price.currency }, ground.plan.locale);
    return other([changed, ...(place === 'price' ? elsewhere : [])], own, pick);
  }
  if (place === 'total') return String(changeDigit(ground.total, pick));
  if (place in ground.others) {
    const name = place as keyof GroundPlan['others'];
    const held = Object.values(product.facts);
    const changed =
      name === 'measure'
        ? [product.facts.measure.replace(/\d/, (digit) => String((Number(digit) % 9) + 1))]
        : [];
    return other([...ground.others[name], ...changed], held, pick);
  }
  return undefined;
}

function other(
  candidates: readonly string[],
  held: readonly (string | undefined)[],
  pick: Pick,
): string | undefined {
  const wrong = candidates.filter((candidate) => !held.includes(candidate));
  return wrong.length === 0 ? undefined : pick.of(wrong);
}

/** Another digit in one place, the first never 0. */
function changeDigit(amount: number, pick: Pick): number {
  const digits = String(amount);
  const trailing = /0*$/.exec(digits)?.[0].length ?? 0;
  const at = pick.between(0, Math.max(0, digits.length - 1 - trailing));
  const digit = (Number(digits[at]) % 9) + 1;
  return Number(`${digits.slice(0, at)}${digit}${digits.slice(at + 1)}`);
}
