import type { CommandOf } from '../domain/command.ts';
import type { RejectedProduct, ShownProduct } from '../domain/dialogue-state.ts';
import { clarify, type Draft, resolve, withAct, withList } from './draft.ts';

const MAX_REJECTED = 100;

/**
 * Takes products out of every further list of this need; none named means all on screen. What comes next is the rest of the
 * list when all were turned down, else the same list without them.
 */
export function reject(draft: Draft, command: CommandOf<'reject'>): Draft {
  const { shown, rejected = [] } = draft.state;
  const references = isOfNone(draft, command) ? [] : command.references;
  const found = references.map((reference) => resolve(draft, reference));
  const unclear = found.find((each) => each.kind === 'ambiguous');
  if (unclear !== undefined) return clarify(draft, command, unclear.options);
  const named = found.flatMap((each) => (each.kind === 'product' ? [toRejected(each)] : []));
  const turnedDown = references.length === 0 ? shown.map((each) => toRejected(each)) : named;
  if (turnedDown.length === 0) return withAct(draft, { type: 'acknowledge' });
  const { reason } = command;
  const added = turnedDown.map((each) => (reason === undefined ? each : { ...each, reason }));
  const ids = new Set(added.map(({ productId }) => productId));
  const kept = [...rejected.filter(({ productId }) => !ids.has(productId)), ...added].slice(-MAX_REJECTED);
  const isAll = shown.every(({ productId }) => ids.has(productId));
  return withList(
    { ...draft, state: { ...draft.state, rejected: kept } },
    [],
    isAll && shown.length > 0 ? 'more' : 'refined',
  );
}

/** "I don't like it", with a list on the screen of which nothing was talked about, is the list. */
const isOfNone = (draft: Draft, { references: [first, ...others] }: CommandOf<'reject'>): boolean =>
  first?.kind === 'focus' && others.length === 0 && resolve(draft, first).kind === 'ambiguous';

const toRejected = (found: {
  readonly productId: string;
  readonly title?: string;
  readonly shown?: ShownProduct;
}): RejectedProduct => ({
  productId: found.productId,
  title: found.title ?? found.shown?.title ?? found.productId,
});
