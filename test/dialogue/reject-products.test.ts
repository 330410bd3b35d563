import { describe, expect, it } from 'vitest';
import { decide } from '../../src/dialogue/decide.ts';
import { initialState } from '../../src/dialogue/record-list.ts';
import type { CommandOf } from '../../src/domain/command.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import { find, ordinal, refine, withScarves } from './support.ts';

const reject = (...references: CommandOf<'reject'>['references']): CommandOf<'reject'> => ({
  type: 'reject',
  references,
});
const say = (state: DialogueState, ...commands: Parameters<typeof decide>[1]) =>
  decide(state, commands, { language: 'en' });

describe('reject', () => {
  it('takes all on screen out of the list when none is named, and goes on after it', () => {
    const { state, acts } = say(withScarves(), reject());
    expect(state.rejected?.map(({ productId }) => productId)).toEqual(['red', 'blue', 'navy']);
    expect(acts).toMatchObject([{ type: 'show', mode: 'more', exclude: ['red', 'blue', 'navy'] }]);
  });

  it('makes the same list without the one that was named, with what was wrong with it', () => {
    const { state, acts } = say(withScarves(), { ...reject(ordinal(2)), reason: 'too dark' });
    expect(state.rejected).toEqual([{ productId: 'blue', title: 'Title of blue', reason: 'too dark' }]);
    expect(acts).toMatchObject([{ type: 'show', mode: 'refined', exclude: ['blue'] }]);
  });

  it('keeps what was turned down away while the need is refined, until another wish', () => {
    const { state } = say(withScarves(), reject(ordinal(1)));
    expect(say(state, refine([], { query: 'warm' })).acts).toMatchObject([{ exclude: ['red'] }]);
    expect(say(state, find('lamp')).acts).toMatchObject([{ exclude: [] }]);
  });

  it('asks back which one is meant, and turns nothing down meanwhile', () => {
    const blue = { kind: 'attribute', attribute: 'color', value: 'blue' } as const;
    const { state, acts } = say(withScarves(), reject(blue));
    expect(acts).toMatchObject([{ type: 'clarify' }]);
    expect(state.rejected).toBeUndefined();
  });

  it('takes "I do not like it" about a list of which nothing was talked about for all of it', () => {
    const { focus: _, ...state } = withScarves();
    expect(say(state, reject({ kind: 'focus' })).state.rejected).toHaveLength(3);
    const talked = say({ ...state, focus: 'blue' }, reject({ kind: 'focus' })).state;
    expect(talked.rejected?.map(({ productId }) => productId)).toEqual(['blue']);
  });

  it('has nothing to turn down without a list', () => {
    expect(say(initialState('en'), reject()).acts).toEqual([{ type: 'acknowledge' }]);
  });
});
