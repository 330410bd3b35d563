import { expect, it } from 'vitest';
import { formalityIn, PLAIN_VOICE, type Voice } from '../../src/domain/voice.ts';

const voice: Voice = {
  tone: 'neutral',
  formality: { default: 'formal', NL: 'familiar', de: 'familiar', 'de-CH': 'formal', 'fr-CH': 'familiar' },
};

it.each([
  ['nl', 'NL', 'familiar', 'the market'],
  ['en', 'NL', 'familiar', 'the market, in whatever language'],
  ['de', 'AT', 'familiar', 'the language'],
  ['de', 'CH', 'formal', 'the language in the market'],
  ['fr', 'CH', 'familiar', 'the language in the market'],
  ['it', 'CH', 'formal', 'the default'],
  ['de', undefined, 'familiar', 'the language where no market is known'],
] as const)('takes for %s in %s the %s form: %s', (language, market, formality, _why) => {
  expect(formalityIn(voice, language, market)).toBe(formality);
});

it('is formal and plain where a shop says nothing', () => {
  expect(formalityIn(PLAIN_VOICE, 'de', 'constructor')).toBe('formal');
  expect(PLAIN_VOICE.tone).toBe('neutral');
});
