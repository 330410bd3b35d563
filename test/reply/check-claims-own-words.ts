import type { CheckedReply } from '../../src/reply/check-claims.ts';

/** What is said in the model's words: the text without what the house says in place of what was cut. */
export const ownWords = ({ text, removed }: Pick<CheckedReply, 'text' | 'removed'>): string =>
  removed
    .reduce((rest, { instead }) => (instead === undefined ? rest : rest.replace(instead, '')), text)
    .replace(/^\s*[-1]\.?\s*$/gmu, '')
    .replace(/\n{3,}/gu, '\n\n')
    .replace(/ {2,}/gu, ' ')
    .trim();
