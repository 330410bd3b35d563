import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readMarkdown } from '../../../connectors/document-source/read-markdown.ts';

it('tells headings, paragraphs, entries and what the front matter says', () => {
  const { fields, blocks } = readMarkdown(
    '---\ntitle: Returns\nupdated: 2026-03-01\n---\n# Returns\n\nWithin *30* [days](https://a.example).\n\n- One\n- Two\n',
  );
  expect(fields).toEqual({ title: 'Returns', updated: '2026-03-01' });
  expect(blocks).toEqual([
    { kind: 'heading', level: 1, text: 'Returns' },
    { kind: 'paragraph', text: 'Within 30 days.' },
    { kind: 'item', text: 'One' },
    { kind: 'item', text: 'Two' },
  ]);
});

it('reads a table of pipes as rows with the heads of their columns', () => {
  const { blocks } = readMarkdown('| Country | Cost |\n|---|---:|\n| Austria | 5 € |\n| France | 7 € |\n');
  expect(blocks).toEqual([
    { kind: 'row', cells: ['Austria', '5 €'], heads: ['Country', 'Cost'] },
    { kind: 'row', cells: ['France', '7 €'], heads: ['Country', 'Cost'] },
  ]);
});

it('reads markup within as words, scripts left out', () => {
  const { blocks } = readMarkdown('<div>Hello <b>you</b><script>steal()</script></div>\n');
  expect(JSON.stringify(blocks)).toContain('Hello you');
  expect(JSON.stringify(blocks)).not.toContain('steal');
});

it('reads any text without failing', () => {
  fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => Array.isArray(readMarkdown(text).blocks)));
});

it('leaves out what stands within a script in a line, and keeps what stands in marks of type', () => {
  const text =
    'It costs <b>9</b> $. <script>steal("all")</script>Pay <style>a{}</style>later.<br>Or <svg><script>x</script></svg>now.';
  expect(readMarkdown(text).blocks).toEqual([{ kind: 'paragraph', text: 'It costs 9 $. Pay later.Or now.' }]);
});
