import { createServer as createHttpServer } from 'node:http';
import compression from 'compression';
import express, { type Express } from 'express';
import type { Logger } from 'pino';
import type { Settings } from '../config/config.ts';
import type { Database, Query } from '../ports/database.ts';
import { closeGracefully } from './close-gracefully.ts';
import { describeRoutes } from './describe-routes.ts';
import { createDeskCookie } from './desk-cookie.ts';
import type { EarlierWidgets } from './earlier-widgets.ts';
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
import { operationRoutes } from './routes/operations.ts';
import {
  apiHeaders,
  crossOrigin,
  deskPageHeaders,
  type OriginSettings,
  pageHeaders,
} from './security-headers.ts';
import {
  answerSocketError,
  refuseConnect,
  refuseExpectation,
  refuseUnknownRoute,
  sendFailures,
} from './send-problem.ts';
import { type ShopRooms, type ShopRouteSettings, shopRoutes } from './shop-routes.ts';
import { trustProxies } from './trust-proxies.ts';
import { measureUsage } from './usage-metrics.ts';

const MOST_HEADER_BYTES = 16_384;
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
const KEEP_ALIVE_TIMEOUT_MS = 5_000;
const HEARTBEAT_MS = 15_000;

type ServerSettings = RateLimitSettings &
  OriginSettings &
  ShopRouteSettings &
  Pick<Settings, 'HOST' | 'PORT' | 'TRUSTED_PROXIES' | 'LIMIT_ABANDONED_MS'>;

export interface ServerOptions extends ShopRooms {
  /** What is held of shoppers in memory, for the metrics. */
  readonly onlineState?: () => { readonly shoppers: number; readonly bytes: number };
  readonly settings: ServerSettings;
  /** Keeps the answers of writes with an Idempotency-Key. */
  readonly database: Database;
  readonly logger: Logger;
  readonly metrics?: ServerMetrics;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** Where the widget and the shop page were built to. */
  readonly widgetDirectory: string;
  /** Versions of it that were served before; none when absent. */
  readonly earlierWidgets?: EarlierWidgets;
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

  const deskCookie = createDeskCookie(settings);
  const routes: Route[] = [
    ...shopRoutes(options, {
      settings,
      idempotency,
      liveTurns,
      metrics,
      logger,
      clock: options.clock,
      deskCookie,
      heartbeatMs: options.heartbeatMs ?? HEARTBEAT_MS,
      shutdown: shutdown.signal,
    }),
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
      desk: {
        cookie: deskCookie,
        identity: options.desk.identity,
        note: (entry, write) => {
          const append = (to: Query) => options.desk.audit.append(to, entry, options.clock());
          return write === undefined ? options.database.transaction(append) : append(write);
        },
      },
    }),
  );
  app.use(
    pages({
      directory: options.widgetDirectory,
      earlierWidgets: options.earlierWidgets ?? { list: [], read: async () => undefined },
      headers: pageHeaders(settings),
      deskHeaders: deskPageHeaders(settings),
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
