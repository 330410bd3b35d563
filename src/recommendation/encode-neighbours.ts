import { corrupt, decodeArtifact, encodeArtifact } from './model-artifact.ts';
import type { NeighbourModel } from './train-neighbours.ts';

const LAYOUT = { kind: 'neighbours', format: 1 } as const;

export function encodeNeighbours(model: NeighbourModel): Uint8Array {
  return encodeArtifact({
    ...LAYOUT,
    names: { productIds: model.productIds },
    integers: { starts: model.starts, neighbours: model.neighbours },
    numbers: { weights: model.weights },
  });
}

/** @throws {AssistantError} DATA_CORRUPT */
export function decodeNeighbours(payload: Uint8Array): NeighbourModel {
  const { names, integers, numbers } = decodeArtifact(payload, LAYOUT);
  const { productIds } = names;
  const { starts, neighbours } = integers;
  const { weights } = numbers;
  if (productIds === undefined || starts === undefined || neighbours === undefined || weights === undefined) {
    throw corrupt(LAYOUT.kind, 'a column is missing');
  }
  if (starts.length !== productIds.length + 1 || neighbours.length !== weights.length) {
    throw corrupt(LAYOUT.kind, 'columns do not fit together');
  }
  return { productIds, starts, neighbours, weights };
}
