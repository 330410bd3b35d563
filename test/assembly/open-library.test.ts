import { expect, it } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { makeDemoDocuments } from '../../src/assembly/make-demo-documents.ts';
import { openLibrary } from '../../src/assembly/open-library.ts';
import { loadConfig } from '../../src/config/config.ts';
import { startFakeQdrant } from '../support/fake-qdrant/start-fake-qdrant.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const { signal } = new AbortController();
const QUESTION = { question: 'How long does delivery take?', language: 'en', market: 'US' } as const;

async function open(url?: string) {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  await makeDemoDocuments({ database, nowMs: 1, signal });
  const settings = loadConfig(url === undefined ? {} : { FLOORWALKER_QDRANT_URL: url });
  const library = await openLibrary({ database, settings, note: () => undefined, signal });
  return {
    library,
    close: async () => {
      await library.close();
      await database.close();
    },
  };
}

it('keeps passages on a server beside the products, and answers as in process', async () => {
  const qdrant = await startFakeQdrant();
  const [outside, inside] = [await open(qdrant.url), await open()];
  expect([...qdrant.aliases.keys()]).toEqual([expect.stringMatching(/-passages$/)]);
  const quotes = await outside.library.ask(QUESTION, signal);
  expect(quotes).toHaveLength(1);
  expect(quotes).toEqual(await inside.library.ask(QUESTION, signal));
  await Promise.all([outside.close(), inside.close()]);
  await qdrant.close();
});
