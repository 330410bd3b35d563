import type { DocumentBlock } from '../../src/ports/document-source.ts';
import { readFrontMatter } from './front-matter.ts';
import type { ReadContent } from './read-content.ts';

const LONGEST_HEADING = 80;
const UNDERLINE = /^(?:={3,}|-{3,}|~{3,})$/;
const BULLET = /^\s*(?:[•·*–-]|\d{1,2}[.)])\s+/;
const ENDS_SENTENCE = /[.!?,;:…。！？]$/u;

/** Text of paragraphs between empty lines. A short line by itself that ends no sentence, or one with a line under it, is a heading. */
export function readPlainText(text: string): ReadContent {
  const { fields, body } = readFrontMatter(text);
  return { fields, blocks: body.split(/\n\s*\n/).flatMap(toBlocks) };
}

function toBlocks(paragraph: string): DocumentBlock[] {
  const lines = paragraph.split('\n').filter((line) => line.trim() !== '');
  const [first = '', second = '', ...rest] = lines;
  if (first === '') return [];
  if (UNDERLINE.test(second.trim()))
    return [headingOf(first, second.startsWith('=') ? 1 : 2), ...toBlocks(rest.join('\n'))];
  if (isHeading(first) && lines.length === 1) return [headingOf(first, 2)];
  return itemsOf(lines);
}

const isHeading = (line: string): boolean =>
  line.trim().length <= LONGEST_HEADING && !ENDS_SENTENCE.test(line.trim()) && !BULLET.test(line);

const headingOf = (line: string, level: number): DocumentBlock => ({
  kind: 'heading',
  level,
  text: line.trim().replace(/^#{1,6}\s+/, ''),
});

/** Lines with bullets are entries; the others go on with what stands before them. */
function itemsOf(lines: readonly string[]): DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (BULLET.test(line)) blocks.push({ kind: 'item', text: line.replace(BULLET, '') });
    else if (last === undefined || last.kind === 'row') blocks.push({ kind: 'paragraph', text: line });
    else blocks[blocks.length - 1] = { ...last, text: `${last.text}\n${line}` };
  }
  return blocks;
}
