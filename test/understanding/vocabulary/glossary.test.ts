import { describe, expect, it } from 'vitest';
import { understandShop } from '../../../eval/suites/understand-shop.ts';
import { initialState } from '../../../src/dialogue/record-list.ts';
import { createSynonyms } from '../../../src/retrieval/synonyms.ts';
import { splitWords } from '../../../src/text/analyze.ts';
import { createLanguageDetector } from '../../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../../src/understanding/embedded-parser.ts';
import { withGlossary } from '../../../src/understanding/vocabulary/glossary.ts';
import { buildVocabulary } from '../../../src/understanding/vocabulary.ts';

const plain = await buildVocabulary(understandShop());
const synonyms = createSynonyms([
  { kind: 'one-way', locale: '*', from: ['neckwarmers', 'winter wraps'], to: ['scarf'] },
  { kind: 'one-way', locale: 'en', from: ['tomato'], to: ['red'] },
  { kind: 'two-way', locale: '*', words: ['widgets', 'gizmos'] },
]);
const vocabulary = withGlossary(plain, synonyms);

const valuesCalled = (words: string) =>
  vocabulary
    .linkAt(splitWords(words, 'en'), 0, 'en')
    ?.links.map(({ attribute, value }) => [attribute, value]);

describe('a vocabulary with a glossary', () => {
  it('takes a word of the glossary for the kind of thing it stands for', () => {
    expect(plain.shopType('neckwarmers')).toBeUndefined();
    expect(vocabulary.shopType('neckwarmers')).toBe('scarf');
    expect(vocabulary.shopType('winter wraps')).toBe('scarf');
  });

  it('takes it for the value it stands for', () => {
    expect(valuesCalled('tomato')).toEqual([['color', 'red']]);
  });

  it('knows no kind of thing that the shop does not sell', () => {
    expect(vocabulary.shopType('widgets')).toBeUndefined();
  });

  it('leaves what the shop calls so itself', () => {
    expect(valuesCalled('Nordwind')).toEqual([['brand', 'Nordwind']]);
  });

  it('makes it a limit of the wish', async () => {
    const parser = createEmbeddedParser({ vocabulary, detector: createLanguageDetector() });
    const { commands } = await parser.parse(
      'show me neckwarmers in tomato',
      {
        language: 'en',
        locale: 'en-US',
        market: { country: 'US', currency: 'USD', languages: ['en'] },
        state: initialState('en'),
        turn: 1,
      },
      new AbortController().signal,
    );
    const limits = commands.flatMap((command) => (command.type === 'find' ? command.constraints : []));
    expect(
      limits.map(({ attribute, value, strength }) => `${attribute} ${value} ${strength}`).toSorted(),
    ).toEqual(['color red hard', 'type scarf hard']);
  });

  it('follows the rules as they change', () => {
    const changing = createSynonyms();
    const follows = withGlossary(plain, changing);
    expect(follows.shopType('neckwarmers')).toBeUndefined();
    changing.replace([{ kind: 'one-way', locale: 'de', from: ['neckwarmers'], to: ['Schal'] }]);
    expect(follows.shopType('neckwarmers')).toBe('scarf');
  });
});
