import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { InteractionColumns } from '../recommendation/interaction-columns.ts';
import type { Payloads } from '../recommendation/model-kinds.ts';
import { hearWorker } from './hear-worker.ts';
import type { TrainingJob, TrainingMessage } from './training-worker.ts';

/** Beside this file, in the sources and in what was built from them. */
const WORKER_FILE = new URL(`./training-worker${extname(import.meta.filename)}`, import.meta.url);

/** Learns every kind of model in a thread of its own, which reads the same log: 29 bytes an interaction are copied once. */
export async function trainInWorker(log: InteractionColumns, nowMs: number): Promise<Payloads> {
  const job: TrainingJob = { log: inSharedMemory(log), nowMs };
  const worker = new Worker(WORKER_FILE, { workerData: job, name: 'training' });
  return await hearWorker(worker, {
    hear: ({ payloads }: TrainingMessage) => payloads,
    what: 'that learns the models',
  });
}

function inSharedMemory(log: InteractionColumns): InteractionColumns {
  const shared = <Column extends Int32Array | Uint8Array | Float64Array>(
    column: Column,
    view: new (buffer: SharedArrayBuffer) => Column,
  ): Column => {
    const copy = new view(new SharedArrayBuffer(column.byteLength));
    copy.set(column);
    return copy;
  };
  return {
    ...log,
    product: shared(log.product, Int32Array),
    shopper: shared(log.shopper, Int32Array),
    market: shared(log.market, Int32Array),
    type: shared(log.type, Uint8Array),
    occurredAtMs: shared(log.occurredAtMs, Float64Array),
    receivedAtMs: shared(log.receivedAtMs, Float64Array),
  };
}
