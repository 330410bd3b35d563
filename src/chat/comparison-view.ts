import type { ReplyStep } from '../domain/reply-plan.ts';
import type { Turn } from '../domain/turn.ts';

/** The comparison of a turn as its answer carries it; nothing when nothing was compared. */
export function toComparisonView(steps: readonly ReplyStep[]): Pick<Turn, 'comparison'> {
  const comparison = steps.find((step) => step.act === 'compare');
  if (comparison === undefined) return {};
  return {
    comparison: {
      attributes: comparison.rows.map((row) => ({ ...row, values: row.values.map((value) => value ?? '') })),
    },
  };
}
