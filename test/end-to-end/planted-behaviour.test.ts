import { expect, it, onTestFinished } from 'vitest';
import { plantedPairs } from '../../src/demo/planted-pairs.ts';
import { TASTE_GROUPS, tasteAffinity } from '../../src/demo/taste-groups.ts';
import type { Product } from '../../src/domain/product.ts';
import { demoService, talk } from '../support/demo-service.ts';

/** Department and style of the group together, whatever the colour and the price. */
const LEAST_AFFINITY = 8 * 8;
const CLICKED_PAIRS = 8;
const LIMIT = 12;
const PLACE = { market: 'US', locale: 'en-US' } as const;
const { signal } = new AbortController();

async function openDemo() {
  const service = await demoService();
  onTestFinished(() => service.close());
  const products: Product[] = [];
  for await (const product of service.shop.current().store.all()) products.push(product);
  return { ...service, products };
}

const isSold = ({ variants }: Product) =>
  variants.some(({ offers }) => offers.US !== undefined && offers.US.availability !== 'out-of-stock');

it('names the planted partner of a product among the three that go with it', async () => {
  const { departments, products } = await openDemo();
  const sold = new Set(products.filter(isSold).map(({ productId }) => productId));
  const pairs = plantedPairs(products).filter(
    ({ productId, companionId }) => sold.has(productId) && sold.has(companionId),
  );
  expect(pairs.length).toBeGreaterThan(50);
  const missed: string[] = [];
  for (const { productId, companionId } of pairs) {
    const found = await departments.goesWith(productId, { ...PLACE, limit: 3 }, signal);
    if (!found.some((view) => view.productId === companionId)) missed.push(`${productId} ${companionId}`);
  }
  expect(missed.length / pairs.length, missed.join()).toBeLessThanOrEqual(0.05);
});

it('knows the taste of a newcomer without consent from two clicks better than popularity does', async () => {
  const { departments, chat, products } = await openDemo();
  const popular = await departments.recommendations({ ...PLACE, limit: LIMIT }, signal);

  async function recommendedAfter(clicked: readonly string[]) {
    const { conversationId, token } = await talk({ chat }, PLACE);
    const { shopperId } = await chat.authorize({ conversationId, token });
    await departments.recordEvents(
      clicked.map((product_id) => ({ type: 'track', event: 'Product Clicked', properties: { product_id } })),
      { conversation: { conversationId, shopperId, personalization: false, market: 'US' } },
    );
    return await departments.recommendations({ ...PLACE, conversationId, limit: LIMIT }, signal);
  }

  const beaten: string[] = [];
  let won = 0;
  for (const group of TASTE_GROUPS) {
    const otherBand = group.band === 'low' ? 'high' : 'low';
    const liked = products
      .filter((product) => isSold(product) && tasteAffinity(group, product, otherBand) >= LEAST_AFFINITY)
      .map(({ productId }) => productId);
    const half = Math.floor(liked.length / 2);
    const liking = countOf(liked, popular);
    let found = 0;
    for (let pair = 0; pair < CLICKED_PAIRS; pair += 1) {
      const clicked = [liked[pair], liked[half + pair]].filter(isThere);
      const known = countOf(liked, await recommendedAfter(clicked));
      found += known;
      if (known > liking) won += 1;
    }
    if (found <= CLICKED_PAIRS * liking) beaten.push(group.id);
  }
  expect(beaten).toEqual([]);
  expect(won / (CLICKED_PAIRS * TASTE_GROUPS.length)).toBeGreaterThanOrEqual(0.95);
});

const countOf = (productIds: readonly string[], views: readonly { readonly productId: string }[]): number =>
  views.filter(({ productId }) => productIds.includes(productId)).length;

const isThere = (productId: string | undefined): productId is string => productId !== undefined;
