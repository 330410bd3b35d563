import type { Response } from 'express';

/** Aborted when the client leaves before the answer: reading for nobody is waste. Never used for writes. */
export function requestSignal(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return controller.signal;
}
