import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ScrubOptions, scrubWords } from '../../../../src/chat/desk/cases/scrub-words.ts';

const KNOWN = new Set('i want a red scarf under for my the and please euros size order'.split(' '));
const options = (more: Partial<ScrubOptions> = {}): ScrubOptions => ({
  language: 'en',
  isKnown: (word) => KNOWN.has(word),
  isNamed: (word) => word === 'scarf' || word === 'rtx4070',
  understood: [],
  personal: [],
  isOfOrder: false,
  ...more,
});
const scrubbed = (text: string, more?: Partial<ScrubOptions>) => scrubWords(text, options(more)).text;

describe('words of a shopper', () => {
  it('stay where the shop or its language knows them, and where a wish was understood by them', () => {
    expect(scrubbed('I want a red scarf')).toBe('I want a red scarf');
    expect(scrubbed('a scraf under 60 euros', { understood: ['scraf', '60 euros'] })).toBe(
      'a scraf under 60 euros',
    );
    expect(scrubbed('the rtx4070 please')).toBe('the rtx4070 please');
  });

  it('give way where nobody knows them, and are told with what they were', () => {
    const { text, marks } = scrubWords('a scarf for Xanthippe', options());
    expect(text).toBe('a scarf for …');
    expect(marks).toEqual([{ kind: 'word', start: 12, end: 13, was: 'Xanthippe' }]);
  });

  it('lose names that the shop knows as well, where people say names', () => {
    expect(scrubbed('my name is Scarf, please', { isKnown: () => true })).toBe('my name is …, please');
    expect(scrubbed('for Mrs. Scarf, please', { isKnown: () => true })).toBe('for …. …, please');
    expect(scrubbed('for Scarf please', { isKnown: () => true, isNamed: () => false })).toBe('for … please');
  });

  it('lose what the shop knows of the shopper, word by word', () => {
    expect(scrubbed('the red scarf for the order', { personal: ['Scarf Order'] })).toBe(
      'the red … for the …',
    );
  });

  it('lose figures that no wish was understood by; those of an order keep their shape', () => {
    expect(scrubbed('size 38 and 1234', { understood: ['size 38'] })).toBe('size 38 and 0000');
    expect(scrubbed('my order 10023', { isOfOrder: true })).toBe('my order 00000');
    expect(scrubbed('under 123456', { understood: ['123456'] })).toBe('under 000000');
  });

  it('never keep a mailbox, a link, a card or a phone number, whatever stands around them', () => {
    const secret = fc.constantFrom(
      'ada.lane@mailbox.example',
      'ada (at) mailbox (dot) example',
      'https://example.org/ada?x=1',
      '+49 (0) 151 2345678',
      '０３-１２３４-５６７８',
      '4111 1111 1111 1111',
      'DE89 3704 0044 0532 0130 00',
    );
    const around = fc.constantFrom('', 'red scarf', 'i want a', 'for my', '(', ',', 'size 38');
    fc.assert(
      fc.property(around, secret, around, (before, planted, after) => {
        const text = scrubbed(`${before} ${planted} ${after}`);
        for (const part of planted.match(/[\p{L}\p{Nd}]{4,}/gu) ?? []) expect(text).not.toContain(part);
      }),
    );
  });

  it('are told with marks that lead back to what was said', () => {
    const word = fc.constantFrom(
      'red',
      'scarf',
      'Xanthippe',
      '98765',
      'ada@mailbox.example',
      ',',
      'Mr. Quux',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const said = words.join(' ');
        const { text, marks } = scrubWords(said, options());
        const back = marks
          .toReversed()
          .reduce((before, { start, end, was }) => before.slice(0, start) + was + before.slice(end), text);
        expect(back).toBe(said);
      }),
    );
  });
});
