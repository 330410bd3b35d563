import { corrupt, decodeArtifact, encodeArtifact } from './model-artifact.ts';
import { indexVisits, type VisitIndex } from './train-visits.ts';

const LAYOUT = { kind: 'visits', format: 1 } as const;

/** Only the visits are kept: what else is in an index is laid out again on reading, faster than it is read. */
export function encodeVisits({ productIds, byVisit }: VisitIndex): Uint8Array<ArrayBuffer> {
  const { starts, columns } = byVisit;
  return encodeArtifact({ ...LAYOUT, names: { productIds }, integers: { starts, columns }, numbers: {} });
}

/** @throws {AssistantError} DATA_CORRUPT */
export function decodeVisits(payload: Uint8Array): VisitIndex {
  const { names, integers } = decodeArtifact(payload, LAYOUT);
  const { productIds } = names;
  const { starts, columns } = integers;
  if (productIds === undefined || starts === undefined || columns === undefined) {
    throw corrupt(LAYOUT.kind, 'a column is missing');
  }
  if (starts.at(-1) !== columns.length) throw corrupt(LAYOUT.kind, 'columns do not fit together');
  return indexVisits({ starts, columns }, productIds);
}
