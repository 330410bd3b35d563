import type { Server } from 'node:http';

const SWEEP_EVERY_MS = 25;
/** After the grace: time for streams to be told before their sockets are cut. */
const LAST_WORDS_MS = 250;

/**
 * Stops accepting, and closes each connection as it falls idle.
 *
 * @param busy Work that outlives its connection; waited for as well.
 * @param giveUp Called when `graceMs` are over, or everything is done.
 */
export async function closeGracefully(
  server: Server,
  options: { readonly graceMs: number; readonly busy: Promise<void>; giveUp(): void },
): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_EVERY_MS);
  await Promise.race([Promise.all([closed, options.busy]), wait(options.graceMs)]);
  options.giveUp();
  await Promise.race([closed, wait(LAST_WORDS_MS)]);
  server.closeAllConnections();
  await closed;
  clearInterval(sweep);
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
