import { expect, it, onTestFinished } from 'vitest';
import { openLibraryInWorker } from '../../src/assembly/library-in-worker.ts';
import { fillLibrary } from '../../src/assembly/open-library.ts';
import type { ShopDocument } from '../../src/knowledge/shop-document.ts';

const { signal } = new AbortController();

const document = (documentId: string, title: string, sentence: string): ShopDocument => ({
  ...{ documentId, title, language: 'en', updatedAtMs: Date.UTC(2026, 10, 1) },
  passages: [{ headings: [title], sentences: [sentence] }],
});
const DOCUMENTS = [
  document('desk/delivery', 'Delivery', 'Delivery within Germany costs 5 euros.'),
  document('desk/returns', 'Returns', 'You can return items within 30 days of delivery.'),
];
const QUESTIONS = [
  'How long can I return an item?',
  'What does delivery cost?',
  'Do you sell gift cards?',
].map((question) => ({ question, language: 'en', market: 'DE' }));

it('answers as documents do that are opened in the thread itself', async () => {
  const tried = await openLibraryInWorker(DOCUMENTS, signal);
  onTestFinished(() => tried.close());
  const own = await fillLibrary(DOCUMENTS, signal);
  expect(tried.isEmpty).toBe(false);
  for (const question of QUESTIONS) {
    expect(await tried.ask(question, signal)).toEqual(await own.ask(question, signal));
    expect(await tried.appraise(question, signal)).toEqual(await own.appraise(question, signal));
    expect(await tried.weigh(question, signal)).toEqual(await own.weigh(question, signal));
  }
  const [first] = QUESTIONS;
  const answers = first && (await tried.ask(first, signal));
  expect(answers).toMatchObject([{ documentId: 'desk/returns' }]);
});

it('answers nothing where there are no documents', async () => {
  const tried = await openLibraryInWorker([], signal);
  onTestFinished(() => tried.close());
  expect(tried.isEmpty).toBe(true);
});

it('ends when it is stopped, for who opens it and for who asks', async () => {
  const stop = new AbortController();
  const tried = await openLibraryInWorker(DOCUMENTS, stop.signal);
  const [first = { question: '', language: 'en', market: 'DE' }] = QUESTIONS;
  const asked = tried.ask(first, signal);
  stop.abort();
  await expect(asked).rejects.toThrow('aborted');
  await expect(tried.ask(first, signal)).rejects.toThrow('aborted');
  await expect(openLibraryInWorker(DOCUMENTS, stop.signal)).rejects.toThrow('aborted');
});
