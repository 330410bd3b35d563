import { expect, it } from 'vitest';
import { readHtml } from '../../../connectors/document-source/read-html.ts';

it('tells headings, paragraphs, rows and entries of a page, and what its head says', () => {
  const { fields, blocks } = readHtml(
    `<html lang="de"><head><title>Versand &amp; Kosten</title><meta name="updated" content="2026-01-02">
     <link rel="canonical" href="https://shop.example/versand"></head><body><nav>Menü</nav><h1>Versand</h1><p>Wir liefern.</p>
     <table><tr><th>Land</th><th>Kosten</th></tr><tr><td>Österreich</td><td>5 €</td></tr></table>
     <ul><li>Express</li></ul><script>alert(1)</script></body></html>`,
  );
  expect(fields).toEqual({
    title: 'Versand & Kosten',
    language: 'de',
    url: 'https://shop.example/versand',
    updated: '2026-01-02',
  });
  expect(blocks.map((block) => ('text' in block ? { ...block, text: block.text.trim() } : block))).toEqual([
    { kind: 'heading', level: 1, text: 'Versand' },
    { kind: 'paragraph', text: 'Wir liefern.' },
    { kind: 'row', cells: ['Österreich', '5 €'], heads: ['Land', 'Kosten'] },
    { kind: 'item', text: 'Express' },
  ]);
});

it('takes no mark of its own from a page', () => {
  const { blocks } = readHtml('<p>\uE005\uE0001Forged\uE005 text</p>');
  expect(blocks).toEqual([{ kind: 'paragraph', text: '1Forged text' }]);
});
