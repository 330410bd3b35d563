import { describe, expect, it } from 'vitest';
import { findFaults } from '../../../../src/chat/desk/reports/find-faults.ts';
import type { Offer, Product } from '../../../../src/domain/product.ts';
import { NOW_MS, product } from '../../../support/small-shop.ts';
import { US } from '../../../support/stocked-shop.ts';

const DAY_MS = 86_400_000;

/** Nothing is wrong with it. */
function sound(id: string, more: Partial<Product> = {}): Product {
  const plain = product({ id, title: `Scarf ${id}`, material: 'wool', color: ['red'] });
  return {
    ...plain,
    texts: { en: { title: `Scarf ${id}`, description: 'Keeps warm.' } },
    ...{ brand: 'Acme', imageUrl: 'https://shop.example/a.jpg', ...more },
  };
}

const withoutPicture = ({ imageUrl: _, ...product }: Product): Product => product;

function selling(id: string, offer: Partial<Offer>): Product {
  const one = sound(id);
  return {
    ...one,
    variants: one.variants.map((variant) => ({
      ...variant,
      offers: Object.fromEntries(
        Object.entries(variant.offers).map(([market, usual]) => [market, { ...usual, ...offer }]),
      ),
    })),
  };
}

async function faultsOf(products: readonly Product[], ground: { publishedAtMs?: number } = {}) {
  async function* all() {
    yield* products;
  }
  const { faults } = await findFaults(all(), {
    ...{ markets: [US], nowMs: NOW_MS, publishedAtMs: NOW_MS },
    ...ground,
  });
  return faults;
}

const SOUND = Array.from({ length: 12 }, (_, index) => sound(`s${index}`));

describe('faults of a catalogue', () => {
  it('are none where nothing is wrong', async () => {
    expect(await faultsOf(SOUND)).toEqual([]);
  });

  it.each([
    ['no-picture', withoutPicture(sound('x'))],
    ['no-description', sound('x', { texts: { en: { title: 'X', description: ' ' } } })],
    ['no-category', sound('x', { category: [] })],
    ['no-price', selling('x', { price: { amountMinor: 0, currency: 'USD' } })],
    ['contradicting-stock', selling('x', { availability: 'in-stock', stock: 0 })],
    ['contradicting-stock', selling('x', { availability: 'out-of-stock', stock: 3 })],
    ['unreadable-size', sound('x', { attributes: { material: ['wool'], size: ['ask us'] } })],
  ] as const)('name %s', async (kind, faulty) => {
    expect(await faultsOf([...SOUND, faulty])).toEqual([{ kind, productIds: ['x'] }]);
  });

  it('name products without a brand where most have one, and are silent where few do', async () => {
    const { brand: _, ...unbranded } = sound('x');
    expect(await faultsOf([...SOUND, unbranded])).toEqual([{ kind: 'no-brand', productIds: ['x'] }]);
    const none = SOUND.map(({ brand: __, ...rest }) => rest);
    expect(await faultsOf([...none, sound('y')])).toEqual([]);
  });

  it('name what a product does not tell, and nearly all others of its category do', async () => {
    const silent = sound('x', { attributes: {} });
    expect(await faultsOf([...SOUND, silent])).toEqual([
      {
        ...{ kind: 'missing-attribute', attribute: 'material', category: ['Things', 'scarf'] },
        productIds: ['x'],
      },
    ]);
    expect(await faultsOf([...SOUND.slice(0, 8), silent])).toEqual([]);
    const half = SOUND.map((one, index) => (index % 2 === 0 ? { ...one, attributes: {} } : one));
    expect(await faultsOf(half)).toEqual([]);
  });

  it('name products that are called and cost the same', async () => {
    const twin = sound('twin', { texts: sound('s0').texts });
    expect(await faultsOf([...SOUND, twin])).toEqual([{ kind: 'duplicate', productIds: ['s0', 'twin'] }]);
  });

  it('name languages of a market that a product sold there does not speak', async () => {
    const french = sound('x', {
      language: 'fr',
      texts: { fr: { title: 'Écharpe', description: 'Chaude.' } },
    });
    expect(await faultsOf([...SOUND, french])).toEqual([
      { kind: 'missing-language', language: 'en', productIds: ['x'] },
    ]);
  });

  it('name pieces that were told a week ago', async () => {
    const counted = selling('x', { stock: 3 });
    expect(await faultsOf([...SOUND, counted], { publishedAtMs: NOW_MS - 8 * DAY_MS })).toEqual([
      { kind: 'stale-stock', productIds: ['x'] },
    ]);
    expect(await faultsOf([...SOUND, counted], { publishedAtMs: NOW_MS - 6 * DAY_MS })).toEqual([]);
  });
});
