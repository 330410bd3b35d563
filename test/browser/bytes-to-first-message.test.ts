import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SPOKEN_LANGUAGES } from '../../src/text/languages.ts';
import { useBrowser } from '../support/browser.ts';

const MOST_BYTES = 30_000;
const MOST_OF_LOADER = 3_000;
/** What is there before a message can be sent, beside the words of the shopper's language. */
const FILES = ['widget.js', 'page.js', 'panel.js'];

const { widgetDirectory } = useBrowser();

/** By gzip, as `widget.json` tells it. */
const sizes = (): Readonly<Record<string, { readonly gzip: number } | undefined>> =>
  JSON.parse(readFileSync(join(widgetDirectory(), 'widget.json'), 'utf8')).files;

it('a button is small until somebody wants to talk', () => {
  expect(sizes()['widget.js']?.gzip).toBeLessThanOrEqual(MOST_OF_LOADER);
});

it.each(SPOKEN_LANGUAGES)('what comes before a message can be sent is small: %s', (language) => {
  const files = sizes();
  const bytes = [...FILES, `${language}.js`].map((file) => files[file]?.gzip ?? Number.NaN);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_BYTES);
});

it('brings nothing else with the panel, which nobody would have checked', () => {
  const { version } = JSON.parse(readFileSync(join(widgetDirectory(), 'widget.json'), 'utf8'));
  for (const file of FILES) {
    const code = readFileSync(join(widgetDirectory(), 'widget', version, file), 'utf8');
    expect([file, /(?:^|[;}\n])import\s*[\w{*"'`]/.test(code)]).toEqual([file, false]);
  }
});
