import { describe, expect, it } from 'vitest';
import { affirmedOf, deniedIn, denies, isDenied } from '../../src/reply/check-claims-denial.ts';

describe('a denial', () => {
  it.each([
    ['en', "It isn't waterproof"],
    ['de', 'Es enthält keine Wolle'],
    ['fr', "Il n'est pas rouge"],
    ['es', 'No es de lana'],
    ['it', 'Non è di lana'],
    ['pt', 'Não é de lã'],
    ['nl', 'Het is niet van wol'],
    ['ja', 'ウールではありません'],
  ])('is heard in "%s"', (language, text) => expect(denies(text, language)).toBe(true));

  it.each([
    ['en', 'It is not only warm'],
    ['de', 'Es ist nicht nur warm'],
    ['it', 'Ne abbiamo due'],
    ['pt', 'Está no tamanho M'],
    ['ja', '合うかもしれません'],
  ])('is not heard in "%s" where nothing is denied', (language, text) =>
    expect(denies(text, language)).toBe(false),
  );

  it('denies what stands in its statement, not what stands in the next', () => {
    const text = 'It is not red, but made of wool.';
    const place = (word: string) => ({ from: text.indexOf(word), to: text.indexOf(word) + word.length });
    expect(isDenied(text, place('red'), 'en')).toBe(true);
    expect(isDenied(text, place('wool'), 'en')).toBe(false);
  });

  it('parts what a text affirms from what it denies', () => {
    const text = 'Keeps off wind. Not waterproof.';
    expect(affirmedOf(text, 'en')).toContain('Keeps off wind');
    expect(affirmedOf(text, 'en')).not.toContain('waterproof');
    expect(deniedIn(text, 'en')).toContain('waterproof');
  });
});
