import type { CommandOf } from '../domain/command.ts';
import type { DialogueState } from '../domain/dialogue-state.ts';
import { EMPTY_NEED } from '../domain/need.ts';
import { applyChanges } from './apply-changes.ts';
import { findChanges, refineChanges, similarChanges } from './change-need.ts';
import { clarify, type Draft, isEmptyNeed, resolve, wantedNow, withAct, withList } from './draft.ts';
import { pullFromFocus, pullFromReference } from './pull-price.ts';
import { withoutFocus } from './record-list.ts';
import { forgetAnswers, recordIndifference } from './record-question.ts';
import { shiftFromList, shiftFromReference } from './shift-attributes.ts';

/** Another wish: what was turned down and what did not matter was about the one before. */
export function find(draft: Draft, command: CommandOf<'find' | 'gift'>): Draft {
  return withList(forNewNeed(draft), findChanges(command), 'new');
}

export function showAsked(draft: Draft): Draft {
  const { asked, need } = draft.state;
  return withList(forNewNeed(draft), [{ kind: 'replace', need: asked?.need ?? need }], 'new');
}

export function refine(draft: Draft, command: CommandOf<'refine'>): Draft {
  const { shown, focus, turn } = draft.state;
  const pulled = [
    ...(command.pull === undefined ? [] : pullFromFocus(command.pull, shown, focus, turn)),
    ...shiftFromList(command.shifts ?? [], shown, turn),
  ];
  const need = wantedNow(draft.state);
  const startsAnew = isEmptyNeed(need) && shown.length === 0;
  const isCritique = command.pull !== undefined || command.shifts !== undefined;
  if (startsAnew && isCritique && isEmptyNeed(applyChanges(need, refineChanges(command, []))))
    return clarify(draft, command, []);
  const changes = refineChanges(command, pulled);
  return withList(withIndifferent(draft, command.drop), changes, startsAnew ? 'new' : 'refined');
}

export function similar(draft: Draft, command: CommandOf<'similar'>): Draft {
  const { need, shown, turn } = draft.state;
  const reference = resolve(draft, command.reference);
  if (reference.kind === 'ambiguous') return clarify(draft, command, reference.options);
  const facts = reference.shown;
  const pulled =
    facts === undefined
      ? []
      : [
          ...(command.pull === undefined ? [] : pullFromReference(command.pull, facts, turn)),
          ...shiftFromReference(command.shifts ?? [], facts, turn),
        ];
  const onScreen = shown.some(({ productId }) => productId === reference.productId);
  const found = onScreen ? reference : { productId: reference.productId };
  return withList(draft, similarChanges(need, found, [...pulled, ...command.constraints]), 'similar');
}

/** Continues the list; a list that this message changes anyway begins from its top. */
export function more(draft: Draft): Draft {
  if (draft.mode !== undefined) return draft;
  return withList(draft, [], draft.state.seen.length === 0 ? 'new' : 'more');
}

/** Goes back to the need before the present one, with its list. */
export function undo(draft: Draft): Draft {
  const [need, ...past] = draft.state.past ?? [];
  if (need === undefined) return withAct(draft, { type: 'acknowledge' });
  const back: Draft = { ...draft, state: { ...draft.state, past }, isUndone: true };
  return isEmptyNeed(need) ? reset(back) : withList(back, [{ kind: 'replace', need }], 'refined');
}

/** Any answer is fine: the attribute is neither wanted nor asked for again. As an answer to a question the list goes on with it. */
export function noPreference(draft: Draft, attribute: string | undefined): Draft {
  const meant = attribute ?? draft.state.question?.attribute;
  if (meant === undefined) return withAct(draft, { type: 'acknowledge' });
  const freed = withIndifferent(draft, [meant]);
  const need = wantedNow(draft.state);
  if (isEmptyNeed(need) && draft.state.shown.length === 0) return withAct(freed, { type: 'acknowledge' });
  // What was asked was open, but for what is refused and the department that it would part: these hold.
  const isWanted = need.constraints.some(
    ({ attribute, operator, sourceTurn }) =>
      attribute === meant && operator !== 'ne' && sourceTurn === draft.state.turn,
  );
  return draft.state.question?.attribute === meant && !isWanted
    ? more(freed)
    : withList(freed, [{ kind: 'remove', slots: [meant] }], 'refined');
}

/** Forgets the need and the list, also one that this message had asked for before. What was clicked stays. */
export function reset(draft: Draft): Draft {
  const { mode: _, ...cleared } = forNewNeed(draft);
  const { asked: _asked, question: _question, ...kept } = withoutFocus(cleared.state);
  const state: DialogueState = { ...kept, need: EMPTY_NEED, shown: [], seen: [] };
  const acts = draft.acts.filter((act) => act !== 'list');
  return withAct({ ...cleared, state, acts }, { type: 'reset' });
}

function forNewNeed(draft: Draft): Draft {
  const { rejected: _, ...state } = forgetAnswers(draft.state);
  return { ...draft, state };
}

const withIndifferent = (draft: Draft, attributes: readonly string[]): Draft => ({
  ...draft,
  state: attributes.reduce(recordIndifference, draft.state),
});
