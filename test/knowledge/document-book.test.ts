import { expect, it } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { createDocumentBook } from '../../src/knowledge/document-book.ts';
import { createDocumentStore } from '../../src/knowledge/document-store.ts';
import type { ShopDocument } from '../../src/knowledge/shop-document.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const LIMITS = { documents: 3 };
const document = (documentId: string, sentence: string, updatedAtMs = 1): ShopDocument => ({
  documentId,
  title: 'Terms',
  language: 'en',
  updatedAtMs,
  passages: [{ headings: [], sentences: [sentence] }],
});
const typed = (text: string) => ({ format: 'plain', text }) as const;

async function openBooks() {
  const database = await openSqliteDatabase({ directory: await temporaryDirectory() });
  const [book, store] = [createDocumentBook(database), createDocumentStore(database)];
  const heard: number[] = [];
  return {
    book,
    heard,
    edit: {
      author: 'Lea',
      nowMs: 50,
      also: async (_write: unknown, version: number) => void heard.push(version),
    },
    bring: (...documents: readonly ShopDocument[]) =>
      store.publish({ documents, folder: 'terms', kept: [], origin: 'import', nowMs: 100 }),
    sentences: async () => (await store.all()).map(({ passages }) => passages[0]?.sentences[0]),
  };
}

it('leaves a change of the desk where the file says what it said, and replaces it by a file that changed', async () => {
  const { book, edit, bring, sentences } = await openBooks();
  await bring(document('terms/a.md', 'By file.'));
  await book.write(document('terms/a.md', 'By Lea.'), typed('By Lea.'), edit, LIMITS);
  expect(await bring(document('terms/a.md', 'By file.', 9))).toMatchObject({
    changed: 0,
    overDesk: [],
    leftToDesk: ['terms/a.md'],
  });
  expect(await sentences()).toEqual(['By Lea.']);
  expect(await bring(document('terms/a.md', 'By a new file.'))).toMatchObject({
    changed: 1,
    overDesk: ['terms/a.md'],
  });
  expect(await sentences()).toEqual(['By a new file.']);
  const versions = await book.history('terms/a.md');
  expect(versions.map(({ author }) => author)).toEqual([undefined, 'Lea', undefined]);
  await book.rollBack('terms/a.md', versions[1]?.version ?? 0, edit);
  expect(await sentences()).toEqual(['By Lea.']);
});

it('brings back what the desk removed only by a file that changed, and takes away what left its folder', async () => {
  const { book, edit, bring, sentences } = await openBooks();
  await bring(document('terms/a.md', 'By file.'), document('terms/b.md', 'Another.'));
  await book.remove('terms/a.md', edit);
  expect(await bring(document('terms/a.md', 'By file.'), document('terms/b.md', 'Another.'))).toMatchObject({
    leftToDesk: ['terms/a.md'],
  });
  expect(await sentences()).toEqual(['Another.']);
  expect(await book.removed()).toMatchObject([
    { was: { documentId: 'terms/a.md' }, change: { author: 'Lea' } },
  ]);
  await book.write(document('terms/b.md', 'By Lea.'), typed('By Lea.'), edit, LIMITS);
  expect(await bring(document('terms/a.md', 'New.'))).toMatchObject({
    added: 1,
    removed: 1,
    overDesk: ['terms/a.md', 'terms/b.md'],
  });
  expect(await sentences()).toEqual(['New.']);
});

it('takes away nothing that is written at the desk alone', async () => {
  const { book, edit, bring, sentences } = await openBooks();
  await book.write(document('desk/a', 'By Lea.'), typed('By Lea.'), edit, LIMITS);
  await bring(document('terms/b.md', 'By file.'));
  expect(await bring(document('terms/c.md', 'By file.'))).toMatchObject({ removed: 1 });
  expect(await sentences()).toEqual(['By Lea.', 'By file.']);
});

it('refuses another version and one document too many, and writes nothing then', async () => {
  const { book, edit, heard } = await openBooks();
  for (const id of ['desk/a', 'desk/b', 'desk/c'])
    await book.write(document(id, 'One.'), typed('One.'), { ...edit, expectedVersion: 0 }, LIMITS);
  expect(heard).toHaveLength(3);
  const late = book.write(document('desk/a', 'Two.'), typed('Two.'), { ...edit, expectedVersion: 0 }, LIMITS);
  await expect(late).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' });
  const much = book.write(document('desk/d', 'Four.'), typed('Four.'), edit, LIMITS);
  await expect(much).rejects.toMatchObject({ code: 'DOCUMENTS_REFUSED' });
  await expect(book.remove('desk/d', edit)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(heard).toHaveLength(3);
  expect((await book.all()).map(({ author }) => author)).toEqual(['Lea', 'Lea', 'Lea']);
  expect(await book.read('desk/a')).toMatchObject({ written: { text: 'One.' } });
});
