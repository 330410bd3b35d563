import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decision, decide } from '../../src/dialogue/decide.ts';
import { initialState } from '../../src/dialogue/record-list.ts';
import type { Command } from '../../src/domain/command.ts';
import type { DialogueState, OpenForm, OpenProposal } from '../../src/domain/dialogue-state.ts';
import { arbitraryCommand } from './support.ts';

const proposalOf = (turn: number): OpenProposal => ({
  proposalId: `proposal-${turn}`,
  write: { type: 'cancel-order', orderNumber: '1', reason: 'no longer needed' },
  digest: `digest-${turn}`,
  turn,
});
const formOf = (turn: number): OpenForm => ({
  write: { type: 'cancel-order', orderNumber: '1' },
  wish: 'cancel-order',
  missing: { field: 'reason', options: ['no longer needed', 'other'] },
  labels: ['no longer needed', 'other'],
  turn,
});
const proposed: DialogueState = { ...initialState('en'), turn: 3, proposal: proposalOf(3) };
const asked: DialogueState = { ...initialState('en'), turn: 3, form: formOf(3) };
const say = (state: DialogueState, ...commands: readonly Command[]): Decision =>
  decide(state, commands, { language: 'en', confidence: 0.3 });
const typesOf = ({ acts }: Decision) => acts.map(({ type }) => type);

const YES: Command = { type: 'affirm' };
const NO: Command = { type: 'deny' };
const ANSWER: Command = { type: 'provide', values: ['no longer needed'] };
const FIND: Command = { type: 'find', query: 'lamps', constraints: [] };

describe('a proposal', () => {
  it('is done by a plain yes of the next message, thanks beside it or not', () => {
    expect(say(proposed, YES).acts).toEqual([{ type: 'order-confirm', proposal: proposalOf(3) }]);
    expect(typesOf(say(proposed, { type: 'thank' }, YES))).toEqual(['order-confirm']);
  });

  it('is withdrawn by a no, which is said, and by anything else', () => {
    expect(typesOf(say(proposed, NO))).toEqual(['order-withdraw']);
    expect(typesOf(say(proposed, YES, NO))).toEqual(['order-withdraw']);
    expect(typesOf(say(proposed, YES, FIND))).toEqual(['show']);
    for (const other of [FIND, NO, ANSWER, { type: 'cancel-order' } as const])
      expect(say(proposed, other).state.proposal).toBeUndefined();
  });

  it('does nothing for a yes of two messages later', () => {
    const { state } = say(proposed, { type: 'greet' });
    expect(typesOf(say(state, YES))).toEqual(['acknowledge']);
    expect(typesOf(say({ ...proposed, turn: 4 }, YES))).toEqual(['acknowledge']);
  });

  it('is never carried out but by a yes right after it, whatever was said before', () => {
    const messages = fc.array(
      fc.record({
        commands: fc.array(fc.oneof(arbitraryCommand, fc.constantFrom(YES, NO, ANSWER)), { maxLength: 3 }),
        proposes: fc.boolean(),
        asks: fc.boolean(),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(messages, (said) => {
        let state = initialState('en');
        for (const { commands, proposes, asks } of said) {
          const open = state.proposal;
          const decision = say(state, ...commands);
          const confirmed = decision.acts.flatMap((act) =>
            act.type === 'order-confirm' ? [act.proposal] : [],
          );
          const isPlainYes =
            commands.some(({ type }) => type === 'affirm') &&
            commands.every(({ type }) => ['affirm', 'thank', 'greet'].includes(type));
          expect(confirmed).toEqual(open !== undefined && isPlainYes ? [open] : []);
          expect(decision.state.proposal).toBeUndefined();
          expect(decision.state.form).toBeUndefined();
          const { turn } = decision.state;
          state = {
            ...decision.state,
            ...(proposes ? { proposal: proposalOf(turn) } : asks ? { form: formOf(turn) } : {}),
          };
        }
      }),
    );
  });
});

describe('a form', () => {
  it('hears its answer, and what is said beside it', () => {
    expect(say(asked, ANSWER).acts).toEqual([
      { type: 'order-answer', form: formOf(3), values: ['no longer needed'] },
    ]);
    expect(typesOf(say(asked, ANSWER, FIND))).toEqual(['order-answer', 'show']);
  });

  it('asks again where nothing was said, and lets go of what is something else', () => {
    expect(typesOf(say(asked, { type: 'out-of-scope' }))).toEqual(['order-ask-again']);
    expect(typesOf(say(asked, YES))).toEqual(['order-ask-again']);
    expect(typesOf(say(asked, NO))).toEqual(['order-withdraw']);
    expect(typesOf(say(asked, FIND))).toEqual(['show']);
    expect(say(asked, FIND).state.form).toBeUndefined();
  });

  it('is open for one message', () => {
    expect(typesOf(say({ ...asked, turn: 4 }, ANSWER))).toEqual(['acknowledge']);
  });
});

it('asks the shop about every order, and knows nothing of them by itself', () => {
  const start = initialState('en');
  expect(say(start, { type: 'order-status', orderNumber: '7' }).acts).toEqual([
    { type: 'order-status', orderNumber: '7' },
  ]);
  expect(say(start, { type: 'return' }).acts).toEqual([{ type: 'order-wish', wish: 'return-lines' }]);
  expect(say(start, { type: 'reorder', query: 'tea' }).acts).toEqual([{ type: 'reorder', query: 'tea' }]);
});
