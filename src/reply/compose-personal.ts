import type { ComposedReply, ReplyStep } from '../domain/reply-plan.ts';
import { evidenceOf, priceClaim, titleClaim } from './product-facts.ts';
import type { Speaker } from './speaker.ts';
import { reasonClaim, wordReason } from './word-reason.ts';

type HistoryStep = Extract<ReplyStep, { act: 'history' }>;

/** Told at once; the rest is a number. */
const MOST_TITLES = 3;

/** What was changed about what is known of the shopper, and what remains; or what that is. */
export function composeHistory(speaker: Speaker, step: HistoryStep): readonly ComposedReply[] {
  switch (step.outcome) {
    case 'stopped':
      return [speaker.say('history-stopped'), ...sayWishes(speaker, step)];
    case 'forgotten':
      return [speaker.say(step.personalization ? 'history-forgotten-visit' : 'history-forgotten')];
    case 'told':
      return [
        speaker.say(step.personalization ? 'history-consented' : 'history-not-consented'),
        ...sayLookedAt(speaker, step),
        ...sayWishes(speaker, step),
      ];
    case 'agreed':
    case 'in-use':
    case 'consent-needed':
      return [speaker.say(`history-${step.outcome}`)];
  }
}

function sayLookedAt(speaker: Speaker, { lookedAt, titles }: HistoryStep): readonly ComposedReply[] {
  if (lookedAt === 0) return [speaker.say('history-nothing-looked-at')];
  const named = titles.slice(0, MOST_TITLES);
  return named.length === 0
    ? [speaker.say('history-looked-at', { count: lookedAt })]
    : [speaker.say('history-looked-at-titles', { count: lookedAt, titles: speaker.quoteAll(named) })];
}

function sayWishes(speaker: Speaker, { wishes }: HistoryStep): readonly ComposedReply[] {
  return wishes.length === 0 ? [] : [speaker.say('history-wishes', { wishes: speaker.quoteAll(wishes) })];
}

/** What completes a product, the first of it with its reason. */
export function composeGoesWith(
  speaker: Speaker,
  { title, products }: Extract<ReplyStep, { act: 'goes-with' }>,
): readonly ComposedReply[] {
  const [first] = products;
  if (first === undefined) return [speaker.say('goes-with-none', { title })];
  const [reason] = first.reasons;
  const listed = speaker.say('goes-with', { title, count: products.length });
  if (reason === undefined) return [listed];
  const because = wordReason(speaker, reason);
  return [
    listed,
    speaker.say(
      'first-because',
      { title: first.view.title, price: first.view.price.formatted, reason: because },
      [titleClaim(first), priceClaim(first), reasonClaim(first.view.productId, reason, because)],
    ),
  ];
}

/** What would come first without the reasons of what does. */
export function composeWithoutReasons(
  speaker: Speaker,
  { before, after, removed }: Extract<ReplyStep, { act: 'without-reasons' }>,
): readonly ComposedReply[] {
  const first = titleClaim(before);
  if (after === undefined) return [speaker.say('without-none', { title: before.view.title }, [first])];
  const causes = removed.map((cause) =>
    cause.kind === 'wish'
      ? speaker.words('without-wish', { words: speaker.quoteAll([cause.words]) })
      : cause.title === undefined
        ? speaker.words('without-something')
        : speaker.words('without-looked-at', { title: cause.title }),
  );
  const values = {
    causes: speaker.joinAnd(causes),
    before: before.view.title,
    after: after.view.title,
    price: after.view.price.formatted,
  };
  return [
    speaker.say('without', values, [
      first,
      { text: after.view.title, evidence: evidenceOf(after, 'title') },
      priceClaim(after),
    ]),
  ];
}
