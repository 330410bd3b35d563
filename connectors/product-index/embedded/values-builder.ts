import type { Attributes } from '../../../src/domain/product.ts';
import { groupEntries, reorder } from './grouped-rows.ts';
import { createGrowingColumn, createUint32 } from './growing-column.ts';
import type { RowValues } from './segment.ts';

/** Numbers the values of attributes and lays out who has them. */
export interface ValuesBuilder {
  /** The next row. */
  add(attributes: Attributes): void;
  /** Once, at the end. */
  build(): RowValues;
}

interface NumberedValues {
  /** Where the attribute stands among the attributes. */
  readonly position: number;
  readonly numbers: Map<string, number>;
}

export function createValuesBuilder(): ValuesBuilder {
  const texts: string[] = [];
  const known = new Map<string, NumberedValues>();
  const attributeOf = createGrowingColumn(createUint32);
  const start = createGrowingColumn(createUint32);
  const numberOfEntry = createGrowingColumn(createUint32);
  const rowOfEntry = createGrowingColumn(createUint32);

  function valuesOf(attribute: string): NumberedValues {
    const values = known.get(attribute) ?? { position: known.size, numbers: new Map() };
    known.set(attribute, values);
    return values;
  }

  function numberOf({ position, numbers }: NumberedValues, text: string): number {
    const number = numbers.get(text);
    if (number !== undefined) return number;
    numbers.set(text, texts.length);
    attributeOf.push(position);
    return texts.push(text) - 1;
  }

  return {
    add(attributes) {
      const row = start.length;
      start.push(numberOfEntry.length);
      for (const [attribute, all] of Object.entries(attributes)) {
        const values = valuesOf(attribute);
        for (const text of all) {
          numberOfEntry.push(numberOf(values, text));
          rowOfEntry.push(row);
        }
      }
    },
    build() {
      start.push(numberOfEntry.length);
      const ofRow = { start: start.toColumn(), rows: numberOfEntry.toColumn() };
      const inverted = groupEntries(ofRow.rows, texts.length);
      return {
        attributes: [...known.keys()],
        attributeOf: attributeOf.toColumn(),
        texts,
        numbers: new Map(known.entries().map(([attribute, { numbers }]) => [attribute, numbers])),
        ofRow,
        rowsOf: { start: inverted.start, rows: reorder(rowOfEntry.toColumn(), inverted.order) },
      };
    },
  };
}
