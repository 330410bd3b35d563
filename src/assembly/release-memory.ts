import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What `--expose-gc` makes global; `last-resort` also shrinks the young generation, which V8 else keeps as large as it got. */
type CollectGarbage = (options: {
  readonly type: 'major';
  readonly execution: 'sync';
  readonly flavor: 'last-resort';
}) => void;

/**
 * Gives the memory back that loading a shop took. Nearly all of what loading makes is short-lived; V8 answers with a young
 * generation of 128 MB that it does not give back by itself.
 *
 * Cost: one full collection, 0.1 s with 2,500 products. FIGURES
 */
export function releaseMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('globalThis.gc') as CollectGarbage | undefined;
  setFlagsFromString('--no-expose-gc');
  collect?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
