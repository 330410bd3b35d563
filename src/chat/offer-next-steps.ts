import { forgetAnswers, recordQuestion, withoutQuestion } from '../dialogue/record-question.ts';
import type { Act, ShowMode } from '../domain/act.ts';
import type { DialogueState } from '../domain/dialogue-state.ts';
import type { Chip, Question } from '../domain/turn.ts';
import { askFacet } from './ask-facet.ts';
import type { ProductList } from './list-products.ts';
import { offerChips, oncePerLabel } from './offer-chips.ts';
import type { TurnContext } from './turn-context.ts';

/** What may be said next beside a list, and the state that remembers what was asked. */
export interface NextSteps {
  readonly chips: readonly Chip[];
  readonly question?: Question;
  readonly state: DialogueState;
}

/** More chips are not read. */
const MOST_CHIPS = 9;

/** The answers to one good question first, where it pays to ask one, then what else narrows or widens the list. */
export async function offerNextSteps(
  list: ProductList,
  mode: ShowMode,
  context: TurnContext,
  signal: AbortSignal,
): Promise<NextSteps> {
  const state = mode === 'new' ? forgetAnswers(context.state) : context.state;
  const [asked, chips] = await Promise.all([
    askFacet(list, mode, { ...context, state }, signal),
    offerChips(list, context, signal),
  ]);
  if (asked === undefined) return { chips, state: withoutQuestion(state) };
  return {
    chips: oncePerLabel([...asked.chips, ...chips]).slice(0, MOST_CHIPS),
    question: asked.question,
    state: recordQuestion(state, asked.open),
  };
}

/** Acts that leave room for a question of ours: whoever asks something is answered, not asked. */
const QUIET_ACTS: ReadonlySet<Act['type']> = new Set(['show', 'greet', 'thank', 'acknowledge']);

/** The context in which acts are carried out: one that asks nothing where another one than a list is due. */
export const askingBeside = (acts: readonly Act[], context: TurnContext): TurnContext =>
  acts.every(({ type }) => QUIET_ACTS.has(type)) ? context : { ...context, chooseQuestion: () => undefined };
