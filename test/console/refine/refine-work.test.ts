import { describe, expect, it } from 'vitest';
import { RefineWork } from '../../../src/console/refine/refine-work.ts';
import { moveProduct, withOriginal, withText } from '../../../src/console/refine/refinement.ts';
import type { Draft } from '../../../src/domain/desk/draft.ts';
import { keptInMemory } from '../../support/kept-in-memory.ts';
import { SCRIPTED_PRODUCTS } from '../../support/scripted-products.ts';

const products = SCRIPTED_PRODUCTS.slice(0, 3);
const reply = { text: 'Three scarves.', products };
const draft = (change: Partial<Draft> = {}): Draft => ({
  messageId: 'm1',
  conversationId: 'c1',
  version: 1,
  state: 'waiting',
  proposed: { ...reply, claims: [] },
  alternatives: SCRIPTED_PRODUCTS.slice(3),
  reply,
  warnings: [],
  ...change,
});
const [first = '', second = ''] = products.map(({ productId }) => productId);
const reordered = (work: RefineWork) => moveProduct(work.refinement, second, -1);
const order = (work: RefineWork) => work.refinement.products.map(({ productId }) => productId).slice(0, 2);

describe('a reply under an agent’s hands', () => {
  it('is kept over a reload, with what sends it once', () => {
    const kept = keptInMemory();
    const before = new RefineWork(draft(), kept);
    before.change(reordered(before));
    const after = new RefineWork(draft(), kept);
    expect(order(after)).toEqual([second, first]);
    expect(after.clientMessageId).toBe(before.clientMessageId);
    expect(after).toMatchObject({ isDirty: true, isEdited: true });
  });

  it('keeps what sends it once also where nothing was changed', () => {
    const kept = keptInMemory();
    const before = new RefineWork(draft(), kept);
    before.keep();
    expect(new RefineWork(draft(), kept).clientMessageId).toBe(before.clientMessageId);
  });

  it('follows the server while nothing was changed', () => {
    const work = new RefineWork(draft(), keptInMemory());
    const theirs = moveProduct(work.refinement, second, -1);
    work.take(draft({ version: 2, refinement: theirs }));
    expect(order(work)).toEqual([second, first]);
    expect(work).toMatchObject({ isDirty: false, version: 2, collision: undefined });
  });

  it('says what a colleague changed meanwhile, and loses neither', () => {
    const work = new RefineWork(draft(), keptInMemory());
    const base = work.refinement;
    work.change(withText(base, 'Mine'));
    const changedBy = { agentId: 'b', firstName: 'Ben' };
    work.take(draft({ version: 2, refinement: moveProduct(base, second, -1), changedBy }));
    expect(work.collision).toEqual({ by: 'Ben', changes: ['Another order'] });
    expect(work).toMatchObject({ refinement: { text: 'Mine' }, version: 1 });

    work.keepMine();
    expect(work).toMatchObject({
      refinement: { text: 'Mine' },
      version: 2,
      collision: undefined,
      isDirty: true,
    });
    work.startOver();
    expect(order(work)).toEqual([second, first]);
    expect(work.isDirty).toBe(false);
  });

  it('does not leave while what was written in the own language is not in its words, also after a reload', () => {
    const kept = keptInMemory();
    const work = new RefineWork(draft(), kept);
    const write = (written: string) => work.change(withOriginal(work.refinement, written));
    write(' ');
    expect(work.isUntranslated).toBe(false);
    write('Three scarves');
    expect(work).toMatchObject({ isUntranslated: true, isDirty: true });
    work.translate('Three scarves', 'Drei Schals');
    expect(new RefineWork(draft(), kept)).toMatchObject({
      refinement: { text: 'Drei Schals', original: 'Three scarves' },
      isUntranslated: false,
    });
    work.change(withText(work.refinement, 'Drei schöne Schals'));
    expect(work.isUntranslated).toBe(false);
    write('Three warm scarves');
    expect(work.isUntranslated).toBe(true);
    work.change(withText(work.refinement, undefined));
    expect(work).toMatchObject({ isUntranslated: false, isDirty: false });
  });

  it('keeps words aside when the shopper says something else', () => {
    const work = new RefineWork(draft(), keptInMemory());
    work.change(withText(work.refinement, 'Half a sentence'));
    work.take(draft({ messageId: 'm2' }));
    expect(work).toMatchObject({ leftWords: 'Half a sentence', isDirty: false });
    expect(work.refinement.text).toBeUndefined();
  });

  it('knows the products it was given and those that were found', () => {
    const work = new RefineWork(draft({ alternatives: [] }), keptInMemory());
    const [found] = SCRIPTED_PRODUCTS.slice(3);
    expect(work.titleOf(found?.productId ?? '')).toBe(found?.productId);
    work.change(work.refinement, found);
    expect(work.titleOf(found?.productId ?? '')).toBe(found?.title);
  });
});
