import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/dialogue/decide.ts';
import { initialState } from '../../src/dialogue/record-list.ts';
import type { Act } from '../../src/domain/act.ts';
import type { Command } from '../../src/domain/command.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import { hardConstraints, sameConstraint } from '../../src/domain/need.ts';
import { arbitraryStep, conversation, decideStep, play, record, type Step } from './play.ts';

const CONVERSATIONS = 10_000;
const ANYTHING = 'anything';

/** What a message speaks of: limits on it may go. `anything` where it may replace the whole need. */
function spokenOf(command: Command, { question, offer }: DialogueState): readonly string[] {
  switch (command.type) {
    case 'refine':
      return [
        ...command.constraints.map(({ attribute }) => attribute),
        ...command.drop,
        ...(command.pull === undefined ? [] : ['price']),
        ...(command.shifts ?? []).flatMap(({ attribute }) => [attribute, 'weight']),
        ...(command.constraints.some(({ attribute }) => attribute === 'type') ? [ANYTHING] : []),
      ];
    case 'no-preference':
    case 'deny':
      return [('attribute' in command ? command.attribute : undefined) ?? question?.attribute ?? ''];
    case 'find':
    case 'gift':
    case 'similar':
    case 'show-asked':
    case 'undo':
    case 'reset':
      return [ANYTHING];
    case 'affirm':
      return (offer?.accepted ?? []).flatMap((accepted) => spokenOf(accepted, {} as DialogueState));
    case 'ask-product':
      return offer?.unresolved === undefined ? [] : spokenOf(offer.unresolved, {} as DialogueState);
    case 'basket':
      // What was not shown here is looked for.
      return command.references.some(({ kind }) => kind === 'product') ? [ANYTHING] : [];
    default:
      return [];
  }
}

/** Hard limits that went without a word of the message about them. */
function silentlyLost(before: DialogueState, step: Step, after: DialogueState): string[] {
  const spoken = new Set(step.commands.flatMap((command) => spokenOf(command, before)));
  if (spoken.has(ANYTHING)) return [];
  return hardConstraints(before.need)
    .filter(({ attribute }) => !spoken.has(attribute))
    .filter((limit) => !after.need.constraints.some((held) => sameConstraint(held, limit)))
    .map(({ attribute, operator, value }) => `${attribute} ${operator} ${value}`);
}

/** The bounded lists of a state with the most that they may hold. */
const bounded = ({ past, screens, preferences, rejected, indifferent }: DialogueState) =>
  [
    [past, 10],
    [screens, 10],
    [preferences, 30],
    [rejected, 100],
    [indifferent, 50],
  ] as const;

/** The invariants that one turn breaks; plain comparisons, as there are tens of thousands of turns. */
function brokenBy(before: DialogueState, step: Step, { state, acts }: Decision): string[] {
  const times = (type: Act['type']) => acts.filter((act) => act.type === type).length;
  const shown = acts.flatMap((act) => (act.type === 'show' ? [act] : []));
  const rejected = (state.rejected ?? []).map(({ productId }) => productId);
  const stored = JSON.stringify(state);
  const kept = {
    'a turn acts': acts.length > 0,
    'one list': times('show') <= 1,
    'one question back': times('clarify') <= 1,
    'a person stays called': !before.handedOff || state.handedOff,
    'plain JSON': JSON.stringify(JSON.parse(stored)) === stored,
    'rejected stays away': shown.every(({ exclude }) => rejected.every((id) => exclude.includes(id))),
    bounded: bounded(state).every(([list = [], most]) => list.length <= most),
  };
  const broken = Object.entries(kept).flatMap(([name, isKept]) => (isKept ? [] : [name]));
  return [...broken, ...silentlyLost(before, step, state)];
}

function expectKept(steps: readonly Step[]): void {
  const broken: string[] = [];
  steps.reduce((before, step) => {
    const decided = decideStep(before, step);
    broken.push(...brokenBy(before, step, decided));
    return record(decided, step);
  }, initialState('en'));
  if (broken.length > 0) expect(broken).toEqual([]);
}

describe('conversations', () => {
  it('keep every invariant and lose no hard limit silently, ten thousand of them', () => {
    fc.assert(fc.property(conversation, expectKept), { numRuns: CONVERSATIONS });
  }, 120_000);

  it('keep every invariant when messages are duplicated, reordered and dropped', () => {
    const places = fc.array(fc.nat(7), { maxLength: 12 });
    fc.assert(
      fc.property(conversation, places, (steps, order) => {
        expectKept(order.flatMap((place) => steps[place] ?? []));
      }),
      { numRuns: 1_000 },
    );
  });

  it('go on from the stored state as from the one in memory', () => {
    fc.assert(
      fc.property(conversation, arbitraryStep, (steps, step) => {
        const state = play(steps);
        const elsewhere = JSON.parse(JSON.stringify(state)) as DialogueState;
        expect(decideStep(elsewhere, step)).toEqual(decideStep(state, step));
      }),
    );
  });
});
