import { describe, expect, it } from 'vitest';
import { createClaimChecker } from '../../src/reply/check-claims.ts';
import { ownWords } from './check-claims-own-words.ts';
import { scarfDraft, scarfPlan } from './check-claims-scarf.ts';

type Language = 'en' | 'de' | 'fr' | 'es';

function check(language: Language, ...pieces: readonly string[]) {
  const checker = createClaimChecker(scarfPlan(language), scarfDraft(language));
  const pushed = pieces.map((piece) => checker.push(piece));
  return { ...checker.end(), pushed };
}

describe('a sentence whose end is false', () => {
  it.each([
    ['en', 'The Alpine Scarf is blue, and it costs $19.', 'The Alpine Scarf is blue.'],
    ['en', 'The Alpine Scarf is blue and it is waterproof.', 'The Alpine Scarf is blue.'],
    ['en', 'The Alpine Scarf is blue; it ships tomorrow.', 'The Alpine Scarf is blue.'],
    ['de', 'Der Alpine Scarf ist blau, und er kostet 19 €.', 'Der Alpine Scarf ist blau.'],
    ['fr', 'L’Alpine Scarf est bleu, et il coûte 19 €.', 'L’Alpine Scarf est bleu.'],
    ['es', 'La Alpine Scarf es azul, y cuesta 19 €.', 'La Alpine Scarf es azul.'],
  ] as const)('keeps its first part where that stands alone (%s): %s', (language, sentence, kept) => {
    expect(check(language, sentence).text).toBe(kept);
  });

  it.each([
    'If it is blue, and if it costs $19, take it.',
    'In blue, and for $19, the Alpine Scarf is nice.',
    'The Alpine Scarf ("blue, and it costs $19") is nice.',
  ])('goes whole where it does not: %s', (sentence) => {
    expect(ownWords(check('en', sentence))).toBe('');
  });
});

it('says a statement before the sentence ends', () => {
  const { pushed, text } = check(
    'en',
    'The Alpine Scarf costs $49.90, ',
    'and it is ',
    'made of wool. ',
    'Nice.',
  );

  expect(pushed).toEqual(['', 'The Alpine Scarf costs $49.90', '', ', and it is made of wool.']);
  expect(text).toBe('The Alpine Scarf costs $49.90, and it is made of wool. Nice.');
});

it('leaves no word that goes on from what was cut', () => {
  expect(check('en', 'However, the Alpine Scarf is blue. It ships today. Also, it costs $49.90.').text).toBe(
    'The Alpine Scarf is blue. It costs $49.90.',
  );
});

it('lets no "it" stand for another product than was meant', () => {
  const { text, removed } = check(
    'en',
    'The Alpine Scarf is blue. The Dr. Hansen Winter Shawl ships today. It is blue.',
  );

  expect(text).toBe('The Alpine Scarf is blue.');
  expect(removed.at(-1)).toMatchObject({ reason: 'dangling' });
});
