import { corrupt, decodeArtifact, encodeArtifact } from './model-artifact.ts';
import type { NeighbourModel } from './train-neighbours.ts';

const FORMAT = 1;

/** @param kind What the neighbours are of; it is read back as nothing else. */
export function encodeNeighbours(model: NeighbourModel, kind = 'neighbours'): Uint8Array<ArrayBuffer> {
  return encodeArtifact({
    kind,
    format: FORMAT,
    names: { productIds: model.productIds },
    integers: { starts: model.starts, neighbours: model.neighbours },
    numbers: { weights: model.weights },
  });
}

/** @throws {AssistantError} DATA_CORRUPT */
export function decodeNeighbours(payload: Uint8Array, kind = 'neighbours'): NeighbourModel {
  const { names, integers, numbers } = decodeArtifact(payload, { kind, format: FORMAT });
  const { productIds } = names;
  const { starts, neighbours } = integers;
  const { weights } = numbers;
  if (productIds === undefined || starts === undefined || neighbours === undefined || weights === undefined) {
    throw corrupt(kind, 'a column is missing');
  }
  if (starts.length !== productIds.length + 1 || neighbours.length !== weights.length) {
    throw corrupt(kind, 'columns do not fit together');
  }
  return { productIds, starts, neighbours, weights };
}
