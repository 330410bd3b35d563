import { readdirSync } from 'node:fs';
import { extname } from 'node:path';
import { expect, it } from 'vitest';
import { codeFingerprint, FINGERPRINTED, INDEXING_ROOMS } from '../../src/assembly/code-fingerprint.ts';
import { sourceFiles } from '../architecture/source-files.ts';

it('covers every file that the catalogue goes through on its way into the index', () => {
  const files = new Map(sourceFiles('src', 'connectors').map((file) => [file.path, file]));
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const { target, typeOnly } of files.get(path)?.imports ?? [])
      if (target !== undefined && !typeOnly) visit(target);
  };
  visit('src/assembly/shop-worker.ts');
  expect(reached.size).toBeGreaterThan(50);
  expect([...reached].filter((path) => !INDEXING_ROOMS.some((room) => path.startsWith(`${room}/`)))).toEqual(
    [],
  );
});

it('covers the data that texts are read by', () => {
  const files = readdirSync('src/text', { recursive: true, encoding: 'utf8' });
  const extensions = new Set(files.map((file) => extname(file)).filter((extension) => extension !== ''));
  expect([...extensions].filter((extension) => !FINGERPRINTED.has(extension))).toEqual([]);
  expect(extensions).toContain('.yaml');
});

it('is the same whenever it is asked', () => {
  expect(codeFingerprint()).toBe(codeFingerprint());
  expect(codeFingerprint()).toMatch(/^[0-9a-f]{64}$/);
});
