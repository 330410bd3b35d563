import type { Speaker } from './speaker.ts';

/** What becomes of a reply of the assistant that persons of the shop look at. */
export type DeskNews =
  /** It is held; minutes it takes at most, >= 1. */
  | { readonly kind: 'held'; readonly minutes: number }
  /** Nobody looked at it in time, and it goes on waiting. */
  | { readonly kind: 'lapsed' }
  /** Nobody looked at it in time, and it follows as it is. */
  | { readonly kind: 'unchecked' }
  /** A person put another list in its place. @param products How many stand in it. */
  | { readonly kind: 'corrected'; readonly firstName: string; readonly products: number };

/** Says to the shopper what becomes of a reply. */
export function wordDesk(speaker: Speaker, news: DeskNews): string {
  switch (news.kind) {
    case 'held':
      return speaker.words('desk-held', { count: news.minutes });
    case 'lapsed':
      return speaker.words('desk-lapsed');
    case 'unchecked':
      return speaker.words('desk-unchecked');
    case 'corrected':
      return news.products === 0
        ? speaker.words('desk-advised-against', { name: news.firstName })
        : speaker.words('desk-corrected', { name: news.firstName, count: news.products });
  }
}
