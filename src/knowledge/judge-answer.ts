import { agrees } from './contradict.ts';
import { matchOf, withContext } from './evidence-features.ts';
import type { ReadQuestion } from './read-question.ts';
import { type CertaintyFeatures, certaintyOf, hasLeast } from './score-evidence.ts';
import type { WeighedAnswer } from './weighed-answer.ts';

/** The answer that is best, and how sure it is that it answers. */
export interface JudgedAnswer {
  readonly best: WeighedAnswer;
  readonly certainty: CertaintyFeatures;
  /** How much surer than just sure enough; below 0 the texts are taken not to state it. */
  readonly excess: number;
}

/** A lead beyond this tells nothing more. */
const MOST_LEAD = 2;
/** From this match on a word is answered to. */
const MET = 0.6;

/**
 * Whether the best answer is one. What is alike may be found for any question: that much of the question is left, or that a passage on
 * something else does nearly as well, tells that none of them may be meant.
 *
 * @returns Undefined when single features rule all of them out, or the best only names what an open question is about.
 */
export function judgeBest(
  answers: readonly WeighedAnswer[],
  question: ReadQuestion,
): JudgedAnswer | undefined {
  const sorted = answers.toSorted((left, right) => right.score - left.score);
  const best = sorted.find(({ features }) => hasLeast(features, 'policy'));
  if (best === undefined || isAside(best, question)) return undefined;
  const next = sorted.find((each) => each !== best && !tellsSame(best, each));
  const certainty = featuresOf(best, next, question);
  return { best, certainty, excess: certaintyOf(best.features, certainty) };
}

/** Another page, or a translation, that tells the same fact is no rival. */
const tellsSame = (best: WeighedAnswer, { near }: WeighedAnswer): boolean =>
  near.some((statement) => agrees(best.statement, statement));

function featuresOf(
  best: WeighedAnswer,
  next: WeighedAnswer | undefined,
  question: ReadQuestion,
): CertaintyFeatures {
  const matches = matchesOf(best, question);
  return {
    lead: next === undefined ? MOST_LEAD : Math.min(MOST_LEAD, best.score - next.score),
    met: matches.length === 0 ? 0 : matches.filter((match) => match >= MET).length / matches.length,
    weakest: Math.min(1, ...(matches.length === 0 ? [0] : matches)),
  };
}

/** Of what the question itself is about, each. */
function matchesOf({ statement, headings }: WeighedAnswer, { words }: ReadQuestion): number[] {
  const context = withContext(statement, headings);
  return words.filter(({ weight }) => weight === 1).map((word) => matchOf(word, context));
}

/**
 * "How do I use your app?" is not answered by a text on something else that names the app: of an answer to an open question, neither yes or no nor a kind of
 * fact can be told from a text that only names what is asked about.
 */
const isAside = ({ features }: WeighedAnswer, { words, asked, isClosed }: ReadQuestion): boolean =>
  asked === undefined &&
  !isClosed &&
  features.heading === 0 &&
  words.filter(({ weight }) => weight === 1).length <= 1;
