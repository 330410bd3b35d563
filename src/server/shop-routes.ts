import type { Logger } from 'pino';
import type { BasketDesk } from '../chat/basket-desk.ts';
import type { Chat } from '../chat/chat.ts';
import type { CustomerDesk } from '../chat/customer-desk.ts';
import type { Departments } from '../chat/departments.ts';
import type { ExplorationDesk } from '../chat/explore-desk.ts';
import type { ReadFairness } from '../chat/exposure-report.ts';
import type { MemoryDesk } from '../chat/memory-desk.ts';
import type { PersonDesk } from '../chat/person-desk.ts';
import type { PreviewWeights } from '../chat/preview-weights.ts';
import type { RuleDesk } from '../chat/rule-desk.ts';
import type { SynonymDesk } from '../chat/synonym-desk.ts';
import type { ReadTrace } from '../chat/trace-desk.ts';
import type { TrainingDesk } from '../chat/training-desk.ts';
import type { WeightDesk } from '../chat/weight-desk.ts';
import type { ShowWithoutBehaviour } from '../chat/without-behaviour.ts';
import type { Settings } from '../config/config.ts';
import { createCustomerVerifier } from '../customers/verify-customer-token.ts';
import type { WidgetSettings } from '../domain/widget-settings.ts';
import type { UsageBook } from '../ports/usage-book.ts';
import type { DeskCookie } from './desk-cookie.ts';
import { type DeskRooms, deskRoutes } from './desk-routes.ts';
import type { Idempotency } from './idempotency.ts';
import type { LiveTurns } from './live-turns.ts';
import type { ServerMetrics } from './metrics.ts';
import { publishingThrough } from './publishing.ts';
import type { Route } from './route.ts';
import { basketRoutes } from './routes/basket.ts';
import { conversationRoutes } from './routes/conversations.ts';
import { customerRoutes } from './routes/customers.ts';
import { previewRoutes } from './routes/desk/previews.ts';
import { eventRoutes } from './routes/events.ts';
import { explorationRoutes } from './routes/exploration.ts';
import { fairnessRoutes } from './routes/fairness.ts';
import { memoryRoutes } from './routes/memory.ts';
import { messageRoutes } from './routes/messages.ts';
import { personRoutes } from './routes/persons.ts';
import { productRoutes } from './routes/products.ts';
import { recommendationRoutes } from './routes/recommendations.ts';
import { ruleRoutes } from './routes/rules.ts';
import { searchRoutes } from './routes/search.ts';
import { synonymRoutes } from './routes/synonyms.ts';
import { traceRoutes } from './routes/traces.ts';
import { trainingRoutes } from './routes/training.ts';
import { usageRoutes } from './routes/usage.ts';
import { weightRoutes } from './routes/weights.ts';
import { widgetRoutes } from './routes/widget.ts';

/** The shop at work, behind the routes. */
export interface ShopRooms {
  readonly chat: Chat;
  readonly departments: Departments;
  readonly basket: BasketDesk;
  readonly persons: PersonDesk;
  /** What the shop's own people work with. */
  readonly desk: DeskRooms;
  /** What is remembered of shoppers, for themselves. */
  readonly memory: { readonly desk: MemoryDesk; readonly withoutBehaviour: ShowWithoutBehaviour };
  readonly synonyms: SynonymDesk;
  readonly exploration: Pick<ExplorationDesk, 'report' | 'switch'>;
  readonly rules: RuleDesk;
  readonly fairness: ReadFairness;
  readonly readTrace: ReadTrace;
  readonly customers: CustomerDesk;
  readonly training: TrainingDesk;
  readonly usage: UsageBook;
  readonly weights: { readonly desk: WeightDesk; readonly preview: PreviewWeights };
  /** What the widget is told of the shop. */
  readonly widget: () => WidgetSettings;
}

export type ShopRouteSettings = Pick<
  Settings,
  | 'ADMIN_TOKEN'
  | 'CUSTOMER_TOKEN_SECRET'
  | 'LIMIT_MESSAGE_CHARACTERS'
  | 'LIMIT_BODY_BYTES'
  | 'LIMIT_IMAGE_BYTES'
  | 'CHAT_VISION'
  | 'LIMIT_EVENT_BODY_BYTES'
  | 'LIMIT_EVENT_BATCH'
  | 'LIMIT_SYNONYMS'
  | 'LIMIT_SYNONYM_BODY_BYTES'
  | 'LIMIT_STREAMS_PER_CONVERSATION'
>;

export interface ShopServing {
  readonly settings: ShopRouteSettings;
  readonly idempotency: Idempotency;
  readonly liveTurns: LiveTurns;
  readonly metrics: ServerMetrics;
  readonly logger: Logger;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly deskCookie: DeskCookie;
  /** Time between comment lines of a stream. */
  readonly heartbeatMs: number;
  /** Ends what is streamed. */
  readonly shutdown: AbortSignal;
}

/** All routes of the shop: what shoppers, agents and merchants ask for. */
export function shopRoutes(rooms: ShopRooms, serving: ShopServing): Route[] {
  const { settings, idempotency, liveTurns, metrics, logger, clock, deskCookie, heartbeatMs, shutdown } =
    serving;
  const customerProof = {
    verifyCustomer: createCustomerVerifier(settings.CUSTOMER_TOKEN_SECRET, clock),
    adminToken: settings.ADMIN_TOKEN,
  };
  const publishing = publishingThrough(rooms.desk.gate);
  return [
    ...conversationRoutes({ chat: rooms.chat, idempotency, settings: rooms.desk.settings }),
    ...messageRoutes({
      chat: rooms.chat,
      liveTurns,
      metrics,
      logger,
      limitMessageCharacters: settings.LIMIT_MESSAGE_CHARACTERS,
      limitBodyBytes: settings.LIMIT_BODY_BYTES,
      limitImageBytes: settings.LIMIT_IMAGE_BYTES,
      takesImages: settings.CHAT_VISION,
      heartbeatMs,
      shutdown,
    }),
    ...personRoutes({
      desk: rooms.persons,
      liveTurns,
      limitMessageCharacters: settings.LIMIT_MESSAGE_CHARACTERS,
      heartbeatMs,
      shutdown,
    }),
    ...memoryRoutes({ chat: rooms.chat, ...rooms.memory }),
    ...deskRoutes(rooms.desk, {
      cookie: deskCookie,
      heartbeatMs,
      shutdown,
      limitMessageCharacters: settings.LIMIT_MESSAGE_CHARACTERS,
    }),
    ...basketRoutes({ chat: rooms.chat, desk: rooms.basket, shutdown }),
    ...searchRoutes(rooms.departments),
    ...productRoutes(rooms.departments),
    ...recommendationRoutes({ chat: rooms.chat, departments: rooms.departments, ...customerProof }),
    ...customerRoutes({ desk: rooms.customers, clock: clock, ...customerProof }),
    ...eventRoutes({
      chat: rooms.chat,
      departments: rooms.departments,
      limitBatch: settings.LIMIT_EVENT_BATCH,
      limitBodyBytes: settings.LIMIT_EVENT_BODY_BYTES,
    }),
    ...widgetRoutes(rooms.widget),
    ...synonymRoutes({
      desk: rooms.synonyms,
      limitRules: settings.LIMIT_SYNONYMS,
      limitBodyBytes: settings.LIMIT_SYNONYM_BODY_BYTES,
      publishing,
    }),
    ...weightRoutes({ ...rooms.weights, publishing }),
    ...explorationRoutes({ desk: rooms.exploration }),
    ...ruleRoutes({ desk: rooms.rules, publishing }),
    ...previewRoutes({
      ...rooms,
      limitSynonyms: settings.LIMIT_SYNONYMS,
      limitBodyBytes: settings.LIMIT_SYNONYM_BODY_BYTES,
    }),
    ...fairnessRoutes(rooms.fairness),
    ...traceRoutes(rooms.readTrace),
    ...trainingRoutes(rooms.training),
    ...usageRoutes(rooms.usage),
  ];
}
