import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SPOKEN_LANGUAGES } from '../../src/text/languages.ts';
import { loadPictureWords } from '../../src/widget/picture-label.ts';

const fileOf = (language: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(`src/widget/picture-words/picture-${language}.json`, 'utf8'));

it('are there in every spoken language, none empty, and none left in English', async () => {
  const english = fileOf('en');
  for (const language of SPOKEN_LANGUAGES) {
    const words = fileOf(language);
    expect(Object.keys(words)).toEqual(Object.keys(english));
    for (const [key, text] of Object.entries(words)) {
      expect(text.trim()).not.toBe('');
      if (language !== 'en') expect([key, text]).not.toEqual([key, english[key]]);
    }
    expect((await loadPictureWords(language))('remove')).toBe(words.remove);
  }
});
