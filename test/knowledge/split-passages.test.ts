import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitPassages } from '../../src/knowledge/split-passages.ts';

const sentence = (words: number, last = 'end') => `Word ${'word '.repeat(words - 2)}${last}.`;

it('keeps the way of headings, and never crosses one', () => {
  const passages = splitPassages(
    [
      { kind: 'heading', level: 1, text: 'Returns' },
      { kind: 'paragraph', text: 'Within 30 days.' },
      { kind: 'heading', level: 2, text: 'Sale items' },
      { kind: 'row', heads: ['Country', 'Cost'], cells: ['Austria', '5 €'] },
      { kind: 'heading', level: 1, text: 'Shipping' },
      { kind: 'item', text: 'Three days.' },
    ],
    'en',
  );
  expect(passages).toEqual([
    { headings: ['Returns'], sentences: ['Within 30 days.'] },
    { headings: ['Returns', 'Sale items'], rows: [0], sentences: ['Country: Austria; Cost: 5 €'] },
    { headings: ['Shipping'], sentences: ['Three days.'] },
  ]);
});

it('cuts a long section between sentences', () => {
  const text = Array.from({ length: 10 }, () => sentence(40)).join(' ');
  const passages = splitPassages([{ kind: 'paragraph', text }], 'en');
  expect(passages.map(({ sentences }) => sentences.length)).toEqual([4, 4, 2]);
});

it('takes out what is not seen: control and bidirectional characters', () => {
  const [passage] = splitPassages([{ kind: 'paragraph', text: 'Free\u202E returns\u0007\u200B.' }], 'en');
  expect(passage?.sentences).toEqual(['Free returns.']);
});

it('does not take an abbreviation for the end of a sentence', () => {
  const [passage] = splitPassages([{ kind: 'paragraph', text: 'Wir liefern z. B. nach Wien. Danke.' }], 'de');
  expect(passage?.sentences).toEqual(['Wir liefern z. B. nach Wien.', 'Danke.']);
});

it('loses no word of any paragraph', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,8}[.]?$/), { maxLength: 400 }), (words) => {
      const passages = splitPassages([{ kind: 'paragraph', text: words.join(' ') }], 'en');
      const kept = passages.flatMap(({ sentences }) => sentences.join(' ').split(' '));
      return kept.join(' ') === words.join(' ').trim();
    }),
  );
});
