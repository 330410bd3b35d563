import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DELIMITERS,
  detectDelimiter,
  readDelimitedRows,
} from '../../../connectors/catalogue-source/delimited-rows.ts';
import { openFeedFile } from '../../../connectors/catalogue-source/feed-file.ts';
import { writeFeedFile } from '../../support/open-feed.ts';

const never = new AbortController().signal;
const rowsOf = async (text: string, delimiter: (typeof DELIMITERS)[number] = ',') =>
  await Array.fromAsync(readDelimitedRows(await openFeedFile(writeFeedFile(text)), delimiter, never));

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe('readDelimitedRows', () => {
  it('reads back any cells that were written by RFC 4180', async () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab ,;|\t"é\n') });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom('\n', '\r\n'),
        async (written, delimiter, end) => {
          fc.pre(!written.flat().some((own) => own.startsWith('"')));
          const text = written.map((row) => row.map(quote).join(delimiter)).join(end);
          expect((await rowsOf(text, delimiter)).map(({ cells }) => cells)).toEqual(written);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('tells the line a row begins in, over quoted line breaks, empty lines and mixed line ends', async () => {
    const rows = await rowsOf('a,b\r\n\n1,"x\ny\r\nz"\n\r\n2,w\r3,"v"');
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [1, 'a'],
      [3, '1'],
      [7, '2'],
      [8, '3'],
    ]);
  });

  it('keeps a quote inside an unquoted cell', async () => {
    expect((await rowsOf('a,b\n5" pot,x\n')).at(1)?.cells).toEqual(['5" pot', 'x']);
  });
});

describe('detectDelimiter', () => {
  it.each([
    ['a,b,c\n1,2,3', ','],
    ['a;b;c\n"1,5";2;3', ';'],
    ['a\tb\n1\t2', '\t'],
    ['a|b|c\n1|2|3', '|'],
    ['"a,x","b,y";c;d\n', ';'],
    ['a;b,c\n1;2', ';'],
  ] as const)('tells the delimiter of %j', (head, delimiter) => {
    expect(detectDelimiter(head)).toBe(delimiter);
  });

  it('says so when there is none', () => {
    expect(detectDelimiter('one column\nof words')).toBeUndefined();
  });
});
