import { createHash } from 'node:crypto';
import type { RecordedRequest } from './mode.ts';

export interface FakeEmbeddingOptions {
  readonly dimensions: number;
  /** `request`: base64 when it is asked for, as OpenAI does; `float`: always numbers, as some local servers do. */
  readonly encoding: 'request' | 'float';
  /** Spoils the answer. */
  readonly fault?: 'not-a-number' | 'wrong-dimension' | 'missing' | 'reversed';
}

/** A deterministic vector of a text, not of unit length on purpose. */
export function fakeVector(text: string, dimensions: number): number[] {
  const bytes = createHash('sha256').update(text).digest();
  return Array.from({ length: dimensions }, (_, index) => ((bytes[index % bytes.length] ?? 0) - 127) / 32);
}

/** The body of an answer to `POST /embeddings`. */
export function embeddingsBody(request: RecordedRequest, options: FakeEmbeddingOptions): unknown {
  const { input } = request.body;
  const texts = (Array.isArray(input) ? input : [input]).map(String);
  const base64 = options.encoding === 'request' && request.body.encoding_format === 'base64';
  const data = texts.map((text, index) => {
    const last = index === texts.length - 1;
    const wrong = last && options.fault === 'wrong-dimension';
    const vector = fakeVector(text, options.dimensions + (wrong ? 1 : 0));
    if (last && options.fault === 'not-a-number') vector[0] = Number.NaN;
    const embedding = base64 ? Buffer.from(Float32Array.from(vector).buffer).toString('base64') : vector;
    return { object: 'embedding', index, embedding };
  });
  if (options.fault === 'missing') data.pop();
  if (options.fault === 'reversed') data.reverse();
  return {
    object: 'list',
    model: request.body.model,
    data,
    usage: { prompt_tokens: texts.length, total_tokens: texts.length },
  };
}
