import type { Act, ShowMode } from '../domain/act.ts';
import type { Command, ProductReference } from '../domain/command.ts';
import type { DialogueState, OpenOffer, ShownProduct } from '../domain/dialogue-state.ts';
import type { Language } from '../domain/locale.ts';
import type { Need } from '../domain/need.ts';
import type { NeedChange } from '../domain/need-change.ts';
import { aboutReference } from './answer-open.ts';
import { applyChanges } from './apply-changes.ts';
import { type Resolution, resolveReference } from './resolve-reference.ts';

export interface DecideContext {
  readonly language: Language;
  /** The product whose page the shopper looks at. */
  readonly pageProductId?: string;
  /** The same with its price, when the shop sells it: "like this but cheaper" needs the figure. */
  readonly pageProduct?: ShownProduct;
  /** In [0, 1]: how sure it is that the commands are what was meant; sure when absent. */
  readonly confidence?: number;
}

/** A turn while its commands are applied, one after the other. */
export interface Draft {
  readonly state: DialogueState;
  readonly context: DecideContext;
  /** 'list' stands for the list until the whole message is read. */
  readonly acts: readonly (Act | 'list')[];
  /** Set as soon as a list is due. */
  readonly mode?: ShowMode;
  /** What the turn before left open; this message may say yes to it. */
  readonly offered?: OpenOffer;
  /** True when the need is one of before: it is then not remembered as one to go back to. */
  readonly isUndone?: boolean;
}

/** Where nothing is wanted yet, the subject of a question stands for it: "how many dresses have you?", "in red". */
export const wantedNow = ({ need, asked, turn }: DialogueState): Need =>
  isEmptyNeed(need) && asked !== undefined ? withoutUnknown(asked.need, turn) : need;

/** What the shop did not know in an earlier turn has been said back. */
const withoutUnknown = (need: Need, turn: number): Need => ({
  ...need,
  constraints: need.constraints.filter(({ known, sourceTurn }) => known || sourceTurn >= turn),
});

export const isEmptyNeed = ({ query, constraints, similarTo }: Need): boolean =>
  query === '' && constraints.length === 0 && similarTo === undefined;

export const resolve = ({ state, context }: Draft, reference: ProductReference): Resolution =>
  resolveReference(reference, { ...context, state });

/** The need after changes, and a list for it in place of what was asked about before. */
export function withList(draft: Draft, changes: readonly NeedChange[], mode: ShowMode): Draft {
  const { asked: _, ...state } = draft.state;
  const need = applyChanges(wantedNow(draft.state), changes);
  const acts: Draft['acts'] = draft.acts.includes('list') ? draft.acts : [...draft.acts, 'list'];
  const seen = mode === 'more' ? state.seen : [];
  return {
    ...draft,
    state: { ...withoutAnswered(state, need), need, seen },
    acts,
    mode: mergeModes(draft.mode, mode),
  };
}

/** Adds an act unless the same one is there already. */
export function withAct(draft: Draft, act: Act): Draft {
  const repeated = draft.acts.some((other) => other !== 'list' && isDeepEqual(other, act));
  return repeated ? draft : { ...draft, acts: [...draft.acts, act] };
}

/** Acts on one product, which is then what "it" means; asks back when it is unclear which. */
export function aboutProduct(
  draft: Draft,
  command: Command,
  found: Resolution,
  toAct: (productId: string) => Act,
): Draft {
  if (found.kind === 'ambiguous') return clarify(draft, command, found.options);
  const { productId } = found;
  return withAct({ ...draft, state: { ...draft.state, focus: productId } }, toAct(productId));
}

/**
 * One question back is enough for a turn. What it is about is kept: the next message may point at one of the options, or say yes to
 * the only one.
 */
export function clarify(draft: Draft, unresolved: Command, options: readonly ShownProduct[]): Draft {
  if (draft.acts.some((act) => act !== 'list' && act.type === 'clarify')) return draft;
  const asked = withAct(draft, { type: 'clarify', options });
  const [first, ...others] = options;
  if (first === undefined) return asked;
  if (others.length > 0) return withOffer(asked, { unresolved });
  const meant: ProductReference = { kind: 'product', productId: first.productId };
  const isUnclear = (reference: ProductReference) => resolve(draft, reference).kind === 'ambiguous';
  return withOffer(asked, { unresolved, accepted: [aboutReference(unresolved, meant, isUnclear)] });
}

/** Leaves something open for the next message; what is said last counts. */
export const withOffer = (draft: Draft, offer: OpenOffer): Draft => ({
  ...draft,
  state: { ...draft.state, offer },
});

/** A later "refined" or "more" in one message only adds to how the list came about. */
function mergeModes(before: ShowMode | undefined, mode: ShowMode): ShowMode {
  if (before === undefined || mode === 'new' || mode === 'similar') return mode;
  return before === 'more' ? mode : before;
}

/** What is asked for again does matter. */
function withoutAnswered(
  { indifferent = [], ...state }: Omit<DialogueState, 'asked'>,
  need: Need,
): Omit<DialogueState, 'asked'> {
  const wanted = new Set(need.constraints.map(({ attribute }) => attribute));
  const left = indifferent.filter((attribute) => !wanted.has(attribute));
  return left.length === 0 ? state : { ...state, indifferent: left };
}

export const isDeepEqual = (left: unknown, right: unknown): boolean =>
  JSON.stringify(left) === JSON.stringify(right);
