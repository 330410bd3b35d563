import { describe, expect, it } from 'vitest';
import { decide } from '../../src/dialogue/decide.ts';
import { initialState, recordShown } from '../../src/dialogue/record-list.ts';
import type { Act } from '../../src/domain/act.ts';
import { type Command, commandSchema } from '../../src/domain/command.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import { constraint, FOCUS, find, ordinal, refine, SCARVES, withScarves } from './support.ts';

const STATES: Readonly<Record<string, DialogueState>> = {
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

const COMMANDS: Readonly<Record<string, Command>> = {
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
  checkout: { type: 'checkout' },
  'order status': { type: 'order-status' },
  'cancel order': { type: 'cancel-order' },
  return: { type: 'return' },
  exchange: { type: 'exchange', constraints: [] },
  'change address': { type: 'change-address' },
  'personal data': { type: 'personal-data', wish: 'delete' },
  complaint: { type: 'complaint', about: 'delivery' },
  'small talk': { type: 'small-talk', about: 'mood' },
  unsafe: { type: 'unsafe', kind: 'illegal' },
  'out of scope': { type: 'out-of-scope' },
};

/** In every state the same. */
const always = (name: string, outcome: string): Row => [
  name,
  outcome,
  outcome,
  outcome,
  outcome,
  outcome,
  outcome,
  outcome,
];

type Row = readonly [string, string, string, string, string, string, string, string];

/**
 * Rows: what is said. Columns: fresh, unanswered (a need, no list yet), one product shown, several, several with a focus, after a
 * question about the shop, several with a question, an offer and an unclear reference open.
 */
const TABLE: readonly Row[] = [
  always('find', 'show new'),
  [
    'refine',
    'show new',
    'show refined',
    'show refined',
    'show refined',
    'show refined',
    'show refined',
    'show refined',
  ],
  [
    'cheaper',
    'clarify 0',
    'show refined',
    'show refined',
    'show refined',
    'show refined',
    'show refined',
    'show refined',
  ],
  [
    'like it',
    'clarify 0',
    'clarify 0',
    'show similar',
    'clarify 3',
    'show similar',
    'clarify 3',
    'clarify 3',
  ],
  [
    'like the second',
    'clarify 0',
    'clarify 0',
    'clarify 1',
    'show similar',
    'show similar',
    'show similar',
    'show similar',
  ],
  ['more', 'show new', 'show new', 'show more', 'show more', 'show more', 'show more', 'show more'],
  [
    'compare 1 and 2',
    'clarify 0',
    'clarify 0',
    'clarify 1',
    'compare red blue',
    'compare red blue',
    'compare red blue',
    'compare red blue',
  ],
  [
    'why it',
    'clarify 0',
    'clarify 0',
    'explain red',
    'explain red',
    'explain blue',
    'explain red',
    'explain red',
  ],
  [
    'why the second',
    'clarify 0',
    'clarify 0',
    'clarify 1',
    'explain blue',
    'explain blue',
    'explain blue',
    'explain blue',
  ],
  [
    'what without that',
    'clarify 0',
    'clarify 0',
    'without-reasons',
    'without-reasons',
    'without-reasons',
    'without-reasons',
    'without-reasons',
  ],
  [
    'what goes with it',
    'clarify 0',
    'clarify 0',
    'goes-with red',
    'clarify 3',
    'goes-with blue',
    'clarify 3',
    'clarify 3',
  ],
  always('stop using my history', 'history'),
  [
    'ask about it',
    'clarify 0',
    'clarify 0',
    'answer red',
    'clarify 3',
    'answer blue',
    'clarify 3',
    'clarify 3',
  ],
  always('ask how many', 'tally count'),
  always('show what was asked', 'show new'),
  always('reset', 'reset'),
  always('greet', 'greet'),
  always('thank', 'thank'),
  always('goodbye', 'goodbye'),
  always('handoff', 'handoff'),
  [
    'lighter',
    'clarify 0',
    'show refined',
    'show refined',
    'show refined',
    'show refined',
    'show refined',
    'show refined',
  ],
  [
    'the second',
    'clarify 0',
    'clarify 0',
    'clarify 1',
    'answer blue',
    'answer blue',
    'answer blue',
    'explain blue',
  ],
  [
    'like the one from before',
    'clarify 0',
    'clarify 0',
    'clarify 3',
    'clarify 0',
    'clarify 0',
    'clarify 0',
    'clarify 0',
  ],
  always('gift', 'show new'),
  ['undo', 'acknowledge', 'acknowledge', 'acknowledge', 'acknowledge', 'acknowledge', 'acknowledge', 'reset'],
  [
    'not those',
    'acknowledge',
    'acknowledge',
    'show more',
    'show more',
    'show more',
    'show more',
    'show more',
  ],
  [
    'not the second',
    'clarify 0',
    'clarify 0',
    'clarify 1',
    'show refined',
    'show refined',
    'show refined',
    'show refined',
  ],
  [
    'affirm',
    'acknowledge',
    'acknowledge',
    'acknowledge',
    'acknowledge',
    'acknowledge',
    'acknowledge',
    'handoff',
  ],
  [
    'deny',
    'acknowledge',
    'acknowledge',
    'acknowledge',
    'acknowledge',
    'acknowledge',
    'acknowledge',
    'show more',
  ],
  [
    'no preference',
    'acknowledge',
    'acknowledge',
    'acknowledge',
    'acknowledge',
    'acknowledge',
    'acknowledge',
    'show more',
  ],
  [
    'size does not matter',
    'acknowledge',
    'show refined',
    'show refined',
    'show refined',
    'show refined',
    'show refined',
    'show refined',
  ],
  [
    'always vegan',
    'preferences',
    'preferences + show refined',
    'preferences + show refined',
    'preferences + show refined',
    'preferences + show refined',
    'preferences + show refined',
    'preferences + show refined',
  ],
  always('what do you remember', 'preferences'),
  [
    'which size',
    'clarify 0',
    'clarify 0',
    'clarify 1',
    'answer blue',
    'answer blue',
    'answer blue',
    'answer blue',
  ],
  [
    'is it in stock',
    'clarify 0',
    'clarify 0',
    'answer red',
    'clarify 3',
    'answer blue',
    'clarify 3',
    'clarify 3',
  ],
  always('when does it come', 'cannot'),
  [
    'how much is it',
    'clarify 0',
    'clarify 0',
    'answer red',
    'clarify 3',
    'answer blue',
    'clarify 3',
    'clarify 3',
  ],
  always('a code', 'cannot'),
  always('plan a set', 'cannot'),
  always('reorder', 'cannot'),
  always('policy', 'cannot'),
  always('basket', 'cannot'),
  always('checkout', 'cannot'),
  always('order status', 'cannot'),
  always('cancel order', 'cannot'),
  always('return', 'cannot'),
  always('exchange', 'cannot'),
  always('change address', 'cannot'),
  always('personal data', 'cannot'),
  always('complaint', 'handoff'),
  always('small talk', 'small-talk'),
  always('unsafe', 'unsafe'),
  always('out of scope', 'decline'),
];

function outcome(state: DialogueState, command: Command): string {
  const { acts } = decide(state, [command], { language: 'en' });
  return acts.map(summary).join(' + ');
}

function summary(act: Act): string {
  switch (act.type) {
    case 'show':
      return `show ${act.mode}`;
    case 'clarify':
      return `clarify ${act.options.length}`;
    case 'compare':
      return `compare ${act.productIds.join(' ')}`;
    case 'tally':
      return `tally ${act.question}`;
    case 'explain':
    case 'answer':
    case 'goes-with':
      return `${act.type} ${act.productId}`;
    default:
      return act.type;
  }
}

describe('the transition table', () => {
  it.each(TABLE)('answers "%s" from every state', (name, ...expected) => {
    const command = COMMANDS[name];
    expect(command).toBeDefined();
    if (command === undefined) return;
    expect(Object.values(STATES).map((state) => outcome(state, command))).toEqual(expected);
  });

  it('has a row for every type of command', () => {
    const types = new Set(commandSchema.options.map((option) => option.shape.type.value));
    expect(new Set(TABLE.map(([name]) => COMMANDS[name]?.type))).toEqual(types);
  });
});
