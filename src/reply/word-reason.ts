import { RATING } from '../domain/rating.ts';
import type { Reason } from '../domain/reason.ts';
import type { Claim } from '../domain/turn.ts';
import type { Speaker } from './speaker.ts';
import { wordRating } from './word-rating.ts';

/** A reason as one short line without a full stop ("rot, wie gewünscht"). Says nothing that the reason does not hold. */
export function wordReason(speaker: Speaker, reason: Reason): string {
  switch (reason.kind) {
    case 'has-value':
      return speaker.words('reason-has-value', { label: reason.label });
    case 'rated':
      return wordRating(speaker, reason.rating);
    case 'matches-words':
      return speaker.words('reason-matches-words', { words: speaker.quoteAll(reason.words) });
    case 'is-kind':
      return speaker.words('reason-is-kind', { words: speaker.quoteAll([reason.words]) });
    case 'similar-to':
      return speaker.words('reason-similar-to', { title: reason.title });
    case 'chosen-with':
    case 'looked-at':
    case 'viewed-with':
      return speaker.words(`reason-${reason.kind}`, { title: reason.title });
    case 'bought-with':
      return speaker.words('reason-bought-with', { title: reason.title, count: reason.count });
    case 'popular':
      return reason.country === undefined
        ? speaker.words('reason-popular')
        : speaker.words('reason-popular-in', { place: speaker.country(reason.country) });
    case 'fits-description':
    case 'picked-by-shop':
    case 'advised-by-shop':
    case 'in-stock':
    case 'new-arrival':
    case 'within-budget':
    case 'cheapest-shown':
      return speaker.words(`reason-${reason.kind}`);
  }
}

/** What proves a worded reason: the attribute's value, or the part of the score it was read from. */
export function reasonClaim(productId: string, reason: Reason, words: string): Claim {
  if (reason.kind === 'rated') return { text: words, evidence: `product:${productId}#attribute:${RATING}` };
  return reason.kind === 'has-value'
    ? { text: reason.label, evidence: `product:${productId}#attribute:${reason.attribute}` }
    : { text: words, evidence: `product:${productId}#reason:${reason.kind}` };
}
