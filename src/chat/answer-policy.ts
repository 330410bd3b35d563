import type { DialogueState } from '../domain/dialogue-state.ts';
import type { AnswerSource, PolicyQuestion } from '../domain/policy-step.ts';
import type { ReplyStep } from '../domain/reply-plan.ts';
import { splitCondition } from '../knowledge/split-condition.ts';
import type { TurnContext } from './turn-context.ts';

/**
 * What the shop's documents say; that nothing can be said where there are none. Where they answer a question only without its condition
 * ("if it does not fit"), the answer names what they leave open.
 */
export async function answerPolicy(
  { about, topic, question }: PolicyQuestion,
  { shop: { library }, language, market }: TurnContext,
  signal: AbortSignal,
): Promise<ReplyStep> {
  if (library === undefined || library.isEmpty) return { act: 'cannot', about };
  const ask = (words: string) =>
    library.ask({ question: words, language, market: market.country, subject: topic }, signal);
  const quotes = await ask(question);
  const parted = quotes.length > 0 ? undefined : splitCondition(question, language);
  const general = parted === undefined ? [] : await ask(parted.main);
  return parted === undefined || general.length === 0
    ? { act: 'policy', topic, quotes }
    : { act: 'policy', topic, quotes: general, aside: parted.condition };
}

/** A question that was answered needs no person: a later yes means something else. */
export function withoutPerson(state: DialogueState, step: ReplyStep): DialogueState {
  if (step.act !== 'policy' || step.quotes.length !== 1) return state;
  const { offer: _, ...rest } = state;
  return rest;
}

/** Where the answers of a turn are from, each passage once; nothing when none is from a document. */
export function toSources(steps: readonly ReplyStep[]): { readonly sources?: readonly AnswerSource[] } {
  const quotes = steps.flatMap((step) => (step.act === 'policy' ? step.quotes : []));
  const byPassage = new Map(quotes.map((quote) => [`${quote.documentId}#${quote.passage}`, quote]));
  const sources = [...byPassage.values()].map(({ title, heading, url, text, updatedAtMs }) => ({
    title,
    ...(heading === undefined ? {} : { heading }),
    ...(url === undefined ? {} : { url }),
    passage: text,
    updatedAt: new Date(updatedAtMs).toISOString().slice(0, 10),
  }));
  return sources.length === 0 ? {} : { sources };
}
