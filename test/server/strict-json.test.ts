import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEEPEST_JSON, parseStrictJson } from '../../src/server/strict-json.ts';

const codeOf = (text: string): string => {
  try {
    parseStrictJson(text);
    return 'accepted';
  } catch (error) {
    return error instanceof Object && 'code' in error ? String(error.code) : String(error);
  }
};

describe('parseStrictJson', () => {
  it('reads what JSON.parse reads, when no key repeats or reaches a prototype', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(
          !/"(__proto__|constructor|prototype)":/.test(text) &&
            text.isWellFormed() &&
            !/\\ud[89a-f]/i.test(text),
        );
        expect(parseStrictJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each([
    ['a repeated key', '{"a":1,"b":{"a":2},"a":3}'],
    ['a repeated key, escaped', '{"a":1,"\\u0061":3}'],
    ['a key that reaches a prototype', '{"a":{"__proto__":{"x":1}}}'],
    ['the same, escaped', '{"\\u005f_proto__":1}'],
    ['constructor', '[{"constructor":{}}]'],
    ['prototype', '{"prototype":1}'],
    ['half a surrogate pair', '{"a":"\\ud83d"}'],
    ['too deep', `${'['.repeat(DEEPEST_JSON + 1)}${']'.repeat(DEEPEST_JSON + 1)}`],
    ['far too deep', `${'['.repeat(49_000)}${']'.repeat(49_000)}`],
    ['nothing', ''],
    ['a cut', '{'],
    ['a trailing comma', '{"a":1,}'],
    ['NaN', '{"a":NaN}'],
  ])('refuses %s', (_name, text) => {
    expect(codeOf(text)).toBe('INVALID_JSON');
  });

  it('takes the forbidden words as values, and the same key in different objects', () => {
    const text = '{"a":"__proto__","b":[{"k":"{\\"k\\":1,"},{"k":"constructor"}],"toString":1}';
    expect(parseStrictJson(text)).toEqual(JSON.parse(text));
  });
});
