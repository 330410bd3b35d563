import { describe, expect, it } from 'vitest';
import { generateShelf } from '../../../eval/bench/search/generate-shelf.ts';
import { gradePlanted } from '../../../eval/bench/search/grade-queries.ts';
import { plantQueries, TRICKS } from '../../../eval/bench/search/plant-queries.ts';
import { passesFilter } from '../../../eval/bench/search/shelf-product.ts';

const products = [...generateShelf(2_000, 7)];
const queries = plantQueries(products, 40, 8);
const graded = gradePlanted(products, queries);

describe('generateShelf', () => {
  it('gives the same products for the same seed', () => {
    expect([...generateShelf(50, 7)]).toEqual(products.slice(0, 50));
  });

  it('names the kind in every title, and nowhere its other names', () => {
    for (const { title, kind } of products) {
      expect(title.toLowerCase()).toContain(kind.name);
      for (const other of kind.otherNames) expect(title.split(' ')).not.toContain(other);
    }
  });
});

describe('plantQueries', () => {
  it('has every trick among any twenty queries in the share that is told', () => {
    for (const start of [0, 20]) {
      const twenty = queries.slice(start, start + 20).map(({ trick }) => trick);
      const counts = TRICKS.map((trick) => twenty.filter((each) => each === trick).length);
      expect(counts).toEqual([8, 3, 3, 2, 2, 1, 1]);
    }
  });

  it('asks for something that passes the filter and has all that was asked for', () => {
    for (const { filteredGrades } of graded) {
      expect(Math.max(...filteredGrades.map(([, grade]) => grade))).toBe(4);
    }
  });

  it('gives another kind no gain, whatever else it shares', () => {
    for (const { gain } of queries) {
      const kinds = new Set(products.filter((product) => gain(product) > 0).map(({ kind }) => kind.name));
      expect(kinds.size).toBe(1);
    }
  });
});

describe('gradePlanted', () => {
  it('keeps the grades of products that pass the filter, and no others', () => {
    const byId = new Map(products.map((product) => [product.productId, product]));
    for (const { filter, grades, filteredGrades } of graded) {
      const passing = grades.filter(([productId]) => {
        const product = byId.get(productId);
        return product !== undefined && passesFilter(product, filter);
      });
      expect(filteredGrades).toEqual(passing);
    }
  });

  it('counts facets that add up to the products that pass', () => {
    const [first] = graded;
    const passing = products.filter((product) => first !== undefined && passesFilter(product, first.filter));
    const sum = (values: Readonly<Record<string, number>> = {}) =>
      Object.values(values).reduce((total, count) => total + count, 0);
    expect(passing.length).toBeGreaterThan(0);
    expect(sum(first?.facets?.brand)).toBe(passing.length);
    expect(sum(first?.facets?.category)).toBe(2 * passing.length);
  });
});
