import type { Act } from '../domain/act.ts';
import type { CommandType } from '../domain/command.ts';
import type { DialogueState, ShownProduct } from '../domain/dialogue-state.ts';
import type { Need } from '../domain/need.ts';
import type { ReplyPlan } from '../domain/reply-plan.ts';
import type { TracedCall, TracedReading, TurnTrace } from '../domain/trace.ts';
import type { Question } from '../domain/turn.ts';
import type { Understanding } from '../understanding/parser.ts';
import type { ProductList } from './list-products.ts';
import { tracedStep } from './trace-facts.ts';
import { tracedList } from './trace-lists.ts';

/** What a turn begins with, as its trace keeps it. */
export interface TraceStart {
  readonly nowMs: number;
  readonly market: { readonly country: string };
  readonly locale: string;
  readonly segments: readonly string[];
  readonly personalization: boolean;
  readonly page?: ShownProduct;
  readonly state: DialogueState;
}

/** Notes that are taken while a turn is made. Taking one keeps a reference and copies nothing. */
export interface TraceNotes {
  understood(embedded: Understanding, followed: Understanding, model?: Understanding): void;
  /** What was decided, and what is wanted by it; forgets what an earlier decision of the same turn led to. */
  decided(acts: readonly Act[], need: Need): void;
  /** A list that is shown. */
  listed(mode: string, list: ProductList): void;
  /** @param question Asked beside the plan. */
  planned(plan: ReplyPlan, question?: Question): void;
  /** Sentences of a model that were cut. */
  cut(removed: TurnTrace['removed']): void;
  /** A model was asked. */
  called(call: TracedCall): void;
  /** @param draft The template's words for a plan. */
  toTrace(draft: (plan: ReplyPlan) => string, versions: TurnTrace['versions']): TurnTrace | undefined;
}

/** Said by these, an order or a basket is meant. */
const OF_ORDERS: ReadonlySet<CommandType> = new Set([
  'basket',
  'checkout',
  'reorder',
  'order-status',
  'cancel-order',
  'return',
  'exchange',
  'change-address',
]);

const MOST_LISTS = 3;
const MOST_CALLS = 20;
const MOST_REMOVED = 40;

/** Begins the notes of one turn. */
export function takeNotes(start: TraceStart): TraceNotes {
  let readings: Parameters<TraceNotes['understood']> | undefined;
  let acts: readonly Act[] = [];
  let need = start.state.need;
  let lists: { readonly mode: string; readonly list: ProductList }[] = [];
  let plan: ReplyPlan | undefined;
  let asked: Question | undefined;
  let removed: TurnTrace['removed'] = [];
  const calls: TracedCall[] = [];

  return {
    understood(...read) {
      readings = read;
    },
    decided(decided, wanted) {
      acts = decided;
      need = wanted;
      lists = [];
    },
    listed: (mode, list) => void lists.push({ mode, list }),
    planned(made, question) {
      plan = made;
      asked = question;
    },
    cut(sentences) {
      removed = sentences;
    },
    called: (call) => void calls.push(call),
    toTrace(draft, versions) {
      if (readings === undefined || plan === undefined) return undefined;
      const [embedded, followed, model] = readings;
      const isBound =
        start.state.form !== undefined ||
        start.state.proposal !== undefined ||
        followed.commands.some(({ type }) => OF_ORDERS.has(type));
      return {
        asked: {
          atMs: start.nowMs,
          market: start.market.country,
          locale: start.locale,
          segments: start.segments,
          personalization: start.personalization,
          ...(start.page === undefined ? {} : { page: start.page }),
          state: withoutOrders(start.state),
        },
        readings: {
          embedded: tracedReading(embedded),
          ...(model === undefined ? {} : { model: tracedReading(model) }),
          followed: tracedReading(followed),
        },
        need: { before: start.state.need, after: need },
        acts: acts.map((act) => tracedStep(act.type, act)),
        lists: lists.slice(0, MOST_LISTS).flatMap(({ mode, list }) => {
          const { trail } = list;
          return trail === undefined ? [] : [tracedList(mode, { ...list, trail })];
        }),
        steps: plan.steps.map((step) => tracedStep(step.act, step)),
        draft: isBound ? '' : [draft(plan), asked?.text ?? ''].join(' ').trim(),
        calls: calls.slice(0, MOST_CALLS),
        removed: removed.slice(0, MOST_REMOVED),
        versions,
        ...(isBound ? { bound: true } : {}),
      };
    },
  };
}

const tracedReading = ({ language, confidence, commands }: Understanding): TracedReading => ({
  language,
  confidence,
  commands,
});

/** Forms and proposals hold orders and addresses. */
function withoutOrders({ form: _form, proposal: _proposal, ...state }: DialogueState): DialogueState {
  return state;
}
