import { isDeepEqual } from '../dialogue/draft.ts';
import type { Act } from '../domain/act.ts';
import type { Understanding } from '../understanding/parser.ts';
import type { Chosen } from './choose-understanding.ts';
import { hasEffect } from './has-effect.ts';

/**
 * Whether an act is the shopper's alone to ask for: it changes the basket, an order or what is kept of them, or calls a person. Somebody
 * in danger may be seen by a model alone.
 */
const needsOwnWords = (act: Act): boolean =>
  hasEffect(act) ||
  (act.type === 'history' && act.wish !== 'tell' && act.wish !== 'resume') ||
  (act.type === 'handoff' && act.reason !== 'safety');

/**
 * A model chooses what is shown and said; what has an effect is done only as the rules read it in the shopper's own words. Where a model
 * would do anything of the kind that they did not read, just so, the rules are followed. It may have been told to by a text that it read.
 *
 * @param decideOn What would be done for an understanding.
 */
export function holdToOwnWords(
  chosen: Chosen,
  first: Understanding,
  decideOn: (understanding: Understanding) => { readonly acts: readonly Act[] },
): Chosen {
  const { understanding } = chosen;
  if (understanding.by === 'embedded') return chosen;
  const own = decideOn(first).acts;
  const isOwn = (act: Act): boolean => own.some((each) => isDeepEqual(each, act));
  if (decideOn(understanding).acts.every((act) => !needsOwnWords(act) || isOwn(act))) return chosen;
  return { understanding: { ...first, usage: understanding.usage }, other: understanding };
}
