import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { packageRoot } from './package-version.ts';

/** The rooms that the catalogue goes through on its way into the index; a test holds them to what is imported. */
export const INDEXING_ROOMS = [
  'connectors/database',
  'connectors/embedding-model',
  'connectors/product-index',
  'src/assembly',
  'src/catalog',
  'src/domain',
  'src/errors',
  'src/ports',
  'src/retrieval',
  'src/text',
  'src/understanding',
];

/** The code as it runs: the sources, or what was built from them into `dist`. */
const ROOT = join(import.meta.dirname, '..', '..');

let known: string | undefined;

/**
 * SHA-256 of the code that indexes a catalogue, of the versions of what it depends on, and of the engine it runs on: what
 * was derived under another fingerprint may have been stemmed, split or laid out in another way. No version to remember to
 * raise, at the price of one rebuild after any change. Cost: some 20 ms, once for a process.
 */
export function codeFingerprint(): string {
  known ??= readFingerprint();
  return known;
}

/** Sources, or what was built from them, and the data files they read: a plural may file a word elsewhere. */
export const FINGERPRINTED: ReadonlySet<string> = new Set(['.json', '.yaml', extname(import.meta.filename)]);

function readFingerprint(): string {
  const hash = createHash('sha256');
  const { dependencies } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const { node, v8, icu } = process.versions;
  hash.update(JSON.stringify([dependencies, node, v8, icu, process.arch]));
  for (const room of INDEXING_ROOMS) {
    const files = readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).filter(
      (file) => FINGERPRINTED.has(extname(file)) && !file.endsWith('.d.ts'),
    );
    for (const file of files.sort())
      hash.update(`${room}/${file}\0`).update(readFileSync(join(ROOT, room, file)));
  }
  return hash.digest('hex');
}
