import type { Request, RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Settings } from '../config/config.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import { addressKey, sha256 } from './caller.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

export type RateLimitSettings = Pick<
  Settings,
  'LIMIT_REQUESTS_PER_MINUTE' | 'LIMIT_CONVERSATIONS_PER_HOUR' | 'LIMIT_MESSAGES_PER_MINUTE'
>;

export interface RateLimits {
  /** Every request of an address. */
  readonly requests: RequestHandler;
  /** New conversations of an address. */
  readonly conversations: RequestHandler;
  /** Messages with one token. A wrong token draws on its own counter, never on the conversation's. */
  readonly messages: RequestHandler;
}

/** Counts in fixed windows in memory: limits hold for one process. */
export function createRateLimits(settings: RateLimitSettings): RateLimits {
  return {
    requests: limiter(settings.LIMIT_REQUESTS_PER_MINUTE, MINUTE_MS, 'requests in a minute', addressKey),
    conversations: limiter(
      settings.LIMIT_CONVERSATIONS_PER_HOUR,
      HOUR_MS,
      'new conversations in an hour',
      addressKey,
    ),
    messages: limiter(settings.LIMIT_MESSAGES_PER_MINUTE, MINUTE_MS, 'messages in a minute', (request) =>
      sha256(request.headers.authorization ?? addressKey(request)),
    ),
  };
}

function limiter(
  limit: number,
  windowMs: number,
  what: string,
  key: (request: Request) => string,
): RequestHandler {
  return rateLimit({
    windowMs,
    limit,
    keyGenerator: key,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    validate: false,
    handler: (_request, response, next) => {
      const retryAfterSeconds = Number(response.getHeader('Retry-After') ?? windowMs / 1_000);
      next(
        new AssistantError('TOO_MANY_REQUESTS', `At most ${limit} ${what}; wait ${retryAfterSeconds} s`, {
          details: { retryAfterSeconds },
        }),
      );
    },
  });
}
