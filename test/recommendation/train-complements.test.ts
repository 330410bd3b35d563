import { describe, expect, it } from 'vitest';
import type { InteractionType } from '../../src/domain/interaction.ts';
import { createRandom } from '../../src/domain/random.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { createComplementSearch } from '../../src/recommendation/complement-search.ts';
import { decodeComplements, encodeComplements } from '../../src/recommendation/encode-complements.ts';
import { createInteractionColumns } from '../../src/recommendation/interaction-columns.ts';
import { trainComplements } from '../../src/recommendation/train-complements.ts';

type Deed = readonly [shopper: string, type: InteractionType, productId: string, day?: number];

const DAY_MS = 86_400_000;

function learn(deeds: readonly Deed[]) {
  const log = createInteractionColumns();
  deeds.forEach(([shopperId, type, productId, day = 0], index) => {
    const occurredAtMs = day * DAY_MS + index;
    log.append({ shopperId, type, productId, occurredAtMs, receivedAtMs: occurredAtMs });
  });
  return trainComplements(log.finish());
}

const shoppers = (count: number, toDeeds: (shopper: string, index: number) => readonly Deed[]): Deed[] =>
  Array.from({ length: count }, (_, index) => toDeeds(`s${index}`, index)).flat();

/** Twelve buy a tent with a mat, twelve look at two tents and buy one, sixty buy something else. */
const camping = (): Deed[] => [
  ...shoppers(12, (shopper) => [
    [`a${shopper}`, 'purchase', 'tent'],
    [`a${shopper}`, 'add-to-cart', 'mat'],
  ]),
  ...shoppers(12, (shopper, index) => [
    [`b${shopper}`, 'view', 'tent'],
    [`b${shopper}`, 'view', 'tent-2'],
    [`b${shopper}`, 'purchase', index % 2 === 0 ? 'tent' : 'tent-2'],
  ]),
  ...shoppers(60, (shopper, index) => [[`c${shopper}`, 'purchase', `other-${index % 20}`]]),
];

const partnersOf = (model: ReturnType<typeof learn>, productId: string) =>
  createComplementSearch(model)(productId);

describe('trainComplements', () => {
  it('finds what is bought together, from both sides, with how often', () => {
    const model = learn(camping());
    expect(partnersOf(model, 'tent')[0]).toMatchObject({ productId: 'mat', together: 12 });
    expect(partnersOf(model, 'mat')[0]).toMatchObject({ productId: 'tent', together: 12 });
  });

  it('does not say that substitutes, looked at together, are bought together', () => {
    const substitute = partnersOf(learn(camping()), 'tent').find(({ productId }) => productId === 'tent-2');
    expect(substitute?.together ?? 0).toBe(0);
  });

  it('tells nothing that fewer than three shoppers did, however often one of them did it', () => {
    const often = Array.from({ length: 40 }, (_, day): Deed[] => [
      ['reseller', 'purchase', 'cup', day],
      ['reseller', 'purchase', 'saucer', day],
    ]).flat();
    expect(partnersOf(learn([...camping(), ...often]), 'cup')).toEqual([]);
  });

  it('counts nothing that was taken out of the basket again', () => {
    const model = learn([
      ...shoppers(12, (shopper) => [
        [shopper, 'add-to-cart', 'cup'],
        [shopper, 'add-to-cart', 'saucer'],
        [shopper, 'remove-from-cart', 'saucer'],
      ]),
      ...shoppers(60, (shopper, index) => [[`c${shopper}`, 'purchase', `other-${index % 20}`]]),
    ]);
    expect(partnersOf(model, 'cup').filter(({ together }) => together > 0)).toEqual([]);
  });

  it('finds next to nothing where baskets are filled by chance', () => {
    const random = createRandom(7);
    const deeds = shoppers(3_000, (shopper) =>
      Array.from({ length: 3 }, (): Deed => [shopper, 'purchase', `p${Math.floor(random() * 60)}`]),
    );
    expect(learn(deeds).partners.length).toBeLessThanOrEqual(4);
  });

  it('learns nothing from nothing', () => {
    expect(learn([])).toMatchObject({ productIds: [], starts: new Int32Array([0]) });
  });
});

describe('encodeComplements', () => {
  it('reads back what was written', () => {
    const model = learn(camping());
    expect(model.partners.length).toBeGreaterThan(0);
    expect(decodeComplements(encodeComplements(model))).toEqual(model);
  });

  it('refuses what is cut', () => {
    const payload = encodeComplements(learn(camping())).subarray(0, -4);
    expect(() => decodeComplements(payload)).toThrow(AssistantError);
  });
});
