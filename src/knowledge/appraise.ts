import { judgeBest } from './judge-answer.ts';
import { alikeKey, policyKey } from './read-statement.ts';
import type { WeighedQuestion } from './weigh-passages.ts';

/** What a question is to the documents of a shop. */
export interface Appraisal {
  /** How much surer than just sure enough the best answer is, >= 0; undefined when the documents do not state it. */
  readonly excess: number | undefined;
  /** It speaks of what terms speak of: "wash", "made in". */
  readonly isOnTerms: boolean;
  /** It names a subject of the shop by a word that names no thing or value: "rent". */
  readonly namesSubject: boolean;
  /** It asks for things to be had or shown: "do you have ...". */
  readonly isSeeking: boolean;
}

export function appraise({ read, answers }: WeighedQuestion): Appraisal {
  const excess = judgeBest(answers, read)?.excess ?? -1;
  const kinds = read.words
    .filter(({ weight }) => weight === 1)
    .map(({ keys }) => [...keys.keys()].filter((key) => key.includes(':')));
  return {
    excess: excess < 0 ? undefined : excess,
    isOnTerms: kinds.some((keys) => keys.some(isOfTerms)),
    namesSubject: kinds.some((keys) => keys.some(isSubject) && keys.every(isOfTerms)),
    isSeeking: read.isSeeking,
  };
}

const isSubject = (key: string): boolean => key.startsWith(policyKey(''));
const isOfTerms = (key: string): boolean => isSubject(key) || key.startsWith(alikeKey(''));
