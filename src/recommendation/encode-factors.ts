import { corrupt, decodeArtifact, encodeArtifact } from './model-artifact.ts';
import type { FactorModel } from './train-factors.ts';

const LAYOUT = { kind: 'factors', format: 1 } as const;

export function encodeFactors({
  productIds,
  factors,
  unobservedWeight,
  penalty,
}: FactorModel): Uint8Array<ArrayBuffer> {
  return encodeArtifact({
    ...LAYOUT,
    names: { productIds },
    integers: {},
    numbers: { factors, loss: Float32Array.of(unobservedWeight, penalty) },
  });
}

/** @throws {AssistantError} DATA_CORRUPT */
export function decodeFactors(payload: Uint8Array): FactorModel {
  const { names, numbers } = decodeArtifact(payload, LAYOUT);
  const { productIds } = names;
  const { factors, loss } = numbers;
  const [unobservedWeight, penalty] = loss ?? [];
  if (
    productIds === undefined ||
    factors === undefined ||
    unobservedWeight === undefined ||
    penalty === undefined
  ) {
    throw corrupt(LAYOUT.kind, 'a column is missing');
  }
  const dimensions = productIds.length === 0 ? 1 : factors.length / productIds.length;
  if (!Number.isInteger(dimensions) || dimensions < 1 || !(unobservedWeight > 0 && penalty > 0)) {
    throw corrupt(LAYOUT.kind, 'columns do not fit together');
  }
  return { productIds, dimensions, factors, unobservedWeight, penalty };
}
