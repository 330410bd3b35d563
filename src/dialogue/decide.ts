import type { Act } from '../domain/act.ts';
import type { Command, CommandOf, ProductReference } from '../domain/command.ts';
import type { DialogueState } from '../domain/dialogue-state.ts';
import type { Language } from '../domain/locale.ts';
import { answerChoice, withoutChoice } from './answer-choice.ts';
import { answerOpen } from './answer-open.ts';
import { find, more, noPreference, refine, reset, showAsked, similar, undo } from './apply-wish.ts';
import { askedQuestion } from './ask-catalogue.ts';
import { askPolicy } from './ask-policy.ts';
import { basketWish } from './basket-wish.ts';
import {
  aboutProduct,
  clarify,
  type DecideContext,
  type Draft,
  isDeepEqual,
  resolve,
  withAct,
  withOffer,
} from './draft.ts';
import { countMisunderstood, handOver } from './hand-over.ts';
import { keepHistory } from './keep-history.ts';
import { keepPreference } from './keep-preferences.ts';
import { answerOrder, withoutOpenOrder } from './order-open.ts';
import { orderWish } from './order-wishes.ts';
import { changeSet, planSet } from './plan-set.ts';
import { withoutFocus } from './record-list.ts';
import { reject } from './reject-products.ts';
import { type Resolution, resolveReference } from './resolve-reference.ts';

export type { DecideContext } from './draft.ts';

export interface Decision {
  readonly state: DialogueState;
  readonly acts: readonly Act[];
}

/** About nothing that was bought or done: about this conversation. */
const ANGRY: ReadonlySet<CommandOf<'complaint'>['about']> = new Set(['assistant', 'other']);

/** Needs that can be gone back to. */
const MAX_PAST = 10;

/**
 * What is wanted now, and what to do next. Pure; `SPEC.md` beside this file holds the invariants.
 *
 * Commands are applied in order; references point at what was on screen when the message was written. All changes of
 * the need make one `show`, at the place of the first. A turn always has at least one act and asks back at most once.
 */
export function decide(state: DialogueState, commands: readonly Command[], context: DecideContext): Decision {
  const open = answerOrder(state, commands);
  const { offer } = state;
  const started: Draft = {
    state: beginTurn(withoutChoice(withoutOpenOrder(state)), context.language),
    context,
    acts: open.acts,
    ...(offer === undefined ? {} : { offered: offer }),
  };
  const meant = answerOpen(
    answerChoice(state, open.commands),
    offer,
    (reference) => resolveReference(reference, { ...context, state }).kind === 'ambiguous',
  );
  const draft = countMisunderstood(withoutEmptyWords(meant.reduce(apply, started)));
  return {
    state: remember(started, draft),
    acts: draft.acts.map((act) => (act === 'list' ? showAct(draft) : act)),
  };
}

/**
 * What the shop did not know in an earlier turn has been said back, and is forgotten: it never filtered. What was offered or asked
 * holds for one turn.
 */
function beginTurn({ offer: _, question, ...state }: DialogueState, language: Language): DialogueState {
  const turn = state.turn + 1;
  const constraints = state.need.constraints.filter(({ known, sourceTurn }) => known || sourceTurn >= turn);
  const isOpen = question !== undefined && question.turn === state.turn;
  return {
    ...state,
    ...(isOpen ? { question } : {}),
    turn,
    language,
    need: { ...state.need, constraints },
  };
}

/** A need that is another one now can be gone back to, unless it was just gone back from. */
function remember({ state: { need } }: Draft, { state, isUndone }: Draft): DialogueState {
  if (isUndone === true || isDeepEqual(need, state.need)) return state;
  return { ...state, past: [need, ...(state.past ?? [])].slice(0, MAX_PAST) };
}

/** A yes or no beside something else is part of it. */
function withoutEmptyWords(draft: Draft): Draft {
  const acts = draft.acts.filter((act) => act === 'list' || act.type !== 'acknowledge');
  return acts.length === 0 ? draft : { ...draft, acts };
}

function apply(draft: Draft, command: Command): Draft {
  switch (command.type) {
    case 'find':
    case 'gift':
      return find(draft, command);
    case 'refine':
      return changeSet(draft, command) ?? refine(draft, command);
    case 'similar':
      return changeSet(draft, command) ?? similar(draft, command);
    case 'more':
      return more(draft);
    case 'undo':
      return undo(draft);
    case 'reject':
      return changeSet(draft, command) ?? reject(draft, command);
    case 'compare':
      return compare(draft, command);
    case 'why':
      return aboutProduct(draft, command, resolveWhy(draft, command.reference), (productId) => ({
        type: 'explain',
        productId,
      }));
    case 'without-reasons':
      return draft.state.shown.length === 0
        ? clarify(draft, command, [])
        : withAct(draft, { type: 'without-reasons' });
    case 'goes-with':
      return aboutProduct(draft, command, resolve(draft, command.reference), (productId) => ({
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
      return answer(draft, command, command.attribute);
    case 'size-fit':
      return answer(draft, command, 'size');
    case 'availability':
    case 'price':
      return askOffer(draft, command);
    case 'ask-catalogue':
      return askCatalogue(draft, command);
    case 'show-asked':
      return showAsked(draft);
    case 'ask-policy':
      return askPolicy(draft, command);
    case 'preference':
      return keepPreference(draft, command);
    case 'no-preference':
      return noPreference(draft, command.attribute);
    case 'affirm':
      return withAct(draft, { type: 'acknowledge' });
    case 'deny':
      return noPreference(draft, undefined);
    case 'reset':
      return reset(draft);
    case 'handoff':
      return handOver(draft, command.reason);
    case 'complaint':
      return handOver(draft, ANGRY.has(command.about) ? 'anger' : 'complaint');
    case 'unsafe':
      return refuse(draft, command);
    case 'basket':
      return basketWish(draft, command);
    case 'checkout':
      return withAct(draft, { type: 'checkout' });
    case 'plan-set':
      return planSet(draft, command);
    case 'reorder':
    case 'order-status':
    case 'cancel-order':
    case 'return':
    case 'exchange':
    case 'change-address':
    case 'personal-data':
      return orderWish(draft, command);
    case 'provide':
      return withAct(draft, { type: 'acknowledge' });
    case 'small-talk':
      return withAct(draft, { type: 'small-talk', about: command.about });
    case 'out-of-scope':
      return withAct(draft, { type: 'decline' });
    case 'greet':
    case 'thank':
    case 'goodbye':
      return withAct(draft, { type: command.type });
  }
}

function compare(draft: Draft, command: CommandOf<'compare'>): Draft {
  const resolved = command.references.map((reference) => resolve(draft, reference));
  const productIds = [
    ...new Set(resolved.flatMap((found) => (found.kind === 'product' ? [found.productId] : []))),
  ];
  if (productIds.length >= 2) {
    return withAct({ ...draft, state: withoutFocus(draft.state) }, { type: 'compare', productIds });
  }
  const unclear = resolved.find((found) => found.kind === 'ambiguous');
  return clarify(draft, command, unclear?.options ?? draft.state.shown);
}

type ProductQuestion = CommandOf<'ask-product' | 'size-fit' | 'availability' | 'price'>;

function answer(draft: Draft, command: ProductQuestion, attribute: string | undefined): Draft {
  const found = resolve(draft, command.reference ?? { kind: 'focus' });
  return aboutProduct(draft, command, found, (productId) => ({
    type: 'answer',
    productId,
    question: command.question,
    ...(attribute === undefined ? {} : { attribute }),
  }));
}

/** What the catalogue tells of an offer: its price, and whether it is in stock. Everything else is the shop's to tell. */
function askOffer(draft: Draft, command: CommandOf<'availability' | 'price'>): Draft {
  const isTold = command.aspect === 'stock' || command.aspect === 'price';
  const isAboutOne = command.reference !== undefined || draft.state.focus !== undefined;
  if (isTold && isAboutOne)
    return answer(draft, command, command.type === 'price' ? 'price' : 'availability');
  return askPolicy(command.reference === undefined ? draft : lookAt(draft, [command.reference]), command);
}

/** Also where nothing can be done, the one product that was meant is what "it" means. */
function lookAt(draft: Draft, references: readonly ProductReference[]): Draft {
  const [first, ...others] = references.map((reference) => resolve(draft, reference));
  return first?.kind === 'product' && others.length === 0
    ? { ...draft, state: { ...draft.state, focus: first.productId } }
    : draft;
}

/** "Why this?" about nothing in particular is about the first of the list. */
function resolveWhy(draft: Draft, reference: ProductReference): Resolution {
  const found = resolve(draft, reference);
  const [first] = draft.state.shown;
  return found.kind === 'ambiguous' && reference.kind === 'focus' && first !== undefined
    ? { kind: 'product', productId: first.productId, shown: first }
    : found;
}

function askCatalogue(draft: Draft, command: CommandOf<'ask-catalogue'>): Draft {
  const asked = askedQuestion(command, draft.state);
  const counted = withAct({ ...draft, state: { ...draft.state, asked } }, { type: 'tally', ...asked });
  return withOffer(counted, { accepted: [{ type: 'show-asked' }] });
}

/** Someone in need is told where there is help, and a person is called as well. */
function refuse(draft: Draft, { kind }: CommandOf<'unsafe'>): Draft {
  const refused = withAct(draft, { type: 'unsafe', kind });
  return kind === 'self-harm' ? handOver(refused, 'safety') : refused;
}

/** Never shown: the reference of "like that", what was turned down, and for "more" everything seen. */
function showAct({ state, mode = 'new' }: Draft): Act {
  const { need, seen, rejected = [] } = state;
  const reference = need.similarTo === undefined ? [] : [need.similarTo];
  const turnedDown = rejected.map(({ productId }) => productId);
  const exclude = [...new Set([...reference, ...turnedDown, ...(mode === 'more' ? seen : [])])];
  return { type: 'show', mode, need, exclude };
}
