import type { Language } from '../domain/locale.ts';
import type { DocumentBlock } from '../ports/document-source.ts';
import { splitWords } from '../text/analyze.ts';
import { cleanLine } from '../text/clean-text.ts';
import type { Passage } from './shop-document.ts';
import { splitSentences } from './split-sentences.ts';

/** Words of a passage: from `ENOUGH` on it may end with a paragraph, and beyond `MOST` it does not go where it can help it. */
const ENOUGH = 60;
const MOST = 160;
/** Longer "sentences" are no prose: whatever they are, they are no answer. UTF-16 units. */
const LONGEST_SENTENCE = 2_000;
const LONGEST_HEADING = 160;

/**
 * Cuts a document into passages along its headings: none crosses a heading, none begins or ends within a sentence or a row of a table.
 * Sections of up to `MOST` words stay whole. Foreign text: invisible and bidirectional characters are taken out.
 */
export function splitPassages(blocks: readonly DocumentBlock[], language: Language): Passage[] {
  const passages: Passage[] = [];
  let headings: { readonly level: number; readonly text: string }[] = [];
  let sentences: string[] = [];
  let rows: number[] = [];
  let words = 0;
  const close = () => {
    if (sentences.length > 0)
      passages.push({
        headings: headings.map(({ text }) => text),
        sentences,
        ...(rows.length === 0 ? {} : { rows }),
      });
    [sentences, rows, words] = [[], [], 0];
  };
  for (const block of blocks) {
    if (block.kind === 'heading') {
      close();
      const text = cleanLine(block.text).slice(0, LONGEST_HEADING);
      headings = headings.filter(({ level }) => level < block.level);
      if (text !== '') headings.push({ level: block.level, text });
      continue;
    }
    if (words >= ENOUGH && block.kind === 'paragraph') close();
    for (const sentence of sentencesOf(block, language)) {
      const length = splitWords(sentence, language, { keeps: false }).length;
      if (words + length > MOST && sentences.length > 0) close();
      if (block.kind === 'row') rows.push(sentences.length);
      sentences.push(sentence);
      words += length;
    }
  }
  close();
  return passages;
}

function sentencesOf(block: Exclude<DocumentBlock, { kind: 'heading' }>, language: Language): string[] {
  const sentences = block.kind === 'row' ? [rowText(block)] : splitSentences(unwrap(block.text), language);
  return sentences
    .map(cleanLine)
    .filter((text) => /[\p{L}\p{N}]/u.test(text) && text.length <= LONGEST_SENTENCE);
}

/** A word that was parted at the end of a line is one word again. */
const unwrap = (text: string): string => cleanLine(text.replace(/(\p{Ll})-\n(?=\p{Ll})/gu, '$1'));

/** "Country: Austria; Cost: 5 €" */
function rowText({ cells, heads }: Extract<DocumentBlock, { kind: 'row' }>): string {
  return cells
    .map((cell, column) => [cleanLine(heads[column] ?? ''), cleanLine(cell)] as const)
    .filter(([, cell]) => cell !== '')
    .map(([head, cell]) => (head === '' ? cell : `${head}: ${cell}`))
    .join('; ');
}
