import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readWritten } from '../../connectors/document-source/read-written.ts';
import { splitPassages } from '../../src/knowledge/split-passages.ts';
import { writeMarkdown } from '../../src/knowledge/write-markdown.ts';

const again = (text: string) => splitPassages(readWritten('markdown', text).blocks, 'en');
const roundTrip = (text: string) => {
  const passages = again(text);
  expect(again(writeMarkdown(passages))).toEqual(passages);
};

it('gives a text that is read as the passages it was written from', () => {
  roundTrip(
    '# Returns\n\nYou have *30 days*. Nobody asks why.\n\n## Costs\n\nFree from 50 $.\n\n# Shipping\n\nBy post.',
  );
  roundTrip(
    '# Fees\n\nAll of them:\n\n| Country | Cost |\n| --- | --- |\n| Austria | 5 € |\n| Italy | 7 € |\n\nThat is all.',
  );
});

it('keeps signs that mean something in Markdown as they are', () => {
  for (const text of [
    '\\# no heading',
    '\\*starred\\* words',
    'a \\[link\\](x)',
    '1\\. first',
    '\\- dash',
    '&amp;lt; is a sign',
    '\\<script>alert(1)\\</script>',
  ])
    roundTrip(text);
});

it('keeps the words of any text', () => {
  const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 40 }), { minLength: 1, maxLength: 6 }), (sentences) => {
      const passages = again(sentences.join('\n\n'));
      const read = again(writeMarkdown(passages));
      expect(words(read.flatMap((each) => [...each.headings, ...each.sentences]).join(' '))).toEqual(
        words(passages.flatMap((each) => [...each.headings, ...each.sentences]).join(' ')),
      );
    }),
  );
});
