import { describe, expect, it } from 'vitest';
import { decide } from '../../src/dialogue/decide.ts';
import { initialState } from '../../src/dialogue/record-list.ts';
import type { CommandOf } from '../../src/domain/command.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import { constraint, find, withScarves } from './support.ts';

const preference = (options: Partial<CommandOf<'preference'>> = {}): CommandOf<'preference'> => ({
  type: 'preference',
  action: 'set',
  constraints: [],
  attributes: [],
  ...options,
});
const noWool = constraint('material', 'ne', 'wool');
const size42 = constraint('size', 'eq', '42');
const say = (state: DialogueState, ...commands: Parameters<typeof decide>[1]) =>
  decide(state, commands, { language: 'en' });
const keeping = (...constraints: CommandOf<'preference'>['constraints']) =>
  say(initialState('en'), preference({ constraints })).state;

describe('preferences', () => {
  it('are kept apart from what is wanted, whatever is wanted next', () => {
    const { state } = say(keeping(noWool), find('lamp'), { type: 'reset' });
    expect(state.preferences).toEqual([noWool]);
    expect(state.need.constraints).toEqual([]);
  });

  it('replace one another as wishes do', () => {
    const size43 = constraint('size', 'eq', '43');
    expect(say(keeping(size42, noWool), preference({ constraints: [size43] })).state.preferences).toEqual([
      noWool,
      size43,
    ]);
  });

  it('are forgotten by attribute, by value, or all at once', () => {
    const forget = (options: Partial<CommandOf<'preference'>>) =>
      say(keeping(size42, noWool), preference({ action: 'forget', ...options })).state.preferences;
    expect(forget({ attributes: ['size'] })).toEqual([noWool]);
    expect(forget({ constraints: [noWool] })).toEqual([size42]);
    expect(forget({})).toBeUndefined();
  });

  it('make the list that stands anew, and none where nothing is wanted', () => {
    const acts = (state: DialogueState) => say(state, preference({ constraints: [noWool] })).acts;
    expect(acts(withScarves()).map(({ type }) => type)).toEqual(['preferences', 'show']);
    expect(acts(initialState('en'))).toEqual([{ type: 'preferences', outcome: 'set' }]);
  });

  it('are told without changing anything', () => {
    const state = keeping(noWool);
    const told = say(state, preference({ action: 'tell' }));
    expect(told.acts).toEqual([{ type: 'preferences', outcome: 'told' }]);
    expect(told.state).toEqual({ ...state, turn: state.turn + 1 });
  });
});
