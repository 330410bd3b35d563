import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { imageFile, inspectImage } from '../../src/assembly/image-store.ts';
import { type LoadOptions, loadShop } from '../../src/assembly/load-shop.ts';
import { loadConfig } from '../../src/config/config.ts';
import { shopAnswers } from '../support/shop-answers.ts';
import { bring, lastImportMs, openShop } from '../support/shop-catalogue.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { variedProducts } from '../support/varied-products.ts';

type Data = Awaited<ReturnType<typeof openShop>>;

async function load({ database, directory }: Data, options: Partial<LoadOptions> = {}) {
  const notes: string[] = [];
  const loaded = await loadShop({
    database,
    directory,
    settings: loadConfig({}),
    clock: lastImportMs,
    note: (text) => notes.push(text),
    signal: new AbortController().signal,
    ...options,
  });
  onTestFinished(() => loaded.close());
  return { shop: loaded.current(), notes: notes.join('\n') };
}

/** A shop that was loaded once, and what it answered. */
async function savedShop(products = variedProducts(600)) {
  const data = await openShop();
  await bring(data.database, products);
  const { shop, notes } = await load(data);
  expect(notes).toBe('');
  return { data, file: imageFile(data.directory), answers: await shopAnswers(shop) };
}

const changedAt = (file: string) => statSync(file, { bigint: true }).mtimeNs;

describe('a start', () => {
  it('takes the saved index and answers as when it was built', async () => {
    const { data, file, answers } = await savedShop();
    const savedAt = changedAt(file);
    const { shop, notes } = await load(data);
    expect(await shopAnswers(shop)).toEqual(answers);
    expect([notes, changedAt(file)]).toEqual(['', savedAt]);
  });

  it.each([
    ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['of another make', () => Buffer.from('{"an":"index"}'.repeat(99))],
    ['changed in the middle', (bytes: Buffer) => bytes.fill(7, bytes.length - 999, bytes.length - 9)],
  ])('builds the index again when the saved one is %s, says so, and saves it', async (_, damage) => {
    const { data, file, answers } = await savedShop();
    writeFileSync(file, damage(readFileSync(file)));
    const { shop, notes } = await load(data);
    expect(await shopAnswers(shop)).toEqual(answers);
    expect(notes).toContain('The saved index is damaged');
    expect((await load(data)).notes).toBe('');
  });

  it('can be told beforehand whether it will find the index it needs', async () => {
    const { data, file } = await savedShop(variedProducts(20));
    const hash = (await data.store.version())?.contentHash ?? '';
    const states = [await inspectImage(data.directory, hash), await inspectImage(data.directory, 'another')];
    writeFileSync(file, readFileSync(file).subarray(0, 99));
    states.push(await inspectImage(data.directory, hash));
    rmSync(file);
    states.push(await inspectImage(data.directory, hash));
    expect(states).toEqual(['fitting', 'outdated', 'damaged', 'absent']);
  });

  it('builds it again for another catalogue, and never answers from the old one', async () => {
    const { data } = await savedShop();
    await bring(data.database, variedProducts(500, { from: 300 }));
    const { shop, notes } = await load(data);
    expect(notes).toContain('another catalogue');
    expect(shop.index.size()).toBe(500);
    expect(shop.productAt('/p/17')).toBeUndefined();
  });

  it('brings the prices of the saved index up to now', async () => {
    const saleFromMs = lastImportMs() + 60_000;
    const { data, file } = await savedShop(variedProducts(600, { saleFromMs }));
    const savedAt = changedAt(file);
    const { shop } = await load(data, { clock: () => saleFromMs });
    expect((await shopAnswers(shop)).prices?.[0]).toBe(100);
    expect(changedAt(file)).toBe(savedAt);
    const fresh = await load({ ...data, directory: temporaryDirectory() }, { clock: () => saleFromMs });
    expect(await shopAnswers(shop)).toEqual(await shopAnswers(fresh.shop));
  });

  it('builds it again when it was saved later than now: its prices have not come yet', async () => {
    const saleFromMs = lastImportMs() + 60_000;
    const data = await openShop();
    await bring(data.database, variedProducts(600, { saleFromMs }));
    await load(data, { clock: () => saleFromMs + 1 });
    const { shop } = await load(data);
    expect((await shopAnswers(shop)).prices?.[0]).toBe(1_000);
  });

  it('goes on without saving when the disk refuses, and says so', async () => {
    const data = await openShop();
    await bring(data.database, variedProducts(50));
    writeFileSync(join(data.directory, 'index'), 'a file in the way');
    const { shop, notes } = await load(data);
    expect(shop.index.size()).toBe(50);
    expect(notes).toContain('cannot be saved');
  });

  it('derives a great catalogue in a thread of its own, alike', async () => {
    const data = await openShop();
    await bring(data.database, variedProducts(3_200));
    const { shop, notes } = await load(data);
    expect([shop.index.size(), notes, existsSync(imageFile(data.directory))]).toEqual([3_200, '', true]);
    // The thread finds no data in this directory and breaks off.
    const other = await load({ ...data, directory: temporaryDirectory() });
    expect(other.notes).toContain('without a thread of its own');
    expect(await shopAnswers(shop)).toEqual(await shopAnswers(other.shop));
    expect(await shopAnswers((await load(data)).shop)).toEqual(await shopAnswers(shop));
  });

  it('stops at once when it is told to', async () => {
    const data = await openShop();
    await bring(data.database, variedProducts(3_200));
    const stopping = new AbortController();
    const loading = load(data, { signal: stopping.signal });
    stopping.abort();
    await expect(loading).rejects.toMatchObject({ name: 'AbortError' });
    expect(existsSync(imageFile(data.directory))).toBe(false);
  });
});

describe('the vectors of text', () => {
  const vectorsAfter = async (data: Data, products: number, from: number) => {
    await bring(data.database, variedProducts(products, { from }));
    return (await load(data)).shop.embedder.name;
  };

  it('are kept while new products are few, and learned again when they are many', async () => {
    const { data, answers } = await savedShop();
    expect(await vectorsAfter(data, 600, 100)).toBe(answers.vectors);
    expect(await vectorsAfter(data, 600, 300)).not.toBe(answers.vectors);
  });

  it('are the same for the same catalogue, whichever way they came', async () => {
    const [first, second] = [await savedShop(), await savedShop()];
    expect(first.answers).toEqual(second.answers);
  });

  it('give a product that is folded in its place beside those it resembles', async () => {
    const { data } = await savedShop();
    const [added] = variedProducts(1, { from: 8 * 5 * 7 * 3 });
    await bring(data.database, [...variedProducts(600), ...(added === undefined ? [] : [added])]);
    const { shop } = await load(data);
    const scope = { market: 'US', filters: [] };
    const { signal } = new AbortController();
    const [facts] = await shop.index.facts(scope, [added?.productId ?? ''], signal);
    const vector = facts?.vector ?? new Float32Array();
    const [near = []] = await shop.index.search(scope, [{ source: 'text', vector, limit: 4 }], signal);
    const alike = near.map(({ productId }) => Number(productId.slice(1)) % 280);
    expect(alike).toEqual(alike.map(() => 0));
  });
});
