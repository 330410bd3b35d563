import { html, type LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { DeskConversation } from '../../domain/desk/conversation.ts';
import type { Colleague, Outcome, QueueItem, Viewer } from '../../domain/desk/queue.ts';
import { emptyState, errorState, loadingState } from '../components/states.ts';
import { DeskElement } from '../desk-element.ts';
import type { DeskContext } from '../page.ts';
import type { Answer } from '../problem.ts';
import type { DeskRefinePanel } from '../refine/refine-panel.ts';
import '../refine/refine-panel.ts';
import { closingDialog, conversationHead } from './conversation-head.ts';
import { ConversationRoom } from './conversation-room.ts';
import { correctionsView, handoverView, needView } from './side-panel.ts';
import './need-form.ts';
import './note-list.ts';
import './reply-box.ts';
import './shopper-profile.ts';
import { serverNow } from '../server-clock.ts';
import { transcript } from './transcript.ts';
import { readingChoice } from './translated-words.ts';

const TICK_MS = 1_000;
/** From the end of what was said, pixels: whoever reads there is kept there when it grows. */
const NEAR_END = 80;

/** One conversation: what was said, what is wanted, the reply to refine, and answering it. */
export class DeskConversationPage extends DeskElement {
  static override properties = {
    context: { attribute: false },
    conversationId: { attribute: false },
    viewers: { attribute: false },
    colleagues: { attribute: false },
    isConnected: { attribute: false },
  };
  declare context: DeskContext;
  declare conversationId: string;
  declare viewers: readonly Viewer[];
  /** Who is at the desk now, but for oneself. */
  declare colleagues: readonly Colleague[];
  declare isConnected: boolean;
  #room: ConversationRoom | undefined;
  #closing: Outcome | undefined;
  #isAtEnd = true;
  #outgoing = 0;
  #ticking: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#ticking = setInterval(() => {
      if (!document.hidden && this.#room?.conversation?.draft?.heldUntil !== undefined) this.requestUpdate();
    }, TICK_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#ticking);
    this.#room?.close();
    this.#room = undefined;
  }

  /** Something happened in it. @param line As it is now, where that was told. */
  hear(line?: QueueItem): void {
    this.#room?.hear(line);
  }

  goTo(part: 'words' | 'list' | 'note'): void {
    if (part === 'list') this.querySelector<DeskRefinePanel>('desk-refine-panel')?.focus();
    else this.querySelector<HTMLElement>(`#${part}`)?.focus();
  }

  takeOrHandBack(): void {
    const item = this.#room?.conversation?.item;
    if (item === undefined || !this.#canAnswer) return;
    const isMine = item.state === 'person' && item.agent?.agentId === this.context.me.agent.agentId;
    void (isMine ? this.#do(this.#room?.leave()) : this.#takeOver());
  }

  /** Whoever took over goes on by writing, unless they went elsewhere meanwhile. */
  async #takeOver(): Promise<void> {
    const room = this.#room;
    const before = document.activeElement;
    if (!(await this.#do(room?.join()))) return;
    await this.updateComplete;
    await this.querySelector<LitElement>('desk-reply-box')?.updateComplete;
    const isWhereItWas = document.activeElement === before || document.activeElement === document.body;
    if (room === this.#room && isWhereItWas) this.goTo('words');
  }

  get #canAnswer(): boolean {
    return this.context.may('conversations-answer');
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.#room?.conversationId !== this.conversationId) this.#enter();
    if (changed.get('isConnected') === false && this.isConnected) void this.#room?.outbox.resendAll();
  }

  #enter(): void {
    this.#room?.close();
    const { desk, me } = this.context;
    const { conversationId } = this;
    const room = new ConversationRoom({
      desk,
      conversationId,
      agentId: me.agent.agentId,
      onChange: () => this.requestUpdate(),
    });
    this.#room = room;
    this.#closing = undefined;
    this.#isAtEnd = true;
    room.open();
  }

  /** Tells what was refused. */
  async #do(work: Promise<Answer<unknown>> | undefined): Promise<boolean> {
    const answer = await work;
    if (answer?.kind === 'refused') this.context.tell(answer.problem.detail, 'failed');
    return answer?.kind === 'ok';
  }

  async #finish(outcome: Outcome): Promise<void> {
    this.#closing = undefined;
    this.requestUpdate();
    if (await this.#do(this.#room?.finish(outcome))) this.context.tell('Closed.');
  }

  async #freeze(room: ConversationRoom): Promise<void> {
    if (await this.#do(room.freeze()))
      this.context.tell('Frozen: a lead looks through it before it is kept.');
  }

  protected override updated(): void {
    const log = this.querySelector('.talk-log');
    const outgoing = this.#room?.outbox.messages.length ?? 0;
    // Whoever says something reads it.
    if (outgoing > this.#outgoing) this.#isAtEnd = true;
    this.#outgoing = outgoing;
    if (log !== null && this.#isAtEnd) log.scrollTop = log.scrollHeight;
  }

  #scrolled(event: Event): void {
    const log = event.target;
    if (!(log instanceof HTMLElement) || !log.classList.contains('talk-log')) return;
    this.#isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END;
  }

  protected override render(): TemplateResult {
    const room = this.#room;
    if (room === undefined) return loadingState();
    const { conversation, problem } = room;
    if (conversation !== undefined) return this.#draw(room, conversation);
    if (problem === undefined) return html`<section class="talk">${loadingState()}</section>`;
    return html`<section class="talk">
      ${
        problem.status === 404
          ? emptyState('This conversation is gone', 'The shopper deleted it, or its time was over.')
          : errorState(problem, () => void room.read())
      }
    </section>`;
  }

  #draw(room: ConversationRoom, conversation: DeskConversation): TemplateResult {
    const nowMs = serverNow();
    const { item } = conversation;
    return html`<section class="talk" aria-label="Conversation" @scroll=${{ handleEvent: (event: Event) => this.#scrolled(event), capture: true }}>
        ${conversationHead({
          item,
          nowMs,
          viewers: this.viewers,
          ownId: this.context.me.agent.agentId,
          canAnswer: this.#canAnswer,
          isConnected: this.isConnected,
          colleagues: this.context.may('conversations-assign') ? this.colleagues : [],
          reading: readingChoice(room.translations, room.languageOf()),
          onTake: () => void this.#takeOver(),
          onGive: (agentId) => void this.#do(room.assign(agentId)),
          onFreeze: () => void this.#freeze(room),
          onHandBack: () => void this.#do(room.leave()),
          onFinish: () => {
            this.#closing = 'helped';
            this.requestUpdate();
          },
        })}
        ${transcript({
          messages: room.messages,
          entries: conversation.entries,
          outgoing: room.outbox.messages,
          hasEarlier: room.hasEarlier,
          nowMs,
          translations: room.translations,
          language: room.languageOf(),
          onEarlier: () => {
            this.#isAtEnd = false;
            void room.readEarlier();
          },
          onResend: (id) => void room.outbox.resend(id),
          onDrop: (id) => room.outbox.drop(id),
        })}
        ${
          this.#canAnswer
            ? html`<desk-reply-box .context=${this.context} .room=${room} .item=${item} .reading=${room.translations.version}></desk-reply-box>`
            : nothing
        }
      </section>
      ${this.#side(room, conversation, nowMs)}
      ${
        this.#closing === undefined
          ? nothing
          : closingDialog({
              outcome: this.#closing,
              onOutcome: (outcome) => {
                this.#closing = outcome;
                this.requestUpdate();
              },
              onConfirm: () => void this.#finish(this.#closing ?? 'other'),
              onClose: () => {
                this.#closing = undefined;
                this.requestUpdate();
              },
            })
      }`;
  }

  #side(room: ConversationRoom, conversation: DeskConversation, nowMs: number): TemplateResult {
    const { item, card, need, notes, corrections } = conversation;
    const draft = room.suggestion ?? conversation.draft;
    return html`<aside class="side" aria-label="About this conversation">
      ${card === undefined ? nothing : handoverView(card)}
      ${needView({
        need,
        canEdit: this.#canAnswer,
        onRemove: ({ attribute, operator, value }) =>
          void this.#do(room.editNeed({ remove: [{ attribute, operator, value }] })),
        form: this.#canAnswer
          ? html`<desk-need-form
              .room=${room}
              .products=${[...(draft?.reply.products ?? []), ...(draft?.alternatives ?? [])]}
            ></desk-need-form>`
          : nothing,
      })}
      ${
        draft === undefined
          ? nothing
          : keyed(
              room.conversationId,
              html`<desk-refine-panel
                .context=${this.context}
                .room=${room}
                .draft=${draft}
                .reading=${room.translations.version}
                .place=${{ market: item.market, locale: item.locale }}
                .nowMs=${Math.floor(nowMs / TICK_MS) * TICK_MS}
              ></desk-refine-panel>`,
            )
      }
      <desk-notes .room=${room} .notes=${notes} .canWrite=${this.#canAnswer}></desk-notes>
      ${this.context.may('profiles-read') ? html`<desk-profile .room=${room}></desk-profile>` : nothing}
      ${correctionsView(corrections, nowMs)}
    </aside>`;
  }
}

customElements.define('desk-conversation', DeskConversationPage);
