import type { Language } from '../domain/locale.ts';
import { currencyExponent, formatMoney, type Money } from '../domain/money.ts';
import type { Constraint, Need } from '../domain/need.ts';
import type { PlannedProduct, ReplyPlan, ReplyStep } from '../domain/reply-plan.ts';
import type { ProductView } from '../domain/turn.ts';

/** Words that may be said because the plan holds them. */
export interface PhraseFact {
  readonly phrase: string;
  readonly evidence: string;
  /** The product that a title names, or that has a value. */
  readonly productId?: string;
}

/** An amount that may be said. */
export interface MoneyFact {
  readonly money: Money;
  readonly evidence: string;
  /** The product it belongs to; absent for limits, which belong to the wish. */
  readonly productId?: string;
  /** Ways to write the number in the locale, without spaces and currency. */
  readonly writings: ReadonlySet<string>;
}

/** Everything a reply may state, in the forms the check needs. */
export interface PlanFacts {
  readonly locale: string;
  readonly language: Language;
  readonly products: readonly PlannedProduct[];
  /** Longest first: the longer name wins. */
  readonly titles: readonly PhraseFact[];
  readonly values: readonly PhraseFact[];
  readonly moneys: readonly MoneyFact[];
  /** Numbers by their writing. */
  readonly counts: ReadonlyMap<string, string>;
}

export function collectFacts(plan: ReplyPlan): PlanFacts {
  const products = plannedProducts(plan);
  const needs = plan.steps.flatMap((step) => (step.act === 'show' ? [step.need] : []));
  const writings = (money: Money) => writingsOf(money, plan.locale);
  return {
    locale: plan.locale,
    language: plan.language,
    products,
    titles: longestFirst([
      ...products.map(({ view }) => ({
        phrase: view.title,
        evidence: `product:${view.productId}#title`,
        productId: view.productId,
      })),
      ...plan.steps.flatMap(otherTitles),
    ]).filter(({ phrase }) => letters(phrase) >= 3),
    values: longestFirst([
      ...products.flatMap(({ view, reasons }) => [
        ...valuesOf(view),
        ...reasons.flatMap((reason) =>
          reason.kind === 'has-value'
            ? [productValue(view.productId, `attribute:${reason.attribute}`, reason.label)]
            : [],
        ),
      ]),
      ...plan.steps.flatMap(saidValues),
    ])
      .filter(({ phrase }) => phrase.length > 0)
      .flatMap((fact) => withLocalDecimals(fact, plan.locale)),
    moneys: [
      ...products.flatMap(({ view }) => pricesOf(view)),
      ...needs.flatMap((need) => limitsOf(need, products[0]?.view.price.currency)),
      ...plan.steps.flatMap((step) =>
        step.act === 'show' && step.cheaperThan !== undefined
          ? [{ money: step.cheaperThan, evidence: 'cheaper-than' }]
          : [],
      ),
      ...plan.steps.flatMap(talliedPrices),
    ].map((fact) => ({ ...fact, writings: writings(fact.money) })),
    counts: countsOf(plan, products.length),
  };
}

/** The products of a plan in order, each once: the first is "p1" to a model. */
export function plannedProducts(plan: ReplyPlan): PlannedProduct[] {
  return uniqueProducts(plan.steps.flatMap(productsOf));
}

function productsOf(step: ReplyStep): readonly PlannedProduct[] {
  switch (step.act) {
    case 'show':
    case 'tally':
    case 'goes-with':
    case 'compare':
      return step.products;
    case 'explain':
    case 'answer':
      return [step.product];
    default:
      return [];
  }
}

function uniqueProducts(products: readonly PlannedProduct[]): PlannedProduct[] {
  return [...new Map(products.map((product) => [product.view.productId, product])).values()];
}

function otherTitles(step: ReplyStep): PhraseFact[] {
  if (step.act === 'clarify') {
    return step.options.map(({ title, position }) => ({
      phrase: title,
      evidence: `list:${position}`,
    }));
  }
  return step.act === 'show' && step.similarTo !== undefined
    ? [{ phrase: step.similarTo, evidence: 'similar-to' }]
    : [];
}

/** "1.25 l" of a feed is "1,25 l" to a German. */
function withLocalDecimals(fact: PhraseFact, locale: string): PhraseFact[] {
  const mark =
    new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  const local = fact.phrase.replace(/(?<=^|[^\d.])(\d+)\.(?=\d{1,2}(?![\d.]))/g, `$1${mark}`);
  return local === fact.phrase ? [fact] : [fact, { ...fact, phrase: local }];
}

const productValue = (productId: string, part: string, phrase: string): PhraseFact => ({
  phrase,
  evidence: `product:${productId}#${part}`,
  productId,
});

function valuesOf({ productId, brand, category, attributes }: ProductView): PhraseFact[] {
  return [
    ...(brand === undefined ? [] : [productValue(productId, 'brand', brand)]),
    ...category.map((phrase) => productValue(productId, 'category', phrase)),
    ...Object.entries(attributes).flatMap(([name, values]) =>
      values.map((phrase) => productValue(productId, `attribute:${name}`, phrase)),
    ),
  ];
}

/** Values that a step itself states. Prices are amounts, not words. */
function saidValues(step: ReplyStep): PhraseFact[] {
  if (step.act === 'compare') {
    return step.rows
      .filter(({ attribute }) => attribute !== 'price')
      .flatMap(({ attribute, values }) =>
        step.products.flatMap(({ view }, column) => {
          const phrase = values[column];
          return phrase === undefined ? [] : [productValue(view.productId, `attribute:${attribute}`, phrase)];
        }),
      );
  }
  if (step.act === 'tally') {
    const { attribute, counts = [] } = step.values ?? {};
    return counts.map(({ label }) => ({ phrase: label, evidence: `count:${attribute}` }));
  }
  if (step.act !== 'answer' || step.attribute === undefined || step.attribute === 'price') return [];
  const { product, attribute, values = [] } = step;
  return values.map((phrase) => productValue(product.view.productId, `attribute:${attribute}`, phrase));
}

function pricesOf(view: ProductView): Omit<MoneyFact, 'writings'>[] {
  const of = (part: string) => ({ evidence: `product:${view.productId}#${part}`, productId: view.productId });
  return [
    { money: view.price, ...of('price') },
    ...(view.listPrice === undefined ? [] : [{ money: view.listPrice, ...of('list-price') }]),
  ];
}

const talliedPrices = (step: ReplyStep): Omit<MoneyFact, 'writings'>[] =>
  step.act !== 'tally' || step.prices === undefined
    ? []
    : (['lowest', 'median', 'highest'] as const).flatMap((name) => {
        const money = step.prices?.[name];
        return money === undefined ? [] : [{ money, evidence: `price:${name}` }];
      });

/** Price limits the shopper gave, in the market's currency. */
function limitsOf(need: Need, currency: string | undefined): Omit<MoneyFact, 'writings'>[] {
  if (currency === undefined) return [];
  const isLimit = (constraint: Constraint): constraint is Constraint & { readonly value: number } =>
    constraint.attribute === 'price' && constraint.known && typeof constraint.value === 'number';
  return need.constraints
    .filter(isLimit)
    .map(({ value }) => ({ money: { amountMinor: value, currency }, evidence: 'need:price' }));
}

/** "1.234,50" and "1234,50"; without decimals when they are zero. */
function writingsOf(money: Money, locale: string): ReadonlySet<string> {
  const decimals = currencyExponent(money.currency);
  const amount = money.amountMinor / 10 ** decimals;
  const fractions = Number.isInteger(amount) ? [decimals, 0] : [decimals];
  const written = fractions.flatMap((digits) =>
    [true, false].map((useGrouping) =>
      new Intl.NumberFormat(locale, {
        useGrouping,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(amount),
    ),
  );
  const formatted = formatMoney(money, locale).replace(/[^\d.,'’]/g, '');
  return new Set([...written, formatted].map((text) => text.replace(/[\s'’]/g, '')));
}

function countsOf(plan: ReplyPlan, shown: number): ReadonlyMap<string, string> {
  const counts = new Map<string, string>();
  const count = (amount: number, evidence: string) => {
    for (const useGrouping of [true, false]) {
      const written = new Intl.NumberFormat(plan.locale, { useGrouping }).format(amount);
      counts.set(written.replace(/[\s'’]/g, ''), evidence);
    }
  };
  for (const step of plan.steps) {
    if (step.act === 'tally') {
      for (const value of step.values?.counts ?? []) count(value.count, `count:${step.values?.attribute}`);
    }
    if (step.act === 'show' || step.act === 'tally') count(step.total, 'count');
  }
  const options = plan.steps.flatMap((step) => (step.act === 'clarify' ? step.options : []));
  for (const { position } of options) counts.set(String(position), `list:${position}`);
  // How many products are on screen, and their places.
  for (let place = 1; place <= shown; place += 1) {
    if (!counts.has(String(place))) counts.set(String(place), 'shown');
  }
  return counts;
}

const longestFirst = <T extends PhraseFact>(facts: readonly T[]): T[] =>
  [...facts].sort((left, right) => right.phrase.length - left.phrase.length);

const letters = (text: string): number => text.replace(/[^\p{L}]/gu, '').length;
