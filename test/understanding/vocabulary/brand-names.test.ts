import { describe, expect, it } from 'vitest';
import { readAtoms } from '../../../src/understanding/read-atoms.ts';
import { indexBrands } from '../../../src/understanding/vocabulary/brand-names.ts';

const brands = indexBrands(
  new Map(
    ['AT&T', 'OnePlus', 'Home de Luxe', 'Branded', 'b.box', 'It', 'Sun'].map((name) => [
      name,
      { products: 3, labels: new Map() },
    ]),
  ),
);

const named = (text: string) => {
  const atoms = readAtoms(text, 'en');
  return atoms.flatMap((_, at) => brands.matchAt(atoms, at, 'en')?.links.map(({ value }) => value) ?? []);
};

describe('indexBrands', () => {
  it('finds makers with signs in their names', () => {
    expect(named('phones for at&t under 40')).toEqual(['AT&T']);
    expect(named('lunch boxes from b.box')).toEqual(['b.box']);
  });

  it('finds makers written with other gaps', () => {
    expect(named('a one plus phone')).toEqual(['OnePlus']);
    expect(named('home de luxe bedsheets')).toEqual(['Home de Luxe']);
  });

  it('does not bend names', () => {
    expect(named('which brand is it')).toEqual([]);
    expect(named('suns')).toEqual([]);
  });

  it('takes a function word alone for no maker', () => {
    expect(named('is it warm')).toEqual([]);
  });
});
