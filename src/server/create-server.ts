import { createServer as createHttpServer } from 'node:http';
import compression from 'compression';
import express, { type Express } from 'express';
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
import type { AuditLog } from '../desk/identity/audit-log.ts';
import type { DeskIdentity } from '../desk/identity/desk-identity.ts';
import type { WidgetSettings } from '../domain/widget-settings.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Database } from '../ports/database.ts';
import type { UsageBook } from '../ports/usage-book.ts';
import { closeGracefully } from './close-gracefully.ts';
import { describeRoutes } from './describe-routes.ts';
import { createDeskCookie } from './desk-cookie.ts';
import { createIdempotency } from './idempotency.ts';
import { limitTarget } from './limit-target.ts';
import { listenOn } from './listen.ts';
import { createLiveTurns } from './live-turns.ts';
import { createMetrics, type ServerMetrics } from './metrics.ts';
import { mountRoutes } from './mount-routes.ts';
import { pages } from './pages.ts';
import { createRateLimits, type RateLimitSettings } from './rate-limits.ts';
import { identifyRequest, recordRequests } from './request-log.ts';
import type { Route } from './route.ts';
import { basketRoutes } from './routes/basket.ts';
import { conversationRoutes } from './routes/conversations.ts';
import { customerRoutes } from './routes/customers.ts';
import { deskSessionRoutes } from './routes/desk-session.ts';
import { eventRoutes } from './routes/events.ts';
import { explorationRoutes } from './routes/exploration.ts';
import { fairnessRoutes } from './routes/fairness.ts';
import { memoryRoutes } from './routes/memory.ts';
import { messageRoutes } from './routes/messages.ts';
import { operationRoutes } from './routes/operations.ts';
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
import { apiHeaders, crossOrigin, type OriginSettings, pageHeaders } from './security-headers.ts';
import {
  answerSocketError,
  refuseConnect,
  refuseExpectation,
  refuseUnknownRoute,
  sendFailures,
} from './send-problem.ts';
import { measureUsage } from './usage-metrics.ts';

const MOST_HEADER_BYTES = 16_384;
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
const KEEP_ALIVE_TIMEOUT_MS = 5_000;
const HEARTBEAT_MS = 15_000;

type ServerSettings = RateLimitSettings &
  OriginSettings &
  Pick<
    Settings,
    | 'HOST'
    | 'PORT'
    | 'TRUSTED_PROXIES'
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
    | 'LIMIT_ABANDONED_MS'
  >;

export interface ServerOptions {
  readonly chat: Chat;
  readonly departments: Departments;
  readonly basket: BasketDesk;
  readonly persons: PersonDesk;
  /** Who signs in at the desk, and what they did there. */
  readonly identity: DeskIdentity;
  readonly audit: AuditLog;
  /** What is remembered of shoppers, for themselves. */
  readonly memory: { readonly desk: MemoryDesk; readonly withoutBehaviour: ShowWithoutBehaviour };
  readonly synonyms: SynonymDesk;
  readonly exploration: Pick<ExplorationDesk, 'report' | 'switch'>;
  readonly rules: RuleDesk;
  readonly fairness: ReadFairness;
  readonly readTrace: ReadTrace;
  readonly customers: CustomerDesk;
  /** What is held of shoppers in memory, for the metrics. */
  readonly onlineState?: () => { readonly shoppers: number; readonly bytes: number };
  readonly training: TrainingDesk;
  readonly usage: UsageBook;
  readonly weights: { readonly desk: WeightDesk; readonly preview: PreviewWeights };
  readonly settings: ServerSettings;
  /** Keeps the answers of writes with an Idempotency-Key. */
  readonly database: Database;
  readonly logger: Logger;
  readonly metrics?: ServerMetrics;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** What the widget is told of the shop. */
  readonly widget: () => WidgetSettings;
  /** Where the widget and the shop page were built to. */
  readonly widgetDirectory: string;
  readonly demo?: { drawImage(productId: string): Promise<string | undefined> };
  readonly version: string;
  /** Time between comment lines of a stream; 15 s unless a test is in a hurry. */
  readonly heartbeatMs?: number;
}

export interface FloorwalkerServer {
  readonly app: Express;
  /** Every route of the API, as `openapi.json` describes them. */
  readonly routes: readonly Route[];
  /** Starts to accept requests. Call it when everything can serve. */
  listen(): Promise<{ readonly url: string; readonly port: number }>;
  /** Stops accepting, lets running requests and turns finish for up to `graceMs`, then tells the streams and closes. */
  close(graceMs: number): Promise<void>;
}

/** The HTTP side of the assistant: routes, limits, errors. It decides nothing about the shop. */
export function createServer(options: ServerOptions): FloorwalkerServer {
  const { settings, logger } = options;
  const metrics = options.metrics ?? createMetrics();
  const liveTurns = createLiveTurns({
    limitStreams: settings.LIMIT_STREAMS_PER_CONVERSATION,
    abandonedAfterMs: settings.LIMIT_ABANDONED_MS,
  });
  const idempotency = createIdempotency({ database: options.database, clock: options.clock });
  const limits = createRateLimits(settings);
  const shutdown = new AbortController();
  let draining = false;
  metrics.setOpenStreams(() => liveTurns.streams());
  measureUsage(metrics.registry, options.usage);
  if (options.onlineState !== undefined) metrics.setOnlineState(options.onlineState);

  const customerProof = {
    verifyCustomer: createCustomerVerifier(settings.CUSTOMER_TOKEN_SECRET, options.clock),
    adminToken: settings.ADMIN_TOKEN,
  };
  const deskCookie = createDeskCookie(settings);
  const routes: Route[] = [
    ...conversationRoutes({ chat: options.chat, idempotency }),
    ...messageRoutes({
      chat: options.chat,
      liveTurns,
      metrics,
      logger,
      limitMessageCharacters: settings.LIMIT_MESSAGE_CHARACTERS,
      limitBodyBytes: settings.LIMIT_BODY_BYTES,
      limitImageBytes: settings.LIMIT_IMAGE_BYTES,
      takesImages: settings.CHAT_VISION,
      heartbeatMs: options.heartbeatMs ?? HEARTBEAT_MS,
      shutdown: shutdown.signal,
    }),
    ...personRoutes({
      desk: options.persons,
      liveTurns,
      limitMessageCharacters: settings.LIMIT_MESSAGE_CHARACTERS,
      heartbeatMs: options.heartbeatMs ?? HEARTBEAT_MS,
      shutdown: shutdown.signal,
    }),
    ...memoryRoutes({ chat: options.chat, ...options.memory }),
    ...deskSessionRoutes({ identity: options.identity, audit: options.audit, cookie: deskCookie }),
    ...basketRoutes({ chat: options.chat, desk: options.basket, shutdown: shutdown.signal }),
    ...searchRoutes(options.departments),
    ...productRoutes(options.departments),
    ...recommendationRoutes({ chat: options.chat, departments: options.departments, ...customerProof }),
    ...customerRoutes({ desk: options.customers, clock: options.clock, ...customerProof }),
    ...eventRoutes({
      chat: options.chat,
      departments: options.departments,
      limitBatch: settings.LIMIT_EVENT_BATCH,
      limitBodyBytes: settings.LIMIT_EVENT_BODY_BYTES,
    }),
    ...widgetRoutes(options.widget),
    ...synonymRoutes({
      desk: options.synonyms,
      limitRules: settings.LIMIT_SYNONYMS,
      limitBodyBytes: settings.LIMIT_SYNONYM_BODY_BYTES,
    }),
    ...weightRoutes(options.weights),
    ...explorationRoutes({ desk: options.exploration }),
    ...ruleRoutes({ desk: options.rules }),
    ...fairnessRoutes(options.fairness),
    ...traceRoutes(options.readTrace),
    ...trainingRoutes(options.training),
    ...usageRoutes(options.usage),
    ...operationRoutes({
      departments: options.departments,
      metrics,
      version: options.version,
      draining: () => draining,
      describe: () => document,
    }),
  ];
  const document = describeRoutes(routes, { version: options.version });

  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', false);
  trustProxies(app, settings.TRUSTED_PROXIES);
  app.use(
    identifyRequest(),
    recordRequests(logger, metrics),
    apiHeaders(settings),
    limitTarget(),
    crossOrigin(settings),
    compression(),
  );
  app.use('/v1', limits.requests);
  app.use(
    mountRoutes(routes, {
      limits,
      idempotency,
      bodyLimitBytes: settings.LIMIT_BODY_BYTES,
      adminToken: settings.ADMIN_TOKEN,
      desk: { cookie: deskCookie, identity: options.identity },
    }),
  );
  app.use(
    pages({
      directory: options.widgetDirectory,
      headers: pageHeaders(settings),
      ...(options.demo !== undefined && { drawImage: options.demo.drawImage }),
    }),
  );
  app.use(refuseUnknownRoute(), sendFailures(logger));

  const server = createHttpServer(
    {
      maxHeaderSize: MOST_HEADER_BYTES,
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
      connectionsCheckingInterval: 5_000,
    },
    app,
  );
  server.on('clientError', answerSocketError);
  server.on('connect', refuseConnect);
  server.on('checkExpectation', refuseExpectation);

  return {
    app,
    routes,
    listen: () => listenOn(server, settings),
    async close(graceMs) {
      draining = true;
      await closeGracefully(server, { graceMs, busy: liveTurns.idle(), giveUp: () => shutdown.abort() });
    },
  };
}

/** @throws {AssistantError} CONFIGURATION_INVALID when an entry is no address. */
function trustProxies(app: Express, proxies: readonly string[]): void {
  try {
    app.set('trust proxy', proxies.length === 0 ? false : [...proxies]);
  } catch (cause) {
    throw new AssistantError(
      'CONFIGURATION_INVALID',
      'FLOORWALKER_TRUSTED_PROXIES: must be addresses or networks',
      {
        cause,
      },
    );
  }
}
