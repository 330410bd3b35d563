import type { CommandOf, ProductReference } from '../domain/command.ts';
import type { ShownProduct } from '../domain/dialogue-state.ts';
import type { Constraint } from '../domain/need.ts';
import type { PlannedSet, SetPart } from '../domain/set-step.ts';
import { applyChanges } from './apply-changes.ts';
import { findChanges, refineChanges } from './change-need.ts';
import { type Draft, resolve, withAct } from './draft.ts';
import { mergeConstraints } from './merge-constraints.ts';
import { type PricePull, pullFromReference } from './pull-price.ts';
import { forgetAnswers } from './record-question.ts';

/** Of one part; the oldest may come again. */
const MOST_REFUSED = 50;

/** Several things are wanted at once: another wish than before. */
export function planSet(draft: Draft, command: CommandOf<'plan-set'>): Draft {
  const { parts, ...wish } = command;
  const need = applyChanges(draft.state.need, findChanges({ ...wish, type: 'find' }));
  const { rejected: _, set: __, asked: ___, ...state } = forgetAnswers(draft.state);
  return withAct({ ...draft, state: { ...state, need } }, { type: 'plan-set', need, named: parts });
}

type Change = CommandOf<'refine' | 'reject' | 'similar'>;

/**
 * A message about the set on the screen: another one for a part, a cheaper one, or another limit for all of it.
 *
 * @returns Undefined when it is about something else.
 */
export function changeSet(draft: Draft, command: Change): Draft | undefined {
  const { set } = draft.state;
  if (set === undefined || !isOnScreen(set, draft)) return undefined;
  if (command.type === 'refine') return refineSet(draft, set, command);
  const all = [...set.parts.keys()];
  if (command.type === 'reject')
    return command.references.length === 0
      ? withParts(draft, set, all, [])
      : withParts(draft, set, placesOf(draft, set, command.references), []);
  const places = placesOf(draft, set, [command.reference]);
  const limits = [...pulled(draft, set, places, command.pull), ...command.constraints];
  return limits.length === 0 ? undefined : withParts(draft, set, places, limits);
}

/** Of the parts that are pointed at; none when anything else is. */
function placesOf(draft: Draft, set: PlannedSet, references: readonly ProductReference[]): readonly number[] {
  const places = references.map((reference) => {
    const found = resolve(draft, reference);
    return found.kind === 'product'
      ? set.parts.findIndex(({ productId }) => productId === found.productId)
      : -1;
  });
  return places.includes(-1) ? [] : places;
}

/** Whether all that is on the screen is the set, and nothing else was shown since. */
function isOnScreen({ parts }: PlannedSet, { state: { shown } }: Draft): boolean {
  const chosen = parts.flatMap(({ productId }) => productId ?? []);
  return (
    chosen.length > 0 &&
    chosen.length === shown.length &&
    chosen.every((productId, place) => shown[place]?.productId === productId)
  );
}

function refineSet(draft: Draft, set: PlannedSet, command: CommandOf<'refine'>): Draft | undefined {
  const kinds = command.constraints.filter(namesKind);
  const places = set.parts.flatMap((part, place) => (isOfKind(part, kinds) ? [place] : []));
  if (kinds.length > 0) {
    const others = command.constraints.filter((limit) => !namesKind(limit));
    return withParts(draft, set, places, [...pulled(draft, set, places, command.pull), ...others]);
  }
  // "Cheaper" without a limit is of all together.
  const { shown, turn } = draft.state;
  const priceMinor = shown.reduce((sum, each) => sum + each.priceMinor, 0);
  const pull = command.pull === undefined ? [] : limitsOf(command.pull, { priceMinor }, turn);
  const need = applyChanges(set.need, refineChanges(command, pull));
  return withAct(
    { ...draft, state: { ...draft.state, need } },
    { type: 'change-set', set: { need, parts: set.parts.map(toBeFound) }, places: [...set.parts.keys()] },
  );
}

/** These parts are chosen anew: not what stands for them now, and within further limits. */
function withParts(
  draft: Draft,
  set: PlannedSet,
  places: readonly number[],
  limits: readonly Constraint[],
): Draft | undefined {
  if (places.length === 0) return undefined;
  const parts = set.parts.map((part, place): SetPart => {
    if (!places.includes(place)) return part;
    const { productId, ...open } = part;
    return {
      ...open,
      need: { ...part.need, constraints: mergeConstraints(part.need.constraints, limits) },
      refused: productId === undefined ? part.refused : [...part.refused, productId].slice(-MOST_REFUSED),
    };
  });
  return withAct(draft, { type: 'change-set', set: { ...set, parts }, places });
}

const toBeFound = ({ productId: _, ...part }: SetPart): SetPart => part;

const namesKind = ({ attribute, operator }: Constraint): boolean =>
  operator === 'eq' && (attribute === 'type' || attribute === 'category');

const isOfKind = ({ need }: SetPart, kinds: readonly Constraint[]): boolean =>
  need.constraints.some((own) =>
    kinds.some((kind) => own.attribute === kind.attribute && own.value === kind.value),
  );

/** What "cheaper" means for a part: beside what stands for it now. */
function pulled(
  { state: { shown, turn } }: Draft,
  { parts }: PlannedSet,
  [place = -1]: readonly number[],
  pull: PricePull | undefined,
): Constraint[] {
  const present = shown.find(({ productId }) => productId === parts[place]?.productId);
  return pull === undefined || present === undefined ? [] : limitsOf(pull, present, turn);
}

const limitsOf = (pull: PricePull, present: Pick<ShownProduct, 'priceMinor'>, turn: number): Constraint[] =>
  pullFromReference(pull, present, turn).filter(({ strength }) => strength === 'hard');
