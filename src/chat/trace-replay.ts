import type { AnswerSource } from '../domain/policy-step.ts';
import type { TracedReading, TurnTrace } from '../domain/trace.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Database } from '../ports/database.ts';
import { loadActions } from '../recommendation/history.ts';
import type { HistoryItem } from '../recommendation/history-item.ts';
import { historyOf } from '../recommendation/shopper-action.ts';
import type { Parser } from '../understanding/parser.ts';
import { buyerOf } from './buyer-of.ts';
import { HISTORY_LIMIT } from './create-chat.ts';
import { handleTurn, type TurnRooms } from './handle-turn.ts';
import { recordedSight } from './recorded-sight.ts';
import { marketOf } from './shop.ts';
import { diffTraces, type StageChange } from './trace-diff.ts';
import { takeNotes } from './trace-notes.ts';
import type { TraceRoom, TraceStore } from './trace-store.ts';

export interface ReplayRooms extends TurnRooms {
  readonly database: Pick<Database, 'query'>;
  readonly traces: TraceRoom;
}

export interface TurnReplay {
  readonly messageId: string;
  readonly utterance: string;
  /** By stage, in the order of the turn; empty when the turn would be the same today. */
  readonly stages: readonly StageChange[];
  /** Not run again: an order or a basket was under way. */
  readonly bound?: true;
  readonly versions: { readonly before: TurnTrace['versions']; readonly after: TurnTrace['versions'] };
}

export interface ReplayedTurn {
  readonly conversationId: string;
  readonly utterance: string;
  readonly trace: TurnTrace;
  /** Of the shop's texts, where it answered from them. */
  readonly sources: readonly AnswerSource[];
}

export interface ReplayDesk {
  /**
   * Runs a recorded turn again on what the shop is now, at the moment it was, and says what differs. Writes nothing. What a model made of
   * the message is taken from the trace.
   *
   * @param options.askModel Asks the model anew.
   * @throws {AssistantError} NOT_FOUND when it is not kept how the turn came about; UNKNOWN_MARKET when nothing is sold there any more.
   */
  replay(
    messageId: string,
    options: { readonly askModel: boolean; readonly signal: AbortSignal },
  ): Promise<TurnReplay>;
  /**
   * The trace that a recorded turn leaves today, on one shop.
   *
   * @returns undefined where it is not kept, or cannot be run again: an order or a basket was under way.
   */
  again(
    messageId: string,
    on: Pick<ReplayRooms, 'shop' | 'replier' | 'parsers'>,
    signal: AbortSignal,
  ): Promise<ReplayedTurn | undefined>;
  /** Ids of the newest turns that can be replayed, newest first. */
  newest: TraceStore['newest'];
}

export function createReplayDesk(rooms: ReplayRooms): ReplayDesk {
  const { database, traces } = rooms;

  /** What is known today of what the shopper had done by then. */
  async function historyAt(shopperId: string, { asked }: TurnTrace): Promise<readonly HistoryItem[]> {
    if (!asked.personalization) return [];
    const actions = await loadActions(database, shopperId);
    return historyOf(actions.filter(({ occurredAtMs }) => occurredAtMs <= asked.atMs)).slice(
      0,
      HISTORY_LIMIT,
    );
  }

  async function run(
    { trace }: { readonly trace: TurnTrace },
    said: NonNullable<Awaited<ReturnType<typeof saidIn>>>,
    own: ReplayRooms,
    { messageId, askModel, signal }: { messageId: string; askModel: boolean; signal: AbortSignal },
  ): Promise<Pick<ReplayedTurn, 'trace' | 'sources'>> {
    const { utterance, shopperId, proved } = said;
    const shop = own.shop();
    const versions = { ...traces.versions(), ranking: shop.rankingVersion };
    const { asked } = trace;
    const began = {
      state: asked.state,
      market: marketOf(shop, { market: asked.market }),
      locale: asked.locale,
      segments: asked.segments,
      ...(asked.page === undefined ? {} : { page: asked.page }),
      nowMs: asked.atMs,
    };
    const { personalization } = asked;
    const notes = takeNotes({ ...began, personalization });
    const { image, ...sight } = recordedSight(trace);
    const { turn } = await handleTurn(
      { ...withoutEffects(own, trace, askModel), ...sight },
      {
        ...began,
        messageId,
        text: utterance,
        ...(image === undefined ? {} : { image }),
        buyer: buyerOf({ shopperId, proved, market: asked.market }),
        history: await historyAt(shopperId, trace),
        profile: {
          consent: () => ({ personalization }),
          setPersonalization: async () => undefined,
          forgetVisit: async () => undefined,
        },
        trace: notes,
      },
      () => undefined,
      signal,
    );
    const again = notes.toTrace((plan) => own.replier.compose(plan).text, versions);
    if (again === undefined) throw new AssistantError('INTERNAL', 'The turn left no trace');
    return { trace: again, sources: turn.sources ?? [] };
  }

  return {
    newest: traces.store.newest,

    async again(messageId, on, signal) {
      const kept = await traces.store.read(messageId);
      const said = await saidIn(database, messageId);
      if (kept === undefined || said === undefined || kept.trace.bound === true) return undefined;
      const again = await run(kept, said, { ...rooms, ...on }, { messageId, askModel: false, signal });
      return { conversationId: kept.conversationId, utterance: said.utterance, ...again };
    },

    async replay(messageId, { askModel, signal }) {
      const kept = await traces.store.read(messageId);
      const said = await saidIn(database, messageId);
      if (kept === undefined || said === undefined)
        throw new AssistantError('NOT_FOUND', 'There is no such message, or no trace of it');
      const { trace } = kept;
      const { utterance } = said;
      const versions = { ...traces.versions(), ranking: rooms.shop().rankingVersion };
      const about = { messageId, utterance, versions: { before: trace.versions, after: versions } };
      if (trace.bound === true) return { ...about, bound: true, stages: [] };
      const again = await run(kept, said, rooms, { messageId, askModel, signal });
      return { ...about, stages: diffTraces(trace, again.trace) };
    },
  };
}

/** Nothing is bought, and no model asked but where it is wanted. */
function withoutEffects(rooms: ReplayRooms, { readings }: TurnTrace, askModel: boolean): TurnRooms {
  const { modelReply: _modelReply, commerce: _commerce, ...plain } = rooms;
  if (askModel) return plain;
  const { embedded } = rooms.parsers();
  const model = readings.model;
  const { tools: _tools, ...unasked } = plain;
  return {
    ...unasked,
    parsers: () => ({ embedded, ...(model === undefined ? {} : { model: recorded(model) }) }),
  };
}

const recorded = (reading: TracedReading): Parser => ({
  parse: async () => ({ ...reading, by: 'model', usage: { inputTokens: 0, outputTokens: 0 } }),
});

async function saidIn({ query }: Pick<Database, 'query'>, messageId: string) {
  const row = await query
    .selectFrom('turns')
    .innerJoin('conversations', 'conversations.conversationId', 'turns.conversationId')
    .select(['turns.utterance', 'conversations.shopperId', 'conversations.proved'])
    .where('turns.messageId', '=', messageId)
    .executeTakeFirst();
  return row === undefined
    ? undefined
    : { utterance: row.utterance, shopperId: row.shopperId, proved: row.proved === 1 };
}
