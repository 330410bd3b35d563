import { fromMarkdown } from 'mdast-util-from-markdown';
import type { DocumentBlock } from '../../src/ports/document-source.ts';
import { readFrontMatter } from './front-matter.ts';
import type { ReadContent } from './read-content.ts';
import { readHtml } from './read-html.ts';

type Content = ReturnType<typeof fromMarkdown>['children'][number];

/** Markdown (CommonMark) with front matter; tables of pipes are read as rows. */
export function readMarkdown(text: string): ReadContent {
  const { fields, body } = readFrontMatter(text);
  return { fields, blocks: fromMarkdown(body).children.flatMap(toBlocks) };
}

function toBlocks(node: Content): DocumentBlock[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', level: node.depth, text: wordsOf(node) }];
    case 'paragraph':
      return readTable(wordsOf(node)) ?? [{ kind: 'paragraph', text: wordsOf(node) }];
    case 'list':
      return node.children.flatMap((item) => item.children.flatMap(toBlocks).map(asItem));
    case 'blockquote':
      return node.children.flatMap(toBlocks);
    case 'html':
      return [...readHtml(node.value).blocks];
    case 'code':
      return [{ kind: 'paragraph', text: node.value }];
    default:
      return [];
  }
}

const asItem = (block: DocumentBlock): DocumentBlock =>
  block.kind === 'paragraph' ? { ...block, kind: 'item' } : block;

/** The words alone: pictures and the addresses of links are left out. */
function wordsOf(node: Content): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return '\n';
  return 'children' in node ? shown(node.children).map(wordsOf).join('') : '';
}

/** What stands within a tag in a line that shows nothing of it. */
const HIDDEN = /^<(\/?)(script|style|template|iframe|object|svg|noscript|textarea|title)\b/i;

/** Without scripts and the like: an HTML block is read as a page, but in a line only the tags are told apart. */
function shown(nodes: readonly Content[]): Content[] {
  let hiding: string | undefined;
  return nodes.filter((node) => {
    if (node.type !== 'html') return hiding === undefined;
    const [, end, name] = HIDDEN.exec(node.value) ?? [];
    const tag = name?.toLowerCase();
    if (end === '' && !node.value.endsWith('/>')) hiding ??= tag;
    else if (tag === hiding) hiding = undefined;
    return false;
  });
}

const RULE = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/;

/** Lines with pipes under a rule of hyphens; undefined for any other paragraph. */
function readTable(text: string): DocumentBlock[] | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const [head = '', rule = '', ...rows] = lines;
  if (!head.includes('|') || !rule.includes('-') || !RULE.test(rule)) return undefined;
  const heads = cellsOf(head);
  return rows
    .filter((row) => row !== '')
    .map((row) => ({ kind: 'row', cells: cellsOf(row).slice(0, heads.length), heads }));
}

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((cell) => cell.trim());
