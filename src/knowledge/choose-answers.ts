import type { DocumentQuote } from '../domain/policy-step.ts';
import { agrees, contradicts } from './contradict.ts';
import { judgeBest } from './judge-answer.ts';
import type { ReadQuestion } from './read-question.ts';
import { hasLeast } from './score-evidence.ts';
import type { WeighedAnswer } from './weighed-answer.ts';

/** Another document is about the same thing when it answers to as much of the question, and not much worse. */
const AS_GOOD = 0.6;
const AS_MUCH = 0.85;

/**
 * The best answer, or two documents that contradict each other, the newer first. A document that agrees with the best one anywhere does not
 * contradict it elsewhere; a translation that tells the same agrees.
 *
 * @param answers Of all passages that were found. The best has to be sure enough to answer, one against it only to be on the same.
 */
export function chooseAnswers(
  answers: readonly WeighedAnswer[],
  question: ReadQuestion,
): readonly DocumentQuote[] {
  const judged = judgeBest(answers, question);
  if (judged === undefined || judged.excess < 0) return [];
  const { best } = judged;
  const eligible = answers.filter(({ features }) => hasLeast(features, 'policy'));
  const onSame = eligible.filter((other) => isOnSame(best, other)).toSorted(byScore);
  const byDocument = Map.groupBy(onSame, ({ placed }) => placed.document);
  byDocument.delete(best.placed.document);
  const [against] = [...byDocument.values()]
    .filter((own) => !own.some(({ near }) => near.some((statement) => agrees(best.statement, statement))))
    .flatMap((own) => own.filter((other) => isAgainst(best, other, question)));
  if (against === undefined) return [best.quote];
  return [best.quote, against.quote].sort((left, right) => right.updatedAtMs - left.updatedAtMs);
}

const byScore = (left: WeighedAnswer, right: WeighedAnswer): number => right.score - left.score;

const isOnSame = (best: WeighedAnswer, other: WeighedAnswer): boolean =>
  other.score >= AS_GOOD * best.score && other.features.coverage >= AS_MUCH * best.features.coverage;

const isAgainst = (best: WeighedAnswer, other: WeighedAnswer, question: ReadQuestion): boolean =>
  other.near.some((statement) => contradicts(best, { ...other, statement }, question));
