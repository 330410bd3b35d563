import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ProductView } from '../domain/turn.ts';
import type { ChatClient } from './chat-client.ts';
import type { ConversationMemory, RememberedConversation } from './conversation-memory.ts';
import { type Reply, replyOf } from './reply-state.ts';
import type { Failure } from './request.ts';

export type Entry =
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'reply'; readonly reply: Reply };

export interface Place {
  readonly market: string | undefined;
  readonly locale: string;
  readonly productId: string | undefined;
}

interface Said {
  readonly text: string;
  readonly clientMessageId: string;
}

/** One conversation in one panel: what was said, what is under way, and what went wrong. */
export class ConversationController implements ReactiveController {
  entries: readonly Entry[] = [];
  phase: 'idle' | 'replying' | 'resuming' = 'idle';
  isBeginning = false;
  failure: Failure | undefined;
  conversation: RememberedConversation | undefined;
  personalization = false;
  readonly #host: ReactiveControllerHost;
  readonly #client: ChatClient;
  readonly #memory: ConversationMemory;
  readonly #place: () => Place;
  #unsent: Said | undefined;
  #beginning: Promise<void> | undefined;
  /** Grows with every new conversation: an answer to an older one is dropped. */
  #generation = 0;

  constructor(
    host: ReactiveControllerHost,
    options: {
      readonly client: ChatClient;
      readonly memory: ConversationMemory;
      readonly place: () => Place;
    },
  ) {
    this.#host = host;
    this.#client = options.client;
    this.#memory = options.memory;
    this.#place = options.place;
    host.addController(this);
  }

  hostConnected(): void {}

  /** A message is on its way; the next one waits. */
  get isBusy(): boolean {
    return this.phase !== 'idle';
  }

  /** Takes up the conversation of this tab, or starts one. */
  begin(): Promise<void> {
    if (this.conversation !== undefined) return Promise.resolve();
    this.#beginning ??= this.#takeUpOrStart().finally(() => {
      this.#beginning = undefined;
    });
    return this.#beginning;
  }

  async restart(): Promise<void> {
    this.#memory.keep(undefined);
    await this.#beginAnew();
  }

  /** Market or language changed: a conversation belongs to one place. */
  async move(): Promise<void> {
    if (this.conversation?.place !== this.#placeKey()) await this.#beginAnew();
  }

  /** May be called before there is a conversation: whoever types first need not wait. */
  async say(text: string): Promise<void> {
    if (this.isBusy) return;
    this.#set({ entries: [...this.entries, { kind: 'said', text }], failure: undefined });
    this.#unsent = { text, clientMessageId: crypto.randomUUID() };
    await this.#deliver(this.#unsent);
  }

  /** Does again what failed. */
  async retry(): Promise<void> {
    this.#set({ failure: undefined });
    if (this.#unsent === undefined) await this.begin();
    else await this.#deliver(this.#unsent);
  }

  async setPersonalization(allowed: boolean): Promise<void> {
    this.#set({ personalization: allowed });
    const { conversation } = this;
    if (conversation === undefined) return;
    const answer = await this.#client.setConsent(conversation, allowed);
    if (answer.kind === 'failed') this.#set({ personalization: !allowed, failure: answer.failure });
    else this.#remember({ ...conversation, personalization: allowed });
  }

  opened(product: ProductView, position: number, listId: string): void {
    if (this.conversation !== undefined)
      this.#client.clicked(this.conversation, { product, position, listId });
  }

  async #beginAnew(): Promise<void> {
    this.#generation += 1;
    this.#unsent = undefined;
    this.#set({ conversation: undefined, entries: [], failure: undefined, phase: 'idle' });
    await this.#beginning;
    await this.begin();
  }

  async #takeUpOrStart(): Promise<void> {
    const kept = this.#memory.conversation(this.#placeKey());
    this.#set({ isBeginning: true, ...(kept !== undefined && { personalization: kept.personalization }) });
    const generation = this.#generation;
    const isTakenUp = kept !== undefined && (await this.#takeUp(kept));
    if (!isTakenUp && generation === this.#generation) await this.#start();
    this.#set({ isBeginning: false });
  }

  /** @returns False when the conversation is no more. */
  async #takeUp(kept: RememberedConversation): Promise<boolean> {
    const generation = this.#generation;
    const answer = await this.#client.history(kept);
    if (generation !== this.#generation) return true;
    if (answer.kind === 'failed') {
      if (answer.failure === 'gone') return false;
      this.#set({ failure: answer.failure });
      return true;
    }
    const before = answer.value.messages.flatMap(({ utterance, turn }): Entry[] => [
      { kind: 'said', text: utterance },
      { kind: 'reply', reply: replyOf(turn) },
    ]);
    this.#set({ conversation: kept, entries: [...before, ...this.entries] });
    return true;
  }

  async #start(): Promise<void> {
    const generation = this.#generation;
    const { market, locale } = this.#place();
    const answer = await this.#client.start({
      ...(market !== undefined && { market }),
      locale,
      personalization: this.personalization,
    });
    if (generation !== this.#generation) return;
    if (answer.kind === 'failed') this.#set({ failure: answer.failure });
    else this.#remember({ ...answer.value, place: this.#placeKey(), personalization: this.personalization });
  }

  async #deliver(said: Said, isSecondTry = false): Promise<void> {
    const generation = this.#generation;
    const isCurrent = () => generation === this.#generation;
    this.#set({ phase: 'replying' });
    await this.begin();
    if (!isCurrent()) return;
    const { conversation, entries: before } = this;
    if (conversation === undefined) {
      this.#set({ phase: 'idle' });
      return;
    }
    const answer = await this.#client.say(conversation, {
      ...said,
      ...this.#pageProduct(),
      onReply: (reply) => {
        if (isCurrent()) this.#set({ entries: [...before, { kind: 'reply', reply }], phase: 'replying' });
      },
      onLost: () => {
        if (isCurrent()) this.#set({ phase: 'resuming' });
      },
    });
    if (!isCurrent()) return;
    if (answer.kind === 'fetched') {
      this.#unsent = undefined;
      this.#set({ phase: 'idle' });
    } else if (answer.failure === 'gone' && !isSecondTry) {
      this.#forget();
      await this.#deliver(said, true);
    } else {
      this.#set({ phase: 'idle', failure: answer.failure, entries: before });
    }
  }

  #pageProduct(): { readonly productId?: string } {
    const { productId } = this.#place();
    return productId === undefined ? {} : { productId };
  }

  #placeKey(): string {
    const { market, locale } = this.#place();
    return `${market ?? ''} ${locale}`;
  }

  #remember(conversation: RememberedConversation): void {
    this.#memory.keep(conversation);
    this.#set({ conversation });
  }

  #forget(): void {
    this.#memory.keep(undefined);
    this.#set({ conversation: undefined });
  }

  #set(
    changes: Partial<
      Pick<
        ConversationController,
        'entries' | 'phase' | 'isBeginning' | 'failure' | 'conversation' | 'personalization'
      >
    >,
  ): void {
    Object.assign(this, changes);
    this.#host.requestUpdate();
  }
}
