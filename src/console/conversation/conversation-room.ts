import type { DeskConversation, DeskMessage, Note, ShopperProfile } from '../../domain/desk/conversation.ts';
import type { Draft } from '../../domain/desk/draft.ts';
import type { Outcome, QueueItem } from '../../domain/desk/queue.ts';
import type { DeskClient } from '../desk-client.ts';
import { ownLanguage } from '../own-language.ts';
import type { Answer, Problem } from '../problem.ts';
import { type KeptWords, keptWords } from './kept-words.ts';
import type { NeedEdit } from './need-edit.ts';
import { Outbox } from './outbox.ts';
import { Translations } from './translations.ts';

/** Half of the time after which the server takes an agent for gone. */
const PRESENCE_MS = 15_000;

export interface ConversationRoomOptions {
  readonly desk: DeskClient;
  readonly conversationId: string;
  readonly agentId: string;
  onChange(): void;
}

/** One conversation as it stands on the server, and what somebody does in it. */
export class ConversationRoom {
  readonly conversationId: string;
  readonly kept: KeptWords;
  readonly outbox: Outbox;
  readonly translations: Translations;
  readonly #desk: DeskClient;
  readonly #onChange: () => void;
  readonly #address: string;
  conversation: DeskConversation | undefined;
  problem: Problem | undefined;
  /** What the assistant would say, where the agent answers; only as long as it is looked at. */
  suggestion: Draft | undefined;
  readonly #edited = new Set<string>();
  #earlier: readonly DeskMessage[] = [];
  #hasEarlier: boolean | undefined;
  #isReading = false;
  #isStale = false;
  #isOver = false;
  #presence: ReturnType<typeof setInterval> | undefined;

  constructor({ desk, conversationId, agentId, onChange }: ConversationRoomOptions) {
    this.#desk = desk;
    this.conversationId = conversationId;
    this.#onChange = onChange;
    this.#address = `/v1/desk/conversations/${encodeURIComponent(conversationId)}`;
    this.kept = keptWords(`${agentId}:${conversationId}`);
    this.outbox = new Outbox({
      kept: this.kept,
      send: (message) => desk.send('POST', `${this.#address}/messages`, message),
      onChange,
      onSent: () => this.read(),
    });
    this.translations = new Translations({
      own: ownLanguage(),
      ask: (body) => desk.send('POST', `${this.#address}/translations`, body),
      onChange,
    });
  }

  get messages(): readonly DeskMessage[] {
    return [...this.#earlier, ...(this.conversation?.messages ?? [])];
  }

  /** That the shopper speaks: in a message, or by now. */
  languageOf(messageId?: string): string {
    const { messages } = this;
    const message = messages.find((each) => each.messageId === messageId) ?? messages.at(-1);
    return message?.turn.language ?? new Intl.Locale(this.conversation?.item.locale ?? 'en').language;
  }

  /** There are messages before the first that is shown. */
  get hasEarlier(): boolean {
    return this.#hasEarlier ?? this.conversation?.hasEarlier === true;
  }

  open(): void {
    void this.read();
    void this.#look();
    this.#presence = setInterval(() => void this.#look(), PRESENCE_MS);
  }

  close(): void {
    this.#isOver = true;
    clearInterval(this.#presence);
    void this.#desk.send('DELETE', `${this.#address}/presence`);
  }

  /** Colleagues see whether somebody has something under their hands. */
  setEditing(part: 'words' | 'list', isEditing: boolean): void {
    const before = this.#edited.size;
    if (isEditing) this.#edited.add(part);
    else this.#edited.delete(part);
    if (before > 0 !== this.#edited.size > 0) void this.#look();
  }

  async #look(): Promise<void> {
    if (document.hidden || this.#isOver) return;
    await this.#desk.send('PUT', `${this.#address}/presence`, {
      isEditing: this.#edited.size > 0,
    });
  }

  /** Something happened in it, unless all that changed is what this agent has seen. */
  hear(line: QueueItem | undefined): void {
    const known = this.conversation?.item;
    const isOnlySeen =
      line !== undefined &&
      known !== undefined &&
      line.isUnread !== known.isUnread &&
      JSON.stringify({ ...line, isUnread: true }) === JSON.stringify({ ...known, isUnread: true });
    if (isOnlySeen && this.conversation !== undefined)
      this.conversation = { ...this.conversation, item: line };
    else void this.read();
  }

  /** Reads it anew; asked for while it is read, it is read once more afterwards. */
  async read(): Promise<void> {
    this.#isStale = true;
    if (this.#isReading) return;
    this.#isReading = true;
    while (this.#isStale && !this.#isOver) {
      this.#isStale = false;
      const answer = await this.#desk.get<DeskConversation>(this.#address);
      this.#take(answer);
    }
    this.#isReading = false;
  }

  #take(answer: Answer<DeskConversation>): void {
    if (this.#isOver) return;
    this.problem = answer.kind === 'ok' ? undefined : answer.problem;
    if (answer.kind === 'ok') {
      this.conversation = answer.value;
      void this.outbox.resendAll();
      const { isUnread } = answer.value.item;
      if (isUnread && !document.hidden) void this.#desk.send('PUT', `${this.#address}/seen`);
    } else if (answer.problem.status === 404) this.conversation = undefined;
    this.#onChange();
  }

  async readEarlier(): Promise<void> {
    const [first] = this.messages;
    if (first === undefined) return;
    const answer = await this.#desk.get<DeskConversation>(this.#address, {
      before: first.messageId,
    });
    if (answer.kind === 'refused') return;
    this.#earlier = [...answer.value.messages, ...this.#earlier];
    this.#hasEarlier = answer.value.hasEarlier === true;
    this.#onChange();
  }

  /** Changes something of it and reads it anew. */
  async #change<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Answer<T>> {
    const answer = await this.#desk.send<T>(method, `${this.#address}${path}`, body);
    if (answer.kind === 'ok') await this.read();
    return answer;
  }

  join = () => this.#change('POST', '/join');
  leave = () => this.#change('POST', '/leave');
  finish = (outcome: Outcome) => this.#change('POST', '/close', { outcome });
  assign = (agentId: string) => this.#change('POST', '/assign', { agentId });
  /** Makes a case of it that the assistant is judged by. */
  freeze = () => this.#desk.send('POST', `${this.#address}/freeze`);
  addNote = (text: string, noteId: string) => this.#change<Note>('POST', '/notes', { noteId, text });
  editNeed = (edit: NeedEdit) => this.#change('PUT', '/need', edit);
  readProfile = (reason: string) => this.#desk.get<ShopperProfile>(`${this.#address}/profile`, { reason });
  get<T>(path: string) {
    return this.#desk.get<T>(`${this.#address}${path}`);
  }
  /** Has the assistant propose an answer; the shopper hears nothing of it. */
  async suggest(): Promise<Answer<Draft>> {
    const answer = await this.ask<Draft>('/suggestion', undefined);
    if (answer.kind === 'ok') this.suggestion = answer.value;
    this.#onChange();
    return answer;
  }
  dropSuggestion(): void {
    this.suggestion = undefined;
    this.#onChange();
  }
  /** Asks about it; nothing changes. */
  ask<T>(path: string, body: unknown) {
    return this.#desk.send<T>('POST', `${this.#address}${path}`, body);
  }
  send<T>(method: 'POST' | 'PUT', path: string, body: unknown) {
    return this.#change<T>(method, path, body);
  }
}
