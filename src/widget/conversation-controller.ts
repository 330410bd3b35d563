import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ProductView } from '../domain/turn.ts';
import { ConnectionWatch } from './connection-watch.ts';
import { ConversationAttendance } from './conversation-attendance.ts';
import { type Entry, hasContent, renewed, toEntry, toSaid } from './conversation-entry.ts';
import { ConversationHistory } from './conversation-history.ts';
import type { RememberedConversation } from './conversation-memory.ts';
import type { ConversationOptions, Said } from './conversation-options.ts';
import { ConversationState } from './conversation-state.ts';
import type { Attended } from './follow-attended.ts';
import { openConversation } from './open-conversation.ts';
import type { Failure } from './request.ts';
import type { SentPicture } from './shrink-picture.ts';

/** After this long without a word the shopper is told that it goes on. */
const SLOW_AFTER_MS = 5_000;

/** One conversation in one panel: what was said, what is under way, and what went wrong. */
export class ConversationController extends ConversationState implements ReactiveController {
  readonly #options: ConversationOptions;
  readonly #wait: (milliseconds: number) => Promise<void>;
  readonly #history: ConversationHistory;
  readonly #attendance: ConversationAttendance;
  readonly #connection: ConnectionWatch;
  #unsent: Said | undefined;
  #beginning: Promise<void> | undefined;
  /** Aborted with every new conversation: an answer to an older one is dropped. */
  #current = new AbortController();

  constructor(host: ReactiveControllerHost, options: ConversationOptions) {
    super(host);
    this.#options = options;
    this.#wait = options.wait ?? ((milliseconds) => new Promise((done) => setTimeout(done, milliseconds)));
    this.personalization = options.memory.hasAgreed();
    this.#history = new ConversationHistory(options.client);
    this.#attendance = new ConversationAttendance(options.client, (attended) => this.receive(attended));
    this.#connection = new ConnectionWatch({
      browser: globalThis,
      isReachable: options.client.isReachable,
      wait: this.#wait,
      onChange: (isOffline) => {
        host.requestUpdate();
        if (!isOffline && this.failure === 'offline') void this.retry();
      },
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#connection.start();
  }

  hostDisconnected(): void {
    this.#connection.stop();
    this.#attendance.leave();
  }

  /** The shop cannot be reached; it is looked after until it can. */
  get isOffline(): boolean {
    return this.#connection.isOffline;
  }

  /** The server has messages from before those in `entries`. */
  get hasEarlier(): boolean {
    return this.#history.hasEarlier;
  }

  /** Takes up the conversation that is kept, or starts one. */
  begin(): Promise<void> {
    if (this.conversation !== undefined || this.isDeleted) return Promise.resolve();
    this.#beginning ??= this.#open().finally(() => {
      this.#beginning = undefined;
    });
    return this.#beginning;
  }

  async restart(): Promise<void> {
    this.#options.memory.keep(undefined);
    await this.#beginAnew();
  }

  /** Market or language changed: a conversation belongs to one place. */
  async move(): Promise<void> {
    if (this.conversation?.place !== this.#placeKey()) await this.#beginAnew();
  }

  /** May be called before there is a conversation: whoever types first need not wait. */
  async say(text: string, picture?: SentPicture): Promise<void> {
    if (this.isBusy) return;
    const said = { text, clientMessageId: crypto.randomUUID(), ...(picture !== undefined && { picture }) };
    this.#unsent = said;
    this.set({ entries: [...this.entries, toSaid(said)], failure: undefined, isDeleted: false });
    await this.#deliver(said);
  }

  /** Does again what failed. */
  async retry(): Promise<void> {
    if (this.isBusy) return;
    this.set({ failure: undefined });
    if (this.#unsent === undefined) await this.begin();
    else await this.#deliver(this.#unsent);
  }

  /** Takes back what could not be said, to write it anew. */
  withdraw(): string {
    const text = this.#unsent?.text ?? '';
    if (this.#unsent !== undefined) this.set({ entries: this.entries.slice(0, -1), failure: undefined });
    this.#unsent = undefined;
    return text;
  }

  /** Brings a page of older messages. */
  async fetchEarlier(): Promise<void> {
    const { conversation } = this;
    const { signal } = this.#current;
    if (conversation === undefined) return;
    const earlier = await this.#history.fetchEarlier(conversation);
    if (earlier !== undefined && !signal.aborted) this.set({ entries: [...earlier, ...this.entries] });
  }

  /** Brings all older messages, as far as they can be had. */
  async fetchAll(): Promise<readonly Entry[]> {
    while (this.hasEarlier) {
      const { length } = this.entries;
      await this.fetchEarlier();
      if (this.entries.length === length) break;
    }
    return this.entries;
  }

  /** What came outside of a turn: persons that come, speak and go. What is known already stays as it is. */
  receive({ handling, entries }: Attended): void {
    const known = new Set(this.entries.map(({ id }) => id));
    const news = entries.map((entry) => toEntry(entry, true)).filter(({ id }) => !known.has(id));
    this.set({ handling, entries: [...this.entries, ...news] });
  }

  async backToAssistant(): Promise<void> {
    if (this.conversation === undefined) return;
    const answer = await this.#options.client.backToAssistant(this.conversation);
    if (answer.kind === 'failed') this.#fail(answer.failure);
  }

  async setPersonalization(allowed: boolean): Promise<void> {
    this.set({ personalization: allowed });
    const { conversation } = this;
    if (conversation === undefined) return;
    const answer = await this.#options.client.setConsent(conversation, allowed);
    if (answer.kind === 'fetched') this.#remember({ ...conversation, personalization: allowed });
    else {
      this.set({ personalization: !allowed });
      this.#fail(answer.failure);
    }
  }

  /** Deletes the conversation here and at the shop. @returns Whether it is gone. */
  async delete(): Promise<boolean> {
    const { conversation } = this;
    if (conversation !== undefined) {
      const answer = await this.#options.client.forget(conversation);
      if (answer.kind === 'failed' && answer.failure !== 'gone') {
        this.#fail(answer.failure);
        return false;
      }
    }
    this.#options.memory.keep(undefined);
    this.#clear();
    this.set({ isDeleted: true });
    return true;
  }

  opened(product: ProductView, position: number, listId: string): void {
    if (this.conversation !== undefined)
      this.#options.client.clicked(this.conversation, { product, position, listId });
  }

  #clear(): void {
    this.#current.abort();
    this.#current = new AbortController();
    this.#unsent = undefined;
    this.#history.clear();
    this.#attendance.leave();
    this.set({
      conversation: undefined,
      entries: [],
      failure: undefined,
      phase: 'idle',
      isSlow: false,
      isDeleted: false,
      handling: { by: 'assistant' },
    });
  }

  async #beginAnew(): Promise<void> {
    this.#clear();
    await this.#beginning;
    await this.begin();
  }

  async #open(): Promise<void> {
    const { signal } = this.#current;
    const { market, locale } = this.#options.place();
    const kept = this.#options.memory.conversation(this.#placeKey());
    if (kept !== undefined) this.set({ personalization: kept.personalization });
    this.set({ isBeginning: true });
    const { personalization } = this;
    const opened = await openConversation(
      { client: this.#options.client, history: this.#history, attendance: this.#attendance },
      { kept, market, locale, place: this.#placeKey(), personalization },
    );
    this.set({ isBeginning: false });
    if (signal.aborted) return;
    if (opened.kind === 'failed') return this.#fail(opened.failure);
    const { conversation, entries, handling } = opened.value;
    this.#connection.found();
    this.#remember(conversation);
    this.set({ handling, entries: [...entries, ...this.entries] });
  }

  async #deliver(said: Said, isSecondTry = false): Promise<void> {
    const { signal } = this.#current;
    this.set({ phase: 'sending', isSlow: false });
    void this.#noteSlowness(said, signal);
    await this.begin();
    if (signal.aborted) return;
    const { conversation } = this;
    if (conversation === undefined) {
      this.set({ phase: 'idle' });
      return;
    }
    const id = `reply:${said.clientMessageId}`;
    const page = await this.#options.page?.();
    if (signal.aborted) return;
    const answer = await this.#options.client.say(conversation, {
      ...said,
      ...(page !== undefined && { page }),
      signal,
      onReply: (reply) => {
        if (signal.aborted) return;
        if (reply.isComplete && !hasContent(reply)) this.remove(id);
        else this.put({ kind: 'reply', id, author: 'assistant', reply, isNew: true });
        this.#connection.found();
        this.set({ phase: 'replying' });
      },
      onLost: () => {
        if (!signal.aborted) this.set({ phase: 'resuming' });
      },
    });
    if (signal.aborted) return;
    if (answer.kind === 'fetched') {
      this.#unsent = undefined;
      this.set({ phase: 'idle', isSlow: false });
      if (answer.value.handoff !== undefined) this.#attendance.listen(conversation);
    } else if (answer.failure === 'gone' && !isSecondTry) {
      this.#options.memory.keep(undefined);
      this.#attendance.leave();
      this.set({
        conversation: undefined,
        handling: { by: 'assistant' },
        entries: this.entries.toSpliced(-1, 0, renewed(said.clientMessageId)),
      });
      await this.#deliver(said, true);
    } else {
      this.remove(id);
      this.set({ phase: 'idle', isSlow: false });
      this.#fail(answer.failure);
    }
  }

  async #noteSlowness(said: Said, signal: AbortSignal): Promise<void> {
    await this.#wait(SLOW_AFTER_MS);
    if (!signal.aborted && this.#unsent === said && this.isBusy) this.set({ isSlow: true });
  }

  #fail(failure: Failure): void {
    this.set({ failure });
    if (failure === 'offline') this.#connection.lost();
  }

  #placeKey(): string {
    const { market, locale } = this.#options.place();
    return `${market ?? ''} ${locale}`;
  }

  #remember(conversation: RememberedConversation): void {
    this.#options.memory.keep(conversation);
    this.set({ conversation });
  }
}
