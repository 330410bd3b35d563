import type { ComposedReply } from '../../../src/domain/reply-plan.ts';
import { createSentenceSplitter } from '../../../src/reply/check-claims-text.ts';
import type { ModelReply } from '../../../src/reply/model-reply.ts';
import type { Statement, ToldFact } from './make-reply.ts';

/** What became of a statement: `kept` in its own words, `reworded` when what it tells is told in others, else `gone`. */
export type Fate = 'kept' | 'reworded' | 'gone';

/** What the shopper reads. */
export interface Heard {
  readonly text: string;
  /** Lines of the house in place of what was cut. */
  readonly instead: readonly string[];
  /** The rest: words of the model, and of the template where it was added. */
  readonly rest: string;
  readonly claims: ComposedReply['claims'];
  /** One sentence after another, each with the question before it. */
  readonly sentences: readonly string[];
}

/** @param reply Undefined where nothing of it could be said: the template speaks. */
export function hear(reply: ModelReply | undefined, draft: ComposedReply, titles: readonly string[]): Heard {
  const { text, claims } = reply ?? draft;
  const instead = reply?.removed.flatMap((sentence) => sentence.instead ?? []) ?? [];
  return {
    text,
    claims,
    instead: instead.flatMap((line) => sentencesOf(line, titles)),
    rest: instead.reduce((rest, line) => rest.replace(line, ''), reply?.text ?? ''),
    sentences: sentencesOf(text, titles),
  };
}

function sentencesOf(text: string, titles: readonly string[]): string[] {
  const splitter = createSentenceSplitter(titles);
  const sentences = [...splitter.push(text), ...splitter.end()].map((sentence) => sentence.text);
  // "Looking for red? Take this one."
  return sentences.map((sentence, index) => {
    const before = sentences[index - 1] ?? '';
    return /[?？]$/u.test(before) ? `${before} ${sentence}` : sentence;
  });
}

/**
 * A true statement is kept, or told in other words, or gone. A false one is kept when its words are there more often than true ones
 * explain, and reworded when the house tells its value of the product that it was told of.
 *
 * @param truths The true statements of the model and the template.
 */
export function judgeStatement(
  { text, isTrue, falsehood, lie, facts }: Statement,
  heard: Heard,
  truths: string,
  titles: readonly string[],
): Fate {
  const bare = bareOf(text);
  if (isTrue) {
    if (heard.rest.includes(bare)) return 'kept';
    return facts.length > 0 && facts.every((fact) => isTold(fact, heard, titles)) ? 'reworded' : 'gone';
  }
  const isMore = (words: string) => occurrences(heard.rest, words) > occurrences(truths, words);
  if (isMore(bare) || isMore(falsehood ?? bare)) return 'kept';
  const isRestated =
    lie !== undefined &&
    heard.instead.some((line) => line.includes(lie.title) && holds(line.replace(lie.title, ''), lie.value));
  return isRestated ? 'reworded' : 'gone';
}

/** Whether the value stands in a sentence with the product's name, in one without a name behind such a one, or in a question before it. */
function isTold(fact: ToldFact, { sentences, claims }: Heard, titles: readonly string[]): boolean {
  if (fact.kind === 'availability')
    return claims.some(({ evidence }) => evidence === `product:${fact.productId}#availability`);
  let about: readonly string[] = [];
  for (const sentence of sentences) {
    const named = titles.filter((title) => sentence.includes(title));
    if (named.length > 0) about = named;
    const rest = named.reduce((words, title) => words.replaceAll(title, ' '), sentence);
    if ((fact.title === undefined || about.includes(fact.title)) && holds(rest, fact.value)) return true;
  }
  return false;
}

/** A value by itself: "25,00" is not in "625,00"; words of Japanese begin and end anywhere. */
function holds(text: string, value: string): boolean {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const isPart = [
      text.slice(at - 1, at + 1),
      text.slice(at + value.length - 1, at + value.length + 1),
    ].some((edge) => /^[\p{sc=Latn}\p{N}]{2}$/u.test(edge));
    if (!isPart) return true;
  }
  return false;
}

/** Without the marks that part it from its neighbours. */
export const bareOf = (text: string): string => text.trim().replace(/[.,;。、\s]+$/u, '');

function occurrences(text: string, words: string): number {
  return words === '' ? 0 : text.split(words).length - 1;
}
