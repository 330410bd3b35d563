import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery, toQueryObject } from '../../src/server/parse-query.ts';

const read = (target: string) => toQueryObject(parseQuery(target));

describe('parseQuery', () => {
  it('reads names once given, names given twice, and names with a key', () => {
    expect(read('/x?q=a+b%20c&filter[color]=red&filter[color]=blue&filter[size]=M&n=1&n=2&e')).toEqual({
      q: 'a b c',
      filter: { color: ['red', 'blue'], size: ['M'] },
      n: ['1', '2'],
      e: '',
    });
  });

  it('keeps everything after the first question mark and equals sign', () => {
    expect(read('/x?q=what?=yes')).toEqual({ q: 'what?=yes' });
  });

  it.each([
    '/x?q=%',
    '/x?q=%zz',
    '/x?q=%ff',
    '/x?a[__proto__][x]=1',
    '/x?__proto__=1',
    '/x?constructor[a]=1',
    `/x?${'a&'.repeat(101)}`,
  ])('refuses %s', (target) => {
    expect(() => read(target)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
  });

  it('reads back what URLSearchParams writes', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), fc.string({ unit: 'grapheme' })),
        (values) => {
          fc.pre(!Object.keys(values).some((key) => /proto|constructor/.test(key)));
          expect(read(`/x?${new URLSearchParams(values)}`)).toEqual(values);
        },
      ),
    );
  });
});
