import type { IndexDocument } from '../../../src/ports/product-index.ts';
import { readDocuments } from './read-segment.ts';
import { bury, type Segment } from './segment.ts';
import { createSegmentBuilder } from './segment-builder.ts';

/** Documents laid out between two looks at what else waits; some 30 ms of work. */
const SLICE_DOCUMENTS = 500;

/**
 * Builds a segment in slices, so that searches are answered meanwhile. Of a product given twice the later counts.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for vectors that do not fit together.
 */
export async function buildSegment(
  documents: Iterable<IndexDocument> | AsyncIterable<IndexDocument>,
): Promise<Segment> {
  const builder = createSegmentBuilder();
  let taken = 0;
  for await (const document of documents) {
    builder.add(document);
    taken += 1;
    if (taken % SLICE_DOCUMENTS === 0) await letOthersRun();
  }
  return await builder.build(letOthersRun);
}

/** A whole catalogue as an index of its own would hold it. @throws {AssistantError} as {@link buildSegment}. */
export async function buildSegments(
  documents: Iterable<IndexDocument> | AsyncIterable<IndexDocument>,
): Promise<readonly Segment[]> {
  return await settleSegments([await buildSegment(documents)]);
}

/**
 * Merges the newest segments until each is more than twice as large as the next newer one: there are at most
 * log2(products) of them, and a product is rewritten as often (the logarithmic method). A segment of which more than a
 * quarter is dead is rewritten, too.
 *
 * @returns Segments with the same living documents; the given ones are only read and must not change meanwhile.
 * @see Bentley & Saxe, "Decomposable searching problems I", Journal of Algorithms 1, 1980.
 */
export async function settleSegments(segments: readonly Segment[]): Promise<readonly Segment[]> {
  const settled: Segment[] = [];
  for (const segment of segments) {
    let merging = segment.live.count < segment.productIds.length * 0.75 ? [segment] : [];
    let size = segment.live.count;
    for (
      let older = settled.at(-1);
      older !== undefined && older.live.count <= 2 * size;
      older = settled.at(-1)
    ) {
      settled.pop();
      merging = [older, ...(merging.length === 0 ? [segment] : merging)];
      size += older.live.count;
    }
    if (size === 0) continue;
    settled.push(merging.length === 0 ? segment : await buildSegment(readAll(merging)));
  }
  return settled;
}

function* readAll(segments: readonly Segment[]): Generator<IndexDocument> {
  for (const segment of segments) yield* readDocuments(segment);
}

/** Takes products out of whichever segment holds them. */
export function buryAll(segments: readonly Segment[], productIds: Iterable<string>): void {
  for (const productId of productIds) for (const segment of segments) bury(segment, productId);
}

const letOthersRun = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
