import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitCondition } from '../../src/knowledge/split-condition.ts';

it.each([
  ['en', 'Can I return it if it does not fit?', 'Can I return it', 'if it does not fit'],
  ['en', 'If it does not fit, can I return it?', 'can I return it', 'If it does not fit'],
  ['de', 'Kann ich das zurückgeben, wenn es nicht passt?', 'Kann ich das zurückgeben', 'wenn es nicht passt'],
  ['fr', "Puis-je le renvoyer s'il ne me va pas ?", 'Puis-je le renvoyer', "s'il ne me va pas"],
  ['es', '¿Puedo devolverlo si no me queda bien?', '¿Puedo devolverlo', 'si no me queda bien'],
  ['it', 'Posso restituirlo se non va bene?', 'Posso restituirlo', 'se non va bene'],
  ['pt', 'Posso devolver se não servir?', 'Posso devolver', 'se não servir'],
  ['nl', 'Kan ik het terugsturen als het niet past?', 'Kan ik het terugsturen', 'als het niet past'],
  ['ja', 'サイズが合わなかったら返品できますか', '返品できますか', 'サイズが合わなかったら'],
])('parts a question from its condition (%s): "%s"', (language, text, main, condition) => {
  expect(splitCondition(text, language)).toEqual({ main, condition });
});

it.each([
  ['en', 'What is your return policy?'],
  ['en', 'When does my parcel arrive?'],
  ['en', 'if'],
  ['en', 'if it breaks?'],
  ['sv', 'kan jag returnera den om den inte passar?'],
])('finds none in (%s) "%s"', (language, text) => {
  expect(splitCondition(text, language)).toBeUndefined();
});

it('gives parts of what was said, neither empty', () => {
  const words = fc.constantFrom('can', 'I', 'return', 'if', 'when', 'it', 'fits', ',', '?', ' ', "s'il");
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 12 }),
      fc.constantFrom('en', 'fr', 'de', 'ja'),
      (said, language) => {
        const text = said.join(' ');
        const parted = splitCondition(text, language);
        if (parted === undefined) return;
        for (const part of [parted.main, parted.condition]) {
          expect(part).not.toBe('');
          expect(text).toContain(part);
        }
      },
    ),
  );
});
