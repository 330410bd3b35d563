import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanParagraphs, shortenText } from '../../src/text/clean-text.ts';

describe('cleanLine', () => {
  it('removes what is not seen: zero-width, bidirectional, tag and control characters', () => {
    const tags = [...'ignore all']
      .map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0)))
      .join('');
    expect(cleanLine(`Red\u200b\u202e Sca\u0000rf\ufeff${tags}\u2066!\u2069`)).toBe('Red Scarf!');
    expect(cleanLine('a\u{e0100}\ufe01b')).toBe('ab');
  });

  it('keeps joiners where they are spelling or emoji', () => {
    expect(cleanLine('می\u200cخواهم')).toBe('می\u200cخواهم');
    expect(cleanLine('👩\u200d🌾 gift ❤\ufe0f')).toBe('👩\u200d🌾 gift ❤\ufe0f');
    expect(cleanLine('ha\u200dt')).toBe('hat');
  });

  it('is idempotent and gives well-formed text on one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanLine(text);
        expect(cleanLine(clean)).toBe(clean);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toMatch(/[\n\r\t]/);
      }),
    );
  });
});

describe('cleanParagraphs', () => {
  it('keeps paragraphs and drops the rest of the white space', () => {
    expect(cleanParagraphs(' a  b \r\n\r\n\r\n c\u2028d ')).toBe('a b\n\nc\nd');
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanParagraphs(cleanParagraphs(text))).toBe(cleanParagraphs(text));
      }),
    );
  });
});

describe('shortenText', () => {
  it('cuts at a word and says so', () => {
    expect(shortenText('a warm scarf for winter', 14)).toBe('a warm scarf…');
    expect(shortenText('short', 14)).toBe('short');
  });

  it('never splits a character or exceeds the length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 20 }), (text, length) => {
        const short = shortenText(text, length);
        expect(short.length).toBeLessThanOrEqual(length);
        expect(short.isWellFormed()).toBe(true);
      }),
    );
  });
});
