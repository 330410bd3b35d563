import fc from 'fast-check';
import { type Decision, decide } from '../../src/dialogue/decide.ts';
import { initialState, recordOpened, recordShown } from '../../src/dialogue/record-list.ts';
import { recordQuestion, withoutQuestion } from '../../src/dialogue/record-question.ts';
import type { Command } from '../../src/domain/command.ts';
import type { DialogueState, ShownProduct } from '../../src/domain/dialogue-state.ts';
import { arbitraryCommand, arbitraryShown } from './support.ts';

/** One turn as the chat runs it: decide, then remember the list that was made and what is asked beside it. */
export interface Step {
  readonly commands: readonly Command[];
  readonly shown: readonly ShownProduct[];
  readonly opened: string | undefined;
  readonly pageProductId: string | undefined;
  /** The facet that is asked about beside the list. */
  readonly asks: string | undefined;
  readonly confidence: number;
}

const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

export const arbitraryStep: fc.Arbitrary<Step> = fc.record({
  commands: fc.array(arbitraryCommand, { maxLength: 3 }),
  shown: arbitraryShown,
  opened: sometimes(fc.constantFrom('p1', 'p2')),
  pageProductId: sometimes(fc.constant('page')),
  asks: sometimes(fc.constantFrom('color', 'size')),
  confidence: fc.constantFrom(0.3, 0.9),
});
export const conversation = fc.array(arbitraryStep, { maxLength: 8 });

export const contextOf = ({ pageProductId, confidence }: Step) => ({
  language: 'en',
  confidence,
  ...(pageProductId === undefined ? {} : { pageProductId }),
});

export const decideStep = (state: DialogueState, step: Step): Decision =>
  decide(state, step.commands, contextOf(step));

/** What is remembered once the acts were carried out; what was turned down is not listed, as its act says. */
export function record({ state, acts }: Decision, step: Step): DialogueState {
  const show = acts.find((act) => act.type === 'show');
  const listed = step.shown.filter(({ productId }) => show?.exclude.includes(productId) !== true);
  const after = show === undefined ? state : recordShown(state, listed, { keepSeen: show.mode === 'more' });
  const asked =
    show === undefined || step.asks === undefined
      ? withoutQuestion(after)
      : recordQuestion(after, { attribute: step.asks, options: [] });
  return step.opened === undefined ? asked : recordOpened(asked, step.opened);
}

export const run = (state: DialogueState, step: Step): DialogueState => record(decideStep(state, step), step);

export const play = (steps: readonly Step[]): DialogueState => steps.reduce(run, initialState('en'));
