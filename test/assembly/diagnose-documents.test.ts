import { expect, it } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { diagnoseDocuments } from '../../src/assembly/diagnose-documents.ts';
import { makeDemoDocuments } from '../../src/assembly/make-demo-documents.ts';
import { createDocumentStore } from '../../src/knowledge/document-store.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

it('tells whose documents there are, and how to bring others', async () => {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  expect(await diagnoseDocuments(database)).toMatchObject({
    state: 'remark',
    detail: expect.stringMatching(/^none/),
  });
  await makeDemoDocuments({ database, nowMs: 1, signal: new AbortController().signal });
  expect(await diagnoseDocuments(database)).toMatchObject({
    state: 'remark',
    detail: expect.stringMatching(/demo/),
  });
  const document = {
    documentId: 'terms/a.md',
    title: 'Returns',
    language: 'en',
    updatedAtMs: 1,
    passages: [{ headings: [], sentences: ['Within 30 days.'] }],
  };
  await createDocumentStore(database).publish({
    documents: [document],
    kept: [],
    origin: 'import',
    nowMs: 1,
  });
  expect(await diagnoseDocuments(database)).toMatchObject({ state: 'ok', detail: '1 (1 passages; en)' });
  await database.close();
});
