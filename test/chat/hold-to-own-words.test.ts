import { describe, expect, it } from 'vitest';
import type { Chosen } from '../../src/chat/choose-understanding.ts';
import { holdToOwnWords } from '../../src/chat/hold-to-own-words.ts';
import { decide } from '../../src/dialogue/decide.ts';
import { initialState } from '../../src/dialogue/record-list.ts';
import type { Command } from '../../src/domain/command.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import type { Understanding } from '../../src/understanding/parser.ts';

const shown = ['a', 'b'].map((productId) => ({
  productId,
  variantId: productId,
  title: productId,
  priceMinor: 100,
  currency: 'USD',
  attributes: {},
}));
const state: DialogueState = { ...initialState('en'), turn: 1, shown };

const read = (by: Understanding['by'], ...commands: Command[]): Understanding => ({
  by,
  confidence: 1,
  commands,
  language: 'en',
  usage: by === 'model' ? { inputTokens: 7, outputTokens: 1 } : { inputTokens: 0, outputTokens: 0 },
});
const add = (position: number, quantity?: number): Command => ({
  type: 'basket',
  action: 'add',
  references: [{ kind: 'ordinal', position }],
  constraints: [],
  ...(quantity === undefined ? {} : { quantity }),
});
const more: Command = { type: 'more' };

const held = (embedded: Understanding, model: Understanding, from = state): Chosen =>
  holdToOwnWords({ understanding: model, other: embedded }, embedded, ({ commands }) =>
    decide(from, commands, { language: 'en' }),
  );

describe('holdToOwnWords', () => {
  it.each<[string, Command]>([
    ['puts something into the basket', add(1)],
    ['stops the history', { type: 'history', wish: 'stop' }],
    ['forgets the visit', { type: 'history', wish: 'forget' }],
    ['agrees to a history', { type: 'history', wish: 'agree' }],
    ['calls a person', { type: 'handoff', reason: 'requested' }],
    ['complains', { type: 'complaint', about: 'assistant' }],
  ])('does not follow a model that %s where the rules read nothing of it', (_what, command) => {
    const { understanding, other } = held(read('embedded', more), read('model', command));

    expect(understanding).toMatchObject({ by: 'embedded', commands: [more], usage: { inputTokens: 7 } });
    expect(other?.by).toBe('model');
  });

  it('does not let a model change what is put into the basket, or how many', () => {
    const own = read('embedded', add(1));

    expect(held(own, read('model', add(2))).understanding.commands).toEqual([add(1)]);
    expect(held(own, read('model', add(1, 99))).understanding.commands).toEqual([add(1)]);
    expect(held(own, read('model', add(1), add(2))).understanding.commands).toEqual([add(1)]);
  });

  it('does not take a yes from a model to what was offered', () => {
    const clear: Command = { type: 'basket', action: 'clear', references: [], constraints: [] };
    const offered = { ...state, offer: { accepted: [clear] } };

    expect(held(read('embedded', more), read('model', { type: 'affirm' }), offered).understanding.by).toBe(
      'embedded',
    );
    expect(
      held(read('embedded', { type: 'affirm' }), read('model', { type: 'affirm' }), offered).understanding.by,
    ).toBe('model');
  });

  it('follows a model in what is shown and said, and in an effect that the rules read just so', () => {
    expect(held(read('embedded', { type: 'thank' }), read('model', more)).understanding.by).toBe('model');
    expect(held(read('embedded', add(1)), read('model', add(1), more)).understanding.by).toBe('model');
  });

  it('lets a model alone see somebody in danger', () => {
    const danger: Command = { type: 'unsafe', kind: 'self-harm' };

    expect(held(read('embedded', more), read('model', danger)).understanding.by).toBe('model');
  });
});
