import { shortenText } from '../text/clean-text.ts';
import { type EvidenceFeatures, type EvidencePlace, evidenceFeatures } from './evidence-features.ts';
import type { ReadQuestion } from './read-question.ts';
import type { Statement } from './read-statement.ts';
import { scoreEvidence } from './score-evidence.ts';
import type { WordRarity } from './word-rarity.ts';

/** A longer quotation is no answer on a phone. UTF-16 units. */
export const MOST_QUOTED = 280;

export interface ChosenQuote {
  readonly text: string;
  /** Of its best sentence, as its features and score are. */
  readonly statement: Statement;
  readonly features: EvidenceFeatures;
  readonly score: number;
  /** All that answer nearly as well, itself among them. */
  readonly near: readonly Statement[];
}

/** A passage with what each of its sentences says. */
export interface QuotablePassage {
  readonly sentences: readonly string[];
  readonly statements: readonly Statement[];
  /** Which are rows of a table. */
  readonly rows?: readonly number[] | undefined;
  readonly place: EvidencePlace;
}

/** Rows that answer nearly as well as the best are part of the answer. */
const AS_WELL = 0.97;
const NEARLY = 0.7;
/** Taken off for each sentence before it: what holds in general comes first. */
const LATER = 0.1;
const MOST_LATER = 3;

/**
 * The sentence of a passage that answers best, with those before and after it as far as there is room: what stands beside an answer
 * limits it ("... within 30 days. Sale items are excluded."). Of a table, the rows that answer.
 *
 * @param cosine Of question and passage.
 */
export function chooseQuote(
  question: ReadQuestion,
  { sentences, statements, rows = [], place }: QuotablePassage,
  { rarity, cosine }: { rarity: WordRarity; cosine: number },
): ChosenQuote | undefined {
  const scored = statements.map((statement, at) => {
    const features = evidenceFeatures(question, statement, rarity, cosine, place);
    const score = scoreEvidence(features, 'policy');
    return { at, statement, features, score, order: score - LATER * Math.min(at, MOST_LATER) };
  });
  const [best] = scored.toSorted((left, right) => right.order - left.order);
  if (best === undefined) return undefined;
  const text = rows.includes(best.at)
    ? join(
        scored
          .filter(({ at, score }) => rows.includes(at) && score >= AS_WELL * best.score)
          .map(({ at }) => at),
        sentences,
      )
    : join(around(best.at, sentences), sentences);
  const { statement, features, score } = best;
  const near = scored.filter((each) => each.score >= NEARLY * score).map((each) => each.statement);
  return { text, statement, features, score, near };
}

/** E-mail and web addresses lead shoppers elsewhere: they are told where they are the answer, not because they stand beside it. */
const LEADS_ELSEWHERE = /[\w.+-]+@[\w-]+\.\w|(?:https?:|www\.)/iu;

/** The places of a sentence and of its neighbours, in order: those before it where all of them fit, those after it as far as they do. */
function around(best: number, sentences: readonly string[]): number[] {
  const isApart = (at: number) => at !== best && LEADS_ELSEWHERE.test(sentences[at] ?? '');
  const upTo = sentences.slice(0, best + 1).join(' ').length;
  const before = sentences.findLastIndex((_, at) => at < best && isApart(at));
  const after = sentences.findIndex((_, at) => at > best && isApart(at));
  const from = upTo <= MOST_QUOTED ? before + 1 : best;
  return sentences.map((_, at) => at).slice(from, after === -1 ? undefined : after);
}

/** Whole sentences from the first on, as many as fit. */
function join(places: readonly number[], sentences: readonly string[]): string {
  let text = '';
  for (const at of places) {
    const next = sentences[at] ?? '';
    if (text === '') text = shortenText(next, MOST_QUOTED);
    else if (text.length + 1 + next.length > MOST_QUOTED) break;
    else text = `${text} ${next}`;
  }
  return text;
}
