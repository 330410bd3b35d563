import { describe, expect, it } from 'vitest';
import { type DecideContext, decide } from '../../src/dialogue/decide.ts';
import { initialState, recordShown } from '../../src/dialogue/record-list.ts';
import type { Act } from '../../src/domain/act.ts';
import type { Command } from '../../src/domain/command.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import { EMPTY_NEED } from '../../src/domain/need.ts';
import { constraint, FOCUS, find, ordinal, refine, SCARVES, shownProduct, withScarves } from './support.ts';

const ENGLISH: DecideContext = { language: 'en' };
const actsOf = (state: DialogueState, ...commands: Command[]) => decide(state, commands, ENGLISH).acts;
const showOf = (state: DialogueState, ...commands: Command[]) => {
  const show = actsOf(state, ...commands).find((act) => act.type === 'show');
  expect(show).toBeDefined();
  return show as Extract<Act, { type: 'show' }>;
};
const limitsOf = ({ need }: { need: DialogueState['need'] }) =>
  need.constraints.map(({ attribute, operator, value }) => `${attribute} ${operator} ${value}`);

describe('decide', () => {
  it('counts the turn and follows the language of the message', () => {
    const { state } = decide(initialState('en'), [{ type: 'greet' }], { language: 'de' });
    expect(state).toMatchObject({ turn: 1, language: 'de' });
  });

  it('shows a new wish without anything of the one before', () => {
    const show = showOf(withScarves({ query: 'warm', recipient: 'mother' }), find('lamp'));
    expect(show).toEqual({
      type: 'show',
      mode: 'new',
      need: { query: 'lamp', constraints: [] },
      exclude: [],
    });
  });

  it('greets and shows when one message does both', () => {
    expect(actsOf(initialState('en'), { type: 'greet' }, find('scarf')).map(({ type }) => type)).toEqual([
      'greet',
      'show',
    ]);
  });

  it('makes one list of several changes, where the first was said', () => {
    const acts = actsOf(
      withScarves(),
      refine([constraint('color', 'eq', 'blue')]),
      { type: 'thank' },
      refine([constraint('price', 'lt', 5000)]),
    );
    expect(acts.map(({ type }) => type)).toEqual(['show', 'thank']);
    expect(acts[0]).toMatchObject({ mode: 'refined' });
    expect(limitsOf(showOf(withScarves(), refine([constraint('color', 'eq', 'blue')])))).toEqual([
      'type eq scarf',
      'color eq blue',
    ]);
  });

  it('corrects the colour in the next message', () => {
    const first = decide(initialState('en'), [find('', constraint('color', 'eq', 'red'))], ENGLISH).state;
    expect(limitsOf(showOf(first, refine([constraint('color', 'eq', 'blue')])))).toEqual(['color eq blue']);
  });

  it('says back what the shop does not know, once', () => {
    const acme = constraint('brand', 'eq', 'Acme', { known: false, sourceTurn: 1 });
    const { state, acts } = decide(initialState('en'), [find('scarf', acme), refine([])], ENGLISH);
    expect(acts).toMatchObject([{ need: { constraints: [acme] } }]);
    expect(showOf(state, { type: 'more' }).need.constraints).toEqual([]);
  });

  it('lowers the dearest price with every "cheaper"', () => {
    const first = decide(withScarves(), [refine([], { pull: 'cheaper' })], ENGLISH).state;
    expect(limitsOf(first)).toEqual(['type eq scarf', 'price lt 4000']);
    const shown = recordShown(first, [shownProduct('a', 2000), shownProduct('b', 3500)], { keepSeen: false });
    expect(limitsOf(showOf(shown, refine([], { pull: 'cheaper' })))).toEqual([
      'type eq scarf',
      'price lt 2750',
    ]);
  });

  it('raises prices again with "dearer", past the limit that "cheaper" set', () => {
    const state = withScarves({ constraints: [constraint('price', 'lt', 3000)] });
    expect(limitsOf(showOf(state, refine([], { pull: 'dearer' })))).toEqual(['price gt 4000']);
  });

  it('asks what is looked for when "cheaper" has nothing to start from', () => {
    expect(actsOf(initialState('en'), refine([], { pull: 'cheaper' }))).toEqual([
      { type: 'clarify', options: [] },
    ]);
  });

  it('finds what resembles the second, in blue, without showing the second again', () => {
    const command: Command = {
      type: 'similar',
      reference: ordinal(2),
      constraints: [constraint('color', 'eq', 'blue')],
      pull: 'cheaper',
    };
    const show = showOf(withScarves(), command);
    expect(show).toMatchObject({ mode: 'similar', exclude: ['blue'], need: { similarTo: 'blue' } });
    expect(limitsOf(show)).toEqual(['type eq scarf', 'price lt 4000', 'price lte 3200', 'color eq blue']);
    const after = decide(withScarves(), [command], ENGLISH).state;
    expect(showOf(after, refine([constraint('size', 'eq', 'M')])).exclude).toEqual(['blue']);
  });

  it('resembles the product of the page without limits that were not made for it', () => {
    const context = { language: 'en', pageProductId: 'lamp', pageProduct: shownProduct('lamp', 9900) };
    const { acts } = decide(
      withScarves(),
      [{ type: 'similar', reference: FOCUS, constraints: [], pull: 'cheaper' }],
      context,
    );
    expect(acts).toMatchObject([
      {
        need: { similarTo: 'lamp', constraints: [{ value: 9900 }, { value: 7920 }] },
        exclude: ['lamp'],
      },
    ]);
  });

  it('asks which one is meant when "like that" could be several', () => {
    expect(actsOf(withScarves(), { type: 'similar', reference: FOCUS, constraints: [] })).toEqual([
      { type: 'clarify', options: SCARVES },
    ]);
  });

  it('continues the list without what was seen', () => {
    expect(showOf(withScarves(), { type: 'more' })).toMatchObject({
      mode: 'more',
      exclude: ['red', 'blue', 'navy'],
    });
  });

  it('shows what there is when nothing was asked for yet', () => {
    expect(actsOf(initialState('en'), { type: 'more' })).toEqual([
      { type: 'show', mode: 'new', need: EMPTY_NEED, exclude: [] },
    ]);
  });

  it('begins from the top when the message also changes what is wanted', () => {
    const acts = actsOf(withScarves(), refine([constraint('color', 'eq', 'red')]), { type: 'more' });
    expect(acts).toMatchObject([{ type: 'show', mode: 'refined', exclude: [] }]);
  });

  it('compares each product once, and asks back below two', () => {
    const compare = (...references: Extract<Command, { type: 'compare' }>['references']): Command => ({
      type: 'compare',
      references,
    });
    expect(actsOf(withScarves(), compare(ordinal(1), ordinal(2), ordinal(1)))).toEqual([
      { type: 'compare', productIds: ['red', 'blue'] },
    ]);
    expect(
      actsOf(withScarves(), compare(ordinal(1), { kind: 'attribute', attribute: 'color', value: 'blue' })),
    ).toEqual([{ type: 'clarify', options: SCARVES.slice(1) }]);
    expect(actsOf(withScarves(), compare(ordinal(1), ordinal(1)))).toEqual([
      { type: 'clarify', options: SCARVES },
    ]);
  });

  it('leaves nothing in focus after comparing', () => {
    const compare: Command = { type: 'compare', references: [ordinal(1), ordinal(2)] };
    expect(decide({ ...withScarves(), focus: 'red' }, [compare], ENGLISH).state).not.toHaveProperty('focus');
  });

  it('explains the first when "why this" points at nothing in particular', () => {
    expect(actsOf(withScarves(), { type: 'why', reference: FOCUS })).toEqual([
      { type: 'explain', productId: 'red' },
    ]);
  });

  it('remembers what was talked about last', () => {
    const { state } = decide(withScarves(), [{ type: 'why', reference: ordinal(2) }], ENGLISH);
    expect(actsOf(state, { type: 'ask-product', reference: FOCUS, question: 'is it warm?' })).toEqual([
      { type: 'answer', productId: 'blue', question: 'is it warm?' },
    ]);
  });

  it('does not guess which product a question is about', () => {
    expect(actsOf(withScarves(), { type: 'ask-product', reference: FOCUS, question: 'is it warm?' })).toEqual(
      [{ type: 'clarify', options: SCARVES }],
    );
  });

  it('forgets the need, the list and a list asked for in the same message', () => {
    const { state, acts } = decide(
      { ...withScarves(), focus: 'red', opened: ['red'], handedOff: true },
      [find('lamp'), { type: 'reset' }],
      ENGLISH,
    );
    expect(acts).toEqual([{ type: 'reset' }]);
    expect(state).toEqual({
      ...initialState('en'),
      turn: 1,
      opened: ['red'],
      handedOff: true,
      past: [withScarves().need],
    });
  });

  it('starts afresh within one message', () => {
    const acts = actsOf(withScarves({ query: 'warm' }), { type: 'reset' }, find('lamp'));
    expect(acts).toMatchObject([{ type: 'reset' }, { type: 'show', need: { query: 'lamp' } }]);
  });

  it('remembers that a person was asked for', () => {
    const { state, acts } = decide(initialState('en'), [{ type: 'handoff', reason: 'order' }], ENGLISH);
    expect(state.handedOff).toBe(true);
    expect(acts).toEqual([{ type: 'handoff', reason: 'order' }]);
  });

  it('declines when nothing was understood', () => {
    expect(actsOf(initialState('en'))).toEqual([{ type: 'decline' }]);
    expect(actsOf(initialState('en'), { type: 'out-of-scope' })).toEqual([{ type: 'decline' }]);
  });

  it('says nothing twice', () => {
    expect(actsOf(initialState('en'), { type: 'greet' }, { type: 'greet' })).toEqual([{ type: 'greet' }]);
  });
});
