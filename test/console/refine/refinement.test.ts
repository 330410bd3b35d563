import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as refine from '../../../src/console/refine/refinement.ts';
import type { Refinement } from '../../../src/domain/desk/draft.ts';

const list = (...productIds: string[]): Refinement => ({
  products: productIds.map((productId) => ({ productId })),
  banned: [],
});
const ids = ({ products }: Refinement) => products.map(({ productId }) => productId);

describe('a list under an agent’s hands', () => {
  it('is reordered, and stays as it is at its ends', () => {
    expect(ids(refine.moveProduct(list('a', 'b', 'c'), 'c', -1))).toEqual(['a', 'c', 'b']);
    expect(ids(refine.moveProduct(list('a', 'b'), 'a', -1))).toEqual(['a', 'b']);
    expect(ids(refine.placeProduct(list('a', 'b', 'c'), 'a', 9))).toEqual(['b', 'c', 'a']);
    expect(refine.moveProduct(list('a'), 'unknown', 1)).toEqual(list('a'));
  });

  it('has another product in the place of one, which is not listed twice', () => {
    expect(ids(refine.swapProduct(list('a', 'b', 'c'), 'b', 'x'))).toEqual(['a', 'x', 'c']);
    expect(ids(refine.swapProduct(list('a', 'b'), 'a', 'b'))).toEqual(['a', 'b']);
  });

  it('bans with a reason, and allows again what is put back', () => {
    const banned = refine.banProduct(list('a', 'b'), 'a', ' too dear ');
    expect(banned).toEqual({
      products: [{ productId: 'b' }],
      banned: [{ productId: 'a', reason: 'too dear' }],
    });
    expect(refine.banProduct(banned, 'a', '').banned).toEqual([{ productId: 'a' }]);
    expect(refine.addProduct(banned, 'a')).toEqual(list('b', 'a'));
    expect(refine.allowProduct(banned, 'a').banned).toEqual([]);
  });

  it('keeps notes and pins with their product, and lets them go', () => {
    const noted = refine.pinProduct(refine.noteProduct(list('a', 'b'), 'b', 'warmest'), 'b');
    const moved = refine.moveProduct(noted, 'b', -1);
    expect(moved.products).toEqual([{ productId: 'b', note: 'warmest', isPinned: true }, { productId: 'a' }]);
    expect(refine.noteProduct(refine.pinProduct(moved, 'b'), 'b', '')).toEqual(list('b', 'a'));
  });

  it('takes at most twenty products', () => {
    const full = list(...Array.from({ length: refine.MOST_PRODUCTS }, (_, number) => `p${number}`));
    expect(refine.addProduct(full, 'more')).toEqual(full);
  });

  it('is the same reply whatever the reason, and another with other words', () => {
    expect(refine.isSameReply(list('a'), refine.withReason(list('a'), 'because'))).toBe(true);
    expect(refine.isSameReply(list('a'), refine.withText(list('a'), 'Hello'))).toBe(false);
    expect(
      refine.isSameReply(list('a'), refine.withText(refine.withText(list('a'), 'Hello'), undefined)),
    ).toBe(true);
  });

  it('never lists a product twice, nor one that is banned, whatever is done', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const step = fc.oneof(
      fc.tuple(id, fc.integer({ min: -5, max: 5 })).map(
        ([one, by]) =>
          (now: Refinement) =>
            refine.moveProduct(now, one, by),
      ),
      id.map((one) => (now: Refinement) => refine.addProduct(now, one)),
      id.map((one) => (now: Refinement) => refine.removeProduct(now, one)),
      id.map((one) => (now: Refinement) => refine.banProduct(now, one, '')),
      id.map((one) => (now: Refinement) => refine.allowProduct(now, one)),
      id.map((one) => (now: Refinement) => refine.pinProduct(now, one)),
      fc.tuple(id, id).map(
        ([one, other]) =>
          (now: Refinement) =>
            refine.swapProduct(now, one, other),
      ),
    );
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const end = steps.reduce((now, change) => change(now), list('a', 'b', 'c'));
        const listed = ids(end);
        expect(new Set(listed).size).toBe(listed.length);
        const banned = end.banned.map(({ productId }) => productId);
        expect(new Set(banned).size).toBe(banned.length);
        expect(banned.filter((productId) => listed.includes(productId))).toEqual([]);
      }),
    );
  });
});

describe('tellChanges', () => {
  it('says what a colleague did, a line each', () => {
    const before = list('a', 'b', 'c');
    const after = refine.withText(
      refine.noteProduct(
        refine.banProduct(refine.addProduct(refine.moveProduct(before, 'c', -1), 'x'), 'a', ''),
        'x',
        'new',
      ),
      'Look',
    );
    expect(refine.tellChanges(before, after, (productId) => productId.toUpperCase())).toEqual([
      'Added: X',
      'Banned: A',
      'Another order',
      'Note at X: “new”',
      'Words: “Look”',
    ]);
    expect(refine.tellChanges(before, before, (productId) => productId)).toEqual([]);
  });
});
