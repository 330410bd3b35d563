import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fulfils, mergeConstraints } from '../../src/dialogue/merge-constraints.ts';
import { type Constraint, sameConstraint } from '../../src/domain/need.ts';
import { arbitraryConstraint, constraint } from './support.ts';

const brief = (constraints: readonly Constraint[]) =>
  constraints.map(({ attribute, operator, value }) => `${attribute} ${operator} ${value}`);

const merge = (present: Constraint[], ...said: Constraint[]) => brief(mergeConstraints(present, said));

describe('mergeConstraints', () => {
  it('replaces the colour wanted before, and keeps what was refused', () => {
    const present = [constraint('color', 'eq', 'red'), constraint('color', 'ne', 'green')];
    expect(merge(present, constraint('color', 'eq', 'blue'))).toEqual(['color ne green', 'color eq blue']);
  });

  it('takes a refusal back when the refused value is wanted after all', () => {
    expect(merge([constraint('color', 'ne', 'red')], constraint('color', 'eq', 'red'))).toEqual([
      'color eq red',
    ]);
  });

  it('removes a wanted value when it is refused, and adds up refusals', () => {
    const present = [constraint('color', 'eq', 'red'), constraint('color', 'ne', 'green')];
    expect(merge(present, constraint('color', 'ne', 'red'))).toEqual(['color ne green', 'color ne red']);
  });

  it('treats values said together as alternatives', () => {
    const present = [constraint('color', 'eq', 'green')];
    const said = [constraint('color', 'eq', 'red'), constraint('color', 'eq', 'blue')];
    expect(merge(present, ...said)).toEqual(['color eq red', 'color eq blue']);
  });

  it('replaces the price limit of the same side only', () => {
    const present = [constraint('price', 'gte', 2000), constraint('price', 'lte', 6000)];
    expect(merge(present, constraint('price', 'lt', 5000))).toEqual(['price gte 2000', 'price lt 5000']);
  });

  it('removes a limit that can no longer hold: at least 100, after under 60', () => {
    expect(merge([constraint('price', 'lt', 6000)], constraint('price', 'gte', 10_000))).toEqual([
      'price gte 10000',
    ]);
  });

  it('keeps a hard limit beside a soft one of the same side', () => {
    const soft = constraint('price', 'lte', 5000, { strength: 'soft' });
    expect(merge([constraint('price', 'lte', 6000)], soft)).toEqual(['price lte 6000', 'price lte 5000']);
  });

  it('keeps a limit hard when it is repeated as a wish', () => {
    const repeated = constraint('color', 'eq', 'red', { strength: 'soft' });
    expect(mergeConstraints([constraint('color', 'eq', 'red')], [repeated])).toEqual([
      { ...repeated, strength: 'hard' },
    ]);
  });

  it('forgets what was bound to the old kind of thing when the kind changes', () => {
    const present = [
      constraint('type', 'eq', 'scarf'),
      constraint('material', 'eq', 'wool'),
      constraint('size', 'eq', 'M'),
      constraint('price', 'lt', 6000),
      constraint('color', 'ne', 'red'),
    ];
    expect(merge(present, constraint('type', 'eq', 'lamp'))).toEqual([
      'price lt 6000',
      'color ne red',
      'type eq lamp',
    ]);
  });

  it('keeps everything when the same kind is said again', () => {
    const present = [constraint('type', 'eq', 'scarf'), constraint('size', 'eq', 'M')];
    expect(merge(present, constraint('type', 'eq', 'scarf'))).toEqual(['size eq M', 'type eq scarf']);
  });

  it('lets a word the shop does not know replace nothing it knows', () => {
    const unknown = constraint('color', 'eq', 'chartreuse', { known: false });
    expect(merge([constraint('color', 'eq', 'red')], unknown)).toEqual([
      'color eq red',
      'color eq chartreuse',
    ]);
    expect(merge([unknown], constraint('color', 'eq', 'red'))).toEqual(['color eq red']);
  });

  it('does not compare words with bounds', () => {
    expect(merge([constraint('price', 'lt', 'cheap')], constraint('price', 'gt', 5))).toEqual([
      'price lt cheap',
      'price gt 5',
    ]);
  });

  const both = fc.tuple(fc.array(arbitraryConstraint), fc.array(arbitraryConstraint));

  it('never keeps two limits that exclude each other, nor one twice', () => {
    fc.assert(
      fc.property(both, ([earlier, later]) => {
        const merged = mergeConstraints(mergeConstraints([], earlier), later).filter(({ known }) => known);
        for (const [index, left] of merged.entries()) {
          for (const right of merged.slice(index + 1)) {
            expect(sameConstraint(left, right)).toBe(false);
            if (left.attribute !== right.attribute) continue;
            if (left.attribute === 'price') expect(someNumberFulfils([left, right])).toBe(true);
            else
              expect([left.operator, right.operator].includes('ne') && left.value === right.value).toBe(
                false,
              );
          }
        }
      }),
    );
  });

  it('changes nothing when the same is said again', () => {
    fc.assert(
      fc.property(both, ([earlier, later]) => {
        const once = mergeConstraints(mergeConstraints([], earlier), later);
        expect(new Set(brief(mergeConstraints(once, later)))).toEqual(new Set(brief(once)));
      }),
    );
  });
});

/** Two `eq` on a price are alternatives, so one of them is enough. */
function someNumberFulfils(constraints: readonly Constraint[]): boolean {
  if (constraints.every(({ operator }) => operator === 'eq')) return true;
  const halves = Array.from({ length: 45 }, (_, index) => index / 2 - 1);
  return halves.some((value) => constraints.every((each) => fulfils(value, each)));
}
