import type { Statement } from './read-statement.ts';

/** How rare the words of a collection of texts are. */
export interface WordRarity {
  /** > 0; of a key that no text has, the highest. */
  rarity(key: string): number;
  /** Stems of a text, mean. */
  readonly meanLength: number;
}

export function measureRarity(statements: readonly Statement[]): WordRarity {
  const counts = new Map<string, number>();
  let length = 0;
  for (const { keys, stems } of statements) {
    length += stems.length;
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const total = statements.length;
  return {
    rarity(key) {
      const count = counts.get(key) ?? 0;
      return Math.log(1 + (total - count + 0.5) / (count + 0.5));
    },
    meanLength: total === 0 ? 1 : Math.max(1, length / total),
  };
}
