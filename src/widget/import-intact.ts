import { type ChunkTable, FURTHER_PARTS } from './further-parts.ts';
import type { preloadIntact } from './preload-intact.ts';

/** Of what the first message waits for, and of the table of the rest. Written in when the widget is published. */
declare const FLOORWALKER_CHUNKS: ChunkTable;
const CHUNKS = FLOORWALKER_CHUNKS;

export type Preload = typeof preloadIntact;
let preloadFile: Preload;

/** Before anything is imported here: the loader, which brought this, has what preloads its parts, too. */
export const preloadWith = (preload: Preload): void => {
  preloadFile = preload;
};

/** How often a file could not be had: to a browser an address that failed stays failed until the page is loaded anew. */
const failures = new Map<string, number>();

function addressOf(file: string): string {
  const count = failures.get(file);
  return new URL(count === undefined ? file : `${file}?again=${count}`, import.meta.url).href;
}

async function preload(file: string, hash: string): Promise<void> {
  try {
    await preloadFile(addressOf(file), hash);
  } catch (cause) {
    failures.set(file, (failures.get(file) ?? 0) + 1);
    throw cause;
  }
}

/**
 * What the build makes of every `import()` in the panel: the chunk and all that it imports are there, as they were
 * published, before any of it runs.
 *
 * @param name "./basket-drawer.js", beside this file.
 */
export async function importIntact(name: string): Promise<unknown> {
  const table: ChunkTable = name in CHUNKS ? CHUNKS : { ...CHUNKS, ...(await furtherParts()) };
  const [, ...imports] = table[name] ?? [];
  const files = [name, ...imports];
  await Promise.all(files.map((file) => preload(file, table[file]?.[0] ?? '')));
  return import(/* @vite-ignore */ addressOf(name));
}

async function furtherParts(): Promise<ChunkTable> {
  const found = (await importIntact(FURTHER_PARTS)) as { readonly default: ChunkTable };
  return found.default;
}
