import { AssistantError } from '../../../src/errors/assistant-error.ts';
import { readTable } from '../read-table.ts';

export interface LabelledProduct {
  readonly productId: string;
  readonly title: string;
  /** Empty when the file has no such column. */
  readonly description: string;
}

export interface LabelledQuery {
  readonly queryId: string;
  readonly query: string;
  /** Grades by product, highest is best; at least one. */
  readonly grades: ReadonlyMap<string, number>;
}

export interface LabelledSet {
  readonly products: readonly LabelledProduct[];
  /** Those with a label, in the order of the file. */
  readonly queries: readonly LabelledQuery[];
  readonly labels: number;
}

/**
 * Reads three CSV files, plain or gzip: `product_uid,product_title[,product_description]`, `query_id,query` and
 * `query_id,product_uid,relevance`. Further columns are passed over.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for a column that is missing or a relevance that is no number.
 */
export async function readLabelledSet(files: {
  readonly products: string;
  readonly queries: string;
  readonly labels: string;
}): Promise<LabelledSet> {
  const [products, queries, labels] = await Promise.all([
    readTable(files.products, ['product_uid', 'product_title']),
    readTable(files.queries, ['query_id', 'query']),
    readTable(files.labels, ['query_id', 'product_uid', 'relevance']),
  ]);
  const gradesOf = new Map<string, Map<string, number>>();
  for (const { query_id: queryId = '', product_uid: productId = '', relevance } of labels) {
    const grades = gradesOf.get(queryId) ?? new Map<string, number>();
    gradesOf.set(queryId, grades);
    grades.set(productId, toGrade(relevance));
  }
  return {
    products: products.map(({ product_uid, product_title, product_description, description }) => ({
      productId: product_uid ?? '',
      title: product_title ?? '',
      description: product_description ?? description ?? '',
    })),
    queries: queries.flatMap(({ query_id: queryId = '', query = '' }) => {
      const grades = gradesOf.get(queryId);
      return grades === undefined ? [] : [{ queryId, query, grades }];
    }),
    labels: labels.length,
  };
}

function toGrade(relevance: string | undefined): number {
  const grade = Number(relevance);
  if (relevance !== undefined && relevance.trim() !== '' && Number.isFinite(grade)) return grade;
  throw new AssistantError('INVALID_ARGUMENT', `"${relevance ?? ''}" is no relevance`);
}
