import type { Act } from '../domain/act.ts';
import type { DialogueState } from '../domain/dialogue-state.ts';
import type { Chip } from '../domain/turn.ts';
import type { TurnContext } from './turn-context.ts';

/**
 * What answers an act that is no list: each product that could have been meant, and a person where nothing can be done here.
 *
 * @param state After the turn: a product that is on screen then is named by its place, any other one by its title.
 */
export function offerReplies(
  acts: readonly Act[],
  state: DialogueState,
  { replier, language }: TurnContext,
): Chip[] {
  const options = acts.flatMap((act) => (act.type === 'clarify' ? act.options : []));
  const named = options.map(({ productId, title }): Chip => {
    const place = state.shown.findIndex((shown) => shown.productId === productId);
    return { label: title, message: place < 0 ? title : String(place + 1), count: 1 };
  });
  const isStuck = acts.some(({ type }) => type === 'cannot');
  const person = isStuck ? [{ ...replier.chipWords({ kind: 'person' }, language), count: 0 }] : [];
  return [...named, ...person];
}
