import { describe, expect, it } from 'vitest';
import { fillLibrary } from '../../src/assembly/open-library.ts';
import { judgeBest } from '../../src/knowledge/judge-answer.ts';
import type { ShopDocument } from '../../src/knowledge/shop-document.ts';

const signal = new AbortController().signal;

const page = (documentId: string, heading: string, sentence: string, language = 'en'): ShopDocument => ({
  documentId,
  title: heading,
  language,
  updatedAtMs: 0,
  passages: [{ headings: [heading], sentences: [sentence] }],
});

const judge = async (question: string, documents: readonly ShopDocument[]) => {
  const library = await fillLibrary(documents, signal);
  const { answers, read } = await library.weigh({ question, language: 'en', market: 'US' }, signal);
  return judgeBest(answers, read);
};

const PERIOD = page('returns.md', 'Returns', 'Anything can be returned within 30 days.');
const COSTS = page('delivery.md', 'Delivery', 'Delivery costs 4.90 €.');

describe('whether the best answer is one', () => {
  it('is surer when all is answered than when a part of the question is left', async () => {
    const [all, part] = [
      await judge('how much is delivery?', [PERIOD, COSTS]),
      await judge('how much is delivery by balloon?', [PERIOD, COSTS]),
    ];
    expect(all?.excess).toBeGreaterThan(part?.excess ?? Number.NEGATIVE_INFINITY);
    expect(all?.certainty).toMatchObject({ met: 1, weakest: 1 });
  });

  it('is not made less sure by a page that tells the same', async () => {
    const again = page('help.md', 'Returns', 'Everything may be returned within 30 days.');
    const once = await judge('how long can I return something?', [PERIOD, COSTS]);
    const twice = await judge('how long can I return something?', [PERIOD, COSTS, again]);
    expect(twice?.certainty.lead).toBeGreaterThan(0.5);
    expect(once?.certainty.lead).toBeGreaterThan(0.5);
  });

  it('is made less sure by a page that does nearly as well and tells something else', async () => {
    const other = page('sale.md', 'Returns', 'Anything reduced can be returned within 14 days.');
    const [alone, beside] = [
      await judge('how long can I return something?', [PERIOD, COSTS]),
      await judge('how long can I return something?', [PERIOD, COSTS, other]),
    ];
    expect(beside?.certainty.lead).toBeLessThan(alone?.certainty.lead ?? 0);
  });

  it('is not one when a text on something else only names what an open question is about', async () => {
    const safety = page('paying.md', 'Paying', 'Your bank may ask you to approve the purchase in its app.');
    expect(await judge('how do I use your app?', [safety, COSTS])).toBeUndefined();
  });

  it('is none without documents', async () => {
    expect(await judge('how much is delivery?', [])).toBeUndefined();
  });
});
