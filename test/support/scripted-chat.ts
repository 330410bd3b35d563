import { randomUUID } from 'node:crypto';
import type { Chat, HistoryMessage, MessageRequest } from '../../src/chat/chat.ts';
import type { Departments } from '../../src/chat/departments.ts';
import type { Consent } from '../../src/domain/customer.ts';
import { NO_USAGE, type Turn, type TurnEvent } from '../../src/domain/turn.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { SCRIPTED_PRODUCTS } from './scripted-products.ts';

interface Conversation {
  readonly token: string;
  consent: Consent;
  readonly messages: HistoryMessage[];
}

export interface ScriptedChat extends Chat {
  readonly conversations: ReadonlyMap<string, Conversation>;
  /** Messages that made a turn, in order. */
  readonly handled: readonly MessageRequest[];
}

export interface ScriptedChatOptions {
  /** Changes the turn that a message gets, or throws. */
  readonly answer?: (turn: Turn, request: MessageRequest) => Turn;
  /** Waited for between the deltas of a reply. */
  readonly pause?: () => Promise<void>;
}

/** A chat without a shop behind it: every message gets the same list, and words that repeat it. */
export function createScriptedChat(options: ScriptedChatOptions = {}): ScriptedChat {
  const conversations = new Map<string, Conversation>();
  const handled: MessageRequest[] = [];

  const find = (key: { conversationId: string; token: string }): Conversation => {
    const conversation = conversations.get(key.conversationId);
    if (conversation === undefined)
      throw new AssistantError('NOT_FOUND', `no conversation ${key.conversationId}`);
    if (conversation.token !== key.token) throw new AssistantError('NOT_FOUND', 'another token');
    return conversation;
  };

  return {
    conversations,
    handled,
    async start(request) {
      if (request.market !== undefined && request.market !== 'US') {
        throw new AssistantError('UNKNOWN_MARKET', 'The shop does not sell to this market');
      }
      if (request.customerToken !== undefined) throw new AssistantError('IDENTITY_INVALID', 'Not valid');
      const conversationId = randomUUID();
      const token = randomUUID();
      const consent = { personalization: request.consent?.personalization ?? false };
      conversations.set(conversationId, { token, consent, messages: [] });
      const greeting = { text: 'Hello. I am an automated assistant.', language: 'en' };
      return { conversationId, token, market: 'US', locale: request.locale ?? 'en-US', greeting };
    },
    async handle(request, { signal, onEvent }) {
      const conversation = find(request);
      const known = conversation.messages.find(
        ({ clientMessageId }) => clientMessageId !== undefined && clientMessageId === request.clientMessageId,
      );
      if (known !== undefined) return known.turn;
      handled.push(request);
      const scripted = scriptedTurn(request.text);
      const turn = options.answer === undefined ? scripted : options.answer(scripted, request);
      for (const event of eventsOf(turn)) {
        signal.throwIfAborted();
        onEvent?.(event);
        if (event.type === 'reply-delta') await options.pause?.();
      }
      conversation.messages.push({
        messageId: turn.messageId,
        utterance: request.text,
        ...(request.clientMessageId !== undefined && { clientMessageId: request.clientMessageId }),
        turn,
        createdAt: '2026-01-01T00:00:00.000Z',
      });
      onEvent?.({ type: 'reply-end', turn });
      return turn;
    },
    async history(key, { after, before, limit } = {}) {
      const { messages } = find(key);
      const place = (wanted: string) => messages.findIndex(({ messageId }) => messageId === wanted);
      const from = after === undefined ? 0 : place(after) + 1;
      const until = before === undefined ? messages.length : place(before);
      if (limit === undefined) return messages.slice(from, until);
      return after === undefined
        ? messages.slice(Math.max(from, until - limit), until)
        : messages.slice(from, Math.min(until, from + limit));
    },
    async authorize(key) {
      const { consent } = find(key);
      const shopperId = `visitor:${key.conversationId}`;
      return { shopperId, proved: false, consent, market: 'US', locale: 'en-US' };
    },
    async setConsent(key, consent) {
      find(key).consent = consent;
    },
    async forget(key) {
      find(key);
      conversations.delete(key.conversationId);
    },
  };
}

function scriptedTurn(text: string): Turn {
  return {
    messageId: randomUUID(),
    language: 'en',
    text: `You said: ${text}. Here are some scarves, from $19.00.`,
    products: SCRIPTED_PRODUCTS.slice(0, 5),
    total: 5,
    chips: [{ label: 'Only wool', count: 4, message: 'only wool' }],
    question: { attribute: 'material', text: 'Which material?', options: ['wool', 'cotton'] },
    commands: [{ type: 'find', query: text.slice(0, 400), constraints: [] }],
    need: { query: text, hard: [], soft: [], unknown: [] },
    claims: [{ text: '$19.00', evidence: 'product:scarf-4#price' }],
    understoodBy: 'embedded',
    repliedBy: 'embedded',
    timing: { understandMs: 1, retrieveMs: 2, rankMs: 1, replyMs: 1, totalMs: 5 },
    usage: NO_USAGE,
  };
}

function* eventsOf(turn: Turn): Generator<TurnEvent> {
  yield { type: 'reply-start', messageId: turn.messageId, language: turn.language };
  yield { type: 'products-available', products: turn.products };
  for (const text of turn.text.match(/\S+\s*/g) ?? []) yield { type: 'reply-delta', text };
  if (turn.question !== undefined) yield { type: 'question', question: turn.question };
  yield { type: 'chips', chips: turn.chips };
  if (turn.handoff !== undefined) yield { type: 'handoff', handoff: turn.handoff };
}

/** Departments over the scripted products. Records what it was asked. */
export function createScriptedDepartments(): Departments & {
  readonly searches: Parameters<Departments['search']>[0][];
  readonly recorded: { batch: readonly unknown[]; caller: Parameters<Departments['recordEvents']>[1] }[];
  readiness: Departments['readiness'];
} {
  const searches: Parameters<Departments['search']>[0][] = [];
  const recorded: { batch: readonly unknown[]; caller: Parameters<Departments['recordEvents']>[1] }[] = [];
  const assertMarket = (market: string | undefined) => {
    if (market !== undefined && market !== 'US') {
      throw new AssistantError('UNKNOWN_MARKET', 'The shop does not sell to this market');
    }
  };
  const list = ({ limit, market }: { readonly limit: number; readonly market?: string }) => {
    assertMarket(market);
    return SCRIPTED_PRODUCTS.slice(0, limit);
  };
  return {
    searches,
    recorded,
    markets: () => [{ country: 'US', currency: 'USD', languages: ['en', 'es'] }],
    async search(request) {
      assertMarket(request.market);
      searches.push(request);
      return {
        products: SCRIPTED_PRODUCTS.slice(0, request.limit),
        total: SCRIPTED_PRODUCTS.length,
        facets: [
          {
            attribute: 'category',
            label: 'Department',
            values: [
              { value: 'Accessories', label: 'Accessories', count: 5 },
              { value: 'Home', label: 'Home', count: 1 },
            ],
          },
          {
            attribute: 'material',
            label: 'Material',
            values: [
              { value: 'wool', label: 'wool', count: 4 },
              { value: 'cotton', label: 'cotton', count: 2 },
            ],
          },
        ],
        applied: [],
        dropped: [],
      };
    },
    async product(productId, { market }) {
      assertMarket(market);
      const found = SCRIPTED_PRODUCTS.find((product) => product.productId === productId);
      if (found === undefined) throw new AssistantError('NOT_FOUND', 'There is no such product here');
      return { ...found, variants: [found], attributeLabels: { color: 'Colour' } };
    },
    similar: async (_productId, place) => list(place),
    goesWith: async (_productId, place) => list(place),
    recommendations: async (place) => list(place),
    bundles: async () => [],
    counterfactual: async () => ({ removed: [] }),
    async recordEvents(batch, caller) {
      recorded.push({ batch, caller });
      const rejected = batch.flatMap((event, index) =>
        typeof event === 'object' && event !== null && 'type' in event ? [] : [{ index, reason: 'no type' }],
      );
      return { accepted: batch.length - rejected.length, rejected };
    },
    readiness: () => ({ catalogue: { ready: true, detail: '6 products' } }),
  };
}
