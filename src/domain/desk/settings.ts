import type { Channel } from '../channel.ts';
import type { Language } from '../locale.ts';

/** Whether replies wait for somebody's approval. */
export interface ReviewRule {
  /** The whole shop when both are absent. ISO 3166-1 alpha-2. */
  readonly market?: string;
  readonly channel?: Channel;
  readonly mode: 'watch' | 'review';
  /** Of `review`: only replies whose reading is less sure than this, in (0, 1]; all when absent. */
  readonly belowConfidence?: number;
}

/** What the shop decides about approval. The narrowest rule that fits a conversation holds; `watch` where none does. */
export interface ReviewSettings {
  readonly rules: readonly ReviewRule[];
  /** How long a reply is held, in seconds, 30 to 3,600. The shopper is told. */
  readonly holdSeconds: number;
  /** What happens then: the shopper is told that it takes longer, and the reply goes on waiting; or it is sent as it is, and that is said. */
  readonly afterwards: 'keep' | 'send';
}

/** When somebody is there, in the shop's own time. */
export interface OfficeHours {
  /** IANA name. */
  readonly timeZone: string;
  /** Monday to Sunday, "09:00" to "17:30"; a day without spans is closed. */
  readonly week: readonly (readonly { readonly from: string; readonly to: string }[])[];
  /** Days that are closed whole, "2026-12-25". */
  readonly closedOn: readonly string[];
}

/** A text that agents use again and again. */
export interface Macro {
  readonly macroId: string;
  readonly title: string;
  /** By language; where a language is missing, the first. Plain text. */
  readonly texts: Readonly<Partial<Record<Language, string>>>;
}
