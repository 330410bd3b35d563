import type { Schemas } from '@qdrant/js-client-rest';
import type * as z from 'zod';
import { assertIndexed, passesFilter, valuesAt } from './evaluate-filter.ts';
import { Refusal } from './refusal.ts';
import type * as schemas from './schemas.ts';

type Body<Schema extends z.ZodType> = z.infer<Schema>;
type Scored = { readonly point: schemas.Point; readonly score: number };

/** Points in memory; every request looks at all of them. Numbers are rounded to float32 as they come in. */
export class Collection {
  readonly #points = new Map<string, schemas.Point>();
  readonly #indexed = new Map<string, string>();
  readonly #sizes: Readonly<Record<'text' | 'taste', number>>;

  constructor({ vectors }: Body<typeof schemas.createCollection>) {
    this.#sizes = { text: vectors.text.size, taste: vectors.taste.size };
  }

  createIndex({ field_name, field_schema }: Body<typeof schemas.createIndex>): Schemas['UpdateResult'] {
    this.#indexed.set(field_name, field_schema);
    return { operation_id: 0, status: 'completed' };
  }

  upsert({ points }: Body<typeof schemas.upsert>): Schemas['UpdateResult'] {
    for (const { vector } of points) {
      this.#assertSize('text', vector.text);
      if (vector.taste !== undefined) this.#assertSize('taste', vector.taste);
    }
    for (const point of points) this.#points.set(point.id, { ...point, vector: inFloat32(point.vector) });
    return { operation_id: 0, status: 'completed' };
  }

  /** Other vectors of the points stay. */
  updateVectors({ points }: Body<typeof schemas.updateVectors>): Schemas['UpdateResult'] {
    for (const { vector } of points) if (vector.taste !== undefined) this.#assertSize('taste', vector.taste);
    const held = points.map(({ id, vector }) => ({ point: this.#held(id), vector }));
    for (const { point, vector } of held)
      this.#points.set(point.id, { ...point, vector: inFloat32({ ...point.vector, ...vector }) });
    return { operation_id: 0, status: 'completed' };
  }

  deleteVectors({ points, vector: names }: Body<typeof schemas.deleteVectors>): Schemas['UpdateResult'] {
    for (const point of points.map((id) => this.#held(id))) {
      const vector = { ...point.vector };
      for (const name of names) delete vector[name];
      this.#points.set(point.id, { ...point, vector });
    }
    return { operation_id: 0, status: 'completed' };
  }

  delete({ points }: Body<typeof schemas.deletePoints>): Schemas['UpdateResult'] {
    for (const id of points) this.#points.delete(id);
    return { operation_id: 0, status: 'completed' };
  }

  get({ ids, with_payload, with_vector }: Body<typeof schemas.getPoints>): Schemas['Record'][] {
    return ids.flatMap((id) => {
      const point = this.#points.get(id);
      return point === undefined ? [] : [toRecord(point, with_payload, with_vector)];
    });
  }

  count({ filter }: Body<typeof schemas.count>): Schemas['CountResult'] {
    return { count: this.#passing(filter).length };
  }

  /** In the order of ids, from `offset` on. */
  scroll({
    filter,
    limit,
    offset = '',
    with_payload,
    with_vector,
  }: Body<typeof schemas.scroll>): Schemas['ScrollResult'] {
    const passing = this.#passing(filter)
      .filter(({ id }) => id >= offset)
      .sort(byId);
    return {
      points: passing.slice(0, limit).map((point) => toRecord(point, with_payload, with_vector)),
      next_page_offset: passing[limit]?.id ?? null,
    };
  }

  facet({ key, filter, limit }: Body<typeof schemas.facet>): Schemas['FacetResponse'] {
    this.#assertIndex(key, 'keyword');
    const counts = new Map<string, number>();
    for (const { payload } of this.#passing(filter)) {
      for (const value of new Set(valuesAt(payload, key).map(String)))
        counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const hits = [...counts].map(([value, count]) => ({ value, count }));
    return { hits: hits.sort((left, right) => right.count - left.count).slice(0, limit) };
  }

  /** Ties come in the order of ids, which is nobody's order: a caller that counts on another one is found out. */
  query(query: schemas.Query): Schemas['QueryResponse'] {
    const { score_threshold: threshold = Number.NEGATIVE_INFINITY } = query;
    const scored = this.#score(query)
      .filter(({ score }) => score > threshold)
      .sort((left, right) => right.score - left.score || byId(left.point, right.point))
      .slice(0, query.limit);
    return {
      points: scored.map(({ point, score }) => ({
        id: point.id,
        version: 0,
        score: 'order_by' in (query.query ?? {}) ? 0 : score,
        payload: select(point, query.with_payload),
      })),
    };
  }

  #score({ query, using, filter }: schemas.Query): Scored[] {
    const passing = this.#passing(filter);
    if (query === undefined) return passing.map((point) => ({ point, score: 0 }));
    if ('order_by' in query) {
      const { key, direction } = query.order_by;
      this.#assertIndex(key, 'integer');
      const sign = direction === 'asc' ? -1 : 1;
      return passing.flatMap((point) =>
        valuesAt(point.payload, key).map((value) => ({ point, score: sign * Number(value) })),
      );
    }
    if (Array.isArray(query)) {
      if (using !== 'text' && using !== 'taste') throw new Refusal(400, NO_SUCH_VECTOR);
      this.#assertSize(using, query);
      return passing.flatMap((point) => {
        const vector = point.vector[using];
        return vector === undefined ? [] : [{ point, score: dot(vector, query) }];
      });
    }
    if (using !== 'terms' && using !== 'neighbours') throw new Refusal(400, NO_SUCH_VECTOR);
    const weights = new Map(query.indices.map((index, position) => [index, query.values[position] ?? 0]));
    return passing.flatMap((point) => {
      const { indices, values } = point.vector[using] ?? { indices: [], values: [] };
      if (!indices.some((index) => weights.has(index))) return [];
      const shared = indices.map((index) => weights.get(index) ?? 0);
      return [{ point, score: dot(values, shared) }];
    });
  }

  #passing(filter: schemas.Filter): schemas.Point[] {
    assertIndexed(filter, this.#indexed);
    return [...this.#points.values()].filter((point) => passesFilter(point, filter));
  }

  #held(id: string): schemas.Point {
    const point = this.#points.get(id);
    if (point === undefined) throw new Refusal(404, `Not found: No point with id ${id} found`);
    return point;
  }

  #assertSize(name: 'text' | 'taste', vector: readonly number[]): void {
    const size = this.#sizes[name];
    if (vector.length !== size)
      throw new Refusal(
        400,
        `Wrong input: Vector dimension error: expected dim: ${size}, got ${vector.length}`,
      );
  }

  #assertIndex(key: string, type: string): void {
    if (this.#indexed.get(key) !== type) throw new Refusal(400, `Bad request: No ${type} index for "${key}"`);
  }
}

const NO_SUCH_VECTOR = 'Wrong input: Not existing vector name error';

function inFloat32({ text, taste, terms, neighbours }: schemas.Point['vector']): schemas.Point['vector'] {
  const rounded = (sparse: NonNullable<typeof terms>) => ({
    ...sparse,
    values: sparse.values.map(Math.fround),
  });
  return {
    text: text.map(Math.fround),
    ...(taste === undefined ? {} : { taste: taste.map(Math.fround) }),
    ...(terms === undefined ? {} : { terms: rounded(terms) }),
    ...(neighbours === undefined ? {} : { neighbours: rounded(neighbours) }),
  };
}

type VectorSelector = Body<typeof schemas.getPoints>['with_vector'];

function toRecord(
  point: schemas.Point,
  with_payload: boolean | readonly string[],
  with_vector: VectorSelector = false,
): Schemas['Record'] {
  const { text } = point.vector;
  const wantsText = Array.isArray(with_vector) && with_vector.includes('text');
  return { id: point.id, payload: select(point, with_payload), ...(wantsText ? { vector: { text } } : {}) };
}

function select({ payload }: schemas.Point, wanted: boolean | readonly string[]): Record<string, unknown> {
  if (typeof wanted === 'boolean') return wanted ? payload : {};
  return Object.fromEntries(Object.entries(payload).filter(([key]) => wanted.includes(key)));
}

const byId = (left: { readonly id: string }, right: { readonly id: string }): number =>
  left.id < right.id ? -1 : 1;

/** In float32, as the server adds. */
const dot = (left: readonly number[], right: readonly number[]): number =>
  left.reduce((sum, value, position) => Math.fround(sum + value * Math.fround(right[position] ?? 0)), 0);
