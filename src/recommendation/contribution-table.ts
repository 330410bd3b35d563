import type { Candidate } from '../domain/candidate.ts';

/**
 * What each product of a history adds to each of the few products that were chosen. It keeps its memory from one list to the
 * next: `begin`, `add`, read, `end`.
 */
export interface ContributionTable {
  /**
   * @param chosen Positions of products, none twice.
   * @param sources Positions of the products that speak for them; from then on they are told by their index here.
   */
  begin(chosen: readonly number[], sources: readonly number[]): void;
  /** Adds to what a source says for a product; nothing for a product that was not chosen. */
  add(product: number, source: number, contribution: number): void;
  /** All that speaks for a chosen product, added up in the order in which the sources first spoke; what speaks against it is left out. */
  total(product: number): number;
  /** The largest shares of a whole > 0 for a chosen product, each in (0, 1], ties by productId. */
  because(product: number, whole: number): NonNullable<Candidate['because']>;
  /** Forgets the chosen products. */
  end(): void;
}

/**
 * @param productIds Ascending.
 * @param most Shares that are told, >= 1.
 */
export function createContributionTable(productIds: readonly string[], most: number): ContributionTable {
  /** 1 + the row of a chosen product, 0 for any other. */
  const rowOf = new Int32Array(productIds.length);
  let chosen: readonly number[] = [];
  let sources: readonly number[] = [];
  /** Row-major, `(chosen, sources)`. */
  let sums = new Float64Array(0);
  let hasSpoken = new Uint8Array(0);
  /** For each row its sources in the order in which they first spoke. */
  let order = new Int32Array(0);
  let counts = new Int32Array(0);
  const bestSources = new Int32Array(most + 1);
  const bestShares = new Float64Array(most + 1);

  const rowStart = (product: number): number => ((rowOf[product] ?? 0) - 1) * sources.length;
  const countOf = (product: number): number => counts[(rowOf[product] ?? 0) - 1] ?? 0;

  function makeRoom(): void {
    const size = chosen.length * sources.length;
    if (size > sums.length) {
      sums = new Float64Array(size);
      hasSpoken = new Uint8Array(size);
      order = new Int32Array(size);
    } else {
      sums.fill(0, 0, size);
      hasSpoken.fill(0, 0, size);
    }
    if (chosen.length > counts.length) counts = new Int32Array(chosen.length);
    else counts.fill(0, 0, chosen.length);
  }

  /** Puts a share where it stands among the best so far. Returns how many there are now. */
  function insert(source: number, share: number, held: number): number {
    const position = sources[source] ?? 0;
    let place = held;
    while (place > 0) {
      const above = bestShares[place - 1] ?? 0;
      if (above > share || (above === share && (sources[bestSources[place - 1] ?? 0] ?? 0) < position)) break;
      bestShares[place] = above;
      bestSources[place] = bestSources[place - 1] ?? 0;
      place -= 1;
    }
    bestShares[place] = share;
    bestSources[place] = source;
    return Math.min(most, held + 1);
  }

  return {
    begin(products, speaking) {
      chosen = products;
      sources = speaking;
      makeRoom();
      for (let row = 0; row < chosen.length; row += 1) rowOf[chosen[row] ?? 0] = row + 1;
    },

    add(product, source, contribution) {
      const row = (rowOf[product] ?? 0) - 1;
      if (row < 0) return;
      const cell = row * sources.length + source;
      if (hasSpoken[cell] === 0) {
        const count = counts[row] ?? 0;
        order[row * sources.length + count] = source;
        counts[row] = count + 1;
        hasSpoken[cell] = 1;
      }
      sums[cell] = (sums[cell] ?? 0) + contribution;
    },

    total(product) {
      const start = rowStart(product);
      const end = start + countOf(product);
      let total = 0;
      for (let place = start; place < end; place += 1)
        total += Math.max(0, sums[start + (order[place] ?? 0)] ?? 0);
      return total;
    },

    because(product, whole) {
      const start = rowStart(product);
      const end = start + countOf(product);
      let held = 0;
      for (let place = start; place < end; place += 1) {
        const source = order[place] ?? 0;
        const share = (sums[start + source] ?? 0) / whole;
        if (share > 0) held = insert(source, Math.min(1, share), held);
      }
      const reasons: { productId: string; share: number }[] = [];
      for (let place = 0; place < held; place += 1) {
        const position = sources[bestSources[place] ?? 0] ?? 0;
        reasons.push({ productId: productIds[position] ?? '', share: bestShares[place] ?? 0 });
      }
      return reasons;
    },

    end() {
      for (const product of chosen) rowOf[product] = 0;
      chosen = [];
      sources = [];
    },
  };
}
