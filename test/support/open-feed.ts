import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CatalogueSourceOptions,
  openCatalogueSource,
} from '../../connectors/catalogue-source/open-catalogue-source.ts';
import { listingInterpreter } from '../../src/catalog/interpret-listings.ts';
import type { Product } from '../../src/domain/product.ts';
import type { RejectedRow, SourceItem } from '../../src/ports/catalogue-source.ts';
import { temporaryDirectory } from './temporary-directory.ts';

export const feedFile = (name: string): string => join(import.meta.dirname, 'feeds', name);

type Options = Partial<Omit<CatalogueSourceOptions, 'interpreter' | 'file'>>;

/** Opens a feed with the real reading of values. */
export const openFeed = (file: string, options: Options = {}) =>
  openCatalogueSource({ file, format: 'auto', interpreter: listingInterpreter, ...options });

export function writeFeedFile(content: string | Uint8Array, name = 'feed'): string {
  const file = join(temporaryDirectory(), name);
  writeFileSync(file, content);
  return file;
}

export interface ReadFeed {
  readonly format: string;
  readonly products: readonly Product[];
  readonly rejected: readonly RejectedRow[];
  readonly items: readonly SourceItem[];
}

/** Reads a feed that is written to a file first. */
export async function readFeed(content: string | Uint8Array, options: Options = {}): Promise<ReadFeed> {
  const source = await openFeed(writeFeedFile(content), options);
  const items: SourceItem[] = [];
  for await (const item of source.read(new AbortController().signal)) items.push(item);
  return {
    format: source.format,
    items,
    products: items.flatMap((item) => (item.kind === 'product' ? [item.value.product] : [])),
    rejected: items.flatMap((item) => (item.kind === 'rejected' ? [item.value] : [])),
  };
}
