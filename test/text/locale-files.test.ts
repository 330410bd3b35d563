import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { openLocaleFiles } from '../../src/text/locale-files.ts';
import { Phrases } from '../../src/text/phrases.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'floorwalker-locales-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function open(files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  return openLocaleFiles(pathToFileURL(`${directory}/`));
}

it('speaks the languages that have a file, English first', () => {
  const files = { 'nl.yaml': '', 'en.yaml': '', 'de.yaml': '', 'README.md': '', 'xx.yaml.draft': '' };
  expect(open(files).languages).toEqual(['en', 'de', 'nl']);
});

it('gives a section as its schema reads it', () => {
  const locales = open({ 'en.yaml': 'units: |\n  inch; inches;\n  feet\n' });
  expect(locales.section('en', 'units', Phrases)).toEqual(['inch', 'inches', 'feet']);
});

it('names file, line and key of what a section must not hold', () => {
  const locales = open({ 'en.yaml': '# letters\nname: English\ncounted:\n  pair:\n    one: 1\n' });
  const schema = z.object({ pair: z.object({ one: z.string() }) });
  expect(() => locales.section('en', 'counted', schema)).toThrow(
    expect.objectContaining({
      code: 'INVALID_ARGUMENT',
      message: expect.stringMatching(/^en\.yaml, line 5: "counted\.pair\.one": /),
    }),
  );
});

it('names the innermost key that stands in the file when one is missing', () => {
  const locales = open({ 'en.yaml': 'name: English\ncounted:\n  pair: {}\n' });
  const schema = z.object({ pair: z.object({ one: z.string() }) });
  expect(() => locales.section('en', 'counted', schema)).toThrow('en.yaml, line 3: "counted.pair.one"');
});

it.each([
  [
    'a section that none of ours is',
    'name: English\ngrammer: {}\n',
    'en.yaml, line 2: there is no section "grammer"',
  ],
  ['a key twice', 'name: English\nname: Anglais\n', 'en.yaml, line 2: Map keys must be unique'],
  ['no YAML', 'name: [English\n', 'en.yaml, line'],
  ['no sections', 'English\n', 'there are no sections'],
])('refuses a file with %s', (_case, text, message) => {
  const locales = open({ 'en.yaml': text });
  const read = () => locales.section('en', 'name', z.string());
  expect(read).toThrow(message);
  expect(read).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
});
