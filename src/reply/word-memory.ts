import type { InteractionType } from '../domain/interaction.ts';
import type { MemoryFact } from '../domain/memory.ts';
import type { MessageKey } from './phrasebook.ts';
import type { Speaker } from './speaker.ts';

/** What is remembered, and where it comes from. */
export interface MemoryWords {
  readonly label: string;
  /** A sentence. */
  readonly reason: string;
}

/** Says what is remembered of a shopper, and why. */
export function wordMemory(speaker: Speaker, fact: MemoryFact): MemoryWords {
  const personal = speaker.words('memory-personal');
  const on = (atMs: number) => ({ date: dateIn(speaker.locale, atMs) });
  switch (fact.kind) {
    case 'wish':
    case 'preference': {
      const reason =
        fact.saidAtMs === undefined
          ? speaker.words('memory-said-here')
          : speaker.words('memory-said', on(fact.saidAtMs));
      return { label: fact.words, reason };
    }
    case 'indifferent':
      return { label: fact.attribute, reason: speaker.words('memory-indifferent') };
    case 'rejected':
      return { label: fact.title ?? personal, reason: speaker.words('memory-rejected') };
    case 'viewed':
      return { label: fact.title ?? personal, reason: speaker.words('memory-opened') };
    case 'history':
      return { label: fact.title ?? personal, reason: speaker.words(DEEDS[fact.deed], on(fact.lastAtMs)) };
    case 'interest':
      return { label: fact.name, reason: speaker.words('memory-interest', { count: fact.products }) };
    case 'shown':
      return {
        label: speaker.words('memory-lists'),
        reason: speaker.words('memory-shown', { count: fact.products }),
      };
  }
}

const DEEDS: Readonly<Record<InteractionType, MessageKey>> = {
  view: 'memory-viewed',
  click: 'memory-viewed',
  share: 'memory-done',
  review: 'memory-done',
  dislike: 'memory-done',
  wishlist: 'memory-noted',
  'remove-from-wishlist': 'memory-done',
  'add-to-cart': 'memory-basket',
  'remove-from-cart': 'memory-done',
  checkout: 'memory-basket',
  purchase: 'memory-bought',
  refund: 'memory-done',
};

const dateIn = (locale: string, atMs: number): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(atMs);
