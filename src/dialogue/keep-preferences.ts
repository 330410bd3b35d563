import type { CommandOf } from '../domain/command.ts';
import { type Constraint, sameConstraint } from '../domain/need.ts';
import { type Draft, isEmptyNeed, withAct, withList } from './draft.ts';
import { mergeConstraints } from './merge-constraints.ts';

const MAX_PREFERENCES = 30;

/**
 * Keeps what always holds of the shopper, apart from what is wanted now. A list that stands is made again under it. What the
 * shop does not know is kept as well, to be told, and never filters.
 */
export function keepPreference(draft: Draft, command: CommandOf<'preference'>): Draft {
  const { preferences = [] } = draft.state;
  switch (command.action) {
    case 'tell':
      return withAct(draft, { type: 'preferences', outcome: 'told' });
    case 'set': {
      const kept = mergeConstraints(preferences, command.constraints).slice(-MAX_PREFERENCES);
      return again(withAct(withPreferences(draft, kept), { type: 'preferences', outcome: 'set' }));
    }
    case 'forget': {
      const kept = preferences.filter((preference) => !isForgotten(preference, command));
      return again(withAct(withPreferences(draft, kept), { type: 'preferences', outcome: 'forgotten' }));
    }
  }
}

/** Nothing named: everything. */
function isForgotten(preference: Constraint, { attributes, constraints }: CommandOf<'preference'>): boolean {
  if (attributes.length === 0 && constraints.length === 0) return true;
  return (
    attributes.includes(preference.attribute) ||
    constraints.some((named) => sameConstraint(named, preference))
  );
}

function withPreferences(draft: Draft, kept: readonly Constraint[]): Draft {
  const { preferences: _, ...state } = draft.state;
  return { ...draft, state: kept.length === 0 ? state : { ...state, preferences: kept } };
}

const again = (draft: Draft): Draft =>
  isEmptyNeed(draft.state.need) ? draft : withList(draft, [], 'refined');
