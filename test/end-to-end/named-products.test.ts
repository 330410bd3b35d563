import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { postJson, startConversation } from '../support/http.ts';

let server: DemoServer;
beforeAll(async () => {
  server = await demoServer();
});
afterAll(() => server.close());

async function search(query: string) {
  const address = `${server.url}/v1/search?market=US&locale=en-US&limit=5&q=${encodeURIComponent(query)}`;
  return await (await fetch(address)).json();
}

/** The codes of a product that has several variants, from what the shop itself tells. */
async function someProduct() {
  const { products } = await search('hiking boots');
  return products[1];
}

describe('exact wins', () => {
  it('finds the variant by its SKU, whatever its case, hyphens and blanks', async () => {
    const { productId, variantId } = await someProduct();
    for (const query of [variantId.toUpperCase(), variantId.replaceAll('-', '')]) {
      const { products, total } = await search(query);
      expect(total).toBe(1);
      expect(products[0]).toMatchObject({ productId, variantId });
    }
    const { products } = await search(variantId.replaceAll('-', ' '));
    expect(products[0]).toMatchObject({ productId });
  });

  it('puts the product with exactly this title first, with a part of the score that says so', async () => {
    const { productId, title } = await someProduct();
    const { products } = await search(title.toUpperCase());
    const [{ parts, score, ...first }] = products;
    expect(first.productId).toBe(productId);
    expect(parts).toContainEqual(expect.objectContaining({ signal: 'exact', value: 1 }));
    const sum = parts.reduce((total: number, part: { contribution: number }) => total + part.contribution, 0);
    expect(sum).toBeCloseTo(score, 6);
  });

  it('answers for the product that a message names', async () => {
    const { productId, variantId, title } = await someProduct();
    const { path, headers } = await startConversation(server.url, { market: 'US', locale: 'en-US' });
    const answer = await postJson(
      `${path}/messages`,
      { text: `Do you have ${variantId.toUpperCase()}?` },
      headers,
    );
    const { products, text } = await answer.json();
    expect(products.map((product: { productId: string }) => product.productId)).toEqual([productId]);
    expect(text).toContain(title);
  });
});
