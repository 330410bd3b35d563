import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { networkOf } from './caller.ts';
import type { ServerMetrics } from './metrics.ts';

const REQUEST_ID = /^[A-Za-z0-9._-]{8,100}$/;

/** Names every request: by its own `X-Request-Id` when that is sane, else by a new one. */
export function identifyRequest(): RequestHandler {
  return (request, response, next) => {
    const given = request.get('X-Request-Id');
    response.set('X-Request-Id', given !== undefined && REQUEST_ID.test(given) ? given : randomUUID());
    next();
  };
}

export const requestIdOf = (response: Response): string => String(response.getHeader('X-Request-Id') ?? '');

/** Tells log and metrics which pattern served a request. */
export function setRoutePattern(response: Response, pattern: string): void {
  response.locals.route = pattern;
}

/** One line and one observation for each finished request. Never its query, body, token, or full address. */
export function recordRequests(logger: Logger, metrics: ServerMetrics): RequestHandler {
  return (request, response, next) => {
    const startedAt = process.hrtime.bigint();
    response.once('close', () => {
      const seconds = Number(process.hrtime.bigint() - startedAt) / 1e9;
      const pattern: unknown = response.locals.route;
      const route = typeof pattern === 'string' ? pattern : 'none';
      const method = request.method.slice(0, 20);
      const status = response.statusCode;
      metrics.observeRequest({
        method: KNOWN_METHODS.has(method) ? method : 'other',
        route,
        status,
        seconds,
      });
      logger[status >= 500 ? 'error' : 'info'](
        {
          requestId: requestIdOf(response),
          method,
          route,
          status,
          durationMs: Math.round(seconds * 1e4) / 10,
          network: networkOf(request.ip),
          cut: !response.writableFinished,
        },
        'request',
      );
    });
    next();
  };
}

const KNOWN_METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']);
