/** Three times the pause between the signs of life that the server gives. */
const LONGEST_SILENCE_MS = 45_000;

export interface OpenedStream {
  readonly status: number;
  /** Absent where there is nothing to hear: the server refused (status 300 and above), or has nothing to tell (204). */
  readonly body?: ReadableStream<Uint8Array<ArrayBuffer>>;
}

/**
 * Opens a stream of our own server. One that gives no sign of life for 45 s is cut: the network may be gone without a
 * word.
 *
 * @returns Undefined when no answer came.
 */
export async function openStream(
  address: string,
  { signal, ...init }: Omit<RequestInit, 'signal'> & { readonly signal?: AbortSignal | undefined },
): Promise<OpenedStream | undefined> {
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
    const { ok, status, body } = await fetch(address, {
      ...init,
      signal: signal === undefined ? silence.signal : AbortSignal.any([silence.signal, signal]),
    });
    if (ok && status !== 204 && body !== null) return { status, body: body.pipeThrough(watch) };
    clearTimeout(timer);
    return { status };
  } catch {
    clearTimeout(timer);
    return undefined;
  }
}
