import { createHash } from 'node:crypto';

/** Least recently used vectors, by the hash of their text: the texts themselves (shoppers' words) are not kept. */
export interface VectorCache {
  get(text: string): Float32Array | undefined;
  set(text: string, vector: Float32Array): void;
}

export function createVectorCache(capacity: number): VectorCache {
  const vectors = new Map<string, Float32Array>();
  const hash = (text: string): string => createHash('sha256').update(text).digest('base64');
  return {
    get(text) {
      const key = hash(text);
      const found = vectors.get(key);
      if (found === undefined) return undefined;
      vectors.delete(key);
      vectors.set(key, found);
      return found;
    },
    set(text, vector) {
      vectors.set(hash(text), vector);
      const oldest = vectors.keys().next();
      if (vectors.size > capacity && oldest.done !== true) vectors.delete(oldest.value);
    },
  };
}
