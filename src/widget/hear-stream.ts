import { openStream } from '../web/open-stream.ts';
import { type Failure, failureOf } from './request.ts';

/** @returns The body; why there is none; undefined when there is nothing to tell (204). */
export async function hearStream(
  ...asked: Parameters<typeof openStream>
): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | Failure | undefined> {
  const opened = await openStream(...asked);
  if (opened === undefined) return 'offline';
  return opened.body ?? (opened.status < 300 ? undefined : failureOf(opened.status));
}
