import { describe, expect, it } from 'vitest';
import { unusedWords } from '../../src/chat/unused-words.ts';
import type { Command } from '../../src/domain/command.ts';
import { analyzeTerms } from '../../src/text/analyze.ts';
import { addFrequencies } from '../../src/text/shop-words.ts';
import { SCARVES } from '../support/small-shop.ts';
import { stockedShop } from '../support/stocked-shop.ts';

const frequencies = new Map<string, number>();
for (const { texts } of SCARVES) addFrequencies(frequencies, [analyzeTerms(texts.en?.title ?? '', 'en')]);

async function unused(utterance: string, command: Command, { language = 'en', isCounted = true } = {}) {
  const shop = await stockedShop(SCARVES);
  const counted = isCounted ? { ...shop, usedIn: (term: string) => frequencies.get(term) ?? 0 } : shop;
  return unusedWords(counted, utterance, { commands: [command], language }, language);
}
const finding = (query: string): Command => ({ type: 'find', query, constraints: [] });

describe('words that no product uses', () => {
  it('are those of what was looked for, in lower case, none twice', async () => {
    const said = 'A warm Hovercraft for a hovercraft';
    expect(await unused(said, finding(said))).toEqual(['hovercraft']);
  });

  it('are not those that stand for a word of the shop in another language', async () => {
    expect(await unused('Schal', finding('Schal'), { language: 'de' })).toEqual([]);
  });

  it('are those of the whole message where it is about nothing that the shop does', async () => {
    expect(await unused('unicorn hovercraft', { type: 'out-of-scope' })).toEqual(['unicorn', 'hovercraft']);
  });

  it('are none of a message that looks for nothing, of numbers, or where nobody counted', async () => {
    expect(await unused('my name is Erika', { type: 'greet' })).toEqual([]);
    expect(await unused('0170 1234567 x4711', finding('0170 1234567 x4711'))).toEqual([]);
    expect(await unused('hovercraft', finding('hovercraft'), { isCounted: false })).toEqual([]);
  });
});
