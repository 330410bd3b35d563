import type { Act, ShowMode } from '../domain/act.ts';
import type { Command, CommandOf, ProductReference } from '../domain/command.ts';
import type { DialogueState, ShownProduct } from '../domain/dialogue-state.ts';
import type { Language } from '../domain/locale.ts';
import { EMPTY_NEED, type Need } from '../domain/need.ts';
import { askedQuestion } from './ask-catalogue.ts';
import { findNeed, refineNeed, similarNeed } from './change-need.ts';
import { keepHistory } from './keep-history.ts';
import { pullFromList, pullFromReference } from './pull-price.ts';
import { withoutFocus } from './record-list.ts';
import { type Resolution, resolveReference } from './resolve-reference.ts';

export interface DecideContext {
  readonly language: Language;
  /** The product whose page the shopper looks at. */
  readonly pageProductId?: string;
  /** The same with its price, when the shop sells it: "like this but cheaper" needs the figure. */
  readonly pageProduct?: ShownProduct;
}

export interface Decision {
  readonly state: DialogueState;
  readonly acts: readonly Act[];
}

/**
 * What is wanted now, and what to do next. Pure; `SPEC.md` beside this file holds the invariants.
 *
 * Commands are applied in order; references point at what was on screen when the message was written. All changes of
 * the need make one `show`, at the place of the first. A turn always has at least one act and asks back at most once.
 */
export function decide(state: DialogueState, commands: readonly Command[], context: DecideContext): Decision {
  const started: Draft = { state: beginTurn(state, context.language), acts: [] };
  const draft = commands.reduce((current, command) => apply(current, command, context), started);
  const acts = draft.acts.map((act) => (act === 'list' ? showAct(draft) : act));
  return { state: draft.state, acts: acts.length === 0 ? [{ type: 'decline' }] : acts };
}

/** What the shop did not know in an earlier turn has been said back, and is forgotten: it never filtered. */
function beginTurn(state: DialogueState, language: Language): DialogueState {
  const turn = state.turn + 1;
  const constraints = state.need.constraints.filter(({ known, sourceTurn }) => known || sourceTurn >= turn);
  return { ...state, turn, language, need: { ...state.need, constraints } };
}

interface Draft {
  readonly state: DialogueState;
  /** 'list' stands for the list until the whole message is read. */
  readonly acts: readonly (Act | 'list')[];
  /** Set as soon as a list is due. */
  readonly mode?: ShowMode;
}

function apply(draft: Draft, command: Command, context: DecideContext): Draft {
  switch (command.type) {
    case 'find':
    case 'gift':
      return withList(draft, findNeed(command), 'new');
    case 'refine':
      return refine(draft, command);
    case 'similar':
      return similar(draft, command, context);
    case 'more':
      return more(draft);
    case 'compare':
      return compare(draft, command, context);
    case 'why':
      return about(draft, resolveWhy(draft, command.reference, context), (productId) => ({
        type: 'explain',
        productId,
      }));
    case 'without-reasons':
      return draft.state.shown.length === 0
        ? clarify(draft, [])
        : withAct(draft, { type: 'without-reasons' });
    case 'goes-with':
      return about(draft, resolve(draft, command.reference, context), (productId) => ({
        type: 'goes-with',
        productId,
        limits: command.constraints.filter(({ known }) => known),
      }));
    case 'history':
      return withAct(
        { ...draft, state: keepHistory(draft.state, command.wish) },
        { type: 'history', wish: command.wish },
      );
    case 'ask-product':
      return about(draft, resolve(draft, command.reference, context), (productId) => ({
        type: 'answer',
        productId,
        question: command.question,
        ...(command.attribute === undefined ? {} : { attribute: command.attribute }),
      }));
    case 'ask-catalogue': {
      const asked = askedQuestion(command, draft.state);
      return withAct({ ...draft, state: { ...draft.state, asked } }, { type: 'tally', ...asked });
    }
    case 'show-asked':
      return showAsked(draft);
    case 'reset':
      return reset(draft);
    case 'handoff':
      return withAct(
        { ...draft, state: { ...draft.state, handedOff: true } },
        { type: 'handoff', reason: command.reason },
      );
    case 'size-fit':
      return about(draft, resolve(draft, command.reference, context), (productId) => ({
        type: 'answer',
        productId,
        attribute: 'size',
        question: command.question,
      }));
    case 'complaint':
      return withAct(
        { ...draft, state: { ...draft.state, handedOff: true } },
        { type: 'handoff', reason: 'complaint' },
      );
    case 'plan-set':
    case 'reorder':
    case 'availability':
    case 'price':
    case 'ask-policy':
    case 'basket':
    case 'checkout':
    case 'order-status':
    case 'cancel-order':
    case 'return':
    case 'exchange':
    case 'change-address':
    case 'personal-data':
      return withAct(draft, { type: 'cannot', about: command.type });
    case 'small-talk':
      return withAct(draft, { type: 'small-talk', about: command.about });
    case 'unsafe':
      return withAct(draft, { type: 'unsafe', kind: command.kind });
    case 'affirm':
    case 'deny':
    case 'no-preference':
    case 'undo':
    case 'reject':
    case 'preference':
      return withAct(draft, { type: 'acknowledge' });
    case 'out-of-scope':
      return withAct(draft, { type: 'decline' });
    case 'greet':
    case 'thank':
    case 'goodbye':
      return withAct(draft, { type: command.type });
  }
}

/** Where nothing is wanted yet, the subject of a question stands for it: "how many dresses have you?", "in red". */
const wantedNow = ({ need, asked }: DialogueState): Need => (isEmpty(need) ? (asked?.need ?? need) : need);

function showAsked(draft: Draft): Draft {
  const { asked, need } = draft.state;
  return withList(draft, asked?.need ?? need, 'new');
}

function refine(draft: Draft, command: CommandOf<'refine'>): Draft {
  const { shown, turn } = draft.state;
  const need = wantedNow(draft.state);
  const pulled = command.pull === undefined ? [] : pullFromList(command.pull, shown, turn);
  const refined = refineNeed(need, command, pulled);
  const startsAnew = isEmpty(need) && shown.length === 0;
  if (startsAnew && isEmpty(refined) && command.pull !== undefined) return clarify(draft, []);
  return withList(draft, refined, startsAnew ? 'new' : 'refined');
}

/** Continues the list; a list that this message changes anyway begins from its top. */
function more(draft: Draft): Draft {
  if (draft.mode !== undefined) return draft;
  const { seen } = draft.state;
  return withList(draft, wantedNow(draft.state), seen.length === 0 ? 'new' : 'more');
}

function similar(draft: Draft, command: CommandOf<'similar'>, context: DecideContext): Draft {
  const reference = resolve(draft, command.reference, context);
  if (reference.kind === 'unclear') return clarify(draft, reference.options);
  const pulled =
    command.pull === undefined || reference.shown === undefined
      ? []
      : pullFromReference(command.pull, reference.shown, draft.state.turn);
  const onScreen = draft.state.shown.some(({ productId }) => productId === reference.productId);
  const found = onScreen ? reference : { productId: reference.productId };
  return withList(
    draft,
    similarNeed(draft.state.need, found, [...pulled, ...command.constraints]),
    'similar',
  );
}

function compare(draft: Draft, command: CommandOf<'compare'>, context: DecideContext): Draft {
  const resolved = command.references.map((reference) => resolve(draft, reference, context));
  const productIds = [
    ...new Set(resolved.flatMap((found) => (found.kind === 'product' ? [found.productId] : []))),
  ];
  if (productIds.length >= 2) {
    return withAct({ ...draft, state: withoutFocus(draft.state) }, { type: 'compare', productIds });
  }
  const unclear = resolved.find((found) => found.kind === 'unclear');
  return clarify(draft, unclear?.options ?? draft.state.shown);
}

/** Acts on one product, which is then what "it" means; asks back when it is unclear which. */
function about(draft: Draft, found: Resolution, toAct: (productId: string) => Act): Draft {
  if (found.kind === 'unclear') return clarify(draft, found.options);
  const { productId } = found;
  return withAct({ ...draft, state: { ...draft.state, focus: productId } }, toAct(productId));
}

/** "Why this?" about nothing in particular is about the first of the list. */
function resolveWhy(draft: Draft, reference: ProductReference, context: DecideContext): Resolution {
  const found = resolve(draft, reference, context);
  const [first] = draft.state.shown;
  return found.kind === 'unclear' && reference.kind === 'focus' && first !== undefined
    ? { kind: 'product', productId: first.productId, shown: first }
    : found;
}

/** Forgets the need and the list, also one that this message had asked for before. What was clicked stays. */
function reset({ state, acts }: Draft): Draft {
  const { asked: _, ...kept } = withoutFocus(state);
  const forgotten: DialogueState = { ...kept, need: EMPTY_NEED, shown: [], seen: [] };
  return withAct({ state: forgotten, acts: acts.filter((act) => act !== 'list') }, { type: 'reset' });
}

function withList(draft: Draft, need: Need, mode: ShowMode): Draft {
  const { asked: _, ...state } = draft.state;
  const seen = mode === 'more' ? state.seen : [];
  const acts: Draft['acts'] = draft.acts.includes('list') ? draft.acts : [...draft.acts, 'list'];
  return { state: { ...state, need, seen }, acts, mode: mergeModes(draft.mode, mode) };
}

/** A later "refined" or "more" in one message only adds to how the list came about. */
function mergeModes(before: ShowMode | undefined, mode: ShowMode): ShowMode {
  if (before === undefined || mode === 'new' || mode === 'similar') return mode;
  return before === 'more' ? mode : before;
}

function showAct({ state, mode = 'new' }: Draft): Act {
  const { need, seen } = state;
  const reference = need.similarTo === undefined ? [] : [need.similarTo];
  const exclude = [...new Set([...reference, ...(mode === 'more' ? seen : [])])];
  return { type: 'show', mode, need, exclude };
}

/** Adds an act unless the same one is there already. */
function withAct(draft: Draft, act: Act): Draft {
  const repeated = draft.acts.some((other) => other !== 'list' && isDeepEqual(other, act));
  return repeated ? draft : { ...draft, acts: [...draft.acts, act] };
}

/** One question back is enough for a turn. */
function clarify(draft: Draft, options: readonly ShownProduct[]): Draft {
  const asked = draft.acts.some((act) => act !== 'list' && act.type === 'clarify');
  return asked ? draft : withAct(draft, { type: 'clarify', options });
}

const resolve = (draft: Draft, reference: ProductReference, context: DecideContext): Resolution =>
  resolveReference(reference, { ...context, state: draft.state });

const isEmpty = ({ query, constraints, similarTo }: Need): boolean =>
  query === '' && constraints.length === 0 && similarTo === undefined;

const isDeepEqual = (left: unknown, right: unknown): boolean =>
  JSON.stringify(left) === JSON.stringify(right);
