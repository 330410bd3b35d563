import type { KeptWords } from '../../src/console/conversation/kept-words.ts';

/** As a window keeps words over a reload: what is read is a copy. */
export function keptInMemory(): KeptWords {
  const kept = new Map<string, string>();
  return {
    read<T>(name: string) {
      const written = kept.get(name);
      return written === undefined ? undefined : (JSON.parse(written) as T);
    },
    write: (name, value) => void kept.set(name, JSON.stringify(value)),
    remove: (name) => void kept.delete(name),
  };
}
