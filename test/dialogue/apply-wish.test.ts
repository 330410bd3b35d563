import { describe, expect, it } from 'vitest';
import { decide } from '../../src/dialogue/decide.ts';
import { initialState, recordShown } from '../../src/dialogue/record-list.ts';
import { recordQuestion } from '../../src/dialogue/record-question.ts';
import type { Command } from '../../src/domain/command.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import { constraint, find, refine, SCARVES, withScarves } from './support.ts';

const say = (state: DialogueState, ...commands: Command[]) => decide(state, commands, { language: 'en' });
const stateAfter = (...messages: Command[]): DialogueState =>
  messages.reduce(
    (state, command) => recordShown(say(state, command).state, SCARVES, { keepSeen: false }),
    initialState('en'),
  );
const UNDO: Command = { type: 'undo' };
const scarf = find('', constraint('type', 'eq', 'scarf'));
const red = refine([constraint('color', 'eq', 'red')]);

describe('undo', () => {
  it('goes back to the need before, change by change, and makes its list', () => {
    const state = stateAfter(scarf, red, refine([constraint('price', 'lt', 4000)]));
    const once = say(state, UNDO);
    expect(once.acts).toMatchObject([{ type: 'show', mode: 'refined' }]);
    expect(once.state.need).toEqual(stateAfter(scarf, red).need);
    expect(say(once.state, UNDO).state.need).toEqual(stateAfter(scarf).need);
  });

  it('brings back what a new wish or a fresh start took away', () => {
    const state = stateAfter(scarf, red);
    for (const command of [find('lamp'), { type: 'reset' } as const]) {
      expect(say(say(state, command).state, UNDO).state.need).toEqual(state.need);
    }
  });

  it('begins anew where nothing was wanted before, and says so', () => {
    expect(say(stateAfter(scarf), UNDO).acts).toEqual([{ type: 'reset' }]);
    expect(say(initialState('en'), UNDO).acts).toEqual([{ type: 'acknowledge' }]);
  });

  it('takes a change of the same message with it', () => {
    const { state } = say(stateAfter(scarf, red), UNDO, refine([constraint('color', 'eq', 'blue')]));
    expect(state.need.constraints.map(({ value }) => value)).toEqual(['scarf', 'blue']);
  });

  it('does not count turns that changed nothing', () => {
    const talked = stateAfter(scarf, red, { type: 'thank' }, { type: 'more' });
    expect(say(talked, UNDO).state.need).toEqual(stateAfter(scarf).need);
  });
});

describe('what does not matter', () => {
  const asked = recordQuestion({ ...withScarves(), turn: 1 }, { attribute: 'size', options: [] });

  it('is what was asked last when nothing is named, for "no" as well', () => {
    for (const command of [{ type: 'no-preference' }, { type: 'deny' }] as const) {
      const { state, acts } = say(asked, command);
      expect(state.indifferent).toEqual(['size']);
      expect(acts).toMatchObject([{ type: 'show', mode: 'more' }]);
    }
  });

  it('keeps what was refused before it was asked about, and the department that it would part', () => {
    const limits = [constraint('color', 'ne', 'green'), constraint('category', 'eq', 'shoes')];
    for (const limit of limits) {
      const { attribute } = limit;
      const open = recordQuestion(stateAfter(scarf, refine([limit])), { attribute, options: [] });
      const { state, acts } = say(open, { type: 'no-preference' });
      expect(state.need.constraints.filter((held) => held.attribute === attribute)).toHaveLength(1);
      expect(acts).toMatchObject([{ type: 'show', mode: 'more' }]);
    }
  });

  it('is no longer wanted, until it is asked for again', () => {
    const state = stateAfter(scarf, red);
    const freed = say(state, { type: 'no-preference', attribute: 'color' }).state;
    expect(freed.need.constraints.map(({ attribute }) => attribute)).toEqual(['type']);
    expect(freed.indifferent).toEqual(['color']);
    expect(say(freed, red).state.indifferent).toBeUndefined();
  });

  it('is forgotten with another wish', () => {
    const freed = say(stateAfter(scarf), { type: 'no-preference', attribute: 'color' }).state;
    expect(say(freed, find('lamp')).state.indifferent).toBeUndefined();
  });

  it('is nothing where nothing was asked, and a question is open for one turn only', () => {
    expect(say(withScarves(), { type: 'no-preference' }).acts).toEqual([{ type: 'acknowledge' }]);
    const later = say(asked, { type: 'thank' }).state;
    expect(say(later, { type: 'deny' }).acts).toEqual([{ type: 'acknowledge' }]);
  });
});

it('says back a measure that nothing on screen states, and never filters by it', () => {
  const { state } = say(withScarves(), refine([], { shifts: [{ attribute: 'weight', direction: 'lower' }] }));
  expect(state.need.constraints).toMatchObject([
    { attribute: 'type' },
    { attribute: 'weight', known: false },
  ]);
});
