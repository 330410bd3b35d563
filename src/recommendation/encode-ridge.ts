import { corrupt, decodeArtifact, encodeArtifact } from './model-artifact.ts';
import type { RidgeModel } from './train-ridge.ts';

const LAYOUT = { kind: 'ridge', format: 1 } as const;

export function encodeRidge({ productIds, bySource }: RidgeModel): Uint8Array<ArrayBuffer> {
  const { starts, columns, values } = bySource;
  return encodeArtifact({
    ...LAYOUT,
    names: { productIds },
    integers: { starts, columns },
    numbers: { values },
  });
}

/** @throws {AssistantError} DATA_CORRUPT */
export function decodeRidge(payload: Uint8Array): RidgeModel {
  const { names, integers, numbers } = decodeArtifact(payload, LAYOUT);
  const { productIds } = names;
  const { starts, columns } = integers;
  const { values } = numbers;
  if (productIds === undefined || starts === undefined || columns === undefined || values === undefined) {
    throw corrupt(LAYOUT.kind, 'a column is missing');
  }
  if (starts.length !== productIds.length + 1 || columns.length !== values.length) {
    throw corrupt(LAYOUT.kind, 'columns do not fit together');
  }
  return { productIds, bySource: { starts, columns, values } };
}
