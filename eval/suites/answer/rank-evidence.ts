import { trainTextVectors } from '../../../connectors/embedding-model/text-vector-model.ts';
import { createTrainedEmbeddingModel } from '../../../connectors/embedding-model/trained.ts';
import { type EvidenceFeatures, evidenceFeatures } from '../../../src/knowledge/evidence-features.ts';
import { readQuestion } from '../../../src/knowledge/read-question.ts';
import { readStatement } from '../../../src/knowledge/read-statement.ts';
import { measureRarity } from '../../../src/knowledge/word-rarity.ts';
import { analyzeTerms } from '../../../src/text/analyze.ts';
import type { RankedQuestion } from './product-questions.ts';

/** A candidate with what tells whether it answers. */
export interface MeasuredCandidate {
  readonly label: number;
  readonly features: EvidenceFeatures;
  readonly bm25: number;
}

const LANGUAGE = 'en';
const SEED = 1;
const [K1, B] = [1.2, 0.75];

/** Features of all candidates; how rare words are, and the vectors, are of the texts of the whole collection, without labels. */
export async function measureCandidates(
  questions: readonly RankedQuestion[],
): Promise<MeasuredCandidate[][]> {
  const texts = [...new Set(questions.flatMap(({ candidates }) => candidates.map(({ text }) => text)))];
  const statements = new Map(texts.map((text) => [text, readStatement(text, LANGUAGE)]));
  const rarity = measureRarity([...statements.values()]);
  const model = trainTextVectors({
    documents: texts.map((text) => ({ texts: [{ language: LANGUAGE, text }] })),
    analyze: analyzeTerms,
    seed: SEED,
  });
  const embedder = createTrainedEmbeddingModel(model, analyzeTerms);
  const embed = async (all: readonly string[]) =>
    await embedder.embed(all, { kind: 'product', language: LANGUAGE, signal: new AbortController().signal });
  const textVectors = new Map((await embed(texts)).map((vector, at) => [texts[at] ?? '', vector]));
  const questionVectors = await embed(questions.map(({ question }) => question));
  const bm25 = createBm25(texts);
  return questions.map(({ question, candidates }, at) => {
    const read = readQuestion(question, LANGUAGE);
    return candidates.map(({ text, label }) => {
      const cosine = dot(questionVectors[at], textVectors.get(text));
      const statement = statements.get(text) ?? readStatement(text, LANGUAGE);
      const features = evidenceFeatures(read, statement, rarity, cosine);
      return { label, features, bm25: bm25(question, text) };
    });
  });
}

function dot(left: Float32Array | undefined, right: Float32Array | undefined): number {
  return left?.reduce((sum, value, at) => sum + value * (right?.[at] ?? 0), 0) ?? 0;
}

/** The baseline: BM25 over stemmed words without stop words, its document frequencies those of all the texts. */
function createBm25(texts: readonly string[]): (question: string, text: string) => number {
  const terms = new Map(texts.map((text) => [text, analyzeTerms(text, LANGUAGE)]));
  const counts = new Map<string, number>();
  for (const own of terms.values())
    for (const term of new Set(own)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const mean = [...terms.values()].reduce((sum, own) => sum + own.length, 0) / Math.max(1, texts.length);
  return (question, text) => {
    const own = terms.get(text) ?? [];
    const norm = K1 * (1 - B + (B * own.length) / mean);
    return [...new Set(analyzeTerms(question, LANGUAGE))].reduce((sum, term) => {
      const [times, count] = [own.filter((each) => each === term).length, counts.get(term) ?? 0];
      const rarity = Math.log(1 + (texts.length - count + 0.5) / (count + 0.5));
      return sum + (rarity * times * (K1 + 1)) / (times + norm);
    }, 0);
  };
}

export interface RankingQuality {
  readonly mrr: number;
  readonly p1: number;
}

/**
 * By question that has a relevant candidate: the reciprocal rank of the first relevant one and whether it is first. Ties are averaged over their orders, so
 * that no order of the file helps.
 */
export function rankQualities(
  questions: readonly (readonly MeasuredCandidate[])[],
  score: (candidate: MeasuredCandidate) => number,
  isRelevant: (label: number) => boolean,
): RankingQuality[] {
  return questions.flatMap((candidates) => {
    const scored = candidates.map((each) => ({ score: score(each), isRelevant: isRelevant(each.label) }));
    const best = Math.max(...scored.flatMap((each) => (each.isRelevant ? [each.score] : [])));
    if (best === Number.NEGATIVE_INFINITY) return [];
    const above = scored.filter((each) => each.score > best).length;
    const tied = scored.filter((each) => each.score === best);
    const relevant = tied.filter((each) => each.isRelevant).length;
    return [expected(above, tied.length, relevant)];
  });
}

/** Over all orders of `tied` candidates, of which `relevant` are. */
function expected(above: number, tied: number, relevant: number): RankingQuality {
  let [mrr, remaining] = [0, 1];
  for (let place = 0; place <= tied - relevant; place += 1) {
    const isHere = relevant / (tied - place);
    mrr += (remaining * isHere) / (above + place + 1);
    remaining *= 1 - isHere;
  }
  return { mrr, p1: above === 0 ? relevant / tied : 0 };
}
