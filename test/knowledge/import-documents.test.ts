import { expect, it } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { createDocumentStore, type DocumentStore } from '../../src/knowledge/document-store.ts';
import { importDocuments } from '../../src/knowledge/import-documents.ts';
import type { DocumentReading } from '../../src/ports/document-source.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const good = (
  path: string,
  text = 'Returns within 30 days.',
  fields: Record<string, string> = {},
): DocumentReading => ({
  kind: 'document',
  document: { path, blocks: [{ kind: 'paragraph', text }], fields, modifiedAtMs: 5 },
});
const bad = (path: string): DocumentReading => ({ kind: 'rejected', path, reason: 'it is broken' });

async function bring(
  store: DocumentStore,
  readings: readonly DocumentReading[],
  more: { isWhole?: boolean; force?: boolean } = {},
) {
  const { isWhole = true, force = false } = more;
  return await importDocuments({
    source: {
      folder: 'terms',
      isWhole,
      read: async function* () {
        yield* readings;
      },
    },
    store,
    origin: 'import',
    usualLanguage: 'en',
    isProduct: (id) => id === 'sku-1',
    nowMs: 100,
    force,
    signal: new AbortController().signal,
  });
}

async function openStore(): Promise<DocumentStore> {
  return createDocumentStore(await openSqliteDatabase({ directory: await temporaryDirectory() }));
}

const ids = async (store: DocumentStore) => (await store.all()).map(({ documentId }) => documentId);

it('replaces by path; what is gone from the folder is gone', async () => {
  const store = await openStore();
  expect(await bring(store, [good('terms/a.md'), good('terms/b.md')])).toMatchObject({ added: 2 });
  expect(await bring(store, [good('terms/a.md', 'Now 60 days.')])).toMatchObject({
    added: 0,
    changed: 1,
    removed: 1,
  });
  expect(await store.all()).toMatchObject([
    { documentId: 'terms/a.md', passages: [{ sentences: ['Now 60 days.'] }] },
  ]);
});

it('adds a single file beside the others', async () => {
  const store = await openStore();
  await bring(store, [good('terms/a.md')]);
  await bring(store, [good('terms/b.md')], { isWhole: false });
  expect(await ids(store)).toEqual(['terms/a.md', 'terms/b.md']);
});

it('keeps what was there of a file that cannot be read now, and names it', async () => {
  const store = await openStore();
  await bring(store, [good('terms/a.md'), good('terms/b.md')]);
  const report = await bring(store, [good('terms/a.md'), bad('terms/b.md')]);
  expect(report.rejected).toEqual([{ path: 'terms/b.md', reason: 'it is broken' }]);
  expect(await ids(store)).toEqual(['terms/a.md', 'terms/b.md']);
});

it('publishes nothing when most is faulty, unless it is forced', async () => {
  const store = await openStore();
  const readings = [good('terms/a.md'), bad('terms/b.md'), bad('terms/c.md')];
  await expect(bring(store, readings)).rejects.toMatchObject({ code: 'DOCUMENTS_REFUSED' });
  expect(await ids(store)).toEqual([]);
  await bring(store, readings, { force: true });
  expect(await ids(store)).toEqual(['terms/a.md']);
});

it('binds a sheet to its product by its file name or what it says, and refuses one of no product', async () => {
  const store = await openStore();
  const report = await bring(store, [
    good('terms/sku-1.md'),
    good('terms/sheet.md', 'Text.', { product: 'sku-1', updated: '2020-01-01' }),
    good('terms/wrong.md', 'Text.', { product: 'sku-2' }),
  ]);
  expect(report.rejected).toMatchObject([{ path: 'terms/wrong.md' }]);
  expect((await store.all()).map(({ productId }) => productId)).toEqual(['sku-1', 'sku-1']);
});

it('takes the date a document says, never one to come', async () => {
  const store = await openStore();
  await bring(store, [
    good('terms/a.md', 'Text.', { updated: '1970-01-01' }),
    good('terms/b.md', 'Text.', { updated: '2999-01-01' }),
  ]);
  expect((await store.all()).map(({ updatedAtMs }) => updatedAtMs)).toEqual([0, 100]);
});
