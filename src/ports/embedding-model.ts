import type { Language } from '../domain/locale.ts';

/** Text to vectors. Vectors are unit length (L2), float32, finite, all of `dimensions`. */
export interface EmbeddingModel {
  /** Name and version: vectors of different names are never compared. */
  readonly name: string;
  readonly dimensions: number;
  /**
   * One vector per text, in order; a text without any known word gives the zero vector.
   * @throws {AssistantError} MODEL_* as ChatModel; MODEL_INVALID_ANSWER for a wrong dimension, NaN or a missing vector.
   */
  embed(
    texts: readonly string[],
    options: {
      readonly kind: 'query' | 'product';
      /** Of all the texts, when known. */
      readonly language?: Language;
      readonly signal: AbortSignal;
    },
  ): Promise<Float32Array[]>;
  isAvailable(): boolean;
  close(): Promise<void>;
}
