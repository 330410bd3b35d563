import { preloadIntact } from './preload-intact.ts';

/** By file name: the hash of a chunk and the other chunks that it imports. Written in when the widget is published. */
declare const FLOORWALKER_CHUNKS: Readonly<Record<string, readonly [hash: string, ...imports: string[]]>>;
const CHUNKS = FLOORWALKER_CHUNKS;

/**
 * What the build makes of every `import()` in the panel: the chunk and all that it imports are there, as they were
 * published, before any of it runs.
 *
 * @param name "./basket-drawer.js", beside this file.
 */
export async function importIntact(name: string): Promise<unknown> {
  const addressOf = (file: string) => new URL(file, import.meta.url).href;
  const [, ...imports] = CHUNKS[name] ?? [];
  const files = [name, ...imports];
  await Promise.all(files.map((file) => preloadIntact(addressOf(file), CHUNKS[file]?.[0] ?? '')));
  return import(/* @vite-ignore */ addressOf(name));
}
