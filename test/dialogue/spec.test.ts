import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const specification = readFileSync(new URL('../../src/dialogue/SPEC.md', import.meta.url), 'utf8');
/** What of it shows only in a shop. */
const BESIDE = ['../chat/with-preferences.test.ts'];
const tests = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.test.ts') && name !== 'spec.test.ts')
  .concat(BESIDE)
  .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
  .join('\n');

const lines = specification.split('\n');
const cited = lines.flatMap((line) => /^ +- _(?<title>.+)_$/u.exec(line)?.groups?.title ?? []);

describe('SPEC.md', () => {
  it('cites only tests that exist', () => {
    expect(cited.length).toBeGreaterThan(20);
    const missing = cited.filter((title) => !tests.includes(`'${title}'`));
    expect(missing).toEqual([]);
  });

  it('names a test for every invariant, numbered without gaps', () => {
    const invariants = specification.split(/^(?=\d+\. )/mu).slice(1);
    expect(invariants.map((text) => Number.parseInt(text, 10))).toEqual(
      invariants.map((_, index) => index + 1),
    );
    expect(invariants.filter((text) => !/^ +- _/mu.test(text))).toEqual([]);
  });
});
