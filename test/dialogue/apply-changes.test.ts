import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../src/dialogue/apply-changes.ts';
import { EMPTY_NEED, type Need } from '../../src/domain/need.ts';
import type { NeedChange } from '../../src/domain/need-change.ts';
import { arbitraryConstraint, constraint } from './support.ts';

const SCARF: Need = {
  query: 'warm',
  constraints: [constraint('type', 'eq', 'scarf'), constraint('color', 'eq', 'red')],
  recipient: 'mother',
  similarTo: 'red',
  sort: 'price-ascending',
};

const arbitraryChange: fc.Arbitrary<NeedChange> = fc.oneof(
  fc.constantFrom<NeedChange[]>(
    { kind: 'reset' },
    { kind: 'replace', need: SCARF },
    { kind: 'remove', slots: ['color', 'recipient'] },
    { kind: 'add-words', words: 'soft wool' },
    { kind: 'fill', slot: 'occasion', value: 'birthday' },
    { kind: 'order', by: 'relevance' },
  ),
  fc
    .array(arbitraryConstraint, { maxLength: 3 })
    .map((constraints): NeedChange => ({ kind: 'add', constraints })),
);

describe('applyChanges', () => {
  it('gives the very same need where nothing changes', () => {
    expect(applyChanges(SCARF, [])).toBe(SCARF);
  });

  it('comes to the same in one go and one after the other', () => {
    fc.assert(
      fc.property(fc.array(arbitraryChange, { maxLength: 6 }), fc.nat(6), (changes, middle) => {
        const half = applyChanges(SCARF, changes.slice(0, middle));
        expect(applyChanges(half, changes.slice(middle))).toEqual(applyChanges(SCARF, changes));
      }),
    );
  });

  it('removes constraints, whom it is for, what it resembles and the order by their names alone', () => {
    const removed = applyChanges(SCARF, [
      { kind: 'remove', slots: ['color', 'recipient', 'similarTo', 'sort'] },
    ]);
    expect(removed).toEqual({ query: 'warm', constraints: [constraint('type', 'eq', 'scarf')] });
  });

  it('goes back to a whole need, and to none', () => {
    expect(applyChanges(EMPTY_NEED, [{ kind: 'replace', need: SCARF }])).toBe(SCARF);
    expect(applyChanges(SCARF, [{ kind: 'reset' }])).toEqual(EMPTY_NEED);
  });

  it('ends a resemblance with another kind of thing', () => {
    const lamp = applyChanges(SCARF, [{ kind: 'add', constraints: [constraint('type', 'eq', 'lamp')] }]);
    expect(lamp).not.toHaveProperty('similarTo');
    expect(lamp.recipient).toBe('mother');
  });

  it('forgets the words about the old kind of thing, and keeps what is said of the new one', () => {
    const other = [{ kind: 'add', constraints: [constraint('type', 'eq', 'lamp')] }] as const;
    const lamp = applyChanges({ ...SCARF, query: 'long and soft' }, [
      ...other,
      { kind: 'add-words', words: 'bright' },
    ]);
    expect(lamp.query).toBe('bright');
  });
});
