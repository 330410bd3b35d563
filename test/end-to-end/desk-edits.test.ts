import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { DATABASE_FILE } from '../../connectors/database/sqlite.ts';
import type { Product } from '../../src/domain/product.ts';
import { type ReviewedShop, reviewedShop } from '../support/reviewed-shop.ts';

const ASKED = 'show me warm scarves';
const HELD = { rules: [{ mode: 'review' as const }], holdSeconds: 120, afterwards: 'keep' as const };

let shop: ReviewedShop;
beforeAll(async () => {
  shop = await reviewedShop();
});
afterAll(() => shop.close());

type Talk = Awaited<ReturnType<ReviewedShop['shopper']>>;

const idsOf = (products: readonly { readonly productId: string }[]) =>
  products.map(({ productId }) => productId);
const listOf = (productIds: readonly string[]) => productIds.map((productId) => ({ productId }));

/** The first product of the catalogue that is so. */
function findProduct(isWanted: (product: Product) => boolean): Product {
  const kept = new DatabaseSync(join(shop.server.directory, DATABASE_FILE), { readOnly: true });
  onTestFinished(() => kept.close());
  for (const row of kept.prepare('select document from products').iterate()) {
    const product: Product = JSON.parse(String(row.document));
    if (isWanted(product)) return product;
  }
  throw new TypeError('no such product');
}

let times = 0;
async function correct(talk: Talk, refinement: object) {
  const { messageId, version } = await talk.draft();
  times += 1;
  return await talk.correct({ messageId, version, refinement, clientMessageId: `edit-${times}` });
}

/** What a list is refused for, and that the shopper was told nothing and the agent lost nothing. */
async function refusalOf(talk: Talk, refinement: object) {
  const before = { draft: await talk.draft(), entries: (await talk.attended()).entries };
  const answer = await correct(talk, refinement);
  const { code, detail } = await answer.json();
  expect({ draft: await talk.draft(), entries: (await talk.attended()).entries }).toEqual(before);
  return [answer.status, code, detail];
}

describe('a list that an agent makes', () => {
  it('says of what is sold out that it is, to the agent beforehand and to the shopper, pinned or not', async () => {
    const soldOut = findProduct(({ variants }) =>
      variants.every(({ offers }) => offers.US?.availability === 'out-of-stock'),
    );
    const talk = await shop.shopper();
    const shown = idsOf((await talk.say(ASKED)).products);
    const products = [{ productId: soldOut.productId, isPinned: true }, ...listOf(shown)];
    const { version } = await talk.draft();
    const saved = await (await talk.save({ version, refinement: { products } })).json();
    expect(saved.warnings).toContainEqual({ productId: soldOut.productId, kind: 'out-of-stock' });
    expect((await correct(talk, { products })).status).toBe(200);
    const { entries } = await talk.attended();
    expect(entries.at(-1)?.products?.[0]).toMatchObject({
      productId: soldOut.productId,
      availability: 'out-of-stock',
    });
    for (const again of (await talk.say(ASKED)).products)
      if (again.productId === soldOut.productId) expect(again.availability).toBe('out-of-stock');
  });

  it('is refused with a code, and nothing of it is lost, where it cannot be sent', async () => {
    const talk = await shop.shopper();
    const [first = '', second = ''] = idsOf((await talk.say(ASKED)).products);
    expect(await refusalOf(talk, { products: [{ productId: 'gone-for-good', isPinned: true }] })).toEqual([
      400,
      'INVALID_ARGUMENT',
      'Not sold in US: gone-for-good',
    ]);
    expect(
      await refusalOf(talk, {
        products: [{ productId: first, isPinned: true }],
        banned: [{ productId: first }],
      }),
    ).toEqual([400, 'INVALID_ARGUMENT', `"${first}" is listed and banned`]);
    expect(await refusalOf(talk, { products: listOf([first, second, first]) })).toEqual([
      400,
      'INVALID_ARGUMENT',
      'A product is listed twice',
    ]);
    const many = Array.from({ length: 1_000 }, (_, at) => `many-${at}`);
    expect((await refusalOf(talk, { products: listOf(many) })).slice(0, 2)).toEqual([
      400,
      'VALIDATION_FAILED',
    ]);
    expect((await refusalOf(talk, { products: [], banned: listOf(many) })).slice(0, 2)).toEqual([
      400,
      'VALIDATION_FAILED',
    ]);
    expect(await refusalOf(talk, { products: [], banned: [] })).toEqual([
      400,
      'INVALID_ARGUMENT',
      'A list without products bans at least one',
    ]);
  });

  it('bans each product once, however often it is named, and also what the shop does not have', async () => {
    const talk = await shop.shopper();
    const [first = '', ...others] = idsOf((await talk.say(ASKED)).products);
    const banned = listOf([first, first, 'gone-for-good']);
    expect((await correct(talk, { products: listOf(others), banned })).status).toBe(200);
    expect(idsOf((await talk.say(ASKED)).products)).not.toContain(first);
  });

  it('takes back a ban by listing the product again', async () => {
    const talk = await shop.shopper();
    const [first = '', ...others] = idsOf((await talk.say(ASKED)).products);
    expect((await correct(talk, { products: listOf(others), banned: listOf([first]) })).status).toBe(200);
    expect(idsOf((await talk.say(ASKED)).products)).not.toContain(first);
    const products = [{ productId: first, isPinned: true }, ...listOf(others)];
    expect((await correct(talk, { products })).status).toBe(200);
    expect(idsOf((await talk.say('tell me about the first one')).products)).toEqual([first]);
    expect(idsOf((await talk.say(ASKED)).products)[0]).toBe(first);
  });
});

describe('a reply that waits', () => {
  it('is approved by one of two agents at once; the other is told what became of it', async () => {
    await shop.review(HELD);
    onTestFinished(() => shop.review({ ...HELD, rules: [] }));
    const talk = await shop.shopper();
    await talk.say(ASKED);
    const { version, proposed } = await talk.draft();
    const refinement = { products: listOf(idsOf(proposed.products)), banned: [] };
    const answers = await Promise.all(
      [shop.anna, shop.ben].map((by, at) =>
        talk.send({ version, refinement, clientMessageId: `both-${at}` }, by),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const refused = await answers.find(({ status }) => status === 409)?.json();
    expect(refused).toMatchObject({ code: 'CONFLICT', current: { state: 'sent' } });
    expect((await talk.attended()).entries.map(({ kind }) => kind)).toEqual(['approved']);
  });

  it('is changed no more once it was approved or the shopper went on: what was written comes back with how it stands', async () => {
    await shop.review(HELD);
    onTestFinished(() => shop.review({ ...HELD, rules: [] }));
    const talk = await shop.shopper();
    await talk.say(ASKED);
    const { version, proposed } = await talk.draft();
    const refinement = { products: listOf(idsOf(proposed.products).toReversed()), banned: [] };
    expect((await talk.send({ version, refinement, clientMessageId: 'approved' })).status).toBe(200);
    for (const late of [
      await talk.save({ version, refinement }, shop.ben),
      await talk.send({ version, refinement, clientMessageId: 'late' }, shop.ben),
    ]) {
      expect(late.status).toBe(409);
      expect(await late.json()).toMatchObject({ code: 'CONFLICT', current: { state: 'sent' } });
    }
    await talk.say('show me lamps');
    const lamps = await talk.draft();
    await talk.say('show me mugs');
    const late = await talk.send({
      version: lamps.version,
      refinement: { products: listOf(idsOf(lamps.proposed.products)), banned: [] },
      clientMessageId: 'lamps',
    });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({ code: 'CONFLICT', current: { state: 'waiting' } });
    expect((await talk.attended()).entries.map(({ kind }) => kind)).toEqual(['approved']);
  });
});
