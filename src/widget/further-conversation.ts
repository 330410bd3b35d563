import { AGREED } from './agreed.ts';
import { ConversationAttendance } from './conversation-attendance.ts';
import type { ConversationController } from './conversation-controller.ts';
import type { Entry } from './conversation-entry.ts';
import { ConversationHistory } from './conversation-history.ts';
import type { Attended } from './follow-attended.ts';
import { createFurtherClient } from './further-client.ts';
import { furtherStyles } from './further-styles.ts';
import type { RememberedConversation } from './kept-conversation.ts';
import { toEntry, withoutCorrected } from './past-entries.ts';
import type { Failure, Fetched } from './request.ts';
import { adoptStyles } from './styles.ts';
import * as persons from './views/person-views.ts';
import { warnOfMarket } from './warn-of-market.ts';

export { speakLater } from './later-words.ts';

/** What there is to a conversation beside its first messages: what was said before, persons, and what becomes of it. */
export class FurtherConversation {
  readonly attendance: ConversationAttendance;
  readonly #history: ConversationHistory;
  readonly #of: ConversationController;
  readonly #client: ReturnType<typeof createFurtherClient>;
  readonly #server: string;

  constructor(conversation: ConversationController, server: string) {
    this.#of = conversation;
    conversation.set({ persons });
    adoptStyles(conversation.host.renderRoot, furtherStyles);
    this.#client = createFurtherClient(server);
    this.#server = server;
    this.#history = new ConversationHistory(this.#client);
    this.attendance = new ConversationAttendance(this.#client, (attended) => this.#receive(attended));
  }

  /** The server has messages from before those that are shown. */
  get hasEarlier(): boolean {
    return this.#history.hasEarlier;
  }

  /** The end of a conversation that was kept, and who answers. */
  async takeUp(
    kept: RememberedConversation,
  ): Promise<Fetched<{ readonly entries: readonly Entry[]; readonly handling: Attended['handling'] }>> {
    const { handling, entries: beside, askSatisfaction } = await this.attendance.read(kept);
    const latest = await this.#history.fetchLatest(kept, beside);
    if (latest.kind === 'fetched') {
      if (isAwaited(latest.value)) this.attendance.listen(kept);
      if (askSatisfaction === true) void this.#bringRating(kept);
      return { kind: 'fetched', value: { entries: latest.value, handling } };
    }
    this.attendance.leave();
    return latest;
  }

  /** The shop does not serve where the page says that it is. */
  unserved(market: string | undefined): Fetched<never> {
    void warnOfMarket(this.#server, market);
    return { kind: 'failed', failure: 'unserved' };
  }

  /** The conversation is over, or another one. */
  leave(): void {
    this.#history.clear();
    this.attendance.leave();
  }

  /** Brings a page of older messages. */
  async fetchEarlier(): Promise<void> {
    const { conversation, signal } = this.#of;
    if (conversation === undefined) return;
    const earlier = await this.#history.fetchEarlier(conversation);
    if (earlier !== undefined && !signal.aborted)
      this.#of.set({ entries: [...earlier, ...this.#of.entries] });
  }

  /** Brings all older messages, as far as they can be had. */
  async fetchAll(): Promise<readonly Entry[]> {
    while (this.hasEarlier) {
      const { length } = this.#of.entries;
      await this.fetchEarlier();
      if (this.#of.entries.length === length) break;
    }
    return this.#of.entries;
  }

  async backToAssistant(): Promise<void> {
    await this.#ask((conversation) => this.#client.backToAssistant(conversation));
  }

  /**
   * @param textVersion Of the shop's text that asked; absent where the widget's own words did.
   * @returns Why it is not so; a `textVersion` that the shop does not know is `refused`.
   */
  async setPersonalization(allowed: boolean, textVersion?: number): Promise<Failure | undefined> {
    this.#of.set({ personalization: allowed });
    const { conversation } = this.#of;
    if (conversation === undefined) return undefined;
    const consent = { personalization: allowed, ...(textVersion !== undefined && { textVersion }) };
    const answer = await this.#client.setConsent(conversation, consent);
    if (answer.kind === 'failed') {
      this.#of.set({ personalization: !allowed });
      return answer.failure;
    }
    this.#of.remember({ ...conversation, personalization: allowed });
    if (allowed) document.dispatchEvent(new Event(AGREED));
    return undefined;
  }

  /** Deletes the conversation here and at the shop. @returns Whether it is gone. */
  async delete(): Promise<boolean> {
    if (!(await this.#ask((conversation) => this.#client.forget(conversation), 'gone'))) return false;
    this.#of.remember(undefined);
    this.#of.clear();
    this.#of.set({ isDeleted: true });
    return true;
  }

  /** What came outside of a turn: persons that come, speak and go. What is known already stays as it is. */
  #receive({ handling, entries, askSatisfaction }: Attended): void {
    const known = new Set(this.#of.entries.map(({ id }) => id));
    const news = entries.flatMap((entry) => toEntry(entry, true)).filter(({ id }) => !known.has(id));
    this.#of.set({ handling, entries: withoutCorrected([...this.#of.entries, ...news], entries) });
    this.#askToRate(askSatisfaction === true);
  }

  /** How it was, where the shop asks; the question goes with its answer. */
  #askToRate(isAsked: boolean): void {
    const { conversation } = this.#of;
    if (!isAsked || conversation === undefined) return;
    if (this.#of.below === undefined) void this.#bringRating(conversation);
  }

  async #bringRating(conversation: RememberedConversation): Promise<void> {
    try {
      const { Rating, styles } = await import('./rating.ts');
      adoptStyles(this.#of.host.renderRoot, styles);
      const rating = new Rating({
        send: (answer) => this.#client.rate(conversation, answer),
        changed: () => this.#of.set({ below: rating.isOver ? undefined : rating.view }),
      });
      this.#of.set({ below: rating.view });
    } catch {
      // Who cannot be asked is not asked.
    }
  }

  /** @returns Whether it is so now; what is not is told. Nothing to ask where there is no conversation. */
  async #ask(
    work: (conversation: RememberedConversation) => Promise<Fetched<unknown>>,
    fine?: Failure,
  ): Promise<boolean> {
    const { conversation } = this.#of;
    const answer = conversation === undefined ? undefined : await work(conversation);
    if (answer?.kind !== 'failed' || answer.failure === fine) return true;
    this.#of.fail(answer.failure);
    return false;
  }
}

/** The last answer is held and not here: it may come after its time as well. */
function isAwaited(entries: readonly Entry[]): boolean {
  const replies = entries.flatMap((entry) => (entry.kind === 'reply' ? [entry] : []));
  const latest = replies.findLast(({ isAside }) => isAside !== true);
  return (
    latest?.reply.review !== undefined &&
    !replies.some(({ isApproved, reply }) => isApproved && reply.messageId === latest.reply.messageId)
  );
}
