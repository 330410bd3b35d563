import { expect, it } from 'vitest';
import { fromPayload, toPayload, toPointId } from '../../../../connectors/product-index/qdrant/points.ts';
import { toWords } from '../../../../connectors/product-index/qdrant/word-statistics.ts';
import { readBareNumber } from '../../../../connectors/product-index/quantity-range.ts';
import { document, variant } from '../../../support/index-documents.ts';

it('gives a product the same UUID of version 5 for ever, and another product another one', () => {
  expect(toPointId('boots')).toBe(toPointId('boots'));
  expect(toPointId('boots')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(toPointId('boots')).not.toBe(toPointId('Boots'));
});

it('brings a product back as it was, whatever its attributes are called', () => {
  const attributes = Object.fromEntries([
    ['__proto__', ['x']],
    ['a"],["b', ['c', 'a=b']],
    ['größe.eu', ['42 ½']],
  ]);
  const boots = document('boots', {
    terms: { title: ['warm', 'boots', 'warm'] },
    categoryKeys: ['shoes'],
    variants: [variant('boots-42', attributes, 9900, 'preorder')],
  });
  const held = fromPayload(
    JSON.parse(JSON.stringify(toPayload(boots, toWords(boots.terms), readBareNumber))),
  );

  expect(held.variants).toEqual(boots.variants);
  expect([held.lowestPrice, held.highestPrice, held.categoryKeys]).toEqual([9900, 9900, ['shoes']]);
  expect(held.words?.title).toEqual({ terms: ['warm', 'boots'], counts: [2, 1] });
});

it('refuses a point that is no product', () => {
  expect(() => fromPayload({ productId: 7 })).toThrow(expect.objectContaining({ code: 'INDEX_FAILED' }));
  expect(() => fromPayload(null)).toThrow(expect.objectContaining({ code: 'INDEX_FAILED' }));
});
