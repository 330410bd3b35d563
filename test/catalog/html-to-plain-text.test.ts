import { describe, expect, it } from 'vitest';
import { htmlToPlainText } from '../../src/catalog/html-to-plain-text.ts';

describe('htmlToPlainText', () => {
  it('keeps words, lists and the words of links; drops scripts, styles and pictures', () => {
    const html =
      '<style>p{}</style><h2>Care</h2><p>Warm &amp; <b>soft</b>, see <a href="https://x.example">the guide</a>.</p><script>steal()</script><ul><li>Wool</li><li>Silk</li></ul><img src=x onerror=alert(1)>';
    const text = htmlToPlainText(html);
    expect(text).toContain('Warm & soft, see the guide.');
    expect(text).toContain('• Wool');
    expect(text).not.toMatch(/steal|onerror|https|p\{\}|CARE/);
  });

  it('decodes entities that were written twice', () => {
    expect(htmlToPlainText('Fish &amp;amp; chips')).toBe('Fish & chips');
    expect(htmlToPlainText('&lt;b&gt;bold&lt;/b&gt;')).toBe('bold');
  });

  it('leaves text alone that only looks a little like markup', () => {
    expect(htmlToPlainText('5 < 6 & 7 > 3')).toBe('5 < 6 & 7 > 3');
    expect(htmlToPlainText('Black & White')).toBe('Black & White');
    expect(htmlToPlainText('<3 this')).toBe('<3 this');
  });

  it('survives deep nesting', () => {
    const text = htmlToPlainText(`${'<div>'.repeat(20_000)}deep`);
    expect(text.length).toBeLessThan(100);
  });
});
