import { compile, type FormatCallback } from 'html-to-text';
import type { DocumentBlock } from '../../src/ports/document-source.ts';
import type { ReadContent } from './read-content.ts';

/** Private characters part what was told apart; none of them is left in a text before it is read. */
const MARKS = /[\uE000-\uE00F]/g;
const [HEADING, ITEM, ROW, CELL, HEAD_CELL, BLOCK] = [
  '\uE000',
  '\uE001',
  '\uE002',
  '\uE003',
  '\uE004',
  '\uE005',
];

const heading: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 2 });
  builder.addLiteral(`${BLOCK}${HEADING}${(element.name ?? 'h6').slice(1)}`);
  walk(element.children, builder);
  builder.addLiteral(BLOCK);
  builder.closeBlock({ trailingLineBreaks: 2 });
};

const marked =
  (mark: string): FormatCallback =>
  (element, walk, builder) => {
    builder.openBlock({ leadingLineBreaks: 1 });
    builder.addLiteral(`${BLOCK}${mark}`);
    walk(element.children, builder);
    builder.addLiteral(BLOCK);
    builder.closeBlock({ trailingLineBreaks: 1 });
  };

const cell =
  (mark: string): FormatCallback =>
  (element, walk, builder) => {
    builder.addLiteral(mark);
    walk(element.children, builder);
  };

const SKIPPED = 'script style template iframe object svg noscript img nav form button select head'.split(' ');

const toMarkedText = compile({
  wordwrap: false,
  limits: { maxDepth: 100, maxChildNodes: 20_000, ellipsis: '' },
  formatters: { heading, item: marked(ITEM), row: marked(ROW), cell: cell(CELL), head: cell(HEAD_CELL) },
  selectors: [
    ...SKIPPED.map((selector) => ({ selector, format: 'skip' })),
    { selector: 'a', format: 'anchor', options: { ignoreHref: true } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, format: 'heading' })),
    { selector: 'table', format: 'block' },
    { selector: 'ul', format: 'block' },
    { selector: 'ol', format: 'block' },
    { selector: 'li', format: 'item' },
    { selector: 'dt', format: 'item' },
    { selector: 'dd', format: 'item' },
    { selector: 'tr', format: 'row' },
    { selector: 'td', format: 'cell' },
    { selector: 'th', format: 'head' },
  ],
});

/** A page: its words by headings, lists and tables. Scripts, forms, menus and pictures are left out. */
export function readHtml(text: string): ReadContent {
  const clean = text.replace(MARKS, '');
  let heads: readonly string[] = [];
  const blocks: DocumentBlock[] = [];
  for (const piece of toMarkedText(clean)
    .split(BLOCK)
    .filter((each) => each.trim() !== '')) {
    const [mark, rest] = [piece[0], piece.slice(1)];
    if (mark === HEADING) blocks.push({ kind: 'heading', level: Number(rest[0]), text: rest.slice(1) });
    else if (mark === ITEM) blocks.push({ kind: 'item', text: rest });
    else if (mark === ROW) {
      const row = readRow(rest);
      if (row.isHead) heads = row.cells;
      else blocks.push({ kind: 'row', cells: row.cells, heads });
    } else blocks.push(...paragraphsOf(piece));
    if (mark !== ROW) heads = [];
  }
  return { blocks, fields: readFields(clean) };
}

/** A row of nothing but heads names the columns of those that follow. */
function readRow(text: string): { readonly cells: readonly string[]; readonly isHead: boolean } {
  const cells = text.split(/[\uE003\uE004]/).slice(1);
  return { cells: cells.map((each) => each.trim()), isHead: !text.includes(CELL) };
}

const paragraphsOf = (text: string): DocumentBlock[] =>
  text
    .split(/\n{2,}/)
    .filter((each) => each.trim() !== '')
    .map((each) => ({ kind: 'paragraph', text: each }));

const toWords = compile({ wordwrap: false });
const TITLE = /<title[^>]{0,200}>([^<]{1,500})<\/title>/i;
const LANGUAGE = /<html[^>]{0,500}\slang\s*=\s*["']?([\w-]{2,20})/i;
const META = /<meta\s[^>]{1,1000}>/gi;
const ADDRESS = /<link\s[^>]{0,500}rel\s*=\s*["']?canonical["']?[^>]{0,500}>/i;
const TOLD = new Set(['title', 'language', 'market', 'product', 'url', 'updated']);

/** What the head of a page tells. */
function readFields(text: string): Record<string, string> {
  const head = text.slice(0, 20_000);
  const [title, language] = [TITLE.exec(head)?.[1], LANGUAGE.exec(head)?.[1]];
  const address = attributeOf(ADDRESS.exec(head)?.[0] ?? '', 'href');
  const told = [...head.matchAll(META)].flatMap(([tag]) => {
    const [name, content] = [attributeOf(tag, 'name')?.toLowerCase(), attributeOf(tag, 'content')];
    return name !== undefined && content !== undefined && TOLD.has(name) ? [[name, toWords(content)]] : [];
  });
  return {
    ...(title === undefined ? {} : { title: toWords(title) }),
    ...(language === undefined ? {} : { language }),
    ...(address === undefined ? {} : { url: address }),
    ...Object.fromEntries(told),
  };
}

const attributeOf = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i')
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined);
