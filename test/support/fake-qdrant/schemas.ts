import type { Schemas } from '@qdrant/js-client-rest';
import * as z from 'zod';

/** Bodies of the requests the double understands; a field it does not know is refused, as a typing error would be. */
const id = z.uuid();
const match = z.union([
  z.strictObject({ value: z.union([z.string(), z.number(), z.boolean()]) }),
  z.strictObject({ any: z.array(z.string()).min(1) }),
]);
const range = z.strictObject({ gte: z.number().exactOptional(), lte: z.number().exactOptional() });
const fieldCondition = z.strictObject({
  key: z.string(),
  match: match.exactOptional(),
  range: range.exactOptional(),
});
const hasId = z.strictObject({ has_id: z.array(id) });

export type Condition =
  | z.infer<typeof fieldCondition>
  | z.infer<typeof hasId>
  | { nested: { key: string; filter: Filter } }
  | Filter;
export interface Filter {
  must?: Condition[];
  should?: Condition[];
  must_not?: Condition[];
}

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    fieldCondition,
    hasId,
    z.strictObject({ nested: z.strictObject({ key: z.string(), filter }) }),
    filter,
  ]),
);
export const filter: z.ZodType<Filter> = z.lazy(() =>
  z.strictObject({
    must: z.array(condition).exactOptional(),
    should: z.array(condition).exactOptional(),
    must_not: z.array(condition).exactOptional(),
  }),
);

const uint32 = z.int().min(0).max(0xffffffff);
const sparse = z
  .strictObject({ indices: z.array(uint32).min(1), values: z.array(z.number()) })
  .refine(({ indices, values }) => indices.length === values.length, 'as many values as indices')
  .refine(({ indices }) => new Set(indices).size === indices.length, 'indices must be unique');
const payloadSelector = z.union([z.boolean(), z.array(z.string())]);
const vectorSelector = z.union([z.boolean(), z.array(z.string())]);
const limit = z.int().min(1);

const size = z.int().min(1).max(65_536);
const distance = z.enum(['Dot', 'Cosine']);

export const createCollection = z.strictObject({
  vectors: z.strictObject({
    text: z.strictObject({ size, distance }),
    taste: z.strictObject({ size, distance, on_disk: z.boolean() }),
  }),
  sparse_vectors: z.strictObject({ terms: z.strictObject({}), neighbours: z.strictObject({}) }),
}) satisfies z.ZodType<Schemas['CreateCollection']>;

export const createIndex = z.strictObject({
  field_name: z.string(),
  field_schema: z.enum(['keyword', 'integer', 'float']),
}) satisfies z.ZodType<Schemas['CreateFieldIndex']>;

export const upsert = z.strictObject({
  points: z.array(
    z.strictObject({
      id,
      vector: z.strictObject({
        text: z.array(z.number()),
        terms: sparse.exactOptional(),
        taste: z.array(z.number()).exactOptional(),
        neighbours: sparse.exactOptional(),
      }),
      payload: z.record(z.string(), z.json()),
    }),
  ),
}) satisfies z.ZodType<Schemas['PointsList']>;
export type Point = z.infer<typeof upsert>['points'][number];

export const updateVectors = z.strictObject({
  points: z
    .array(
      z.strictObject({
        id,
        vector: z.strictObject({
          taste: z.array(z.number()).exactOptional(),
          neighbours: sparse.exactOptional(),
        }),
      }),
    )
    .min(1),
}) satisfies z.ZodType<Schemas['UpdateVectors']>;

export const deleteVectors = z.strictObject({
  points: z.array(id).min(1),
  vector: z.array(z.enum(['taste', 'neighbours'])).min(1),
}) satisfies z.ZodType<Schemas['DeleteVectors']>;

export const deletePoints = z.strictObject({ points: z.array(id) }) satisfies z.ZodType<
  Schemas['PointIdsList']
>;

export const getPoints = z.strictObject({
  ids: z.array(id),
  with_payload: payloadSelector,
  with_vector: vectorSelector,
}) satisfies z.ZodType<Schemas['PointRequest']>;

export const count = z.strictObject({ filter, exact: z.literal(true) }) satisfies z.ZodType<
  Schemas['CountRequest']
>;

export const facet = z.strictObject({
  key: z.string(),
  filter,
  limit,
  exact: z.literal(true),
}) satisfies z.ZodType<Schemas['FacetRequest']>;

export const scroll = z.strictObject({
  filter,
  limit,
  with_payload: payloadSelector,
  with_vector: vectorSelector.exactOptional(),
  offset: id.exactOptional(),
}) satisfies z.ZodType<Schemas['ScrollRequest']>;

const query = z.strictObject({
  query: z
    .union([
      z.array(z.number()),
      sparse,
      z.strictObject({ order_by: z.strictObject({ key: z.string(), direction: z.enum(['asc', 'desc']) }) }),
    ])
    .exactOptional(),
  using: z.enum(['text', 'terms', 'taste', 'neighbours']).exactOptional(),
  params: z.strictObject({ exact: z.literal(true) }).exactOptional(),
  score_threshold: z.number().exactOptional(),
  filter,
  limit,
  with_payload: payloadSelector,
});
export type Query = z.infer<typeof query>;
export const queryBatch = z.strictObject({ searches: z.array(query).min(1) }) satisfies z.ZodType<
  Schemas['QueryRequestBatch']
>;

export const updateAliases = z.strictObject({
  actions: z.array(
    z.union([
      z.strictObject({ delete_alias: z.strictObject({ alias_name: z.string() }) }),
      z.strictObject({
        create_alias: z.strictObject({ alias_name: z.string(), collection_name: z.string() }),
      }),
    ]),
  ),
}) satisfies z.ZodType<Schemas['ChangeAliasesOperation']>;
