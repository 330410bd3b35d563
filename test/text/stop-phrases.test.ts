import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findStopPhrases } from '../../src/text/stop-phrases.ts';
import { anyText } from './any-text.ts';

describe('findStopPhrases', () => {
  it('joins stop words that only a blank parts', () => {
    expect(findStopPhrases('The Who, live at the Isle of Wight', 'en').map(({ term }) => term)).toEqual([
      'the who',
      'at the',
    ]);
    expect(findStopPhrases('the, who', 'en')).toEqual([]);
  });

  it('names places within the text, apart from one another, for any text', () => {
    const part = fc.constantFrom('the ', 'to ', 'be', ', ', 'red ');
    fc.assert(
      fc.property(
        fc.oneof(
          anyText(),
          fc.array(part).map((parts) => parts.join('')),
        ),
        (text) => {
          let before = 0;
          for (const { start, end } of findStopPhrases(text, 'en')) {
            expect(start).toBeGreaterThanOrEqual(before);
            expect(end).toBeLessThanOrEqual(text.length);
            before = end;
          }
        },
      ),
    );
  });
});
