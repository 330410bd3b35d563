import type { RecommendationQuality } from '../recommendation/evaluate-recommendations.ts';
import type { StoredVersion } from '../recommendation/model-store.ts';
import type { TrainReport } from '../recommendation/train-models.ts';
import { counted } from './describe-rows.ts';
import { formatTable } from './output.ts';

type Measure = keyof RecommendationQuality;

const MEASURES: readonly Measure[] = ['recall@20', 'ndcg@20', 'coverage', 'gini', 'shoppers'];

const cell = (quality: RecommendationQuality | undefined, measure: Measure): string =>
  quality === undefined ? '-' : quality[measure].toFixed(measure === 'shoppers' ? 0 : 4);

/** What a training learned and how good it is: against the version before and the most popular products, then by source. */
export function describeTraining(report: TrainReport): string {
  if (report.version === 0) return `Nothing was learned: ${report.reason ?? 'there is no behaviour yet'}`;
  const learned = [
    counted(report.interactions, 'interaction'),
    counted(report.shoppers, 'shopper'),
    counted(report.products, 'product'),
  ];
  return [
    `Learned from ${learned[0]} of ${learned[1]} with ${learned[2]} in ${report.seconds.toFixed(1)} s`,
    report.quality.shoppers === 0 ? 'Too few shoppers to measure how well' : describeQuality(report),
    report.activated
      ? `Version ${report.version} is in force`
      : `Not in force: ${report.reason ?? 'nothing was learned'}`,
  ].join('\n');
}

function describeQuality({ version, quality, before, baseline, sources }: TrainReport): string {
  const bySource = Object.entries(sources.shoppers).map(
    ([source, of]) => [`${source}, for shoppers`, of] as const,
  );
  const byVisit = Object.entries(sources.visits).map(
    ([source, of]) => [`${source}, in a visit`, of] as const,
  );
  return [
    formatTable([
      ['MEASURE', `VERSION ${version}`, 'BEFORE', 'MOST POPULAR'],
      ...MEASURES.map((measure) => [measure, ...[quality, before, baseline].map((of) => cell(of, measure))]),
    ]),
    '',
    formatTable([
      ['SOURCE', ...MEASURES.map((measure) => (measure === 'shoppers' ? 'CASES' : measure.toUpperCase()))],
      ...[...bySource, ...byVisit].map(([name, of]) => [
        name,
        ...MEASURES.map((measure) => cell(of, measure)),
      ]),
    ]),
    '',
  ].join('\n');
}

/** The versions that are kept, the newest first. */
export function describeVersions(versions: readonly StoredVersion[]): string {
  if (versions.length === 0) return 'Nothing was learned yet; run: floorwalker train';
  return formatTable([
    ['VERSION', 'MADE', 'STANDING', 'RECALL@20', 'NDCG@20', 'MODELS'],
    ...versions.map(({ version, createdAtMs, inForce, standing, quality, kinds }) => [
      String(version),
      new Date(createdAtMs).toISOString().slice(0, 16).replace('T', ' '),
      inForce ? 'in force' : standing,
      cell(quality, 'recall@20'),
      cell(quality, 'ndcg@20'),
      kinds.join(', '),
    ]),
  ]);
}
