import { describe, expect, it } from 'vitest';
import { decide } from '../../src/dialogue/decide.ts';
import { toHandoverCard } from '../../src/dialogue/handover-card.ts';
import { initialState } from '../../src/dialogue/record-list.ts';
import type { Command } from '../../src/domain/command.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import { constraint, find, SCARVES, withScarves } from './support.ts';

const GIBBERISH: Command = { type: 'out-of-scope' };
const say = (state: DialogueState, command: Command, confidence = 0.3) =>
  decide(state, [command], { language: 'en', confidence });

describe('handing over', () => {
  it('follows the second message in a row of which nothing could be made, and counts anew', () => {
    const once = say(initialState('en'), GIBBERISH);
    expect(once.acts).toEqual([{ type: 'decline' }]);
    const twice = say(once.state, GIBBERISH);
    expect(twice.acts).toEqual([{ type: 'handoff', reason: 'misunderstood' }]);
    expect(twice.state.handedOff).toBe(true);
    expect(say(twice.state, GIBBERISH).acts).toEqual([{ type: 'decline' }]);
  });

  it('does not follow what was surely understood, nor what was said between', () => {
    const once = say(initialState('en'), GIBBERISH).state;
    expect(say(once, GIBBERISH, 0.9).acts).toEqual([{ type: 'decline' }]);
    expect(say(say(once, { type: 'greet' }).state, GIBBERISH).acts).toEqual([{ type: 'decline' }]);
  });

  it('tells anger from a complaint about what was bought', () => {
    expect(say(initialState('en'), { type: 'complaint', about: 'assistant' }).acts).toEqual([
      { type: 'handoff', reason: 'anger' },
    ]);
    expect(say(initialState('en'), { type: 'complaint', about: 'product' }).acts).toEqual([
      { type: 'handoff', reason: 'complaint' },
    ]);
  });

  it('answers someone in need and calls a person as well', () => {
    const { acts } = say(initialState('en'), { type: 'unsafe', kind: 'self-harm' });
    expect(acts).toEqual([
      { type: 'unsafe', kind: 'self-harm' },
      { type: 'handoff', reason: 'safety' },
    ]);
    expect(say(initialState('en'), { type: 'unsafe', kind: 'illegal' }).acts).toHaveLength(1);
  });

  it('leaves the assistant useful', () => {
    const { state } = say(withScarves(), { type: 'handoff', reason: 'requested' });
    expect(say(state, find('lamp')).acts).toMatchObject([{ type: 'show', need: { query: 'lamp' } }]);
  });
});

it('is gone with a card of all that was said, and nothing else', () => {
  const soft = constraint('color', 'eq', 'red', { strength: 'soft' });
  const state: DialogueState = {
    ...withScarves({ query: 'warm', recipient: 'mother' }),
    preferences: [constraint('material', 'ne', 'wool')],
    rejected: [{ productId: 'x', title: 'X', reason: 'too dark' }],
    question: {
      attribute: 'size',
      options: [{ label: 'M', constraints: [] }],
      inARow: 1,
      turn: 0,
    },
  };
  const wished = { ...state, need: { ...state.need, constraints: [...state.need.constraints, soft] } };
  expect(toHandoverCard(wished, 'requested', 'a person, please!')).toEqual({
    reason: 'requested',
    language: 'en',
    need: { query: 'warm', recipient: 'mother' },
    hard: state.need.constraints,
    soft: [soft],
    preferences: state.preferences,
    shown: SCARVES.map(({ productId, title }) => ({ productId, title })),
    rejected: state.rejected,
    openQuestion: { attribute: 'size', options: ['M'] },
    lastWords: 'a person, please!',
  });
});
