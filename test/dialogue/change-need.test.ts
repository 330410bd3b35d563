import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../src/dialogue/apply-changes.ts';
import { findChanges, refineChanges, similarChanges } from '../../src/dialogue/change-need.ts';
import type { CommandOf } from '../../src/domain/command.ts';
import type { Constraint, Need } from '../../src/domain/need.ts';
import { constraint, SCARVES, shownProduct } from './support.ts';

const SCARF: Need = {
  query: 'warm',
  constraints: [constraint('type', 'eq', 'scarf'), constraint('price', 'lt', 6000)],
  recipient: 'mother',
  occasion: 'birthday',
  similarTo: 'red',
};

const refined = (options: Partial<CommandOf<'refine'>>, pulled: readonly Constraint[] = []) =>
  applyChanges(
    SCARF,
    refineChanges({ type: 'refine', query: '', constraints: [], drop: [], ...options }, pulled),
  );
const similarNeed = (
  need: Need,
  reference: Parameters<typeof similarChanges>[1],
  said: readonly Constraint[],
) => applyChanges(need, similarChanges(need, reference, said));

describe('findChanges', () => {
  it('says each word once and leaves out whom it is not for', () => {
    const command: CommandOf<'find'> = { type: 'find', query: ' warm  Warm wool ', constraints: [] };
    expect(applyChanges(SCARF, findChanges(command))).toEqual({
      query: 'warm wool',
      constraints: [],
    });
  });
});

describe('refineChanges', () => {
  it('adds words that are not there yet', () => {
    expect(refined({ query: 'Warm and light' }).query).toBe('warm and light');
  });

  it('keeps the newest words when there are too many', () => {
    const words = Array.from({ length: 100 }, (_, index) => `word${index}`).join(' ');
    const { query } = refined({ query: words });
    expect(query.length).toBeLessThanOrEqual(400);
    expect(query.endsWith('word99')).toBe(true);
    expect(query.startsWith('warm')).toBe(false);
  });

  it('forgets dropped attributes before it adds', () => {
    const { constraints } = refined({ drop: ['price'], constraints: [constraint('price', 'gt', 100)] });
    expect(constraints.map(({ operator }) => operator)).toEqual(['eq', 'gt']);
  });

  it('forgets and replaces whom it is for', () => {
    expect(refined({ drop: ['recipient', 'occasion'] })).not.toHaveProperty('recipient');
    expect(refined({ drop: ['recipient', 'occasion'] })).not.toHaveProperty('occasion');
    expect(refined({ recipient: 'friend' })).toMatchObject({ recipient: 'friend', occasion: 'birthday' });
  });

  it('keeps the resemblance unless another kind of thing is wanted', () => {
    expect(refined({ constraints: [constraint('color', 'eq', 'blue')] }).similarTo).toBe('red');
    expect(refined({ constraints: [constraint('type', 'eq', 'lamp')] })).not.toHaveProperty('similarTo');
  });

  it('prefers the limit that was named to the one that "cheaper" means', () => {
    const need = refined({ constraints: [constraint('price', 'lt', 4500)] }, [
      constraint('price', 'lt', 3000),
    ]);
    expect(need.constraints.filter(({ attribute }) => attribute === 'price')).toMatchObject([
      { value: 4500 },
    ]);
  });
});

describe('similarChanges', () => {
  const [red, blue] = SCARVES;
  const limits = [
    constraint('type', 'eq', 'scarf'),
    constraint('price', 'lte', 3000),
    constraint('color', 'eq', 'red'),
    constraint('material', 'ne', 'wool'),
    constraint('color', 'eq', 'blue', { strength: 'soft' }),
  ];
  const need: Need = { query: 'warm', constraints: limits };
  const held = (shown: typeof red) =>
    similarNeed(need, { productId: 'x', ...(shown === undefined ? {} : { shown }) }, []).constraints.map(
      ({ attribute }) => attribute,
    );

  it('holds the limits that the reference fulfils, and forgets words and soft wishes', () => {
    expect(held(red)).toEqual(['type', 'price', 'color', 'material']);
    expect(similarNeed(need, { productId: 'red' }, []).query).toBe('');
  });

  it('lets go of limits that the reference itself breaks', () => {
    const strict: Need = { query: '', constraints: limits.slice(0, 3) };
    const { constraints } = similarNeed(
      strict,
      { productId: 'navy', shown: shownProduct('n', 6000, { color: ['navy'] }) },
      [],
    );
    expect(constraints.map(({ attribute }) => attribute)).toEqual(['type']);
    expect(held(blue)).toEqual(['type', 'material']);
  });

  it('starts from nothing for a product from elsewhere', () => {
    expect(held(undefined)).toEqual([]);
  });

  it('puts what was said in the place of what was held', () => {
    const said = [constraint('color', 'eq', 'green')];
    const { constraints } = similarNeed(need, { productId: 'red', ...(red && { shown: red }) }, said);
    expect(constraints.filter(({ attribute }) => attribute === 'color')).toEqual(said);
  });
});
