import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WrittenConversation } from '../../src/domain/desk/written-conversation.ts';
import { createRandom } from '../../src/domain/random.ts';
import { type ShopOptions, withShop } from './clarify/open-shop.ts';
import { drawConversation } from './simulate/draw-moves.ts';
import { type Broken, playMoves } from './simulate/play-moves.ts';
import { shrinkMoves } from './simulate/shrink-moves.ts';
import { writeCase } from './simulate/write-case.ts';

export interface SimulateOptions extends Pick<ShopOptions, 'catalog' | 'map'> {
  readonly conversations: number;
  readonly seed: number;
  /** Folder that failures are written into, as cases of `eval dialogue`. */
  readonly write?: string;
}

export interface SimulateResult {
  readonly suite: 'simulate';
  readonly data: { readonly products: number };
  readonly metrics: {
    readonly conversations: number;
    readonly turns: number;
    readonly failed: number;
    /** Different ways of failing, the same shortest messages counted once. */
    readonly distinct: number;
    readonly byPromise: Readonly<Record<string, number>>;
    readonly byLanguage: Readonly<Record<string, number>>;
  };
  readonly failures: readonly { id: string; say: string; expected: string; got: string }[];
  readonly seconds: number;
  readonly rssMb: number;
  readonly seed: number;
}

/** Generated conversations against the whole product, judged by promises that need no wording; failures come shortened. */
export async function runSimulate(options: SimulateOptions): Promise<SimulateResult> {
  const startedMs = performance.now();
  const { signal } = new AbortController();
  return await withShop(options, async (service) => {
    const shop = service.shop.current();
    const found: { readonly broken: Broken; readonly written: WrittenConversation }[] = [];
    let turns = 0;
    for (let number = 0; number < options.conversations; number += 1) {
      const seed = options.seed + number;
      const drawn = drawConversation(shop.vocabulary, shop.markets, createRandom(seed));
      const played = await playMoves(service, drawn, signal);
      turns += played.turns;
      const { broken } = played;
      if (broken === undefined) continue;
      const cut = { ...drawn, moves: drawn.moves.slice(0, broken.turn + 1) };
      const shortest = await shrinkMoves(
        cut,
        async (shorter) => (await playMoves(service, shorter, signal)).broken?.promise === broken.promise,
      );
      const last = (await playMoves(service, shortest, signal)).broken ?? broken;
      found.push({ broken: last, written: writeCase(shortest, last, `simulated-${seed}`) });
    }
    const distinct = [
      ...new Map(found.map((each) => [each.written.turns.map(({ say }) => say).join('\n'), each])).values(),
    ];
    if (options.write !== undefined) writeCases(options.write, distinct);
    const count = (keyOf: (each: (typeof found)[number]) => string) =>
      Object.fromEntries([...Map.groupBy(found, keyOf)].map(([key, members]) => [key, members.length]));
    return {
      suite: 'simulate',
      data: { products: shop.index.size() },
      metrics: {
        conversations: options.conversations,
        turns,
        failed: found.length,
        distinct: distinct.length,
        byPromise: count(({ broken }) => broken.promise),
        byLanguage: count(({ written }) => written.locale.slice(0, 2)),
      },
      failures: distinct.map(({ broken, written }) => ({
        id: `${written.id} ${broken.promise}`,
        say: `${written.locale}: ${broken.says.join(' / ')}`,
        expected: broken.expected,
        got: broken.got,
      })),
      seconds: (performance.now() - startedMs) / 1_000,
      rssMb: process.memoryUsage.rss() / 1_048_576,
      seed: options.seed,
    };
  });
}

function writeCases(folder: string, found: readonly { readonly written: WrittenConversation }[]): void {
  mkdirSync(folder, { recursive: true });
  for (const [group, members] of Map.groupBy(found, ({ written }) => written.group))
    writeFileSync(
      join(folder, `${group}.jsonl`),
      members.map(({ written }) => `${JSON.stringify(written)}\n`).join(''),
    );
}
