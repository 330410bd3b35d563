import { describe, expect, it } from 'vitest';
import { decide } from '../../src/dialogue/decide.ts';
import { initialState, recordShown } from '../../src/dialogue/record-list.ts';
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
  'out of scope': { type: 'out-of-scope' },
};

/** Rows: what is said. Columns: fresh, unanswered (a need, no list yet), one product shown, several, several with a focus, after a question. */
const TABLE: readonly (readonly [string, string, string, string, string, string, string])[] = [
  ['find', 'show new', 'show new', 'show new', 'show new', 'show new', 'show new'],
  ['refine', 'show new', 'show refined', 'show refined', 'show refined', 'show refined', 'show refined'],
  ['cheaper', 'clarify 0', 'show refined', 'show refined', 'show refined', 'show refined', 'show refined'],
  ['like it', 'clarify 0', 'clarify 0', 'show similar', 'clarify 3', 'show similar', 'clarify 3'],
  ['like the second', 'clarify 0', 'clarify 0', 'clarify 1', 'show similar', 'show similar', 'show similar'],
  ['more', 'show new', 'show new', 'show more', 'show more', 'show more', 'show more'],
  [
    'compare 1 and 2',
    'clarify 0',
    'clarify 0',
    'clarify 1',
    'compare red blue',
    'compare red blue',
    'compare red blue',
  ],
  ['why it', 'clarify 0', 'clarify 0', 'explain red', 'explain red', 'explain blue', 'explain red'],
  ['why the second', 'clarify 0', 'clarify 0', 'clarify 1', 'explain blue', 'explain blue', 'explain blue'],
  [
    'what without that',
    'clarify 0',
    'clarify 0',
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
  ],
  ['stop using my history', 'history', 'history', 'history', 'history', 'history', 'history'],
  ['ask about it', 'clarify 0', 'clarify 0', 'answer red', 'clarify 3', 'answer blue', 'clarify 3'],
  ['ask how many', 'tally count', 'tally count', 'tally count', 'tally count', 'tally count', 'tally count'],
  ['show what was asked', 'show new', 'show new', 'show new', 'show new', 'show new', 'show new'],
  ['reset', 'reset', 'reset', 'reset', 'reset', 'reset', 'reset'],
  ['greet', 'greet', 'greet', 'greet', 'greet', 'greet', 'greet'],
  ['thank', 'thank', 'thank', 'thank', 'thank', 'thank', 'thank'],
  ['goodbye', 'goodbye', 'goodbye', 'goodbye', 'goodbye', 'goodbye', 'goodbye'],
  ['handoff', 'handoff', 'handoff', 'handoff', 'handoff', 'handoff', 'handoff'],
  ['out of scope', 'decline', 'decline', 'decline', 'decline', 'decline', 'decline'],
];

function outcome(state: DialogueState, command: Command): string {
  const { acts } = decide(state, [command], { language: 'en' });
  const [act, ...others] = acts;
  expect(others).toEqual([]);
  switch (act?.type) {
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
      return act?.type ?? 'nothing';
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
