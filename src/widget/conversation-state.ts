import type { TemplateResult } from 'lit/html.js';
import type { Entry } from './conversation-entry.ts';
import type { Handling } from './follow-attended.ts';
import type { RememberedConversation } from './kept-conversation.ts';
import type { LateHost } from './late-part.ts';
import type { Failure } from './request.ts';
import type { Label } from './widget-labels.ts';

/** What of a conversation is shown; the host is drawn again when it changes. */
export class ConversationState {
  /** Oldest first; older ones may be on the server. */
  entries: readonly Entry[] = [];
  /** `sending` until the server has begun to answer, `resuming` while a cut line is taken up. */
  phase: 'idle' | 'sending' | 'replying' | 'resuming' = 'idle';
  /** Nothing was heard for longer than a shopper waits without a word. */
  isSlow = false;
  isBeginning = false;
  failure: Failure | undefined;
  /** The shopper has deleted the conversation; the next message begins another. */
  isDeleted = false;
  conversation: RememberedConversation | undefined;
  personalization = false;
  /** What is asked below the last entry, by parts that came later. */
  below: ((label: Label) => TemplateResult) | undefined;
  /** How persons are shown; here before the first of them. */
  persons: typeof import('./views/person-views.ts') | undefined;
  /** Who answers now. */
  handling: Handling = { by: 'assistant' };
  /** Drawn again when something of it changes. */
  readonly host: LateHost;

  constructor(host: LateHost) {
    this.host = host;
  }

  /** A message is on its way, and the next one waits; or nothing would be heard, where the shop does not serve the page. */
  get isBusy(): boolean {
    return this.phase !== 'idle' || this.failure === 'unserved';
  }

  set(changes: Partial<Omit<ConversationState, 'isBusy' | 'host'>>): void {
    Object.assign(this, changes);
    this.host.requestUpdate();
  }

  /** Puts an entry where it stands already, else at the end. */
  protected put(entry: Entry): void {
    const place = this.entries.findIndex(({ id }) => id === entry.id);
    this.set({ entries: place === -1 ? [...this.entries, entry] : this.entries.with(place, entry) });
  }

  protected remove(entryId: string): void {
    this.set({ entries: this.entries.filter(({ id }) => id !== entryId) });
  }
}
