import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonElements } from '../../../connectors/catalogue-source/json-elements.ts';

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size);
}

const parsed = async (text: string, size: number, list?: string) =>
  (await Array.fromAsync(readJsonElements(inPieces(text, size), list))).map((element) =>
    JSON.parse(element.text),
  );

describe('readJsonElements', () => {
  it('gives what JSON.parse gives, however the text is cut and laid out', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue({ maxDepth: 4 })),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(undefined, 2, '\t'),
        fc.boolean(),
        async (values, size, indent, wrapped) => {
          const text = JSON.stringify(
            wrapped ? { meta: { a: [1] }, items: values, end: 'x' } : values,
            null,
            indent,
          );
          expect(await parsed(text, size)).toEqual(JSON.parse(JSON.stringify(values)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('tells the line every element begins in', async () => {
    const text = '{\n "a": {"x": [1]},\n "list": [\n  1,\n\n  {\n  },\n  "\\"]"\n ]\n}';
    const elements = await Array.fromAsync(readJsonElements(inPieces(text, 3)));
    expect(elements.map(({ line }) => line)).toEqual([4, 6, 8]);
  });
});
