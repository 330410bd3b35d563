import { compile } from 'html-to-text';

const MARKUP = /<\/?[a-z][a-z0-9]*(?:[\s/][^<>]*)?>|<!--|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;

const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: 1_000_000, maxDepth: 100, maxChildNodes: 10_000, ellipsis: '…' },
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
 * decoded twice, as they are common in feeds.
 */
export function htmlToPlainText(text: string): string {
  if (!MARKUP.test(text)) return text;
  const once = convert(text);
  return MARKUP.test(once) ? convert(once) : once;
}
