import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { createChatClient } from './chat-client.ts';
import { panelStyles } from './chat-styles.ts';
import { ConversationController } from './conversation-controller.ts';
import { createConversationMemory } from './conversation-memory.ts';
import { closeIcon, renewIcon, sendIcon } from './views/icons.ts';
import { replyText } from './views/reply-text.ts';
import { replyView } from './views/reply-view.ts';
import { type Label, loadLabel } from './widget-labels.ts';

const MOST_CHARACTERS = 4_000;
const ROOM_ABOVE_PX = 12;

/** What an opened `<floorwalker-chat>` shows; it comes with the first intent. Closing is told by the event `panel-close`. */
export class ChatPanel extends LitElement {
  static override readonly styles = panelStyles;
  static override readonly properties = {
    server: { attribute: false },
    market: { attribute: false },
    locale: { attribute: false },
    product: { attribute: false },
    active: { type: Boolean, reflect: true },
    label: { state: true },
  };

  /** Origin of the assistant. */
  declare server: string;
  declare market: string | undefined;
  /** BCP 47. */
  declare locale: string;
  declare product: string | undefined;
  /** Whether it is seen; a closed one keeps its conversation. */
  declare active: boolean;
  /** Words of the language, once they are here. */
  declare protected label: Label | undefined;
  #conversation: ConversationController | undefined;
  #isFollowing = false;
  /** Utterances on screen when following began. */
  #followed = 0;

  constructor() {
    super();
    this.active = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#conversation ??= new ConversationController(this, {
      client: createChatClient(this.server),
      memory: createConversationMemory(this.server, () => sessionStorage),
      place: () => ({ market: this.market, locale: this.locale, productId: this.product }),
    });
  }

  /** Once it is drawn. */
  async focusComposer(): Promise<void> {
    await this.#words;
    await this.updateComplete;
    this.#textarea()?.focus();
  }

  #words: Promise<void> | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('locale')) return;
    const { locale } = this;
    this.#words = loadLabel(locale).then((label) => {
      if (this.locale === locale) this.label = label;
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    const hasMoved = changed.has('market') || changed.has('locale');
    if (this.active && hasMoved) void this.#conversation?.move();
    else if (this.active && changed.has('active')) void this.#conversation?.begin();
    this.#follow();
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.label === undefined || !this.active ? nothing : this.#panel(this.label);
  }

  #panel(label: Label): TemplateResult {
    const conversation = this.#conversation;
    return html`
      <section class="panel" role="dialog" aria-label=${label('title')} lang=${this.locale} @keydown=${this.#onKey}>
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
              server: this.server,
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

  readonly #hide = (): void => {
    this.dispatchEvent(new CustomEvent('panel-close'));
  };

  readonly #renew = (): void => {
    void this.#conversation?.restart();
    this.#textarea()?.focus();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    this.#hide();
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

customElements.define('floorwalker-panel', ChatPanel);
