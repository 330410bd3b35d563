import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { createChatClient } from './chat-client.ts';
import { chatStyles } from './chat-styles.ts';
import { ConversationController } from './conversation-controller.ts';
import { createConversationMemory } from './conversation-memory.ts';
import { closeIcon, renewIcon, sendIcon, speechIcon } from './views/icons.ts';
import { replyText } from './views/reply-text.ts';
import { replyView } from './views/reply-view.ts';
import { createLabel, type Label } from './widget-labels.ts';

const MOST_CHARACTERS = 4_000;
/** Below this the panel covers the page, so that it does not open by itself. */
const WIDE_ENOUGH = '(min-width: 40rem)';
const ROOM_ABOVE_PX = 12;

/**
 * The shopper's panel: `<floorwalker-chat server market locale product open>`.
 *
 * - `server`: address of the assistant; the page's own when absent.
 * - `market`, `locale`: where and in which language; the shop's first market and the page's language when absent.
 * - `product`: id of the product the page shows, so that "is this one waterproof?" is understood.
 * - `open`: the panel is open.
 */
export class FloorwalkerChat extends LitElement {
  static override readonly styles = chatStyles;
  static override readonly properties = {
    server: { type: String },
    market: { type: String },
    locale: { type: String },
    product: { type: String },
    open: { type: Boolean, reflect: true },
  };

  declare server: string | undefined;
  declare market: string | undefined;
  declare locale: string | undefined;
  declare product: string | undefined;
  declare open: boolean;
  #conversation: ConversationController | undefined;
  #memory: ReturnType<typeof createConversationMemory> | undefined;
  #isFollowing = false;
  /** Utterances on screen when following began. */
  #followed = 0;

  constructor() {
    super();
    this.open = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const server = this.#serverAddress();
    this.#memory = createConversationMemory(server, () => sessionStorage);
    this.#conversation = new ConversationController(this, {
      client: createChatClient(server),
      memory: this.#memory,
      place: () => ({
        market: this.market ?? undefined,
        locale: this.#localeTag(),
        productId: this.product ?? undefined,
      }),
    });
    if (this.#memory.isOpen() && matchMedia(WIDE_ENOUGH).matches) this.open = true;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const wasOpen = changed.get('open');
    if (changed.has('open') && (this.open || wasOpen !== undefined)) this.#memory?.setOpen(this.open);
    const hasMoved = changed.has('market') || changed.has('locale');
    if (this.open && hasMoved) void this.#conversation?.move();
    else if (this.open && changed.has('open')) void this.#conversation?.begin();
    this.#follow();
  }

  protected override render(): TemplateResult {
    const label = createLabel(this.#localeTag());
    return this.open ? this.#panel(label) : this.#launcher(label);
  }

  #launcher(label: Label): TemplateResult {
    return html`<button class="launcher" aria-label=${label('open')} aria-expanded="false" @click=${this.#show}>
      ${speechIcon}<span class="launcher-text" aria-hidden="true">${label('title')}</span>
    </button>`;
  }

  #panel(label: Label): TemplateResult {
    const conversation = this.#conversation;
    return html`
      <section class="panel" role="dialog" aria-label=${label('title')} lang=${this.#localeTag()} @keydown=${this.#onKey}>
        <header>
          <div>
            <h2>${label('title')}</h2>
            <p class="automated">${label('automated')}</p>
          </div>
          <button class="plain" aria-label=${label('newConversation')} title=${label('newConversation')} @click=${this.#renew}>
            ${renewIcon}
          </button>
          <button class="plain" aria-label=${label('close')} title=${label('close')} @click=${this.#hide}>${closeIcon}</button>
        </header>
        <div class="log" role="log" aria-live="polite" aria-label=${label('log')} tabindex="0" @wheel=${this.#stopFollowing} @touchmove=${this.#stopFollowing} @keydown=${this.#stopFollowing}>
          ${conversation === undefined ? nothing : this.#entries(conversation, label)}
        </div>
        <footer>
          ${this.#composer(label)}
          <label class="consent">
            <input type="checkbox" .checked=${conversation?.personalization ?? false} @change=${this.#onConsent} />
            <span>${label('consent')}</span>
          </label>
        </footer>
      </section>
    `;
  }

  #entries(conversation: ConversationController, label: Label): TemplateResult {
    const { entries, phase, failure } = conversation;
    const latest = entries.at(-1);
    const hasWords = latest?.kind === 'reply' && latest.reply.text !== '';
    const isWaiting = conversation.isBeginning || (phase === 'replying' && !hasWords);
    const greeting = conversation.conversation?.greeting;
    return html`
      ${greeting === undefined ? nothing : html`<div class="reply" lang=${greeting.language}><div class="bubble">${replyText(greeting.text)}</div></div>`}
      ${entries.map((entry, index) =>
        entry.kind === 'said'
          ? html`<div class="said"><h3 class="unseen">${label('you')}</h3><p class="bubble" dir="auto">${entry.text}</p></div>`
          : replyView(entry.reply, {
              label,
              server: this.#serverAddress(),
              isLast: index === entries.length - 1,
              isBusy: conversation.isBusy,
              onSay: (text) => void conversation.say(text),
              onOpen: (product, position, listId) => conversation.opened(product, position, listId),
            }),
      )}
      ${isWaiting ? html`<p class="working"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><span class="unseen">${label('working')}</span></p>` : nothing}
      ${phase === 'resuming' ? html`<p class="note">${label('resuming')}</p>` : nothing}
      ${
        failure === undefined
          ? nothing
          : html`<div class="failure" role="alert">
              <p>${label(failure === 'gone' ? 'failed' : failure)}</p>
              <button class="option" @click=${() => void conversation.retry()}>${label('retry')}</button>
            </div>`
      }
    `;
  }

  #composer(label: Label): TemplateResult {
    return html`<form class="composer" @submit=${this.#onSubmit}>
      <textarea
        rows="1"
        maxlength=${MOST_CHARACTERS}
        aria-label=${label('messageLabel')}
        placeholder=${label('placeholder')}
        dir="auto"
        enterkeyhint="send"
        @keydown=${this.#onComposerKey}
      ></textarea>
      <button class="send" aria-label=${label('send')} aria-disabled=${this.#conversation?.isBusy === true ? 'true' : 'false'}>${sendIcon}</button>
    </form>`;
  }

  readonly #show = async (): Promise<void> => {
    this.open = true;
    await this.updateComplete;
    this.#textarea()?.focus();
  };

  readonly #hide = async (): Promise<void> => {
    this.open = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.launcher')?.focus();
  };

  readonly #renew = (): void => {
    void this.#conversation?.restart();
    this.#textarea()?.focus();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    void this.#hide();
  };

  readonly #onComposerKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#send();
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.#send();
  };

  readonly #onConsent = (event: Event): void => {
    if (event.target instanceof HTMLInputElement)
      void this.#conversation?.setPersonalization(event.target.checked);
  };

  #send(): void {
    const textarea = this.#textarea();
    const text = textarea?.value.trim() ?? '';
    if (textarea === undefined || text === '' || this.#conversation?.isBusy !== false) return;
    textarea.value = '';
    void this.#conversation.say(text);
  }

  #textarea(): HTMLTextAreaElement | undefined {
    return this.renderRoot.querySelector('textarea') ?? undefined;
  }

  #serverAddress(): string {
    return new URL(this.server ?? location.origin, location.href).origin;
  }

  #localeTag(): string {
    return this.locale || document.documentElement.lang || navigator.language;
  }

  /** Brings what was said last to the top while the reply grows below it, until the shopper scrolls. */
  #follow(): void {
    const said = [...this.renderRoot.querySelectorAll<HTMLElement>('.said')];
    if (said.length !== this.#followed) this.#isFollowing = said.length > 0;
    this.#followed = said.length;
    const latest = said.at(-1);
    if (this.#isFollowing && latest !== undefined) {
      this.renderRoot.querySelector('.log')?.scrollTo({ top: latest.offsetTop - ROOM_ABOVE_PX });
    }
  }

  readonly #stopFollowing = (): void => {
    this.#isFollowing = false;
  };
}

if (customElements.get('floorwalker-chat') === undefined)
  customElements.define('floorwalker-chat', FloorwalkerChat);
