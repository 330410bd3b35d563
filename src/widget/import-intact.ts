import { preloadIntact } from './preload-intact.ts';

/** By file name: the hash of a chunk and the other chunks that it imports. Written in when the widget is published. */
declare const FLOORWALKER_CHUNKS: Readonly<Record<string, readonly [hash: string, ...imports: string[]]>>;
const CHUNKS = FLOORWALKER_CHUNKS;

/** How often a file could not be had: to a browser an address that failed stays failed until the page is loaded anew. */
const failures = new Map<string, number>();

function addressOf(file: string): string {
  const count = failures.get(file);
  return new URL(count === undefined ? file : `${file}?again=${count}`, import.meta.url).href;
}

async function preload(file: string, hash: string): Promise<void> {
  try {
    await preloadIntact(addressOf(file), hash);
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
  const [, ...imports] = CHUNKS[name] ?? [];
  const files = [name, ...imports];
  await Promise.all(files.map((file) => preload(file, CHUNKS[file]?.[0] ?? '')));
  return import(/* @vite-ignore */ addressOf(name));
}
