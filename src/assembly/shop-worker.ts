import { openSqliteReader } from '../../connectors/database/sqlite-reader.ts';
import { columnBuffers, takeApart } from '../../connectors/product-index/embedded/image-parts.ts';
import { buildSegments } from '../../connectors/product-index/embedded/segments.ts';
import { deriveShop, type VectorSource } from './derive-shop.ts';
import { keepImage } from './image-store.ts';
import { type Say, workInThread } from './work-in-thread.ts';

/** What a worker is started with. */
export interface WorkerJob {
  readonly directory: string;
  readonly vectors: VectorSource;
  readonly nowMs: number;
  /** Fingerprint of the code that derives: of the thread that asks. */
  readonly code: string;
  readonly catalogueHash: string;
}

/** What a worker says. Nothing follows `done`. */
export type WorkerMessage =
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'progress'; readonly products: number }
  /** The derivation in parts, its memory handed over. */
  | {
      readonly kind: 'done';
      readonly frame: Uint8Array;
      readonly columns: ReturnType<typeof takeApart>['columns'];
    };

/** A thread of its own: derives the shop from the store, saves the image and hands it over. */
await workInThread(async (job: WorkerJob, say: Say<WorkerMessage>) => {
  const note = (text: string) => say({ kind: 'note', text });
  const database = openSqliteReader(job.directory);
  try {
    const derived = await deriveShop({
      ...job,
      database,
      lay: buildSegments,
      note,
      onProgress: (products) => say({ kind: 'progress', products }),
      signal: new AbortController().signal,
    });
    await keepImage({ ...job, note }, derived.image);
    const parts = takeApart(derived);
    say({ kind: 'done', ...parts }, columnBuffers(parts));
  } finally {
    await database.close();
  }
});
