/** Answers tell whole seconds and take a while to come: less than this says nothing about a clock. */
const TOLERANCE_MS = 5_000;

let aheadMs = 0;

/** Reads what time it is at the server off the head of one of its answers, the moment it is here. */
export function setServerClock({ headers }: Pick<Response, 'headers'>, nowMs = Date.now()): void {
  const difference = Date.parse(headers.get('Date') ?? '') - nowMs;
  if (Number.isNaN(difference)) return;
  aheadMs = Math.abs(difference) < TOLERANCE_MS ? 0 : difference;
}

/** What time it is where conversations are kept, in ms of the epoch, whatever the clock of this machine says. */
export const serverNow = (nowMs = Date.now()): number => nowMs + aheadMs;
