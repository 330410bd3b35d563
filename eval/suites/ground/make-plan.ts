import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { currencyExponent, formatMoney } from '../../../src/domain/money.ts';
import { EMPTY_NEED } from '../../../src/domain/need.ts';
import type { PlannedProduct, ReplyPlan } from '../../../src/domain/reply-plan.ts';
import type { Pick } from './pick.ts';

const ByLanguage = z.record(z.string(), z.array(z.string()));
const File = z.strictObject({
  weekdays: ByLanguage,
  colors: ByLanguage,
  sizes: z.array(z.array(z.string())),
  shops: z.array(
    z.strictObject({
      kind: z.record(z.string(), z.string()),
      measures: z.array(z.string()),
      materials: ByLanguage,
      features: ByLanguage,
    }),
  ),
  places: z.record(z.string(), z.array(z.tuple([z.string(), z.string()]))),
});

export const SHOPS = File.parse(parse(readFileSync(new URL('shops.yaml', import.meta.url), 'utf8')));

/** Facts of a product by the kind of statement that tells them. */
export interface GroundProduct {
  readonly planned: PlannedProduct;
  readonly facts: {
    readonly brand: string;
    readonly color: string;
    readonly material: string;
    readonly size: string;
    readonly measure: string;
    readonly feature: string;
  };
}

export interface GroundPlan {
  readonly plan: ReplyPlan;
  readonly products: readonly GroundProduct[];
  readonly total: number;
  /** Everything a product of this shop could have, to be wrong with. */
  readonly others: Readonly<Record<keyof GroundProduct['facts'], readonly string[]>>;
}

const SYLLABLES = 'ka ru no vel tin mor sa bri fen lo quin ost hal dre pim zor'.split(' ');
const KATAKANA = 'カ ル ノ ベ ティ モ サ ブリ フェ ロ ミ オス ハル ド ピ ゾ'.split(' ');
/** A feed calls its columns as it likes. */
const ATTRIBUTE_NAMES = {
  color: ['color', 'colour', 'farbe', 'attr_07'],
  material: ['material', 'composition', 'stoff', 'mat'],
  size: ['size', 'taglia', 'fit'],
  measure: ['measure', 'technical', 'spec_1'],
  feature: ['feature', 'equipment', 'note'],
} as const;
const PLANS = ['show', 'explain', 'answer', 'passage', 'compare'] as const;

/** A plan over three products of a shop that never was. */
export function makePlan(language: string, pick: Pick): GroundPlan {
  const shop = pick.of(SHOPS.shops);
  const [locale, currency] = pick.of(SHOPS.places[language] ?? [['en-US', 'USD']]);
  const kind = shop.kind[language] ?? '';
  const name = () => makeName(language, pick);
  const brands = [name(), name(), name(), name()];
  const others = {
    brand: brands,
    color: SHOPS.colors[language] ?? [],
    material: shop.materials[language] ?? [],
    feature: shop.features[language] ?? [],
    size: pick.of(SHOPS.sizes),
    measure: shop.measures,
  };
  const names = {
    color: pick.of(ATTRIBUTE_NAMES.color),
    material: pick.of(ATTRIBUTE_NAMES.material),
    size: pick.of(ATTRIBUTE_NAMES.size),
    measure: pick.of(ATTRIBUTE_NAMES.measure),
    feature: pick.of(ATTRIBUTE_NAMES.feature),
  };
  const products = [0, 1, 2].map((index): GroundProduct => {
    const facts = {
      brand: brands[index] ?? '',
      color: pick.of(others.color),
      material: pick.of(others.material),
      size: pick.of(others.size),
      measure: pick.of(others.measure),
      feature: pick.of(others.feature),
    };
    const unit = 10 ** currencyExponent(currency);
    const amountMinor =
      pick.between(11, 1_899) * unit * (unit === 1 ? 100 : 1) + (unit > 1 ? pick.of([0, 95, 49]) : 0);
    const money = (minor: number) => ({
      amountMinor: minor,
      currency,
      formatted: formatMoney({ amountMinor: minor, currency }, locale),
    });
    const view = {
      productId: `p-${index}-${pick.between(100, 999)}`,
      title: `${name()} ${pick.of(['', '40 ', 'Mk II ', 'No. 3 '])}${kind}`,
      brand: facts.brand,
      category: [kind],
      price: money(amountMinor),
      ...(pick.chance(0.5)
        ? { listPrice: money(amountMinor + pick.between(3, 90) * unit * (unit === 1 ? 100 : 1)) }
        : {}),
      availability: pick.chance(0.75) ? ('in-stock' as const) : ('out-of-stock' as const),
      attributes: Object.fromEntries(
        (Object.keys(names) as (keyof typeof names)[]).map((key) => [names[key], [facts[key]]]),
      ),
    };
    return { planned: { view, reasons: [] }, facts };
  });
  const total = pick.between(11, 230);
  const plan: ReplyPlan = {
    locale,
    language,
    steps: [stepOf(pick.of(PLANS), products, { kind, total, names })],
  };
  const shown =
    plan.steps[0]?.act === 'show' || plan.steps[0]?.act === 'compare' ? products : products.slice(0, 1);
  return { plan, products: shown, total: plan.steps[0]?.act === 'show' ? total : 0, others };
}

function stepOf(
  name: (typeof PLANS)[number],
  products: readonly GroundProduct[],
  about: { readonly kind: string; readonly total: number; readonly names: Readonly<Record<string, string>> },
): ReplyPlan['steps'][number] {
  const planned = products.map((product) => product.planned);
  const [first] = products;
  if (first === undefined || name === 'show') {
    return {
      act: 'show',
      mode: 'new',
      need: { ...EMPTY_NEED, query: about.kind },
      products: planned,
      total: about.total,
      relaxed: [],
      unknown: [],
      exhausted: false,
    };
  }
  const attribute = about.names.material ?? 'material';
  switch (name) {
    case 'explain':
      return { act: 'explain', product: first.planned };
    case 'answer':
      return { act: 'answer', product: first.planned, attribute, values: [first.facts.material] };
    case 'passage':
      return { act: 'answer', product: first.planned, passage: `${first.facts.feature}.` };
    case 'compare':
      return {
        act: 'compare',
        products: planned,
        rows: [{ attribute, label: attribute, values: products.map(({ facts }) => facts.material) }],
      };
  }
}

function makeName(language: string, pick: Pick): string {
  const syllables = language === 'ja' && pick.chance(0.5) ? KATAKANA : SYLLABLES;
  const name = [0, 1, 2].map(() => pick.of(syllables)).join('');
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}
