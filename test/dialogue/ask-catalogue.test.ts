import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/dialogue/decide.ts';
import { initialState, recordAnswered } from '../../src/dialogue/record-list.ts';
import type { CommandOf } from '../../src/domain/command.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import { arbitraryConstraint, constraint, find, refine, SCARVES, withScarves } from './support.ts';

const ask = (more: Partial<CommandOf<'ask-catalogue'>> = {}): CommandOf<'ask-catalogue'> => ({
  type: 'ask-catalogue',
  question: 'count',
  about: 'shop',
  query: '',
  constraints: [],
  ...more,
});
const jackets = constraint('type', 'eq', 'jacket');
const saying = (state: DialogueState, ...commands: Parameters<typeof decide>[1]) =>
  decide(state, commands, { language: 'en' });
const limits = (need: DialogueState['need'] | undefined) =>
  need?.constraints.map(({ attribute, operator, value }) => `${attribute} ${operator} ${value}`);

describe('a question about the shop', () => {
  it('changes nothing of what is wanted, shown or seen', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('shop' as const, 'need' as const, 'asked' as const),
        fc.array(arbitraryConstraint, { maxLength: 3 }),
        (about, constraints) => {
          const before = withScarves();
          const { state } = saying(before, ask({ about, constraints }));
          const { asked: _, offer: _offer, ...kept } = state;
          expect({ ...kept, turn: before.turn }).toEqual(before);
        },
      ),
    );
  });

  it('is about what it names itself, what is wanted, or what was asked before', () => {
    const state = withScarves();
    const blue = constraint('color', 'eq', 'blue');
    expect(limits(saying(state, ask({ constraints: [jackets] })).state.asked?.need)).toEqual([
      'type eq jacket',
    ]);
    expect(limits(saying(state, ask({ about: 'need', constraints: [blue] })).state.asked?.need)).toEqual([
      'type eq scarf',
      'color eq blue',
    ]);
    const asked = saying(state, ask({ constraints: [jackets] })).state;
    expect(limits(saying(asked, ask({ about: 'asked', constraints: [blue] })).state.asked?.need)).toEqual([
      'type eq jacket',
      'color eq blue',
    ]);
  });

  it('binds all it says: wishes as limits, other words as what the texts must mention', () => {
    const waterproof = constraint('feature', 'eq', 'waterproof', { strength: 'soft', words: 'Waterproof' });
    const { state } = saying(
      withScarves(),
      ask({ about: 'need', query: 'waterproof Alpine', constraints: [waterproof] }),
    );
    expect(state.asked?.need.constraints.slice(-2)).toMatchObject([
      { attribute: 'feature', value: 'waterproof', strength: 'hard' },
      { attribute: 'mentions', value: 'alpine', words: 'Alpine', strength: 'hard' },
    ]);
    const next = saying(state, ask({ about: 'asked', query: 'soft' }));
    expect(next.state.asked?.need.constraints.at(-1)).toMatchObject({ value: 'alpine soft' });
  });

  it('is followed by "show them", which makes its subject what is wanted, in its order', () => {
    const asked = saying(withScarves(), ask({ question: 'dearest', constraints: [jackets] })).state;
    const { state, acts } = saying(asked, { type: 'show-asked' });
    expect(acts).toMatchObject([{ type: 'show', mode: 'new', need: { sort: 'price-descending' } }]);
    expect(limits(state.need)).toEqual(['type eq jacket']);
    expect(state.asked).toBeUndefined();
  });

  it('stands for what is wanted while nothing is', () => {
    const asked = saying(initialState('en'), ask({ constraints: [jackets] })).state;
    const red = refine([constraint('color', 'eq', 'red')]);
    expect(limits(saying(asked, red).state.need)).toEqual(['type eq jacket', 'color eq red']);
    expect(limits(saying(asked, { type: 'more' }).state.need)).toEqual(['type eq jacket']);
    const running = saying(withScarves(), ask({ constraints: [jackets] })).state;
    expect(limits(saying(running, red).state.need)).toEqual(['type eq scarf', 'color eq red']);
  });

  it('is forgotten with the next list, and with everything else', () => {
    const asked = saying(withScarves(), ask({ constraints: [jackets] })).state;
    for (const command of [find('lamp'), refine([]), { type: 'more' }, { type: 'reset' }] as const)
      expect(saying(asked, command).state.asked).toBeUndefined();
    expect(saying(asked, { type: 'thank' }).state.asked).toBeDefined();
  });

  it('puts its products on screen without counting them as seen', () => {
    const before = withScarves();
    const answered = recordAnswered(before, SCARVES.slice(1), { about: 'blue' });
    expect(answered).toMatchObject({ shown: SCARVES.slice(1), focus: 'blue', seen: before.seen });
    expect(recordAnswered(answered, SCARVES, {}).focus).toBeUndefined();
    expect(recordAnswered(before, [], { about: 'blue' })).toBe(before);
  });
});

describe('the order of a list', () => {
  it('is kept until another is asked for, or something else is wanted', () => {
    const sorted = saying(withScarves(), {
      type: 'refine',
      query: '',
      constraints: [],
      drop: [],
      sort: 'price-ascending',
    }).state;
    expect(sorted.need.sort).toBe('price-ascending');
    const narrowed = saying(sorted, refine([constraint('color', 'eq', 'blue')])).state;
    expect(narrowed.need.sort).toBe('price-ascending');
    expect(saying(narrowed, find('lamp')).state.need.sort).toBeUndefined();
    expect(
      saying(narrowed, { type: 'refine', query: '', constraints: [], drop: [], sort: 'relevance' }).state.need
        .sort,
    ).toBeUndefined();
  });
});
