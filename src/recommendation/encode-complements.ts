import { corrupt, decodeArtifact, encodeArtifact } from './model-artifact.ts';
import type { ComplementModel } from './train-complements.ts';

const LAYOUT = { kind: 'complements', format: 1 } as const;

export function encodeComplements(model: ComplementModel): Uint8Array<ArrayBuffer> {
  const { productIds, starts, partners, together, affinities } = model;
  return encodeArtifact({
    ...LAYOUT,
    names: { productIds },
    integers: { starts, partners, together },
    numbers: { affinities },
  });
}

/** @throws {AssistantError} DATA_CORRUPT */
export function decodeComplements(payload: Uint8Array): ComplementModel {
  const { names, integers, numbers } = decodeArtifact(payload, LAYOUT);
  const { productIds } = names;
  const { starts, partners, together } = integers;
  const { affinities } = numbers;
  const isWhole =
    productIds !== undefined &&
    starts !== undefined &&
    partners !== undefined &&
    together !== undefined &&
    affinities !== undefined;
  if (!isWhole) throw corrupt(LAYOUT.kind, 'a column is missing');
  const rows = new Set([partners.length, together.length, affinities.length, starts.at(-1) ?? 0]);
  if (starts.length !== productIds.length + 1 || rows.size !== 1)
    throw corrupt(LAYOUT.kind, 'columns do not fit together');
  return { productIds, starts, partners, together, affinities };
}
