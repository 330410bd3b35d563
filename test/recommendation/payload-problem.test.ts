import fc from 'fast-check';
import { expect, it } from 'vitest';
import { payloadProblem } from '../../src/recommendation/payload-problem.ts';

const nested = (depth: number): unknown => (depth === 0 ? {} : { inner: nested(depth - 1) });

it.each([
  ['a key that could reach a prototype', JSON.parse('{"a":[{"__proto__":{"polluted":true}}]}')],
  ['a constructor key', { constructor: 1 }],
  ['too deep nesting', nested(9)],
  ['nesting that would overflow a stack', JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`)],
  ['too many properties', Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, 1]))],
  ['too many values', Array.from({ length: 5_000 }, () => 1)],
  ['64 kB of text', { text: 'x'.repeat(65_536) }],
])('refuses %s', (_, value) => {
  expect(payloadProblem(value)).toEqual(expect.any(String));
});

it('reads any small JSON without such keys, and never throws', () => {
  const harmless = fc
    .jsonValue({ maxDepth: 3 })
    .filter((value) => !/"(__proto__|constructor|prototype)":/.test(JSON.stringify(value)));
  fc.assert(fc.property(harmless, (value) => payloadProblem(value) === undefined));
});
