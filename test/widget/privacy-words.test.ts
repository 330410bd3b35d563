import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const DIRECTORY = 'src/widget/privacy-words';
const files = readdirSync(DIRECTORY);
const wordsOf = (file: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(`${DIRECTORY}/${file}`, 'utf8'));
const placeholdersOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
const english = wordsOf('privacy-en.json');

it('are there in every language of the panel', () => {
  const languages = readdirSync('src/widget/messages').map((file) => `privacy-${file}`);
  expect(files.sort()).toEqual(languages.sort());
});

it.each(files)('have the same keys and placeholders in %s', (file) => {
  const words = wordsOf(file);
  expect(Object.keys(words)).toEqual(Object.keys(english));
  for (const [key, text] of Object.entries(words)) {
    expect([key, placeholdersOf(text)]).toEqual([key, placeholdersOf(english[key] ?? '')]);
    expect(text.trim()).not.toBe('');
  }
});
