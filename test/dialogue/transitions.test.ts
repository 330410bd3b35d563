import { describe, expect, it } from 'vitest';
import { decide } from '../../src/dialogue/decide.ts';
import type { Act } from '../../src/domain/act.ts';
import { type Command, commandSchema } from '../../src/domain/command.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import { COMMANDS, STATES } from './dialogue-states.ts';

/** Rows: what is said, and what is done about it in each of `STATES`, in their order; `6 × more` is the same in six of them. */
const TABLE: readonly (readonly [said: string, done: string])[] = [
  ['find', '7 × show new'],
  ['refine', 'show new | 6 × show refined'],
  ['cheaper', 'clarify 0 | 6 × show refined'],
  ['like it', '2 × clarify 0 | show similar | clarify 3 | show similar | 2 × clarify 3'],
  ['like the second', '2 × clarify 0 | clarify 1 | 4 × show similar'],
  ['more', '2 × show new | 5 × show more'],
  ['compare 1 and 2', '2 × clarify 0 | clarify 1 | 4 × compare red blue'],
  ['why it', '2 × clarify 0 | 2 × explain red | explain blue | 2 × explain red'],
  ['why the second', '2 × clarify 0 | clarify 1 | 4 × explain blue'],
  ['what without that', '2 × clarify 0 | 5 × without-reasons'],
  ['what goes with it', '2 × clarify 0 | goes-with red | clarify 3 | goes-with blue | 2 × clarify 3'],
  ['stop using my history', '7 × history'],
  ['ask about it', '2 × clarify 0 | answer red | clarify 3 | answer blue | 2 × clarify 3'],
  ['ask how many', '7 × tally count'],
  ['show what was asked', '7 × show new'],
  ['reset', '7 × reset'],
  ['greet', '7 × greet'],
  ['thank', '7 × thank'],
  ['goodbye', '7 × goodbye'],
  ['handoff', '7 × handoff'],
  ['lighter', 'clarify 0 | 6 × show refined'],
  ['the second', '2 × clarify 0 | clarify 1 | 3 × answer blue | explain blue'],
  ['like the one from before', '2 × clarify 0 | clarify 3 | 4 × clarify 0'],
  ['gift', '7 × show new'],
  ['undo', '6 × acknowledge | reset'],
  ['not those', '2 × acknowledge | 5 × show more'],
  ['not the second', '2 × clarify 0 | clarify 1 | 4 × show refined'],
  ['affirm', '6 × acknowledge | handoff'],
  ['deny', '6 × acknowledge | show more'],
  ['no preference', '6 × acknowledge | show more'],
  ['size does not matter', 'acknowledge | 6 × show refined'],
  ['always vegan', 'preferences | 6 × preferences + show refined'],
  ['what do you remember', '7 × preferences'],
  ['which size', '2 × clarify 0 | clarify 1 | 4 × answer blue'],
  ['is it in stock', '2 × clarify 0 | answer red | clarify 3 | answer blue | 2 × clarify 3'],
  ['when does it come', '7 × policy'],
  ['how much is it', '2 × clarify 0 | answer red | clarify 3 | answer blue | 2 × clarify 3'],
  ['a code', '7 × policy'],
  ['plan a set', '7 × plan-set'],
  ['reorder', '7 × reorder'],
  ['policy', '7 × policy'],
  ['basket', '2 × clarify 0 | clarify 1 | 4 × basket add blue'],
  ['show the basket', '7 × basket show'],
  ['empty the basket', '7 × basket ask-clear'],
  ['take it out', '7 × basket remove'],
  ['two of it', '7 × basket change'],
  ['checkout', '7 × checkout'],
  ['order status', '7 × order-status'],
  ['cancel order', '7 × order-wish'],
  ['return', '7 × order-wish'],
  ['exchange', '7 × order-wish'],
  ['change address', '7 × order-wish'],
  ['personal data', '7 × personal-data'],
  ['provide', '7 × acknowledge'],
  ['complaint', '7 × handoff'],
  ['small talk', '7 × small-talk'],
  ['unsafe', '7 × unsafe'],
  ['out of scope', '7 × decline'],
];

const spellOut = (done: string): string[] =>
  done.split(' | ').flatMap((cell) => {
    const { times, each } = /^(?<times>\d) × (?<each>.*)$/u.exec(cell)?.groups ?? {};
    return times === undefined || each === undefined ? [cell] : Array<string>(Number(times)).fill(each);
  });

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
    case 'basket':
      return `basket ${act.action}${act.action === 'add' ? ` ${act.productId}` : ''}`;
    default:
      return act.type;
  }
}

describe('the transition table', () => {
  it.each(TABLE)('answers "%s" from every state', (name, done) => {
    const command = COMMANDS[name];
    expect(command).toBeDefined();
    if (command === undefined) return;
    expect(Object.values(STATES).map((state) => outcome(state, command))).toEqual(spellOut(done));
  });

  it('has a row for every type of command', () => {
    const types = new Set(commandSchema.options.map((option) => option.shape.type.value));
    expect(new Set(TABLE.map(([name]) => COMMANDS[name]?.type))).toEqual(types);
  });
});
