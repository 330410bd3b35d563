import { createRandom } from '../../src/domain/random.ts';
import { scoreEvidence } from '../../src/knowledge/score-evidence.ts';
import { type MeanInterval, pairedBootstrap } from '../../src/ranking/learned/paired-bootstrap.ts';
import { askChat, type ChatQuality, chatFailures, chatQualities } from './answer/chat-questions.ts';
import { type PolicyFailure, type PolicyResult, runPolicyCases } from './answer/policy-cases.ts';
import { type RankedQuestion, readEpqa, readHetpqa } from './answer/product-questions.ts';
import {
  type MeasuredCandidate,
  measureCandidates,
  type RankingQuality,
  rankQualities,
} from './answer/rank-evidence.ts';

interface Quality extends RankingQuality {
  readonly questions: number;
}

interface Gain {
  readonly mrr: MeanInterval;
  readonly p1: MeanInterval;
}

export interface AnswerResult {
  readonly metrics: {
    readonly policies: PolicyResult['byPart'];
    /** Asked through the whole chat, by part, and by part and language. */
    readonly chat?: Readonly<Record<string, ChatQuality>>;
    /** By set and least label that counts as an answer. */
    readonly evidence?: Readonly<Record<string, Quality>>;
    /** Over BM25, with the interval of 2,000 resamples of the questions. */
    readonly gain?: Readonly<Record<string, Gain>>;
  };
  readonly baselines?: { readonly bm25: { readonly evidence: Readonly<Record<string, Quality>> } };
  readonly failures: readonly PolicyFailure[];
}

const SEED = 1;

/**
 * Answers from the documents of an invented shop; with `data`, texts on products ranked by how well they answer a question: the candidates of a
 * question only, word statistics and vectors of all the texts of the set, no labels.
 */
export async function runAnswer({
  data,
  chat = false,
}: {
  readonly data?: string | undefined;
  /** Asks two more shops through the whole chat; some 40 s. */
  readonly chat?: boolean;
}): Promise<AnswerResult> {
  const asked = chat ? await askChat() : undefined;
  const policies = await runPolicyCases();
  const failures = [...policies.failures, ...chatFailures(asked ?? [], 'tuning')];
  const byPart = {
    policies: policies.byPart,
    ...(asked === undefined ? {} : { chat: chatQualities(asked) }),
  };
  if (data === undefined) return { metrics: byPart, failures };
  const [epqa, hetpqa] = [await measured(await readEpqa(data)), await measured(await readHetpqa(data))];
  const sets = {
    'ePQA label 2': rankBoth(epqa, 2),
    'ePQA label 1': rankBoth(epqa, 1),
    hetPQA: rankBoth(hetpqa, 1),
  };
  const pick = <Value>(of: (both: Both) => Value) =>
    Object.fromEntries(Object.entries(sets).map(([name, both]) => [name, of(both)]));
  return {
    metrics: {
      ...byPart,
      evidence: pick(({ ours }) => meanOf(ours)),
      gain: pick(({ ours, bm25 }) => gainOf(ours, bm25)),
    },
    baselines: { bm25: { evidence: pick(({ bm25 }) => meanOf(bm25)) } },
    failures,
  };
}

const measured = async (questions: readonly RankedQuestion[]): Promise<MeasuredCandidate[][]> =>
  await measureCandidates(questions);

interface Both {
  readonly ours: readonly RankingQuality[];
  readonly bm25: readonly RankingQuality[];
}

function rankBoth(questions: readonly (readonly MeasuredCandidate[])[], least: number): Both {
  const isRelevant = (label: number) => label >= least;
  return {
    ours: rankQualities(questions, ({ features }) => scoreEvidence(features, 'product'), isRelevant),
    bm25: rankQualities(questions, ({ bm25 }) => bm25, isRelevant),
  };
}

function meanOf(qualities: readonly RankingQuality[]): Quality {
  const mean = (of: (quality: RankingQuality) => number) =>
    qualities.reduce((sum, quality) => sum + of(quality), 0) / Math.max(1, qualities.length);
  return { questions: qualities.length, mrr: mean(({ mrr }) => mrr), p1: mean(({ p1 }) => p1) };
}

function gainOf(ours: readonly RankingQuality[], bm25: readonly RankingQuality[]): Gain {
  const differences = (of: (quality: RankingQuality) => number) =>
    ours.map((quality, at) => of(quality) - of(bm25[at] ?? quality));
  return {
    mrr: pairedBootstrap(
      differences(({ mrr }) => mrr),
      createRandom(SEED),
    ),
    p1: pairedBootstrap(
      differences(({ p1 }) => p1),
      createRandom(SEED),
    ),
  };
}
