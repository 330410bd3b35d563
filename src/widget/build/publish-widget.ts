import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { type ChunkTable, FURTHER_PARTS } from '../further-parts.ts';
import { PANEL_FILE } from './intact-imports.ts';

const LOADER_FILE = 'widget.js';
/** What the loader brings when the browser has nothing else to do. */
export const PAGE_LIFE_FILE = 'page.js';
/** What the loader brings where a shop invites to talk. */
export const INVITATION_FILE = 'invitation.js';
const VERSION_CHARACTERS = 12;
/** Of gzip: how long its blocks are, each with a code of its own. Which is best differs from file to file. */
const MEMORY_LEVELS = [6, 7, 8, 9];
const NOTE_TO_BUNDLERS = /\s*\/\* (?:@vite-ignore|[@#]__PURE__) \*\/\s*/g;
const STATIC_IMPORT = /(?:^|[;}\n])import\s*(?:[\w$*{][^;'"`]*?from\s*)?["'`]\.\/([\w-]+\.js)["'`]/g;
/** Of a chunk, for whatever it is wanted. */
const MENTION = /["'`]\.\/([\w-]+\.js)["'`]/g;

/** What the first message waits for: words, and what reads the product of a page that states one. Besides, what tells of the page, which has a table of its own. */
const AWAITED = /^(?:[a-z]{2}|page-[\w-]+)\.js$/;

interface Bytes {
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** What `GET /widget.json` answers. */
export interface WidgetManifest {
  readonly version: string;
  /** Never changes its bytes. */
  readonly address: string;
  /** Of what is at the address, for the attribute `integrity`. */
  readonly integrity: string;
  readonly files: Readonly<Record<string, Bytes>>;
}

/**
 * Takes the chunks of one build to an address that holds their version, `widget/<version>/`: writes into the panel and
 * into what runs on the page the hashes of their chunks, into the loader those of both, and the same loader to `widget.js`,
 * the address that stays. Every file is there compressed, too.
 *
 * @param directory Holds `building/` with the chunks, which is moved.
 */
export function publishWidget(directory: string): WidgetManifest {
  const building = join(directory, 'building');
  const chunks = new Map(
    readdirSync(building).map((file) => [
      file,
      readFileSync(join(building, file), 'utf8').replaceAll(NOTE_TO_BUNDLERS, ''),
    ]),
  );
  const write = (file: string, constant: string, value: unknown) => {
    const code = (chunks.get(file) ?? '').replaceAll(constant, () => JSON.stringify(value));
    chunks.set(file, code);
  };
  write(PAGE_LIFE_FILE, 'FLOORWALKER_CHUNKS', chunkTables(chunks, PAGE_LIFE_FILE).own);
  const { own, further } = chunkTables(chunks, PANEL_FILE);
  const furtherCode = `export default ${JSON.stringify(further)}`;
  chunks.set(basename(FURTHER_PARTS), furtherCode);
  write(PANEL_FILE, 'FLOORWALKER_CHUNKS', { ...own, [FURTHER_PARTS]: [hashOf(furtherCode)] });
  write(LOADER_FILE, 'FLOORWALKER_PANEL_HASH', hashOf(chunks.get(PANEL_FILE) ?? ''));
  write(LOADER_FILE, 'FLOORWALKER_PAGE_HASH', hashOf(chunks.get(PAGE_LIFE_FILE) ?? ''));
  write(LOADER_FILE, 'FLOORWALKER_INVITATION_HASH', hashOf(chunks.get(INVITATION_FILE) ?? ''));
  const version = createHash('sha256')
    .update(JSON.stringify([...chunks].sort(([left], [right]) => (left < right ? -1 : 1))))
    .digest('hex')
    .slice(0, VERSION_CHARACTERS);
  chunks.set(LOADER_FILE, (chunks.get(LOADER_FILE) ?? '').replaceAll('FLOORWALKER_VERSION', version));

  const files = [...chunks].map(([file, code]) => [file, writeCompressed(join(building, file), code)]);
  const published = join(directory, 'widget', version);
  mkdirSync(join(directory, 'widget'), { recursive: true });
  rmSync(published, { recursive: true, force: true });
  renameSync(building, published);
  const loader = chunks.get(LOADER_FILE) ?? '';
  writeCompressed(join(directory, LOADER_FILE), loader);
  const manifest: WidgetManifest = {
    version,
    address: `/widget/${version}/${LOADER_FILE}`,
    integrity: `sha384-${hashOf(loader, 'sha384')}`,
    files: Object.fromEntries(files),
  };
  writeFileSync(join(directory, 'widget.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  return manifest;
}

/**
 * Of the chunks that an entry leads to, by "./file.js": hash and, through any depth, the other chunks it imports.
 *
 * @returns `own` of those that the first message waits for; `further` of all others.
 */
function chunkTables(chunks: ReadonlyMap<string, string>, entry: string) {
  const reached = (file: string, mentions: RegExp, found: Set<string> = new Set()): Set<string> => {
    for (const name of namedBy(file, mentions)) {
      if (found.has(name)) continue;
      found.add(name);
      reached(name, mentions, found);
    }
    return found;
  };
  const namedBy = (file: string, mentions: RegExp): string[] =>
    [...(chunks.get(file) ?? '').matchAll(mentions)].flatMap(([, name = '']) =>
      name !== entry && chunks.has(name) ? [name] : [],
    );
  const tableOf = (files: Iterable<string>): ChunkTable =>
    Object.fromEntries(
      [...files].map((file) => [
        `./${file}`,
        [
          hashOf(chunks.get(file) ?? ''),
          ...[...reached(file, STATIC_IMPORT)].map((imported) => `./${imported}`),
        ],
      ]),
    );
  const all = reached(entry, MENTION);
  const own = new Set(
    [...all].flatMap((file) => (AWAITED.test(file) ? [file, ...reached(file, STATIC_IMPORT)] : [])),
  );
  return { own: tableOf(own), further: tableOf(all.difference(own)) };
}

const hashOf = (code: string, algorithm: 'sha256' | 'sha384' = 'sha256'): string =>
  createHash(algorithm).update(code).digest('base64');

function writeCompressed(path: string, code: string): Bytes {
  const [gzip = gzipSync(code)] = MEMORY_LEVELS.map((memLevel) =>
    gzipSync(code, { level: 9, memLevel }),
  ).toSorted((left, right) => left.length - right.length);
  const brotli = brotliCompressSync(code, {
    params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
  });
  writeFileSync(path, code);
  writeFileSync(`${path}.gz`, gzip);
  writeFileSync(`${path}.br`, brotli);
  return { raw: Buffer.byteLength(code), gzip: gzip.length, brotli: brotli.length };
}
