import type { WritePreview } from '../domain/commerce.ts';

/** One effect and how to see whether it came about. */
export interface WriteTask<Subject> {
  /** What the effect is seen in: the basket, the order with its account. */
  read(): Promise<Subject>;
  /** Done once for all calls, as of `CommerceBackend.write` with its key. */
  write(): Promise<WritePreview>;
}

/** What can truly be said of a write. `before` and `after` were read from the shop's system around it. */
export type Receipt<Subject> =
  | { readonly kind: 'done'; readonly before: Subject; readonly after: Subject }
  /** It was not refused, and nothing is different; also where it had been done before. */
  | { readonly kind: 'unchanged'; readonly after: Subject }
  | {
      readonly kind: 'refused';
      readonly refusal: Exclude<WritePreview, { kind: 'allowed' }>;
      readonly after: Subject;
    }
  /** It failed or could not be looked at since: it may have taken place, or still may. */
  | { readonly kind: 'unknown'; readonly after?: Subject; readonly cause: unknown };

/**
 * Reads, writes, reads again, and goes by the difference alone: what the shop's system says of its own success counts for nothing.
 *
 * @throws {AssistantError} of the first reading: then nothing was written.
 */
export async function performWrite<Subject>({ read, write }: WriteTask<Subject>): Promise<Receipt<Subject>> {
  const before = await read();
  const answer = await settled(write);
  const seen = await settled(read);
  if (!seen.ok) return { kind: 'unknown', cause: seen.cause };
  const after = seen.value;
  if (JSON.stringify(before) !== JSON.stringify(after)) return { kind: 'done', before, after };
  if (!answer.ok) return { kind: 'unknown', after, cause: answer.cause };
  return answer.value.kind === 'allowed'
    ? { kind: 'unchanged', after }
    : { kind: 'refused', refusal: answer.value, after };
}

type Settled<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly cause: unknown };

async function settled<Value>(work: () => Promise<Value>): Promise<Settled<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (cause) {
    return { ok: false, cause };
  }
}
