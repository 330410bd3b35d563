import { type Failure, failureOf } from './request.ts';

/** Three times the pause between the signs of life that the server gives. */
const LONGEST_SILENCE_MS = 45_000;

/**
 * Opens a stream of our own server. One that gives no sign of life for 45 s is cut: the network may be gone without a
 * word.
 *
 * @returns Why there is none; undefined when there is nothing to tell (204).
 */
export async function openStream(
  address: string,
  { signal, ...init }: Omit<RequestInit, 'signal'> & { readonly signal?: AbortSignal | undefined },
): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | Failure | undefined> {
  const silence = new AbortController();
  const cut = () => silence.abort();
  let timer = setTimeout(cut, LONGEST_SILENCE_MS);
  const watch = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      clearTimeout(timer);
      timer = setTimeout(cut, LONGEST_SILENCE_MS);
      controller.enqueue(chunk);
    },
    flush: () => clearTimeout(timer),
  });
  try {
    const response = await fetch(address, {
      ...init,
      signal: signal === undefined ? silence.signal : AbortSignal.any([silence.signal, signal]),
    });
    if (response.ok && response.status !== 204 && response.body !== null)
      return response.body.pipeThrough(watch);
    clearTimeout(timer);
    return response.ok ? undefined : failureOf(response.status);
  } catch {
    clearTimeout(timer);
    return 'offline';
  }
}
