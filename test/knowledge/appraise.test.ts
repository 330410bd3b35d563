import { describe, expect, it } from 'vitest';
import { fillLibrary } from '../../src/assembly/open-library.ts';
import type { ShopDocument } from '../../src/knowledge/shop-document.ts';

const signal = new AbortController().signal;

const DOCUMENTS: readonly ShopDocument[] = [
  {
    documentId: 'care.md',
    title: 'Care',
    language: 'en',
    updatedAtMs: 0,
    passages: [{ headings: ['Care', 'Wool'], sentences: ['Wash wool by hand at 30 degrees.'] }],
  },
  {
    documentId: 'delivery.md',
    title: 'Delivery',
    language: 'en',
    updatedAtMs: 0,
    passages: [{ headings: ['Delivery', 'Costs'], sentences: ['Delivery costs 4.90 €.'] }],
  },
];

const appraise = async (question: string, documents: readonly ShopDocument[] = DOCUMENTS) =>
  await (await fillLibrary(documents, signal)).appraise({ question, language: 'en', market: 'US' }, signal);

describe('what a question is to the documents of a shop', () => {
  it('is one that they answer, by how much surer than just sure enough', async () => {
    expect((await appraise('how much is delivery?')).excess).toBeGreaterThanOrEqual(0);
    expect((await appraise('how do I wash wool?')).excess).toBeGreaterThanOrEqual(0);
  });

  it('is one that they do not state', async () => {
    expect((await appraise('do you repair umbrellas?')).excess).toBeUndefined();
    expect((await appraise('how much is delivery?', [])).excess).toBeUndefined();
  });

  it('tells whether it speaks of what terms speak of, and whether it names a subject', async () => {
    expect(await appraise('how much is delivery?')).toMatchObject({ isOnTerms: true, namesSubject: true });
    expect(await appraise('blue wool')).toMatchObject({ isOnTerms: false, namesSubject: false });
  });

  it('tells whether things are asked for', async () => {
    expect((await appraise('do you have wool scarves?')).isSeeking).toBe(true);
    expect((await appraise('how do I wash wool?')).isSeeking).toBe(false);
  });
});
