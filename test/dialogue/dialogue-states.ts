import { initialState, recordShown } from '../../src/dialogue/record-list.ts';
import type { Command } from '../../src/domain/command.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import { constraint, FOCUS, find, ordinal, refine, SCARVES, withScarves } from './support.ts';

/**
 * Where a message may find a conversation: nothing said; a need without a list yet; one product shown; several; several with one in
 * focus; after a question about the shop; several with a question, an offer and an unclear reference open.
 */
export const STATES: Readonly<Record<string, DialogueState>> = {
  fresh: initialState('en'),
  unanswered: { ...initialState('en'), need: { query: 'warm', constraints: [] } },
  one: recordShown(withScarves(), SCARVES.slice(0, 1), { keepSeen: false }),
  several: withScarves(),
  focused: { ...withScarves(), focus: 'blue' },
  asked: { ...withScarves(), asked: { question: 'count', need: { query: '', constraints: [] } } },
  open: {
    ...withScarves(),
    past: [{ query: '', constraints: [] }],
    question: { attribute: 'color', options: [], inARow: 1, turn: 0 },
    offer: {
      accepted: [{ type: 'handoff', reason: 'requested' }],
      unresolved: { type: 'why', reference: ordinal(9) },
    },
  },
};

/** Something said, of every kind of command. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  find: find('lamp'),
  refine: refine([constraint('color', 'eq', 'blue')]),
  cheaper: refine([], { pull: 'cheaper' }),
  'like it': { type: 'similar', reference: FOCUS, constraints: [] },
  'like the second': { type: 'similar', reference: ordinal(2), constraints: [] },
  more: { type: 'more' },
  'compare 1 and 2': { type: 'compare', references: [ordinal(1), ordinal(2)] },
  'why it': { type: 'why', reference: FOCUS },
  'why the second': { type: 'why', reference: ordinal(2) },
  'what without that': { type: 'without-reasons' },
  'what goes with it': { type: 'goes-with', reference: FOCUS, constraints: [] },
  'stop using my history': { type: 'history', wish: 'stop' },
  'ask about it': { type: 'ask-product', reference: FOCUS, question: '?' },
  'ask how many': {
    type: 'ask-catalogue',
    question: 'count',
    about: 'shop',
    query: '',
    constraints: [constraint('type', 'eq', 'lamp')],
  },
  'show what was asked': { type: 'show-asked' },
  reset: { type: 'reset' },
  greet: { type: 'greet' },
  thank: { type: 'thank' },
  goodbye: { type: 'goodbye' },
  handoff: { type: 'handoff', reason: 'requested' },
  lighter: refine([], { shifts: [{ attribute: 'weight', direction: 'lower' }] }),
  'the second': { type: 'ask-product', reference: ordinal(2), question: '' },
  'like the one from before': { type: 'similar', reference: { kind: 'earlier' }, constraints: [] },
  gift: { type: 'gift', query: '', constraints: [constraint('type', 'eq', 'lamp')], recipient: 'father' },
  undo: { type: 'undo' },
  'not those': { type: 'reject', references: [] },
  'not the second': { type: 'reject', references: [ordinal(2)] },
  affirm: { type: 'affirm' },
  deny: { type: 'deny' },
  'no preference': { type: 'no-preference' },
  'size does not matter': { type: 'no-preference', attribute: 'size' },
  'always vegan': {
    type: 'preference',
    action: 'set',
    constraints: [constraint('diet', 'eq', 'vegan')],
    attributes: [],
  },
  'what do you remember': { type: 'preference', action: 'tell', constraints: [], attributes: [] },
  'which size': { type: 'size-fit', reference: ordinal(2), mine: [], question: '?' },
  'is it in stock': { type: 'availability', reference: FOCUS, aspect: 'stock', question: '?' },
  'when does it come': { type: 'availability', reference: FOCUS, aspect: 'delivery-time', question: '?' },
  'how much is it': { type: 'price', reference: FOCUS, aspect: 'price', question: '?' },
  'a code': { type: 'price', aspect: 'code', question: '?' },
  'plan a set': { type: 'plan-set', query: '', constraints: [], parts: [] },
  reorder: { type: 'reorder', query: '' },
  policy: { type: 'ask-policy', topic: 'returns', question: '?' },
  basket: { type: 'basket', action: 'add', references: [ordinal(2)], constraints: [] },
  'show the basket': { type: 'basket', action: 'show', references: [], constraints: [] },
  'empty the basket': { type: 'basket', action: 'clear', references: [], constraints: [] },
  'take it out': { type: 'basket', action: 'remove', references: [FOCUS], constraints: [] },
  'two of it': { type: 'basket', action: 'change', references: [FOCUS], quantity: 2, constraints: [] },
  checkout: { type: 'checkout' },
  'order status': { type: 'order-status' },
  'cancel order': { type: 'cancel-order' },
  return: { type: 'return' },
  exchange: { type: 'exchange', constraints: [] },
  'change address': { type: 'change-address' },
  'personal data': { type: 'personal-data', wish: 'delete' },
  provide: { type: 'provide', values: ['no longer needed'] },
  complaint: { type: 'complaint', about: 'delivery' },
  'small talk': { type: 'small-talk', about: 'mood' },
  unsafe: { type: 'unsafe', kind: 'illegal' },
  'out of scope': { type: 'out-of-scope' },
};
