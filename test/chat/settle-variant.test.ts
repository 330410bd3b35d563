import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settleVariant } from '../../src/chat/settle-variant.ts';
import type { Constraint } from '../../src/domain/need.ts';
import type { Product } from '../../src/domain/product.ts';
import { limit, NOW_MS } from '../support/small-shop.ts';

const SIZES = ['S', 'M', 'L'] as const;
const COLORS = ['red', 'burgundy', 'blue'] as const;

/** A jumper in all sizes and colours; @param isAtHand which of them can be had. */
const jumper = (isAtHand: (size: string, color: string) => boolean = () => true): Product => ({
  productId: 'jumper',
  language: 'en',
  texts: { en: { title: 'Wool jumper', description: '' } },
  category: ['Jumpers'],
  attributes: { material: ['wool'] },
  variants: SIZES.flatMap((size) =>
    COLORS.map((color) => ({
      variantId: `${size}-${color}`,
      attributes: { size: [size], color: [color] },
      offers: {
        US: {
          price: { amountMinor: 4_000, currency: 'USD' },
          availability: isAtHand(size, color) ? ('in-stock' as const) : ('out-of-stock' as const),
        },
      },
    })),
  ),
});
const settle = (
  product: Product,
  said: readonly Constraint[],
  held: readonly Constraint[] = [],
  market = 'US',
) => settleVariant(product, { said, held, market, nowMs: NOW_MS });
const M = limit('size', 'eq', 'M');

describe('which variant goes into the basket', () => {
  it('is the one that was said, or that is wanted anyway, and nothing in between', () => {
    const both = settle(jumper(), [M, limit('color', 'eq', 'blue')]);
    expect(both).toMatchObject({ kind: 'settled', offered: { variant: { variantId: 'M-blue' } } });
    expect(settle(jumper(), [M], [limit('color', 'eq', 'blue')])).toMatchObject(both);
    expect(settle(jumper(), [M])).toEqual({
      kind: 'open',
      attribute: 'color',
      attributes: ['color'],
      values: COLORS,
    });
    expect(settle(jumper(), [])).toMatchObject({
      attribute: 'size',
      attributes: ['size', 'color'],
      values: SIZES,
    });
  });

  it('is red rather than what counts as red', () => {
    expect(settle(jumper(), [M, limit('color', 'eq', 'red')])).toMatchObject({
      offered: { variant: { variantId: 'M-red' } },
    });
  });

  it('goes by what was said before what is wanted, and lets a wish go that cannot be kept', () => {
    const held = [limit('size', 'eq', 'L'), limit('color', 'eq', 'blue')];
    expect(settle(jumper(), [M], held)).toMatchObject({ offered: { variant: { variantId: 'M-blue' } } });
    const pink = [limit('size', 'eq', 'L'), limit('color', 'eq', 'pink')];
    expect(settle(jumper(), [], pink)).toMatchObject({ kind: 'open', attribute: 'color' });
  });

  it('is said to be sold out or not made, with what can be had of the rest', () => {
    const noM = jumper((size) => size !== 'M');
    expect(settle(noM, [M])).toMatchObject({
      kind: 'open',
      attribute: 'size',
      values: ['S', 'L'],
      without: { limit: M, reason: 'sold-out' },
    });
    expect(settle(jumper(), [limit('size', 'eq', '7XL')])).toMatchObject({
      attribute: 'size',
      values: SIZES,
      without: { reason: 'not-made' },
    });
    expect(
      settle(
        jumper(() => false),
        [],
      ),
    ).toEqual({ kind: 'none', reason: 'sold-out' });
    expect(settle(jumper(), [], [], 'JP')).toEqual({ kind: 'none', reason: 'not-offered' });
  });

  it('is the only one that can be had without a question', () => {
    const last = jumper((size, color) => size === 'S' && color === 'red');
    expect(settle(last, [])).toMatchObject({ offered: { variant: { variantId: 'S-red' } } });
  });

  it('can always be had, keeps what was said, and offers only what can be had', () => {
    const values = fc.subarray([
      M,
      limit('size', 'eq', 'L'),
      limit('color', 'eq', 'blue'),
      limit('size', 'eq', 'XS'),
    ]);
    const stock = fc.subarray(SIZES.flatMap((size) => COLORS.map((color) => `${size}-${color}`)));
    fc.assert(
      fc.property(stock, values, values, (atHand, said, held) => {
        const settled = settle(
          jumper((size, color) => atHand.includes(`${size}-${color}`)),
          said,
          held,
        );
        if (settled.kind === 'settled') {
          const { variantId, attributes } = settled.offered.variant;
          expect(atHand).toContain(variantId);
          for (const name of ['size', 'color']) {
            const wanted = said
              .filter(({ attribute }) => attribute === name)
              .map(({ value }) => String(value));
            if (wanted.length > 0) expect(wanted).toContain(attributes[name]?.[0]);
          }
        }
        if (settled.kind === 'open')
          for (const value of settled.values)
            expect(atHand.some((id) => id.split('-').includes(value))).toBe(true);
      }),
    );
  });
});
