import type { ProductView } from '../domain/turn.ts';
import { ConnectionWatch } from './connection-watch.ts';
import { type Entry, hasContent, renewed, toSaid } from './conversation-entry.ts';
import type { ConversationOptions, Said } from './conversation-options.ts';
import { ConversationState } from './conversation-state.ts';
import type { Handling } from './follow-attended.ts';
import type { FurtherConversation } from './further-conversation.ts';
import type { RememberedConversation } from './kept-conversation.ts';
import type { LateHost } from './late-part.ts';
import { pause } from './pause.ts';
import type { Failure, Fetched } from './request.ts';
import type { SentPicture } from './shrink-picture.ts';

/** Between tries to hear of a person who was asked for. */
const AGAIN_MS = 5_000;
/** After this long without a word the shopper is told that it goes on. */
const SLOW_AFTER_MS = 5_000;

interface Opened {
  readonly conversation: RememberedConversation;
  readonly entries: readonly Entry[];
  readonly handling: Handling;
}

/** One conversation in one panel: what was said, what is under way, and what went wrong. */
export class ConversationController extends ConversationState {
  readonly #options: ConversationOptions;
  readonly #wait: (milliseconds: number) => Promise<void>;
  readonly #connection: ConnectionWatch;
  #unsent: Said | undefined;
  #beginning: Promise<void> | undefined;
  #further: Promise<FurtherConversation> | undefined;
  #known: FurtherConversation | undefined;
  /** Aborted with every new conversation: an answer to an older one is dropped. */
  #current = new AbortController();

  constructor(host: LateHost, options: ConversationOptions) {
    super(host);
    this.#options = options;
    this.#wait = options.wait ?? pause;
    this.personalization = options.memory.hasAgreed();
    this.#connection = new ConnectionWatch({
      browser: globalThis,
      isReachable: options.client.isReachable,
      wait: this.#wait,
      onChange: (isOffline) => {
        host.requestUpdate();
        if (!isOffline && this.failure === 'offline') void this.retry();
      },
    });
  }

  /** The panel is there, or goes. */
  attend(isThere: boolean): void {
    if (isThere) this.#connection.start();
    else {
      this.#connection.stop();
      this.#known?.attendance.leave();
    }
  }

  /** The shop cannot be reached; it is looked after until it can. */
  get isOffline(): boolean {
    return this.#connection.isOffline;
  }

  /** The server has messages from before those in `entries`. */
  get hasEarlier(): boolean {
    return this.#known?.hasEarlier === true;
  }

  /** Ends with every conversation. */
  get signal(): AbortSignal {
    return this.#current.signal;
  }

  /** @throws {TypeError} When what is needed for it cannot be had. */
  readonly further = (): Promise<FurtherConversation> => {
    this.#further ??= import('./further-conversation.ts').then(
      async ({ FurtherConversation, speakLater }) => {
        await speakLater();
        this.#known = new FurtherConversation(this, this.#options.server);
        return this.#known;
      },
      (cause) => {
        this.#further = undefined;
        throw cause;
      },
    );
    return this.#further;
  };

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

  readonly opened = (product: ProductView, position: number, listId: string): void => {
    if (this.conversation !== undefined)
      this.#options.client.clicked(this.conversation, { product, position, listId });
  };

  /** Nothing is left of it here. */
  clear(): void {
    this.#current.abort();
    this.#current = new AbortController();
    this.#unsent = undefined;
    this.#known?.leave();
    this.set({
      conversation: undefined,
      entries: [],
      failure: undefined,
      phase: 'idle',
      isSlow: false,
      isDeleted: false,
      below: undefined,
      handling: { by: 'assistant' },
    });
  }

  async #beginAnew(): Promise<void> {
    this.clear();
    await this.#beginning;
    await this.begin();
  }

  async #open(): Promise<void> {
    const { signal } = this.#current;
    const kept = this.#options.memory.conversation(this.#placeKey());
    if (kept !== undefined) this.set({ personalization: kept.personalization });
    this.set({ isBeginning: true });
    const opened = (kept && (await this.#takeUp(kept))) ?? (await this.#start());
    this.set({ isBeginning: false });
    if (signal.aborted) return;
    if (opened.kind === 'failed') return this.fail(opened.failure);
    const { conversation, entries, handling } = opened.value;
    this.#connection.found();
    this.remember(conversation);
    this.set({ handling, entries: [...entries, ...this.entries] });
  }

  /** @returns undefined when it is no more. */
  async #takeUp(conversation: RememberedConversation): Promise<Fetched<Opened> | undefined> {
    try {
      const taken = await (await this.further()).takeUp(conversation);
      if (taken.kind === 'failed') return taken.failure === 'gone' ? undefined : taken;
      return { kind: 'fetched', value: { ...taken.value, conversation } };
    } catch {
      return { kind: 'failed', failure: 'offline' };
    }
  }

  async #start(): Promise<Fetched<Opened>> {
    const { market, locale } = this.#options.place();
    const { personalization } = this;
    const started = await this.#options.client.start({
      ...(market !== undefined && { market }),
      locale,
      personalization,
    });
    if (started.kind === 'failed') {
      // Nothing was said yet: what is refused is where the page says that it is.
      const further = started.failure === 'refused' ? await this.further().catch(() => undefined) : undefined;
      return further?.unserved(market) ?? started;
    }
    const conversation = { ...started.value, place: this.#placeKey(), personalization };
    return { kind: 'fetched', value: { conversation, entries: [], handling: { by: 'assistant' } } };
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
      const { handoff, review } = answer.value;
      if (handoff !== undefined || review !== undefined) void this.#attend(conversation, signal);
    } else if (answer.failure === 'gone' && !isSecondTry) {
      this.#options.memory.keep(undefined);
      this.#known?.leave();
      this.set({
        conversation: undefined,
        handling: { by: 'assistant' },
        entries: this.entries.toSpliced(-1, 0, renewed(said.clientMessageId)),
      });
      await this.#deliver(said, true);
    } else {
      this.remove(id);
      this.set({ phase: 'idle', isSlow: false });
      this.fail(answer.failure);
    }
  }

  /** From now on what persons say is heard. */
  async #attend(conversation: RememberedConversation, signal: AbortSignal): Promise<void> {
    for (;;)
      try {
        return (await this.further()).attendance.listen(conversation);
      } catch {
        await this.#wait(AGAIN_MS);
        if (signal.aborted) return;
      }
  }

  async #noteSlowness(said: Said, signal: AbortSignal): Promise<void> {
    await this.#wait(SLOW_AFTER_MS);
    if (!signal.aborted && this.#unsent === said && this.phase !== 'idle') this.set({ isSlow: true });
  }

  fail(failure: Failure): void {
    this.set({ failure });
    if (failure === 'offline') this.#connection.lost();
  }

  #placeKey(): string {
    const { market, locale } = this.#options.place();
    return `${market ?? ''} ${locale}`;
  }

  /** @param conversation Absent: nothing is kept any more. */
  remember(conversation: RememberedConversation | undefined): void {
    this.#options.memory.keep(conversation);
    this.set({ conversation });
  }
}
