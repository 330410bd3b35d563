import { decodeComplements, encodeComplements } from './encode-complements.ts';
import { decodeFactors, encodeFactors } from './encode-factors.ts';
import { decodeNeighbours, encodeNeighbours } from './encode-neighbours.ts';
import { decodeRidge, encodeRidge } from './encode-ridge.ts';
import { decodeVisits, encodeVisits } from './encode-visits.ts';
import { presenceOf } from './interaction-matrix.ts';
import {
  DEFAULT_POPULARITY_OPTIONS,
  decodePopularity,
  encodePopularity,
  type PopularityModel,
  trainPopularity,
} from './popularity.ts';
import { type ComplementModel, DEFAULT_COMPLEMENT_OPTIONS, trainComplements } from './train-complements.ts';
import { type FactorModel, trainFactors } from './train-factors.ts';
import { type NeighbourModel, trainNeighbours } from './train-neighbours.ts';
import { type RidgeModel, trainRidge } from './train-ridge.ts';
import { trainTransitions } from './train-transitions.ts';
import { trainVisits, type VisitIndex } from './train-visits.ts';
import type { TrainingData } from './training-data.ts';

/** Everything that one training learns; all of the same products. */
export interface ModelSet {
  /** What is chosen together. */
  readonly neighbours: NeighbourModel;
  /** What is chosen together, the rest being known. */
  readonly ridge: RidgeModel;
  /** Vectors whose inner products tell what suits whom. */
  readonly factors: FactorModel;
  /** What follows what. */
  readonly transitions: NeighbourModel;
  /** Visits to compare a visit with. */
  readonly visits: VisitIndex;
  /** What is bought together, and is not only alike. */
  readonly complements: ComplementModel;
  readonly popularity: PopularityModel;
}

export type ModelKind = keyof ModelSet;

interface KindOfModel<Model> {
  train(data: TrainingData): Model;
  encode(model: Model): Uint8Array<ArrayBuffer>;
  /** @throws {AssistantError} DATA_CORRUPT */
  decode(payload: Uint8Array): Model;
}

/**
 * How each kind is learned and stored: a further kind is one more entry here and in `ModelSet`.
 * Ridge and factors learn from who chose what, not how strongly: their penalties count shoppers.
 */
const KINDS: { readonly [Kind in ModelKind]: KindOfModel<ModelSet[Kind]> } = {
  neighbours: {
    train: (data) => trainNeighbours(data.matrix()),
    encode: (model) => encodeNeighbours(model),
    decode: (payload) => decodeNeighbours(payload),
  },
  ridge: {
    train: (data) => trainRidge(presenceOf(data.matrix())),
    encode: encodeRidge,
    decode: decodeRidge,
  },
  factors: {
    train: (data) => trainFactors(presenceOf(data.matrix())),
    encode: encodeFactors,
    decode: decodeFactors,
  },
  transitions: {
    train: (data) => trainTransitions(data.histories(), data.log.productIds),
    encode: (model) => encodeNeighbours(model, 'transitions'),
    decode: (payload) => decodeNeighbours(payload, 'transitions'),
  },
  visits: {
    train: (data) => trainVisits(data.visits(), data.log.productIds),
    encode: encodeVisits,
    decode: decodeVisits,
  },
  complements: {
    train: ({ log, keep }) =>
      trainComplements(log, { ...DEFAULT_COMPLEMENT_OPTIONS, ...(keep === undefined ? {} : { keep }) }),
    encode: encodeComplements,
    decode: decodeComplements,
  },
  popularity: {
    train: (data) => trainPopularity(data.log, { ...DEFAULT_POPULARITY_OPTIONS, ...data }),
    encode: encodePopularity,
    decode: decodePopularity,
  },
};

/** In the order in which they are learned. */
export const MODEL_KINDS = Object.keys(KINDS) as ModelKind[];

export function trainKind<Kind extends ModelKind>(kind: Kind, data: TrainingData): ModelSet[Kind] {
  return KINDS[kind].train(data);
}

/** Every kind in its stored form. */
export type Payloads = Readonly<Record<ModelKind, Uint8Array<ArrayBuffer>>>;

/** Learns every kind and stores it at once, so that no two tables are in memory together. */
export function trainPayloads(data: TrainingData): Payloads {
  const payload = <Kind extends ModelKind>(kind: Kind) => KINDS[kind].encode(trainKind(kind, data));
  return Object.fromEntries(MODEL_KINDS.map((kind) => [kind, payload(kind)])) as Payloads;
}

/** @throws {AssistantError} DATA_CORRUPT when one cannot be read. */
export function decodeModels(payloads: Partial<Record<ModelKind, Uint8Array>>): Partial<ModelSet> {
  const known = MODEL_KINDS.flatMap((kind) => {
    const payload = payloads[kind];
    return payload === undefined ? [] : [[kind, KINDS[kind].decode(payload)] as const];
  });
  return Object.fromEntries(known);
}
