import { describe, expect, it } from 'vitest';
import { decide } from '../../src/dialogue/decide.ts';
import { initialState } from '../../src/dialogue/record-list.ts';
import type { Command, CommandOf } from '../../src/domain/command.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import { constraint, FOCUS, find, ordinal, withScarves } from './support.ts';

type Basket = CommandOf<'basket'>;

const basket = (action: Basket['action'], more: Partial<Basket> = {}): Basket => ({
  type: 'basket',
  action,
  references: [],
  constraints: [],
  ...more,
});
const say = (state: DialogueState, ...commands: Command[]) => decide(state, commands, { language: 'en' });

describe('putting something into the basket', () => {
  it('is about what the reference points at, with what was said of the variant, and "it" is that then', () => {
    const size = constraint('size', 'eq', 'M');
    const { acts, state } = say(
      withScarves(),
      basket('add', { references: [ordinal(2)], quantity: 2, constraints: [size] }),
    );
    expect(acts).toEqual([
      { type: 'basket', action: 'add', productId: 'blue', quantity: 2, constraints: [size] },
    ]);
    expect(state.focus).toBe('blue');
    expect(say(state, basket('add')).acts).toMatchObject([{ productId: 'blue' }]);
  });

  it('is done for each of two, and for none where one is unclear', () => {
    const two = say(withScarves(), basket('add', { references: [ordinal(1), ordinal(2)] }));
    expect(two.acts).toMatchObject([{ productId: 'red' }, { productId: 'blue' }]);
    const unclear = say(withScarves(), basket('add', { references: [ordinal(1), ordinal(9)] }));
    expect(unclear.acts).toMatchObject([{ type: 'clarify' }]);
  });

  it('is about the page where nothing else was talked about', () => {
    const command = basket('add', { references: [FOCUS] });
    const { acts } = decide(initialState('en'), [command], { language: 'en', pageProductId: 'page' });
    expect(acts).toMatchObject([{ type: 'basket', action: 'add', productId: 'page' }]);
  });

  it('looks for what this conversation has not shown, and puts nothing in', () => {
    for (const state of [initialState('en'), withScarves()]) {
      const named = basket('add', { references: [{ kind: 'product', productId: 'never-shown' }] });
      const { acts } = say(state, named);
      expect(acts).toMatchObject([
        { type: 'show', need: { constraints: [{ attribute: 'product', value: 'never-shown' }] } },
      ]);
    }
    const lamp = { kind: 'attribute', attribute: 'type', value: 'lamp' } as const;
    expect(say(withScarves(), basket('add', { references: [lamp] })).acts).toMatchObject([
      { type: 'show', need: { constraints: [{ attribute: 'type', value: 'lamp' }] } },
    ]);
  });

  it('asks which one where more are meant than anybody takes at once', () => {
    const shown = withScarves();
    const all = shown.shown.map((_, at) => ordinal(at + 1));
    expect(say(shown, basket('add', { references: all })).acts).toHaveLength(all.length);
    const more = {
      ...shown,
      shown: [...shown.shown, ...shown.shown.map((each) => ({ ...each, productId: `${each.productId}-2` }))],
    };
    const { acts, state } = say(more, basket('add', { references: all }));
    expect(acts).toMatchObject([{ type: 'clarify', options: shown.shown }]);
    const pointed = say(state, { type: 'ask-product', reference: ordinal(2), question: '' });
    expect(pointed.acts).toMatchObject([{ type: 'basket', action: 'add', productId: 'blue' }]);
  });
});

describe('emptying the basket', () => {
  it('waits for a yes to just that question', () => {
    const asked = say(withScarves(), basket('clear'));
    expect(asked.acts).toEqual([{ type: 'basket', action: 'ask-clear' }]);
    expect(say(asked.state, { type: 'affirm' }).acts).toEqual([{ type: 'basket', action: 'clear' }]);
    expect(say(asked.state, basket('clear')).acts).toEqual([{ type: 'basket', action: 'clear' }]);
  });

  it('is let go by anything else', () => {
    const asked = say(withScarves(), basket('clear'));
    for (const other of [{ type: 'deny' }, { type: 'thank' }, find('lamp')] satisfies Command[]) {
      const left = say(asked.state, other);
      expect(left.acts).not.toContainEqual({ type: 'basket', action: 'clear' });
      expect(say(left.state, { type: 'affirm' }).acts).not.toContainEqual({
        type: 'basket',
        action: 'clear',
      });
    }
    expect(say(withScarves(), { type: 'affirm' }).acts).toEqual([{ type: 'acknowledge' }]);
  });
});

describe('lines of the basket', () => {
  it('are meant by what was said and by what it points at on the screen', () => {
    const scarf = { kind: 'attribute', attribute: 'type', value: 'scarf' } as const;
    const { acts } = say(withScarves(), basket('remove', { references: [ordinal(2), scarf] }));
    expect(acts).toEqual([
      {
        type: 'basket',
        action: 'remove',
        lines: [
          { reference: ordinal(2), productId: 'blue', isOfBasket: false },
          { reference: scarf, isOfBasket: false },
        ],
        constraints: [],
      },
    ]);
  });

  it('are counted in the basket where it was read out just before', () => {
    const state = { ...withScarves(), basketTold: withScarves().turn };
    const first = basket('remove', { references: [ordinal(1)] });
    expect(say(state, first).acts).toMatchObject([{ lines: [{ isOfBasket: true }] }]);
    const later = say(state, { type: 'thank' }).state;
    expect(say(later, first).acts).toMatchObject([{ lines: [{ isOfBasket: false }] }]);
  });
});
