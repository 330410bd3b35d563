import type { RankerReport, TableOfWeights } from '../chat/weight-desk.ts';

/** What was learned, whether it serves, and why. */
export function describeRanker({ rankers }: Pick<TableOfWeights, 'rankers'>): string {
  const [newest] = rankers;
  const serving = rankers.find(({ inForce }) => inForce);
  if (serving !== undefined) return `Learned ranker ${serving.version} is in force: ${serving.report.reason}`;
  return `No learned ranker is in force${newest === undefined ? '' : ` (version ${newest.version}: ${newest.report.reason})`}`;
}

/** How a ranker did that was just learned. */
export function describeLearning({ adopted, chosen, quality, difference, reason }: RankerReport): string {
  if (chosen === undefined || quality === undefined || difference === undefined)
    return `No ranker was learned: ${reason}`;
  const sign = (value: number) => `${value < 0 ? '' : '+'}${value.toFixed(4)}`;
  const figures = `NDCG@10 ${quality[chosen].toFixed(4)}, the weights ${quality.weights.toFixed(4)}, difference ${sign(difference.mean)} (${sign(difference.low)} to ${sign(difference.high)})`;
  return `Ranker (${chosen}): ${figures}\n${adopted ? 'It is in force' : 'It is not in force'}: ${reason}`;
}
