import { EVIDENCE_FEATURES } from '../../../src/knowledge/evidence-features.ts';
import { learnLinear } from '../../../src/ranking/learned/learn-linear.ts';
import { createTrainingSet } from '../../../src/ranking/learned/training-set.ts';
import { readEpqa, readHetpqa, readTraining } from './product-questions.ts';
import { type MeasuredCandidate, measureCandidates } from './rank-evidence.ts';

/** Weights of the features of evidence, learned on questions that are not tested on; see `readTraining`. */
export async function learnEvidence(folder: string): Promise<Readonly<Record<string, number>>> {
  const tested = [...(await readEpqa(folder)), ...(await readHetpqa(folder))];
  const measured = await measureCandidates(await readTraining(folder, tested));
  const weights = learnWeights(measured);
  return Object.fromEntries(
    EVIDENCE_FEATURES.map((name, at) => [name, Number((weights[at] ?? 0).toFixed(3))]),
  );
}

function learnWeights(questions: readonly (readonly MeasuredCandidate[])[]): Float64Array {
  const told = questions.filter((candidates) => candidates.some(({ label }) => label > 0));
  const set = createTrainingSet(
    EVIDENCE_FEATURES,
    told.map((candidates) => ({
      idealGain: 1,
      rows: candidates.map(({ features, label }) => ({
        values: EVIDENCE_FEATURES.map((name) => features[name]),
        gain: label > 0 ? 1 : 0,
      })),
    })),
  );
  return learnLinear(set);
}
