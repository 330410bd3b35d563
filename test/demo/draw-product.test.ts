import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { demoProducts } from '../../src/demo/demo-catalogue.ts';
import { DEPARTMENTS } from '../../src/demo/departments/index.ts';
import { drawProduct } from '../../src/demo/draw-product.ts';
import { hasDrawing } from '../../src/demo/drawings/index.ts';
import type { Product } from '../../src/domain/product.ts';

const products = [...demoProducts({ nowMs: Date.UTC(2026, 4, 20) })];
const [first] = products;

/** Element names in order; throws what is not well formed. */
function readElements(svg: string): string[] {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => names.push(name));
  parser.write(svg).close();
  return names;
}

const bodyOf = (svg: string) => svg.replace(/<title>.*?<\/title>/, '');

describe('drawProduct', () => {
  it('draws every product as a well-formed picture below 4 kB, with a title and nothing that runs or loads', () => {
    for (const product of products) {
      const svg = drawProduct(product);
      const names = readElements(svg);
      expect(names.slice(0, 2)).toEqual(['svg', 'title']);
      expect(
        new Set(names).intersection(new Set(['script', 'image', 'use', 'foreignObject', 'a', 'style'])),
      ).toEqual(new Set());
      expect(svg).not.toMatch(/href|javascript:|\son\w+=|NaN|undefined/);
      expect(Buffer.byteLength(svg)).toBeLessThan(4_096);
    }
  });

  it('has a drawing for every kind of thing, and more than 25 different ones', () => {
    const types = DEPARTMENTS.flatMap((department) => department.types);
    expect(types.filter(({ id }) => !hasDrawing(id))).toEqual([]);
    const shapes = new Map(
      products.map((product) => [product.category.at(-1), bodyOf(drawProduct(product))]),
    );
    expect(new Set(shapes.values()).size).toBeGreaterThan(25);
  });

  it('shows the colour', () => {
    const inColor = (color: string): Product => ({
      ...(first ?? expect.unreachable()),
      attributes: { color: [color] },
      variants: [],
    });
    expect(bodyOf(drawProduct(inColor('red')))).not.toBe(bodyOf(drawProduct(inColor('blue'))));
    expect(drawProduct(inColor('red'))).toBe(drawProduct(inColor('red')));
  });

  it('draws a parcel for another shop’s product and escapes its title', () => {
    const svg = drawProduct({
      productId: 'x',
      language: 'en',
      texts: { en: { title: '<script>alert(1)</script> & "co"', description: '' } },
      category: ['Elsewhere'],
      attributes: {},
      variants: [],
    });
    expect(readElements(svg)).not.toContain('script');
    expect(svg).toContain('&lt;script&gt;');
  });
});
