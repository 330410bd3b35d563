import { compile } from 'html-to-text';

const MARKUP = /<\/?[a-z][a-z0-9]*(?:[\s/][^<>]*)?>|<!--|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;

/** A description is thirty times shorter; a longer cell is a fault or an attack. */
const MAX_INPUT = 100_000;

const convert = compile({
  wordwrap: false,
  limits: { maxDepth: 100, maxChildNodes: 10_000, ellipsis: '…' },
  selectors: [
    ...['script', 'style', 'template', 'iframe', 'object', 'svg', 'noscript', 'img'].map((selector) => ({
      selector,
      format: 'skip',
    })),
    { selector: 'a', format: 'anchor', options: { ignoreHref: true } },
    { selector: 'ul', format: 'unorderedList', options: { itemPrefix: '• ' } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
      selector,
      format: 'heading',
      options: { uppercase: false },
    })),
  ],
});

/**
 * Reads markup as text: entities decoded, scripts and pictures dropped, the words of links kept, lists with bullets.
 * Text without tags or entities is returned as it is, so "a < b" survives. Entities written twice ("&amp;nbsp;") are
 * decoded twice, as they are common in feeds. Of longer texts the first 100,000 characters are read.
 */
export function htmlToPlainText(text: string): string {
  const read = text.length > MAX_INPUT ? text.slice(0, MAX_INPUT) : text;
  if (!MARKUP.test(read)) return read;
  const once = convert(read);
  return MARKUP.test(once) ? convert(once) : once;
}
