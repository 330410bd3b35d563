import type { ProductReference } from '../domain/command.ts';
import type { Constraint, Need } from '../domain/need.ts';
import { concept, includesConcept } from '../text/lexicon/index.ts';
import type { Cue } from './grammar/index.ts';
import type { Message } from './message.ts';
import type { Meaning, Span } from './span.ts';
import type { Wish } from './wish.ts';

export const has = ({ spans }: Message, cue: Cue): boolean =>
  spans.some(({ meaning }) => meaning.kind === 'cue' && meaning.cue === cue);

/** Phrases of any of these cues, the longest first. */
export function cueSpans(
  { spans }: Message,
  cues: readonly Cue[],
): Span<Extract<Meaning, { kind: 'cue' }>>[] {
  return spans
    .filter(
      (span): span is Span<Extract<Meaning, { kind: 'cue' }>> =>
        span.meaning.kind === 'cue' && cues.includes(span.meaning.cue),
    )
    .toSorted((left, right) => right.to - right.from - (left.to - left.from) || left.from - right.from);
}

export const namesThing = ({ constraints }: Pick<Wish, 'constraints'>): boolean =>
  constraints.some(({ attribute, operator }) => attribute === 'type' && operator === 'eq');

export const isEmpty = ({ query, constraints, recipient, occasion }: Wish): boolean =>
  query === '' && constraints.length === 0 && recipient === undefined && occasion === undefined;

/** What a change would change: what is wanted, else what was asked about last. */
export const presentNeed = ({ context: { state } }: Message): Need =>
  wantsNothing(state.need) ? (state.asked?.need ?? state.need) : state.need;

export const wantsNothing = ({ query, constraints, similarTo }: Need): boolean =>
  query === '' && constraints.length === 0 && similarTo === undefined;

export function hasProductInView({ context }: Message): boolean {
  return (
    context.state.focus !== undefined || context.pageProductId !== undefined || context.state.shown.length > 0
  );
}

/** Another kind of thing than before; a narrower one ("a parka", after jackets) or the same goes on with the need. */
export function isNewThing(wish: Wish, need: Need): boolean {
  const before = typesOf(need.constraints);
  const now = typesOf(wish.constraints);
  return now.length > 0 && !now.some((type) => before.some((earlier) => isSameOrNarrower(earlier, type)));
}

const typesOf = (constraints: readonly Constraint[]): string[] =>
  constraints.flatMap(({ attribute, operator, value }) =>
    attribute === 'type' && operator === 'eq' ? [String(value)] : [],
  );

function isSameOrNarrower(wide: string, narrow: string): boolean {
  const wider = concept('type', wide);
  const narrower = concept('type', narrow);
  return (
    wide === narrow || (wider !== undefined && narrower !== undefined && includesConcept(wider, narrower))
  );
}

/** Products pointed at, in order: by themselves or within a phrase ("like the second"); "it" only beside no other. */
export function referencesOf({ spans }: Pick<Message, 'spans'>): ProductReference[] {
  const all = spans.flatMap(({ meaning }: Span) => {
    if (meaning.kind === 'references') return [...meaning.references];
    if (meaning.kind !== 'cue' && meaning.kind !== 'question') return [];
    return meaning.fillings.flatMap((filling) =>
      filling.kind === 'references' ? [...filling.references] : [],
    );
  });
  const certain = all.filter(({ kind }) => kind !== 'focus');
  return certain.length > 0 ? certain : all;
}

export function pullOf(message: Message): { pull?: 'cheaper' | 'dearer' } {
  if (has(message, 'cheaper')) return { pull: 'cheaper' };
  return has(message, 'dearer') ? { pull: 'dearer' } : {};
}

export function droppedBy({ spans }: Message): string[] {
  const dropped = spans.flatMap(({ meaning }) =>
    meaning.kind === 'cue' && meaning.cue === 'drop'
      ? meaning.fillings.flatMap((filling) => (filling.kind === 'attribute' ? [filling.attribute] : []))
      : [],
  );
  return [...new Set(dropped)];
}

/** "Lighter", "bigger", each measure once; only of what is wanted or shown already. */
export function shiftsOf(message: Message): {
  shifts?: { attribute: string; direction: 'lower' | 'higher' }[];
} {
  if (!hasProductInView(message) && wantsNothing(message.context.state.need)) return {};
  const shifts = new Map(
    message.spans.flatMap(({ meaning }) =>
      meaning.kind === 'shift' ? [[meaning.attribute, meaning.direction] as const] : [],
    ),
  );
  return shifts.size === 0
    ? {}
    : { shifts: [...shifts].map(([attribute, direction]) => ({ attribute, direction })) };
}
