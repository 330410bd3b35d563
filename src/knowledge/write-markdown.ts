import type { Passage } from './shop-document.ts';

interface Row {
  readonly heads: readonly string[];
  readonly cells: readonly string[];
}

/**
 * Passages as a text that can be changed: headings, paragraphs, and tables where the rows tell their columns; other rows become entries of
 * a list. Read again it has the same headings and sentences, but where a paragraph ends is not known any more.
 */
export function writeMarkdown(passages: readonly Passage[]): string {
  const blocks: string[] = [];
  let above: readonly string[] = [];
  for (const { headings, sentences, rows = [] } of passages) {
    const shared = headings.findIndex((heading, level) => heading !== above[level]);
    const from = shared === -1 ? headings.length : shared;
    for (const [level, heading] of headings.entries())
      if (level >= from) blocks.push(`${'#'.repeat(Math.min(level + 1, 6))} ${escapeLine(heading)}`);
    above = headings;
    blocks.push(...blocksOf(sentences, new Set(rows)));
  }
  return `${blocks.join('\n\n')}\n`;
}

function blocksOf(sentences: readonly string[], rows: ReadonlySet<number>): string[] {
  const blocks: string[] = [];
  let paragraph: string[] = [];
  let table: string[] = [];
  const close = () => {
    if (paragraph.length > 0) blocks.push(paragraph.map(escapeLine).join(' '));
    if (table.length > 0) blocks.push(writeRows(table));
    [paragraph, table] = [[], []];
  };
  for (const [at, sentence] of sentences.entries()) {
    const isRow = rows.has(at);
    if (isRow ? paragraph.length > 0 : table.length > 0) close();
    (isRow ? table : paragraph).push(sentence);
  }
  close();
  return blocks;
}

/** "Country: Austria; Cost: 5 €" told its columns when it was read. */
function writeRows(sentences: readonly string[]): string {
  const rows = sentences.map(columnsOf);
  const heads = rows[0]?.heads ?? [];
  const isTable = rows.every(
    (row) => row.heads.length === heads.length && row.heads.every((head, at) => head === heads[at]),
  );
  if (!isTable || heads.length < 2 || heads.includes(''))
    return sentences.map((each) => `- ${escapeLine(each)}`).join('\n');
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => escapeLine(cell).replaceAll('|', '/')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(({ cells }) => line(cells))].join('\n');
}

function columnsOf(sentence: string): Row {
  const parts = sentence.split('; ').map((part) => {
    const at = part.indexOf(': ');
    return at === -1 ? ['', part] : [part.slice(0, at), part.slice(at + 2)];
  });
  return { heads: parts.map(([head = '']) => head), cells: parts.map(([, cell = '']) => cell) };
}

/** What would be read as a mark of Markdown is read as itself. */
const escapeLine = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>&#]/g, '\\$&')
    .replace(/^(\s*\d{1,9})([.)])|^(\s*)([-+=~])/, (_, number, dot, space, mark) =>
      number === undefined ? `${space}\\${mark}` : `${number}\\${dot}`,
    );
