import { describe, expect, it } from 'vitest';
import { decide } from '../../src/dialogue/decide.ts';
import { initialState } from '../../src/dialogue/record-list.ts';
import type { Command } from '../../src/domain/command.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import { FOCUS, ordinal, refine, SCARVES, shownProduct, withScarves } from './support.ts';

const say = (state: DialogueState, ...commands: Command[]) => decide(state, commands, { language: 'en' });
const stateAfter = (state: DialogueState, ...commands: Command[]) => say(state, ...commands).state;
const pointAt = (position: number): Command => ({
  type: 'ask-product',
  reference: ordinal(position),
  question: '',
});
const YES: Command = { type: 'affirm' };

describe('an unclear reference', () => {
  it('is answered by pointing: the question is then about that one', () => {
    const asked = stateAfter(withScarves(), {
      type: 'ask-product',
      reference: FOCUS,
      question: 'is it warm?',
    });
    expect(say(asked, pointAt(2)).acts).toEqual([
      { type: 'answer', productId: 'blue', question: 'is it warm?' },
    ]);
    const similar = stateAfter(withScarves(), {
      type: 'similar',
      reference: FOCUS,
      constraints: [],
      pull: 'cheaper',
    });
    expect(say(similar, pointAt(3)).acts).toMatchObject([
      { type: 'show', mode: 'similar', need: { similarTo: 'navy' } },
    ]);
  });

  it('of a comparison takes the place of the first that was unclear', () => {
    const blue = { kind: 'attribute', attribute: 'color', value: 'blue' } as const;
    const asked = stateAfter(withScarves(), { type: 'compare', references: [ordinal(1), blue] });
    expect(say(asked, pointAt(3)).acts).toEqual([{ type: 'compare', productIds: ['red', 'navy'] }]);
  });

  it('with one option is answered by yes', () => {
    const one = { ...withScarves(), shown: SCARVES.slice(0, 1) };
    const asked = stateAfter(one, { type: 'why', reference: ordinal(4) });
    expect(say(asked, YES).acts).toEqual([{ type: 'explain', productId: 'red' }]);
  });

  it('is let go by any other message', () => {
    const asked = stateAfter(withScarves(), { type: 'why', reference: ordinal(9) });
    const other = stateAfter(asked, refine([], { query: 'warm' }));
    expect(other.offer).toBeUndefined();
    expect(say(other, pointAt(2)).acts).toMatchObject([{ type: 'answer', productId: 'blue' }]);
  });
});

describe('yes and no', () => {
  it('do what was offered in the turn before, once', () => {
    const accepted = [{ type: 'handoff', reason: 'requested' } as const];
    const offered = { ...initialState('en'), offer: { accepted } };
    expect(say(offered, YES).acts).toEqual([{ type: 'handoff', reason: 'requested' }]);
    expect(say(stateAfter(offered, { type: 'thank' }), YES).acts).toEqual([{ type: 'acknowledge' }]);
    expect(say(stateAfter(offered, { type: 'deny' }), YES).acts).toEqual([{ type: 'acknowledge' }]);
  });

  it('show what was counted', () => {
    const counted = stateAfter(initialState('en'), {
      type: 'ask-catalogue',
      question: 'count',
      about: 'shop',
      query: 'scarves',
      constraints: [],
    });
    expect(say(counted, YES).acts).toMatchObject([{ type: 'show', mode: 'new' }]);
  });

  it('are part of what is said beside them', () => {
    const state = { ...withScarves(), shown: [...SCARVES, shownProduct('other', 1)] };
    expect(say(state, { type: 'deny' }, { type: 'more' }).acts.map(({ type }) => type)).toEqual(['show']);
  });
});
