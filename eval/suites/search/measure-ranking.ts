/** Lowest grade of the scale: worth nothing. */
const LOWEST_GRADE = 1;
/** Grades from here count as relevant. */
const RELEVANT_GRADE = 2;

type Grades = ReadonlyMap<string, number>;

/**
 * Discounted gain of the first `depth` over that of the best order: gain = grade - 1, discount log2(rank + 1), a product
 * without a label gains 0, the best order is made of all labels.
 *
 * @returns In [0, 1]; 0 when no label is worth anything.
 * @see Järvelin & Kekäläinen, "Cumulated gain-based evaluation of IR techniques", TOIS 20(4), 2002, with linear gain.
 */
export function normalisedGain(ranking: readonly string[], grades: Grades, depth = 10): number {
  const ideal = idealGain(grades, depth);
  if (ideal === 0) return 0;
  return (
    discountedGain(ranking.slice(0, depth).map((productId) => grades.get(productId) ?? LOWEST_GRADE)) / ideal
  );
}

/** Discounted gain of the best order of all labelled products. */
export const idealGain = (grades: Grades, depth = 10): number =>
  discountedGain([...grades.values()].sort((left, right) => right - left).slice(0, depth));

/** What finding a product is worth; one without a label nothing. */
export const gainOf = (grade: number | undefined): number => (grade ?? LOWEST_GRADE) - LOWEST_GRADE;

function discountedGain(grades: readonly number[]): number {
  return grades.reduce((sum, grade, position) => sum + gainOf(grade) / Math.log2(position + 2), 0);
}

/** Share of the relevant products among the first `depth`; undefined when none is relevant. */
export function recall(ranking: readonly string[], grades: Grades, depth = 100): number | undefined {
  const first = new Set(ranking.slice(0, depth));
  const relevant = [...grades].filter(([, grade]) => grade >= RELEVANT_GRADE);
  if (relevant.length === 0) return undefined;
  return relevant.filter(([productId]) => first.has(productId)).length / relevant.length;
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** @param share In [0, 1]; 0.95 for p95. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
