import { expect, it } from 'vitest';
import { trainLetterModel } from '../../src/text/letter-model.ts';

const german = trainLetterModel(['schal', 'schuhe', 'tasche', 'flasche']);
const spanish = trainLetterModel(['bufanda', 'zapatos', 'bolso', 'botella']);

it('prefers the language whose words are spelled alike', () => {
  expect(german.score('waschen')).toBeGreaterThan(spanish.score('waschen'));
  expect(spanish.score('zapatilla')).toBeGreaterThan(german.score('zapatilla'));
});

it('is finite for anything, the empty word included', () => {
  for (const word of ['', 'x', '字', 'schal'.repeat(100)])
    expect(Number.isFinite(german.score(word))).toBe(true);
});
