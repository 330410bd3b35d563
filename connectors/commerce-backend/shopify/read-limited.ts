import { failed } from './request-faults.ts';

/**
 * The text of an answer.
 *
 * @throws {AssistantError} COMMERCE_FAILED when it is longer; the rest is not read.
 */
export async function readLimited({ body }: Response, maxBytes: number): Promise<string> {
  if (body === null) return '';
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw failed(`answered with more than ${maxBytes} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
