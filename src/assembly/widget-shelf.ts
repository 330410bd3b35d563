import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Settings } from '../config/config.ts';
import type { EarlierWidget, EarlierWidgets } from '../server/earlier-widgets.ts';

const LABEL = 'kept.json';
const ADDRESS = /^\/widget\/([\da-f]{12})\/([\w-]+\.js(?:\.br|\.gz)?)$/;
const VERSION = /^[\da-f]{12}$/;

const manifestSchema = z.object({ version: z.string().regex(VERSION), integrity: z.string() });

const labelSchema = manifestSchema.extend({
  servedAt: z.iso.datetime(),
  bytes: z.int().min(0),
  /** SHA-256 of each file, as hexadecimal digits. */
  files: z.record(z.string(), z.string()),
});
type KeptVersion = z.infer<typeof labelSchema>;

/** Below the data directory; can be deleted at any time, and pages that pinned a version in it fall back. */
export const widgetShelf = (directory: string): string => join(directory, 'widget');

export interface WidgetShelfOptions {
  /** Of the data. */
  readonly directory: string;
  /** Where the present version was built to. */
  readonly widgetDirectory: string;
  readonly settings: Pick<Settings, 'LIMIT_WIDGET_VERSIONS' | 'LIMIT_WIDGET_BYTES'>;
  readonly clock: () => number;
  readonly note: (text: string) => void;
}

/**
 * Puts the present version of the widget beside those that were served before, and lets go of the oldest. What stands
 * in the way is noted: the shop opens without.
 *
 * @returns Those before the present one. Each file is held against its hash whenever it is read.
 */
export async function openWidgetShelf(options: WidgetShelfOptions): Promise<EarlierWidgets> {
  const shelf = widgetShelf(options.directory);
  const present = await readManifest(options.widgetDirectory);
  let kept: readonly KeptVersion[] = [];
  try {
    if (present !== undefined) await keepPresent(shelf, present, options);
    kept = await clear(shelf, present?.version, options.settings);
  } catch (error) {
    options.note(`The versions of the widget could not be kept in ${shelf}: ${String(error)}`);
  }
  const byVersion = new Map(kept.map((each) => [each.version, each]));
  return {
    list: kept.map(({ version, integrity, servedAt }) => ({ version, integrity, servedAt })),
    async read(path) {
      const [, version = '', file = ''] = ADDRESS.exec(path) ?? [];
      const hash = byVersion.get(version)?.files[file];
      if (hash === undefined) return undefined;
      const content = await readFile(join(shelf, version, file)).catch(() => undefined);
      if (content !== undefined && hashOf(content) === hash) return content;
      options.note(`${join(shelf, version, file)} is not as it was published: it is not served`);
      return undefined;
    },
  };
}

/** What is kept, the present version among it, latest first; `isWhole` unless a file is missing or another one. */
export async function inspectWidgetShelf(
  directory: string,
): Promise<readonly (EarlierWidget & { readonly isWhole: boolean })[]> {
  const shelf = widgetShelf(directory);
  const kept = await readShelf(shelf);
  return await Promise.all(
    kept.map(async ({ version, integrity, servedAt, files }) => {
      const checks = Object.entries(files).map(async ([file, hash]) => {
        const content = await readFile(join(shelf, version, file)).catch(() => undefined);
        return content !== undefined && hashOf(content) === hash;
      });
      return { version, integrity, servedAt, isWhole: (await Promise.all(checks)).every(Boolean) };
    }),
  );
}

type Manifest = z.infer<typeof manifestSchema>;

/** @returns Undefined where no widget was built. */
async function readManifest(widgetDirectory: string): Promise<Manifest | undefined> {
  const text = await readFile(join(widgetDirectory, 'widget.json'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : manifestSchema.safeParse(JSON.parse(text)).data;
}

/** Copies it once, whole or not at all; later starts tell that it is still the present one. */
async function keepPresent(
  shelf: string,
  { version, integrity }: Manifest,
  { widgetDirectory, clock }: WidgetShelfOptions,
): Promise<void> {
  const place = join(shelf, version);
  const servedAt = new Date(clock()).toISOString();
  const before = await readLabel(place);
  if (before !== undefined) {
    await writeLabel(place, { ...before, servedAt });
    return;
  }
  const coming = join(shelf, `coming-${version}`);
  await rm(coming, { recursive: true, force: true });
  await mkdir(shelf, { recursive: true });
  await cp(join(widgetDirectory, 'widget', version), coming, { recursive: true });
  const contents = await Promise.all(
    (await readdir(coming)).map(async (file) => [file, await readFile(join(coming, file))] as const),
  );
  const files = Object.fromEntries(contents.map(([file, content]) => [file, hashOf(content)]));
  const bytes = contents.reduce((sum, [, content]) => sum + content.length, 0);
  await writeLabel(coming, { version, integrity, servedAt, bytes, files });
  await rm(place, { recursive: true, force: true });
  await rename(coming, place);
}

/** Lets go of the oldest beyond the limits, and of what is no version. @returns Those before the present one. */
async function clear(
  shelf: string,
  present: string | undefined,
  { LIMIT_WIDGET_VERSIONS, LIMIT_WIDGET_BYTES }: WidgetShelfOptions['settings'],
): Promise<readonly KeptVersion[]> {
  const earlier = (await readShelf(shelf)).filter(({ version }) => version !== present);
  let bytes = 0;
  const kept = earlier.filter((each, place) => {
    bytes += each.bytes;
    return place < LIMIT_WIDGET_VERSIONS && bytes <= LIMIT_WIDGET_BYTES;
  });
  const names = new Set([present, ...kept.map(({ version }) => version)]);
  for (const name of await readdir(shelf).catch(() => []))
    if (!names.has(name)) await rm(join(shelf, name), { recursive: true, force: true });
  return kept;
}

/** Latest first, ties by version. */
async function readShelf(shelf: string): Promise<readonly KeptVersion[]> {
  const names = (await readdir(shelf).catch(() => [])).filter((name) => VERSION.test(name));
  const labels = await Promise.all(names.map((name) => readLabel(join(shelf, name))));
  return labels
    .flatMap((label) => label ?? [])
    .sort(
      (left, right) =>
        right.servedAt.localeCompare(left.servedAt) || left.version.localeCompare(right.version),
    );
}

async function readLabel(place: string): Promise<KeptVersion | undefined> {
  if ((await stat(join(place, LABEL)).catch(() => undefined)) === undefined) return undefined;
  try {
    return labelSchema.parse(JSON.parse(await readFile(join(place, LABEL), 'utf8')));
  } catch {
    // Cut short: the version is kept anew when it is the present one, and gone otherwise.
    return undefined;
  }
}

async function writeLabel(place: string, label: KeptVersion): Promise<void> {
  const coming = join(place, `${LABEL}.coming`);
  await writeFile(coming, JSON.stringify(label));
  await rename(coming, join(place, LABEL));
}

const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
