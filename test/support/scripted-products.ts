import type { ProductView } from '../../src/domain/turn.ts';

const dollars = (amountMinor: number) => ({
  amountMinor,
  currency: 'USD',
  formatted: `$${(amountMinor / 100).toFixed(2)}`,
});

const product = (
  productId: string,
  title: string,
  amountMinor: number,
  rest: Partial<ProductView> = {},
): ProductView => ({
  productId,
  variantId: `${productId}-1`,
  title,
  category: ['Accessories', 'Scarves'],
  price: dollars(amountMinor),
  availability: 'in-stock',
  url: `/products/${productId}`,
  imageUrl: `/demo/images/${productId}.svg`,
  attributes: { color: ['blue'], material: ['wool'] },
  score: 0.9,
  parts: [
    { signal: 'terms', weight: 1, value: 0.6, contribution: 0.6 },
    { signal: 'taste', weight: 0.5, value: 0.6, contribution: 0.3 },
  ],
  reasons: ['It is made of wool', 'Within your budget'],
  ...rest,
});

/** A small shop: a sale, a preorder, something sold out, and titles that attack the page. */
export const SCRIPTED_PRODUCTS: readonly ProductView[] = [
  product('scarf-1', 'Lambswool scarf, narrow', 3_900),
  product('scarf-2', 'Merino scarf with fringes', 4_900, { listPrice: dollars(6_900) }),
  product('scarf-3', 'Alpaca shawl', 5_900, { availability: 'preorder' }),
  product('scarf-4', 'Cotton scarf for the summer', 1_900, { availability: 'out-of-stock' }),
  product('hostile-1', '<img src=x onerror="document.title=\'broken\'"><script>alert(1)</script>', 2_900, {
    url: 'javascript:document.title="broken"',
  }),
  product(
    'lamp-1',
    'Reading lamp with a very long name that needs several lines on a narrow telephone',
    12_900,
    {
      category: ['Home', 'Lamps'],
    },
  ),
];
