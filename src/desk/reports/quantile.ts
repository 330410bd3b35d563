/** The smallest value below or at which the share of the values lies. @param sorted Ascending, not empty. @param share In (0, 1]. */
export const quantileOf = (sorted: ArrayLike<number>, share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
