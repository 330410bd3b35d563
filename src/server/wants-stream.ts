import type { Request } from 'express';

/** Whether a client would rather hear events than read JSON. */
export const wantsStream = (request: Request): boolean =>
  request.accepts(['application/json', 'text/event-stream']) === 'text/event-stream';
